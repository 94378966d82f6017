#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace candor::ctl {

/// What the verbs of `candor screening` do, for the program and for its tests. Results go to `out`;
/// findings and refusals, a line each, to `err`. They give the exit status: 0 or 1.
struct Streams {
    std::ostream& out;
    std::ostream& err;
};

enum class Tell {
    each_kind,  ///< warnings and advice of a kind once, with their number
    all
};
/// All findings of a questionnaire, or of the self-check pack in a folder: errors first, the last
/// line with their numbers.
int screening_check(const std::filesystem::path& path, Streams streams,
                    Tell tell = Tell::each_kind);
/// The same of one file or pack. Of several, and of the questionnaires in a folder that is no pack
/// (and in its folders): a line each and how many can be asked.
int screening_check(const std::vector<std::filesystem::path>& paths, Streams streams,
                    Tell tell = Tell::each_kind);

/// The questionnaire with the value sets of the ValueSets, CodeSystems and Bundles in that folder,
/// as FHIR JSON; what is still missing goes to `err`, and makes the status 1.
int screening_expand(const std::filesystem::path& questionnaire,
                     const std::filesystem::path& value_sets, Streams streams);

struct EvaluateFiles {
    std::filesystem::path questionnaire, answers;
    std::filesystem::path
        guidance;  ///< empty: guidance.yaml beside the questionnaire, if it is there
};
/// Prints screening::to_json() of the report.
int screening_evaluate(const EvaluateFiles& files, Streams streams);

/// Prints the Questionnaire of a self-check pack as FHIR JSON.
int screening_export(const std::filesystem::path& pack_folder, Streams streams);

}  // namespace candor::ctl
