#include <algorithm>

#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/folder/fold.h"

namespace candor::pack {
namespace {

constexpr int kWordsAMinute = 150, kMostWords = 2 * kWordsAMinute;
constexpr int kMostParagraphWords = 90;

int words_in(const std::string& text) { return static_cast<int>(folded_words(text).size()); }

/// Who answers a quick check reads one of its replies: the longest counts.
int words_read(const Page& page) {
    int words = page.words;
    for (const auto& block : page.blocks) {
        const auto* check = std::get_if<QuickCheck>(&block.body);
        if (check == nullptr) continue;
        int longest = 0;
        for (const auto& choice : check->choices) {
            const int reply = words_in(plain_text(choice.feedback));
            words -= reply;
            longest = std::max(longest, reply);
        }
        words += longest;
    }
    return words;
}

}  // namespace

/// Pages that take longer than two minutes to read, and walls of text.
void check_length(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& [_, pages] : subject.pack.pages)
        for (const auto& page : pages)
            if (const int words = words_read(page); words > kMostWords)
                list.warning(Subject::file_of(page), 0, "long-page",
                             "This page has " + std::to_string(words) +
                                 " words, over two minutes of reading (" +
                                 std::to_string(kMostWords) + " words).",
                             "Split it into two pages, or leave out what readers can do without.");
    for (const auto& piece : subject.pieces)
        if (const int words = words_in(piece.words); words > kMostParagraphWords)
            list.warning(Subject::file_of(piece), piece.block == nullptr ? 1 : piece.block->line,
                         "long-paragraph",
                         "A paragraph here has " + std::to_string(words) + " words.",
                         "Split it, or make it a list.");
}

}  // namespace candor::pack
