#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>

namespace candor::ctl {

/// What the verbs of `candor screening` do, for the program and for its tests. Results go to `out`;
/// findings and refusals, a line each, to `err`. They give the exit status: 0 or 1.
struct Streams {
    std::ostream& out;
    std::ostream& err;
};

/// All findings of a questionnaire, or of the self-check pack in a folder.
int screening_check(const std::filesystem::path& path, Streams streams);

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
