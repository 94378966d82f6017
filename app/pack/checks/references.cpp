#include <set>

#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/page/page_texts.h"

namespace candor::pack {
namespace {

using KnownIds = std::set<std::string>;

KnownIds linked(const Subject& subject, LinkKind kind) {
    KnownIds ids;
    for (const auto& [_, pages] : subject.pack.pages)
        for (const auto& page : pages)
            for (const auto& block : page.blocks)
                for_each_text(block, [&](const auto& text) {
                    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>)
                        for (const auto& run : text)
                            if (run.link == kind) ids.insert(run.target);
                });
    return ids;
}

/// The questions that a term names must be there.
void look_for_questions(const Subject& subject, const Term& term, FindingList& list) {
    for (const auto& id : term.questions) {
        if (subject.questionnaire && subject.questionnaire->find(id) != nullptr) continue;
        list.warning("glossary.yaml", subject.line_of("glossary.yaml", term.id, "questions"),
                     "unknown-question",
                     "The term " + in_quotes(term.id) + " names the question " + in_quotes(id) +
                         ", which is not there.",
                     "Write the linkId of a question of this pack's questionnaire.yaml.");
    }
}

}  // namespace

/// Sources and terms that no page uses. A page that cannot be read may use any of them.
void check_references(const Subject& subject, base::Findings& findings) {
    if (!subject.all_pages_read || (subject.pack.is_self_check && !subject.guidance)) return;
    KnownIds sources = linked(subject, LinkKind::source);
    if (subject.guidance)
        for (const auto& finding : subject.guidance->findings)
            sources.insert(finding.sources.begin(), finding.sources.end());
    FindingList list(findings);
    for (const auto& source : subject.pack.sources)
        if (!sources.contains(source.id))
            list.warning("sources.yaml", subject.line_of("sources.yaml", source.id),
                         "unused-source", "Nothing cites the source " + in_quotes(source.id) + ".",
                         "Cite it as [](source:" + source.id + ") after its claim, or delete it.");
    const KnownIds terms = linked(subject, LinkKind::term);
    for (const auto& term : subject.pack.terms) {
        look_for_questions(subject, term, list);
        if (terms.contains(term.id) || (subject.pack.is_self_check && !term.questions.empty()))
            continue;
        list.warning("glossary.yaml", subject.line_of("glossary.yaml", term.id), "unused-term",
                     "Nothing uses the term " + in_quotes(term.id) + ".",
                     subject.pack.is_self_check
                         ? "Name the questions that use it, as in “questions: [treatments]”, or "
                           "delete the term."
                         : "Link the word where it first stands, as [word](term:" + term.id +
                               "), or delete the term.");
    }
}

}  // namespace candor::pack
