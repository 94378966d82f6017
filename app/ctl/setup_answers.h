#pragma once
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"

namespace candor::ctl {

/// What `candor setup` asks of an installer.
struct Question {
    std::string_view key;    ///< in kiosk.yaml, and in a file of answers: "clinic.name"
    std::string_view words;  ///< what is asked
    std::string_view needs;  ///< the key without which it is not asked; empty: always
};
std::span<const Question> setup_questions();

/// The answer that takes a value out of kiosk.yaml.
inline constexpr std::string_view kTakeOut = "-";

/// What kiosk.yaml says now, as an answer; empty: nothing.
std::string answer_in(const std::string& kiosk_yaml, std::string_view key);

/// kiosk.yaml with the answer. `state`: whose languages are known. Faults: refused, saying what it
/// should be; those of reading a key's file; wrong_format (pack/package/policy_text.h).
base::Result<std::string> with_answer(const std::string& kiosk_yaml, const Question& question,
                                      const std::string& answer,
                                      const std::filesystem::path& state);

/// A file of answers: YAML, "clinic.name: Klinik Nord" a line. What is wrong goes to `findings`.
std::map<std::string, std::string> read_answers(const std::string& text, const std::string& name,
                                                base::Findings& findings);

}  // namespace candor::ctl
