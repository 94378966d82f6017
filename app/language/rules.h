#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "document/node.h"
#include "language/plural_rule.h"

namespace candor::language {

/// What a language is besides its words: its name, its direction, how it counts, writes numbers and
/// dates. From assets/languages/xx.yaml, or a clinic's own language.yaml.
struct Rules {
    std::string code;  ///< BCP 47 ("en", "pt-BR")
    std::string name;  ///< its own name of itself ("Türkçe")
    bool right_to_left = false;
    bool offered = true;  ///< a clinic's says so when it is ready
    PluralRule plural;
    std::array<std::string, 10> digits{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    std::string decimal = ".", minus = "\u2212";
    std::array<std::string, 12> months;
    std::string day_month_year, month_year, date_and_time;
    /// Letters whose capital is not the one that most languages have: Turkish i and İ.
    std::map<std::string, std::string, std::less<>> capitals;
    std::string voice;  ///< espeak-ng's name of the one that reads aloud; empty: none does

    /// What it holds in words, by key: language.name, month.1 to month.12, date.day-month-year,
    /// date.month-year, date.and-time, number.decimal, number.minus. nullptr: nothing of that key.
    const std::string* word(std::string_view key) const;

    /// Faults: those of reading the file, and the first thing that is wrong with it (wrong_format).
    static base::Result<std::shared_ptr<const Rules>> load(const std::filesystem::path& file,
                                                           const std::string& code);
};

/// Reads what can be read; all that is wrong is added to `findings`, under the name `file`.
Rules read_rules(const document::Node& root, const std::string& code, const std::string& file,
                 base::Findings& findings);

}  // namespace candor::language
