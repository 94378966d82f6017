#include <algorithm>
#include <map>

#include "pack/checks/check_table.h"
#include "pack/checks/language_words.h"
#include "pack/checks/proportions.h"
#include "pack/checks/sentences.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

/// What a reader sees as one: a table or an icon-array whole, or else the text by itself.
bool is_read_as_one(const Block& block) {
    return std::holds_alternative<IconArray>(block.body) ||
           std::holds_alternative<Density>(block.body) ||
           std::holds_alternative<Table>(block.body) ||
           std::holds_alternative<Compare>(block.body) ||
           std::holds_alternative<Timeline>(block.body);
}

/// The share of a text that counts something: "26 in 100", "26 %". Empty: there is none. Counts of
/// papers are no shares of people.
std::string share_in(std::string_view sentence, std::string_view language,
                     const LanguageWords& lists) {
    for (const auto& found : proportions_in(sentence, language)) {
        const auto next = folded_words(found.after.substr(0, 60));
        const bool papers = !next.empty() && lists.studies.match(next, 0) > 0;
        if (!papers && (found.of == "100" || found.of == "1000")) return found.shown;
    }
    const auto percentages = percentages_in(sentence, language);
    return percentages.empty() ? std::string() : percentages.front();
}

class ShareCheck {
  public:
    ShareCheck(const Subject& subject, base::Findings& findings)
        : subject_(subject), list_(findings) {
        for (const auto& piece : subject.pieces)
            if (piece.block != nullptr) words_[piece.block] += piece.words + "\n";
    }

    void check(const Piece& piece) {
        const LanguageWords* lists = words_of_language(piece.page->language);
        if (lists == nullptr || piece.wrong_choice || !is_statement(piece)) return;
        for (const auto& sentence : sentences_of(piece.words)) {
            if (sentence.question) continue;
            const auto share =
                share_in(words_of(piece.words, sentence), piece.page->language, *lists);
            if (share.empty()) continue;
            return check(piece, share, *lists);
        }
    }

  private:
    void check(const Piece& piece, const std::string& share, const LanguageWords& lists) {
        const bool whole = piece.block != nullptr && is_read_as_one(*piece.block);
        const auto words = folded_words(whole ? words_[piece.block] : piece.words);
        if (!lists.people.any(words) && !lists.hairs.any(words))
            advise(piece, share, "share-without-people", " of whom?",
                   "Say who was counted: “26 in 100 women who used it”.");
        // A course says the time by its days.
        const bool timed =
            piece.block != nullptr && std::holds_alternative<Course>(piece.block->body);
        if (!timed && !lists.times.any(words))
            advise(piece, share, "share-without-time", " after how long, or at which age?",
                   "Say for how long they were followed: “after 6 months”.");
    }

    void advise(const Piece& piece, const std::string& share, const char* code,
                const char* question, const char* remedy) {
        list_.advice(Subject::file_of(piece), subject_.line_of(piece, share), code,
                     in_quotes(share) + question, remedy);
    }

    const Subject& subject_;
    FindingList list_;
    std::map<const Block*, std::string> words_;
};

}  // namespace

/// Shares that do not say whom they count, and after how long.
void check_shares(const Subject& subject, base::Findings& findings) {
    ShareCheck shares(subject, findings);
    for (const auto& piece : subject.pieces) shares.check(piece);
}

}  // namespace candor::pack
