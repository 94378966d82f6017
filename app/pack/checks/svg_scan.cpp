#include "pack/checks/svg_scan.h"

#include <algorithm>

namespace candor::pack {
namespace {

constexpr std::size_t kMaxOutside = 5, kMaxElementDepth = 200;
constexpr std::string_view kSpaces = " \t\r\n";

class SvgScan {
  public:
    explicit SvgScan(std::string_view text) : text_(text) {}

    SvgFacts scan() {
        bool good = true;
        for (std::size_t at = 0; good && (at = text_.find('<', at)) != std::string_view::npos;)
            good = markup(at);
        out_.whole = good && open_.empty() && has_root_;
        return std::move(out_);
    }

  private:
    /// What starts at `at`, which moves behind it; false where it does not end.
    bool markup(std::size_t& at) {
        if (text_.substr(at).starts_with("<!--")) return skip(at, "-->");
        if (text_.substr(at).starts_with("<?")) return skip(at, "?>");
        if (text_.substr(at).starts_with("<![CDATA[")) return skip(at, "]]>");
        if (text_.substr(at).starts_with("<!")) {
            add_outside("DOCTYPE");
            return skip(at, ">");
        }
        const std::size_t end = end_of_tag(at);
        if (end == std::string_view::npos) return false;
        const auto inside = text_.substr(at + 1, end - at - 1);
        at = end + 1;
        return tag(inside, at);
    }

    bool skip(std::size_t& at, std::string_view until) {
        const auto end = text_.find(until, at);
        if (end == std::string_view::npos) return false;
        at = end + until.size();
        return true;
    }

    /// The ">" that is in no quotes.
    std::size_t end_of_tag(std::size_t at) const {
        char quote = 0;
        for (; at < text_.size(); ++at) {
            const char c = text_[at];
            if (quote != 0)
                quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (c == '>')
                return at;
        }
        return std::string_view::npos;
    }

    bool tag(std::string_view inside, std::size_t behind) {
        if (inside.starts_with('/')) {
            const auto name = inside.substr(1, inside.find_first_of(kSpaces, 1) - 1);
            if (open_.empty() || open_.back() != name) return false;
            open_.pop_back();
            return true;
        }
        const bool closed = inside.ends_with('/');
        if (closed) inside.remove_suffix(1);
        const auto name = inside.substr(0, inside.find_first_of(kSpaces));
        look_at(name, inside, behind);
        if (!closed) open_.push_back(name);
        return open_.size() <= kMaxElementDepth;
    }

    void look_at(std::string_view name, std::string_view inside, std::size_t behind) {
        if (name == "svg" && open_.empty())
            has_root_ = inside.find("viewBox") != std::string_view::npos ||
                        inside.find("width") != std::string_view::npos;
        if (name == "text" || name == "tspan" || name == "foreignObject") out_.has_text = true;
        if (name == "script" || inside.find(" on") != std::string_view::npos)
            out_.has_script = out_.has_script || name == "script" || has_handler(inside);
        if (name == "style") style(text_.substr(behind, text_.find("</style", behind) - behind));
        for (const std::string_view key : {"href=", "src="}) reference(inside, key);
        style(inside);
    }

    static bool has_handler(std::string_view inside) {
        for (const std::string_view key : {" onload", " onclick", " onmouseover", " onbegin"})
            if (inside.find(key) != std::string_view::npos) return true;
        return false;
    }

    /// An attribute that names something: "#…" is in the file, "data:" carries it along.
    void reference(std::string_view inside, std::string_view key) {
        for (std::size_t at = 0; (at = inside.find(key, at)) != std::string_view::npos;) {
            at += key.size();
            if (at >= inside.size()) return;
            const auto value = inside.substr(at + 1, inside.find(inside[at], at + 1) - at - 1);
            if (!value.starts_with('#') && !value.starts_with("data:image/")) add_outside(value);
        }
    }

    void style(std::string_view css) {
        if (css.find("@import") != std::string_view::npos) add_outside("@import");
        for (std::size_t at = 0; (at = css.find("url(", at)) != std::string_view::npos;) {
            at += 4;
            const auto from = css.find_first_not_of("\"' &quot;", at);
            if (from == std::string_view::npos) return;
            const auto value = css.substr(from, css.find_first_of(")\"'", from) - from);
            if (!value.starts_with('#') && !value.starts_with("data:image/")) add_outside(value);
        }
    }

    void add_outside(std::string_view what) {
        if (out_.outside.size() < kMaxOutside) out_.outside.emplace_back(what.substr(0, 80));
    }

    std::string_view text_;
    std::vector<std::string_view> open_;
    bool has_root_ = false;
    SvgFacts out_;
};

}  // namespace

SvgFacts scan_svg(std::string_view text) { return SvgScan(text).scan(); }

}  // namespace candor::pack
