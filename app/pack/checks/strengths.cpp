#include <algorithm>
#include <array>
#include <string>

#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

struct Fitting {
    Proof proof;
    std::array<SourceKind, 3> kinds;  ///< that can have such a proof
};

constexpr std::array<Fitting, 7> kFitting{{
    {Proof::pooled_against_dummy, {SourceKind::review, SourceKind::review, SourceKind::review}},
    {Proof::pooled, {SourceKind::review, SourceKind::review, SourceKind::review}},
    {Proof::gathered, {SourceKind::review, SourceKind::review, SourceKind::review}},
    {Proof::against_dummy, {SourceKind::trial, SourceKind::study, SourceKind::register_}},
    {Proof::against_other, {SourceKind::trial, SourceKind::study, SourceKind::register_}},
    {Proof::no_comparison, {SourceKind::trial, SourceKind::study, SourceKind::review}},
    {Proof::not_in_people, {SourceKind::study, SourceKind::review, SourceKind::review}},
}};

bool fits(Proof proof, SourceKind kind) {
    return std::none_of(kFitting.begin(), kFitting.end(), [&](const Fitting& fitting) {
        return fitting.proof == proof &&
               std::find(fitting.kinds.begin(), fitting.kinds.end(), kind) == fitting.kinds.end();
    });
}

bool needs_proof(SourceKind kind) {
    return kind == SourceKind::trial || kind == SourceKind::review;
}

}  // namespace

/// Sources that do not say how strong their proof is, or that say what their kind cannot be.
void check_strengths(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& source : subject.pack.sources) {
        const Proof proof = source.strength.proof;
        if (proof == Proof::unsaid && needs_proof(source.kind))
            list.advice("sources.yaml", subject.line_of("sources.yaml", source.id, "kind"),
                        "source-without-proof",
                        "The " + std::string(name_of(source.kind)) + " " + in_quotes(source.id) +
                            " does not say what was compared with what.",
                        "Write “proof:” where what you read says it, as in against-dummy.");
        if (source.kind != SourceKind::unnamed && !fits(proof, source.kind))
            list.warning("sources.yaml", subject.line_of("sources.yaml", source.id, "proof"),
                         "proof-of-another-kind",
                         "The source " + in_quotes(source.id) + " is of the kind “" +
                             std::string(name_of(source.kind)) + "” and cannot be “" +
                             std::string(name_of(proof)) + "”.",
                         "Mend one of the two.");
    }
}

}  // namespace candor::pack
