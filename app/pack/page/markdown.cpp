#include "pack/page/markdown.h"

#include <md4c.h>

#include <algorithm>

#include "base/utf8.h"
#include "pack/folder/text_rules.h"
#include "pack/page/html_entities.h"
#include "pack/page/rich_text.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxNesting = 12;
constexpr int kMaxNodes = 50'000;
/// md4c looks for the line of each link from its paragraph's first: without this, seconds a page.
constexpr std::size_t kMaxLines = 10'000;
constexpr unsigned kMaxTableColumns = 8;
constexpr std::size_t kMaxPictureWords = 2'000;
constexpr unsigned kFlags =
    MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE;

using Kind = MarkdownNode::Kind;

/// By MD_ALIGN.
constexpr ColumnAlign kAligns[] = {ColumnAlign::start, ColumnAlign::left, ColumnAlign::centre,
                                   ColumnAlign::right};

/// Builds the tree from md4c's callbacks. md4c tells no lines, but the texts that it hands out
/// point into the text it was given, and that tells where they stand.
class PageTreeBuilder {
  public:
    PageTreeBuilder(std::string_view text, const MarkdownPlace& place)
        : text_(text), place_(place) {
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') line_ends_.push_back(i);
    }

    std::optional<MarkdownNode> parse() {
        line_ = place_.first_line;
        if (line_ends_.size() > kMaxLines) {
            refuse("too-complex", "This page has over 10,000 lines.", "Split the page.");
            return std::nullopt;
        }
        const MD_PARSER parser{
            0,       kFlags,  on_enter_block, on_leave_block, on_enter_span, on_leave_span,
            on_text, nullptr, nullptr};
        const int failed =
            md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this);
        if (!failed) return std::move(root_);
        if (!refused_) refuse("too-complex", "This text cannot be read.", "Write it more simply.");
        return std::nullopt;
    }

  private:
    static PageTreeBuilder& self(void* data) { return *static_cast<PageTreeBuilder*>(data); }
    static int on_enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
        return self(data).enter_block(type, detail);
    }
    static int on_leave_block(MD_BLOCKTYPE type, void*, void* data) {
        return self(data).leave_block(type);
    }
    static int on_enter_span(MD_SPANTYPE type, void* detail, void* data) {
        return self(data).enter_span(type, detail);
    }
    static int on_leave_span(MD_SPANTYPE type, void*, void* data) {
        return self(data).leave_span(type);
    }
    static int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
        return self(data).text(type, std::string_view(text, size));
    }

    int refuse(const char* code, const char* message, const char* remedy) {
        refused_ = true;
        place_.report.error(line_, code, message, remedy);
        return 1;
    }

    /// Remembers the line at which `at` stands, and gives it to open nodes that have none yet.
    void note(const char* at) {
        if (at < text_.data() || at >= text_.data() + text_.size()) return;
        const auto offset = static_cast<std::size_t>(at - text_.data());
        const auto before = std::lower_bound(line_ends_.begin(), line_ends_.end(), offset);
        line_ = place_.first_line + static_cast<int>(before - line_ends_.begin());
        for (auto node = open_.rbegin(); node != open_.rend() && (*node)->line == 0; ++node)
            (*node)->line = line_;
    }

    int open(Kind kind) {
        if (open_.size() >= kMaxNesting)
            return refuse("too-deep", "Too many lists or quotes stand inside one another.",
                          "Write it more simply.");
        if (++nodes_ > kMaxNodes)
            return refuse("too-complex", "This page has too many parts.", "Split the page.");
        MarkdownNode& node = open_.empty() ? root_ : open_.back()->children.emplace_back();
        node.kind = kind;
        open_.push_back(&node);
        return 0;
    }

    int enter_block(MD_BLOCKTYPE type, void* detail);
    int enter_item();
    int enter_fenced(const MD_BLOCK_CODE_DETAIL& detail);
    int leave_block(MD_BLOCKTYPE type);
    int enter_span(MD_SPANTYPE type, void* detail);
    void enter_link(const MD_SPAN_A_DETAIL& detail);
    void enter_picture(const MD_SPAN_IMG_DETAIL& detail);
    void shorten(std::string& words);
    int leave_span(MD_SPANTYPE type);
    void leave_link();
    int text(MD_TEXTTYPE type, std::string_view words);
    void add_words(std::string_view words);
    void add_code(std::string_view words);
    std::string_view source_line(int line) const;
    int line_of_rule() const;
    std::string decoded(std::string_view entity);
    std::string attribute(const MD_ATTRIBUTE& value);
    void report_html();

    std::string_view text_;
    const MarkdownPlace& place_;
    std::vector<std::size_t> line_ends_;
    MarkdownNode root_;
    std::vector<MarkdownNode*> open_;
    std::vector<int> next_numbers_;  ///< of the open lists; 0: bullets
    Run look_;                       ///< of the words that come next
    int bold_ = 0, italic_ = 0, pictures_ = 0;
    int line_ = 0, nodes_ = 0, html_line_ = 0;
    bool refused_ = false, in_html_ = false, link_has_words_ = false;
};

int PageTreeBuilder::enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
        case MD_BLOCK_DOC:
            return open(Kind::document);
        case MD_BLOCK_QUOTE:
            return open(Kind::quote);
        case MD_BLOCK_UL:
            next_numbers_.push_back(0);
            return open(Kind::list);
        case MD_BLOCK_OL:
            next_numbers_.push_back(static_cast<int>(
                std::min(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start, 99'999U)));
            return open(Kind::list);
        case MD_BLOCK_LI:
            return enter_item();
        case MD_BLOCK_HR:
            if (const int failed = open(Kind::rule)) return failed;
            open_.back()->line = line_ = line_of_rule();
            return 0;
        case MD_BLOCK_H:
            if (const int failed = open(Kind::heading)) return failed;
            open_.back()->number = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            return 0;
        case MD_BLOCK_CODE:
            return enter_fenced(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
        case MD_BLOCK_HTML:
            in_html_ = true;
            return 0;
        case MD_BLOCK_P:
            return open(Kind::paragraph);
        case MD_BLOCK_TABLE:
            if (static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count > kMaxTableColumns)
                return refuse("table-too-wide", "A table after this line has over 8 columns.",
                              "Split the table.");
            return open(Kind::table);
        case MD_BLOCK_TR:
            return open(Kind::row);
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            if (const int failed = open(Kind::cell)) return failed;
            open_.back()->align = kAligns[static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align];
            return 0;
        case MD_BLOCK_THEAD:
        case MD_BLOCK_TBODY:
            return 0;
    }
    return 0;
}

std::string_view PageTreeBuilder::source_line(int line) const {
    const auto index = static_cast<std::size_t>(line - place_.first_line);
    if (line < place_.first_line || index > line_ends_.size()) return {};
    const auto begin = index == 0 ? 0 : line_ends_[index - 1] + 1;
    const auto end = index < line_ends_.size() ? line_ends_[index] : text_.size();
    return text_.substr(begin, end - begin);
}

int PageTreeBuilder::enter_item() {
    if (const int failed = open(Kind::item)) return failed;
    if (!next_numbers_.empty() && next_numbers_.back() > 0)
        open_.back()->number = next_numbers_.back()++;
    return 0;
}

int PageTreeBuilder::enter_fenced(const MD_BLOCK_CODE_DETAIL& detail) {
    if (const int failed = open(Kind::fenced)) return failed;
    if (detail.info.size > 0) note(detail.info.text);
    open_.back()->info = attribute(detail.info);
    return 0;
}

int PageTreeBuilder::leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return 0;
    if (type == MD_BLOCK_HTML) {
        in_html_ = false;
        return 0;
    }
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) next_numbers_.pop_back();
    if (open_.back()->line == 0) open_.back()->line = line_;
    if (type == MD_BLOCK_TR) open_.back()->body = source_line(open_.back()->line);
    open_.pop_back();
    return 0;
}

int PageTreeBuilder::enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
        case MD_SPAN_STRONG:
            ++bold_;
            break;
        case MD_SPAN_EM:
            ++italic_;
            break;
        case MD_SPAN_A:
            enter_link(*static_cast<MD_SPAN_A_DETAIL*>(detail));
            break;
        case MD_SPAN_IMG:
            enter_picture(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
            break;
        default:
            break;
    }
    return 0;
}

void PageTreeBuilder::enter_link(const MD_SPAN_A_DETAIL& detail) {
    note(detail.href.text);
    if (pictures_ > 0) return;
    const auto [kind, target] =
        place_.links.resolve(attribute(detail.href), line_, place_.language, place_.report);
    look_.link = kind;
    look_.target = target;
    link_has_words_ = false;
}

void PageTreeBuilder::enter_picture(const MD_SPAN_IMG_DETAIL& detail) {
    note(detail.src.text);
    if (pictures_++ > 0) return;
    open_.back()->pictures.push_back({attribute(detail.src), {}, attribute(detail.title), line_});
    shorten(open_.back()->pictures.back().title);
}

void PageTreeBuilder::shorten(std::string& words) {
    if (words.size() <= kMaxPictureWords) return;
    words.resize(base::boundary_before(words, kMaxPictureWords));
    place_.report.warning(line_, "words-cut",
                          "The words at this picture end after 2,000 bytes; what follows is lost.",
                          "Say it in fewer words, or in a paragraph below the picture.");
}

int PageTreeBuilder::leave_span(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_STRONG:
            --bold_;
            break;
        case MD_SPAN_EM:
            --italic_;
            break;
        case MD_SPAN_A:
            leave_link();
            break;
        case MD_SPAN_IMG:
            if (--pictures_ == 0) shorten(open_.back()->pictures.back().alt);
            break;
        default:
            break;
    }
    return 0;
}

void PageTreeBuilder::leave_link() {
    if (pictures_ > 0) return;
    if (look_.link == LinkKind::source)
        append(open_.back()->text, Run{{}, bold_ > 0, italic_ > 0, look_.link, look_.target});
    else if (look_.link != LinkKind::none && !link_has_words_)
        place_.report.warning(line_, "empty-link",
                              "The link to " + in_quotes(look_.target) + " has no words.",
                              "Write words between “[” and “]”.");
    look_.link = LinkKind::none;
    look_.target.clear();
}

int PageTreeBuilder::text(MD_TEXTTYPE type, std::string_view words) {
    note(words.data());
    if (in_html_ || type == MD_TEXT_HTML) {
        report_html();
        return 0;
    }
    switch (type) {
        case MD_TEXT_BR:
            add_words("\n");
            break;
        case MD_TEXT_SOFTBR:
            add_words({&kSoftBreak, 1});
            break;
        case MD_TEXT_ENTITY:
            add_words(decoded(words));
            break;
        case MD_TEXT_NULLCHAR:
            break;
        case MD_TEXT_CODE:
            add_code(words);
            break;
        default:
            add_words(words);
            break;
    }
    return 0;
}

void PageTreeBuilder::add_words(std::string_view words) {
    MarkdownNode& node = *open_.back();
    if (pictures_ > 0) {
        std::string& alt = node.pictures.back().alt;
        if (alt.size() <= kMaxPictureWords)
            alt += words == std::string_view(&kSoftBreak, 1) ? " " : words;
        return;
    }
    if (node.kind == Kind::fenced) {
        node.body += words;
        return;
    }
    link_has_words_ = true;
    // The words of a link to a source stay plain; its number follows them.
    Run run{std::string(words), bold_ > 0, italic_ > 0, look_.link, look_.target};
    if (run.link == LinkKind::source) run.link = LinkKind::none, run.target.clear();
    append(node.text, std::move(run));
}

void PageTreeBuilder::add_code(std::string_view words) {
    if (open_.back()->kind != Kind::fenced)
        place_.report.warning(line_, "code-span", "Words between backticks are shown plainly.",
                              "Delete the backticks.");
    add_words(words);
}

/// md4c hands out no text of a rule: it is the next line that could be one.
int PageTreeBuilder::line_of_rule() const {
    const auto count = static_cast<int>(line_ends_.size());
    for (int i = std::max(0, line_ - place_.first_line); i < count; ++i) {
        const auto begin = i == 0 ? 0 : line_ends_[static_cast<std::size_t>(i) - 1] + 1;
        const auto line = text_.substr(begin, line_ends_[static_cast<std::size_t>(i)] - begin);
        const auto marks = std::count_if(line.begin(), line.end(), [](char c) { return c != ' '; });
        if (marks >= 3 && line.find_first_not_of("-*_ >") == std::string_view::npos)
            return place_.first_line + i;
    }
    return line_;
}

std::string PageTreeBuilder::decoded(std::string_view entity) {
    std::string out = text_of_entity(entity);
    if (!out.empty()) return check_text(out, line_, place_.report) ? out : std::string();
    place_.report.warning(line_, "unknown-entity",
                          in_quotes(entity) + " stands for no character, and is shown as it is.",
                          "Type the character itself.");
    return std::string(entity);
}

std::string PageTreeBuilder::attribute(const MD_ATTRIBUTE& value) {
    std::string out;
    for (std::size_t i = 0; value.size > 0 && value.substr_offsets[i] < value.size; ++i) {
        const auto from = value.substr_offsets[i];
        const std::string_view part(value.text + from, value.substr_offsets[i + 1] - from);
        out += value.substr_types[i] == MD_TEXT_ENTITY ? decoded(part) : std::string(part);
    }
    return out;
}

void PageTreeBuilder::report_html() {
    if (html_line_ == line_) return;
    html_line_ = line_;
    place_.report.error(line_, "raw-html", "HTML is not read here, comments neither.",
                        "Write it in Markdown, or delete it.");
}

}  // namespace

std::optional<MarkdownNode> parse_markdown(std::string_view text, const MarkdownPlace& place) {
    return PageTreeBuilder(text, place).parse();
}

}  // namespace candor::pack
