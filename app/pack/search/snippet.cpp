#include "pack/search/snippet.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "pack/folder/fold.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxSnippetBytes = 160;
constexpr std::size_t kBytesBefore = 56;
constexpr std::string_view kCut = "…";

bool matches(const std::string& letters, const std::string& wanted, bool prefix) {
    return prefix ? letters.starts_with(wanted) : letters == wanted;
}

/// A word of a text, and its other forms once they are asked for.
class Found {
  public:
    Found(std::string_view text, const FoldedWord& word, const WordForms& forms)
        : word_(word), written_(text.substr(word.begin, word.end - word.begin)), forms_(forms) {}
    bool is(const WantedWord& wanted) {
        if (matches(word_.letters, wanted.letters, wanted.prefix)) return true;
        if (!WordForms::may_match(written_, word_.letters, wanted.letters)) return false;
        if (!known_) known_ = forms_.of(written_, word_.letters);
        if (wanted.letters.starts_with(kStemMark)) {
            const auto stem = std::string_view(wanted.letters).substr(kStemMark.size());
            return std::find(known_->stems.begin(), known_->stems.end(), stem) !=
                   known_->stems.end();
        }
        return std::any_of(known_->letters.begin(), known_->letters.end(), [&](const auto& other) {
            return matches(other, wanted.letters, wanted.prefix);
        });
    }

  private:
    const FoldedWord& word_;
    std::string_view written_;
    const WordForms& forms_;
    std::optional<Forms> known_;
};

struct Line {
    std::string_view text;
    std::vector<FoldedWord> words;
    std::vector<std::size_t> hits;  ///< indexes into `words`
    int different = 0;              ///< how many of the wanted words it holds
};

bool are_two(const std::vector<FoldedWord>& words, std::size_t i, const WantedWord& wanted) {
    return i + 1 < words.size() && words[i].letters == wanted.letters &&
           matches(words[i + 1].letters, wanted.then, wanted.prefix);
}

void add_hit(std::size_t word, Line& line) {
    if (line.hits.empty() || line.hits.back() < word) line.hits.push_back(word);
}

Line read_line(std::string_view text, const std::vector<WantedWord>& wanted,
               const WordForms& forms) {
    Line line{text, folded_words(text), {}, 0};
    std::vector<bool> seen(wanted.size());
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        Found word(text, line.words[i], forms);
        for (std::size_t w = 0; w < wanted.size(); ++w) {
            const bool two = !wanted[w].then.empty();
            if (two ? !are_two(line.words, i, wanted[w]) : !word.is(wanted[w])) continue;
            add_hit(i, line);
            if (two) add_hit(i + 1, line);
            seen[w] = true;
        }
    }
    line.different = static_cast<int>(std::count(seen.begin(), seen.end(), true));
    return line;
}

Line best_line(std::string_view shown, const std::vector<WantedWord>& wanted,
               const WordForms& forms) {
    Line best;
    best.different = -1;
    for (std::size_t at = 0; at <= shown.size();) {
        const auto end = std::min(shown.find('\n', at), shown.size());
        Line line = read_line(shown.substr(at, end - at), wanted, forms);
        if (line.different > best.different) best = std::move(line);
        at = end + 1;
    }
    return best;
}

/// The first word of the cut: a little before the first hit, unless the line's start is near
/// anyway.
std::size_t first_word(const Line& line) {
    if (line.text.size() <= kMaxSnippetBytes || line.hits.empty()) return 0;
    std::size_t first = line.hits.front();
    const std::size_t hit = line.words[first].begin;
    if (hit <= kBytesBefore) return 0;
    while (first > 0 && hit - line.words[first - 1].begin <= kBytesBefore) --first;
    return first;
}

/// Where the cut ends: behind the last word that fits, or at the line's end.
std::size_t end_of_cut(const Line& line, std::size_t begin) {
    if (line.text.size() - begin <= kMaxSnippetBytes) return line.text.size();
    std::size_t end = begin;
    for (const auto& word : line.words)
        if (word.end > begin && word.end - begin <= kMaxSnippetBytes) end = word.end;
    return end > begin ? end : line.text.size();
}

}  // namespace

Snippet make_snippet(const std::string& shown, const std::vector<WantedWord>& wanted,
                     const WordForms& forms) {
    const Line line = best_line(shown, wanted, forms);
    const std::size_t first = first_word(line);
    const std::size_t begin = first == 0 ? 0 : line.words[first].begin;
    const std::size_t end = end_of_cut(line, begin);
    Snippet out;
    if (begin > 0) out.text += kCut;
    const std::size_t shift = out.text.size();
    out.text += line.text.substr(begin, end - begin);
    if (end < line.text.size()) out.text += kCut;
    for (const auto hit : line.hits) {
        const auto& word = line.words[hit];
        if (word.begin >= begin && word.end <= end)
            out.matches.emplace_back(word.begin - begin + shift, word.end - begin + shift);
    }
    return out;
}

}  // namespace candor::pack
