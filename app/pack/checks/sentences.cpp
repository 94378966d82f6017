#include "pack/checks/sentences.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "pack/folder/fold.h"

namespace candor::pack {
namespace {

constexpr std::u32string_view kMarks = U".!?…؟۔。";
constexpr std::u32string_view kClosers = U"\"'”’»)]“";
/// Folded; those of one letter are known by their length.
constexpr std::array<std::string_view, 22> kAbbreviations{
    "dr",   "prof", "mr",  "mrs",  "ms",  "vs",  "etc", "approx", "bzw", "ca",      "usw",
    "evtl", "ggf",  "sog", "bspw", "vgl", "sra", "dra", "vb",     "vd",  "ornegin", "dk"};

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F; }
bool is_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}
bool is_lower(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7) || c == 0x131 ||
           c == 0x11F || c == 0x15F;
}

class Splitter {
  public:
    explicit Splitter(std::string_view text) : text_(text) {}

    std::vector<Sentence> split() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t here = at;
            const char32_t c = base::next_code_point(text_, at);
            if (c == '\n')
                end_at(here, false, false);
            else if (kMarks.find(c) != std::u32string_view::npos)
                at = mark(c, here, at);
        }
        end_at(text_.size(), false, false);
        return std::move(out_);
    }

  private:
    /// `at` is behind a mark that starts at `here`; gives where to go on.
    std::size_t mark(char32_t first, std::size_t here, std::size_t at) {
        bool question = first == '?' || first == U'؟';
        for (std::size_t next = at; next < text_.size(); at = next) {
            const char32_t c = base::next_code_point(text_, next);
            question = question || c == '?' || c == U'؟';
            if (kMarks.find(c) == std::u32string_view::npos &&
                kClosers.find(c) == std::u32string_view::npos)
                break;
        }
        if (at < text_.size() && !is_space(peek(at)) && peek(at) != '\n') return at;
        if (first == '.' && goes_on(here, at)) return at;
        end_at(at, true, question);
        return at;
    }

    char32_t peek(std::size_t at) const { return base::next_code_point(text_, at); }

    /// Is the full stop at `here` one of an abbreviation or an ordinal number?
    bool goes_on(std::size_t here, std::size_t at) const {
        std::size_t next = at;
        while (next < text_.size() && is_space(peek(next))) base::next_code_point(text_, next);
        if (next >= text_.size() || text_[next] == '\n') return false;
        const auto words = folded_words(text_.substr(begin_, here - begin_));
        if (words.empty() || begin_ + words.back().end != here) return false;
        const std::string& last = words.back().letters;
        const bool number =
            std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (number) return is_lower(peek(next)) || is_digit(peek(next)) || is_month(next);
        std::size_t one = 0;
        base::next_code_point(last, one);
        return one == last.size() || std::find(kAbbreviations.begin(), kAbbreviations.end(),
                                               last) != kAbbreviations.end();
    }

    /// German writes "4. September".
    bool is_month(std::size_t at) const {
        constexpr std::array<std::string_view, 12> kMonths{
            "januar", "februar", "marz",      "april",   "mai",      "juni",
            "juli",   "august",  "september", "oktober", "november", "dezember"};
        const auto words = folded_words(text_.substr(at, 24));
        return !words.empty() &&
               std::find(kMonths.begin(), kMonths.end(), words[0].letters) != kMonths.end();
    }

    void end_at(std::size_t end, bool closed, bool question) {
        std::size_t from = begin_;
        while (from < end && (is_space(peek(from)) || text_[from] == '\n'))
            base::next_code_point(text_, from);
        if (from < end) out_.push_back({from, end, closed, question});
        begin_ = end;
    }

    std::string_view text_;
    std::size_t begin_ = 0;
    std::vector<Sentence> out_;
};

/// The mark that closes what `open` opens; 0: it opens nothing.
char32_t closing(char32_t open) {
    switch (open) {
        case '"':
            return '"';
        case U'“':
            return U'”';
        case U'„':
            return U'“';
        case U'«':
            return U'»';
        case U'»':
            return U'«';
        default:
            return 0;
    }
}

}  // namespace

std::vector<Sentence> sentences_of(std::string_view text) { return Splitter(text).split(); }

std::string_view words_of(std::string_view text, const Sentence& sentence) {
    return text.substr(sentence.begin, sentence.end - sentence.begin);
}

std::string without_quoted(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t close = closing(base::next_code_point(text, at));
        if (close == 0) continue;
        for (std::size_t end = at; end < text.size();) {
            const std::size_t before = end;
            const char32_t c = base::next_code_point(text, end);
            if (c != close && !(close == U'“' && c == U'”')) continue;
            std::fill(out.begin() + static_cast<std::ptrdiff_t>(at),
                      out.begin() + static_cast<std::ptrdiff_t>(before), ' ');
            at = end;
            break;
        }
    }
    return out;
}

}  // namespace candor::pack
