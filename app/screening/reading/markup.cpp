#include "screening/reading/markup.h"

#include <algorithm>
#include <array>
#include <utility>

namespace candor::screening {
namespace {

using Reference = std::pair<std::string_view, std::string_view>;
constexpr std::array kReferences{Reference{"&nbsp;", " "},  Reference{"&amp;", "&"},
                                 Reference{"&lt;", "<"},    Reference{"&gt;", ">"},
                                 Reference{"&quot;", "\""}, Reference{"&#39;", "'"},
                                 Reference{"&#160;", " "}};
constexpr std::array<std::string_view, 24> kTags{
    "b",  "i",  "u",  "p",  "a",  "br", "em",  "h1",  "h2",  "h3",   "h4",    "hr",
    "li", "ol", "td", "th", "tr", "ul", "div", "sub", "sup", "span", "table", "strong"};

/// The tag that starts here, with its brackets; 0: none does ("a < b" is none).
std::size_t tag_size(std::string_view text) {
    std::size_t at = text.size() > 1 && text[1] == '/' ? 2 : 1;
    const std::size_t from = at;
    while (at < text.size() && ((text[at] | 0x20) >= 'a' || (text[at] >= '0' && text[at] <= '9')) &&
           (text[at] | 0x20) <= 'z')
        ++at;
    std::string name(text.substr(from, at - from));
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (std::find(kTags.begin(), kTags.end(), name) == kTags.end()) return 0;
    const auto end = text.find('>', at);
    return end == std::string_view::npos ? 0 : end + 1;
}

class Stripping {
  public:
    explicit Stripping(std::string_view text) : text_(text) {}

    std::string run() {
        while (at_ < text_.size())
            if (!mark()) out_ += text_[at_++];
        return std::move(out_);
    }

  private:
    std::string_view rest() const { return text_.substr(at_); }
    bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

    bool mark() {
        if (rest()[0] == '<') return tag();
        if (rest()[0] == '&') return reference();
        if (rest()[0] == '[') return link();
        if (rest()[0] == '#' && at_line_start()) return heading();
        return pair("**") || pair("__") || pair("`");
    }

    bool tag() {
        const std::size_t size = tag_size(rest());
        if (size == 0) return false;
        const bool line = rest().starts_with("<br") || rest().starts_with("</p") ||
                          rest().starts_with("</li") || rest().starts_with("</div");
        at_ += size;
        if (line && !out_.empty() && at_ < text_.size()) out_ += '\n';
        return true;
    }

    bool reference() {
        for (const auto& [written, meant] : kReferences)
            if (rest().starts_with(written)) {
                out_ += meant;
                at_ += written.size();
                return true;
            }
        return false;
    }

    /// [words](address)
    bool link() {
        const auto middle = rest().find("](");
        const auto end = middle == std::string_view::npos ? middle : rest().find(')', middle);
        if (end == std::string_view::npos ||
            rest().substr(0, middle).find('\n') != std::string_view::npos)
            return false;
        const std::string words = without_markup(rest().substr(1, middle - 1));
        out_ += words;
        at_ += end + 1;
        return true;
    }

    bool heading() {
        const auto marks = std::min(rest().find_first_not_of('#'), rest().size());
        if (marks > 6 || marks >= rest().size() || rest()[marks] != ' ') return false;
        at_ += marks + 1;
        return true;
    }

    /// The marks around something: two of a kind, with no blank inside them.
    bool pair(std::string_view sign) {
        if (!rest().starts_with(sign)) return false;
        if (open_ == sign) {
            open_ = {};
            at_ += sign.size();
            return true;
        }
        const auto end = rest().find(sign, sign.size());
        const bool around = end != std::string_view::npos && end > sign.size() &&
                            rest()[sign.size()] != ' ' && rest()[end - 1] != ' ';
        if (!around || !open_.empty()) return false;
        open_ = sign;
        at_ += sign.size();
        return true;
    }

    std::string_view text_, open_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::string without_markup(std::string_view text) {
    if (text.find_first_of("<&[#*_`") == std::string_view::npos) return std::string(text);
    return Stripping(text).run();
}

}  // namespace candor::screening
