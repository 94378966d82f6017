#include <algorithm>

#include "pack/checks/check_table.h"
#include "pack/checks/language_words.h"
#include "pack/checks/number_words.h"
#include "pack/checks/proportions.h"
#include "pack/checks/reading_measure.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

/// What the checks cannot look for in this language, since a table of theirs has no row for it.
std::string left_out(std::string_view language) {
    std::string names;
    const auto add = [&](bool known, const char* name) {
        if (!known) names += (names.empty() ? "" : ", ") + std::string(name);
    };
    add(words_of_language(language) != nullptr,
        "promises, the balance of benefits and limits, clinics' claims, hair counts, whom a share "
        "counts and for how long");
    add(knows_proportions_in(language), "shares (“26 in 100”)");
    add(knows_number_words_of(language), "numbers that are spelt out");
    add(!measures_for(language).empty(), "how hard a page is to read");
    return names;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

}  // namespace

/// A language that the kiosk does not speak, and one that these checks do not know.
void check_spoken_languages(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    const int line = subject.line_of("pack.yaml", "languages");
    const auto& spoken = subject.spoken;
    for (const auto& language : subject.pack.languages) {
        if (!spoken.empty() && std::find(spoken.begin(), spoken.end(), language) == spoken.end())
            list.warning("pack.yaml", line, "language-not-spoken",
                         "The kiosk does not speak " + in_quotes(language) +
                             ", so nobody can read the pack in it.",
                         "It speaks " + joined(spoken) + "; “candor language new " + language +
                             "” begins another.");
        if (const auto names = left_out(language); !names.empty())
            list.warning("pack.yaml", line, "checks-left-out",
                         "The checks do not know the words of " + in_quotes(language) +
                             "; they did not look for: " + names + ".",
                         "Have somebody who reads it look for these; CHECKS.md says how.");
    }
}

}  // namespace candor::pack
