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

bool is_letter(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

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

enum class Keep { words, markdown };

class Stripping {
  public:
    Stripping(std::string_view text, Keep keep) : text_(text), keep_(keep) {}

    std::string run() {
        while (at_ < text_.size())
            if (!mark()) out_ += text_[at_++];
        return std::move(out_);
    }
    /// Some were taken away.
    bool has_tags_or_links() const { return tags_or_links_; }

  private:
    std::string_view rest() const { return text_.substr(at_); }
    bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

    bool mark() {
        if (rest()[0] == '<') return tag() || address() || letter();
        if (rest()[0] == '[') return link();
        if (rest().starts_with("![")) return picture();
        if (keep_ == Keep::markdown) return false;
        if (rest()[0] == '&') return reference();
        if (rest()[0] == '#' && at_line_start()) return heading();
        return pair("**") || pair("__") || pair("`") || pair("*");
    }

    /// To Markdown it would begin a tag.
    bool letter() {
        if (keep_ == Keep::words) return false;
        out_ += "\\<";
        ++at_;
        return true;
    }

    /// <https://…>
    bool address() {
        const auto end = rest().find_first_of("> \n");
        const bool is_one = rest().starts_with("<http") && end != std::string_view::npos &&
                            rest()[end] == '>' && rest().find("://") < end;
        if (!is_one) return false;
        tags_or_links_ = true;
        out_ += rest().substr(1, end - 1);
        at_ += end + 1;
        return true;
    }

    bool tag() {
        const std::size_t size = tag_size(rest());
        if (size == 0) return false;
        tags_or_links_ = true;
        const bool line = rest().starts_with("<br") || rest().starts_with("</p") ||
                          rest().starts_with("</li") || rest().starts_with("</div");
        at_ += size;
        if (line && !out_.empty() && at_ < text_.size())
            out_ += keep_ == Keep::markdown ? "  \n" : "\n";
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

    /// ![words](address)
    bool picture() {
        ++at_;
        if (link()) return true;
        --at_;
        return false;
    }

    /// [words](address)
    bool link() {
        const auto middle = rest().find("](");
        const auto end = middle == std::string_view::npos ? middle : rest().find(')', middle);
        if (end == std::string_view::npos ||
            rest().substr(0, middle).find('\n') != std::string_view::npos)
            return false;
        tags_or_links_ = true;
        out_ += Stripping(rest().substr(1, middle - 1), keep_).run();
        at_ += end + 1;
        return true;
    }

    bool heading() {
        const auto marks = std::min(rest().find_first_not_of('#'), rest().size());
        if (marks > 6 || marks >= rest().size() || rest()[marks] != ' ') return false;
        at_ += marks + 1;
        return true;
    }

    /// The marks around something: two of a kind, with no blank inside them, and none inside a word
    /// ("2*3*4").
    bool pair(std::string_view sign) {
        if (!rest().starts_with(sign)) return false;
        if (open_ == sign) {
            open_ = {};
            at_ += sign.size();
            return true;
        }
        const auto end = rest().find(sign, sign.size());
        const bool in_word = sign == "*" && at_ > 0 && is_letter(text_[at_ - 1]);
        const bool around = end != std::string_view::npos && end > sign.size() && !in_word &&
                            rest()[sign.size()] != ' ' && rest()[end - 1] != ' ';
        if (!around || !open_.empty()) return false;
        open_ = sign;
        at_ += sign.size();
        return true;
    }

    std::string_view text_, open_;
    const Keep keep_;
    std::size_t at_ = 0;
    bool tags_or_links_ = false;
    std::string out_;
};

bool may_hold_marks(std::string_view text) {
    return text.find_first_of("<&[#*_`") != std::string_view::npos;
}

}  // namespace

std::string without_markup(std::string_view text) {
    return may_hold_marks(text) ? Stripping(text, Keep::words).run() : std::string(text);
}

std::string as_markdown(std::string_view text) { return Stripping(text, Keep::markdown).run(); }

bool has_tags_or_links(std::string_view text) {
    if (!may_hold_marks(text)) return false;
    Stripping stripping(text, Keep::markdown);
    stripping.run();
    return stripping.has_tags_or_links();
}

std::string with_hard_breaks(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("  \n") : std::string(1, c);
    return out;
}

}  // namespace candor::screening
