#include <algorithm>
#include <map>
#include <set>

#include "pack/checks/check_table.h"
#include "pack/checks/language_words.h"
#include "pack/checks/proportions.h"
#include "pack/checks/sentences.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

bool is_round(const std::string& of) {
    return of == "10" || of == "100" || of == "1000" || of == "10000" || of == "100000";
}

bool looks_like_year(const std::string& of) {
    return of.size() == 4 && (of.starts_with("19") || of.starts_with("20"));
}

/// "once in 6 months", "1 of 16 studies": time and counts of papers are no risks.
bool is_of_time_or_papers(const Proportion& proportion, const LanguageWords& lists) {
    const auto next = folded_words(proportion.after.substr(0, 60));
    for (std::size_t i = 0; i < std::min<std::size_t>(next.size(), 2); ++i)
        if (lists.studies.match(next, i) > 0) return true;
    return !next.empty() && (lists.times.match(next, 0) > 0 || lists.visits.match(next, 0) > 0);
}

class NumberCheck {
  public:
    NumberCheck(const Subject& subject, base::Findings& findings)
        : subject_(subject), list_(findings) {}

    void check() {
        for (const auto& piece : subject_.pieces)
            if (piece.role != PieceRole::alt && piece.role != PieceRole::ask) check(piece);
        for (const auto& [page, bases] : bases_) report_mixed(*page, bases);
    }

  private:
    void check(const Piece& piece) {
        const std::string& language = piece.page->language;
        const LanguageWords* lists = words_of_language(language);
        if (lists == nullptr) return;
        for (const auto& sentence : sentences_of(piece.words)) {
            const auto words = words_of(piece.words, sentence);
            for (const auto& found : proportions_in(words, language)) {
                if (looks_like_year(found.of) || is_of_time_or_papers(found, *lists)) continue;
                check(piece, found);
            }
            check_percent(piece, words, *lists);
        }
    }

    void check(const Piece& piece, const Proportion& found) {
        if (is_round(found.of)) {
            bases_[piece.page][found.of] = subject_.line_of(piece, found.shown);
        } else if (found.count == "1" && found.of != "1" && found.of != "2") {
            list_.warning(Subject::file_of(piece), subject_.line_of(piece, found.shown), "one-in-x",
                          in_quotes(found.shown) + " is hard to compare with other numbers.",
                          "Say it of 100: " + of_hundred(found.of) + " in 100.");
        }
    }

    static std::string of_hundred(const std::string& of) {
        const int base = of.size() > 6 ? 0 : std::atoi(of.c_str());
        return base < 1 || base > 100 ? "less than 1"
                                      : "about " + std::to_string((100 + base / 2) / base);
    }

    void check_percent(const Piece& piece, std::string_view words, const LanguageWords& lists) {
        const auto percentages = percentages_in(words, piece.page->language);
        if (percentages.empty() || lists.bases.any(folded_words(words))) return;
        list_.warning(
            Subject::file_of(piece), subject_.line_of(piece, "%"), "percent-without-base",
            "It is not said what " + percentages.front() + " are of: " + in_quotes(words) + ".",
            "Count people: “26 in 100 women”.");
    }

    void report_mixed(const Page& page, const std::map<std::string, int>& bases) {
        if (bases.size() < 2) return;
        std::string all;
        int line = 0;
        for (const auto& [of, at] : bases) {
            all += (all.empty() ? "" : ", ") + of;
            line = std::max(line, at);
        }
        list_.warning(Subject::file_of(page), line, "mixed-denominators",
                      "The numbers of this page are of " + all + ". Readers cannot compare them.",
                      "Count all of them of 100.");
    }

    const Subject& subject_;
    FindingList list_;
    std::map<const Page*, std::map<std::string, int>> bases_;  ///< with a line of each
};

}  // namespace

/// Percentages of nothing, "1 in X", and proportions that readers cannot compare.
void check_numbers(const Subject& subject, base::Findings& findings) {
    NumberCheck(subject, findings).check();
}

}  // namespace candor::pack
