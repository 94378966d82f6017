#include "pack/page/form_words.h"

#include <functional>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "pack/folder/finding_list.h"
#include "pack/page/node_words.h"
#include "pack/page/rich_text.h"

namespace candor::pack {
namespace {

using screening::Item;
using Kind = MarkdownNode::Kind;

/// A page of a book; what is longer is shown plainly.
constexpr std::size_t kMostBytes = 20'000;

/// Blocks of one text, and what was left out of them.
struct ReadWords {
    std::vector<Block> blocks;
    base::Findings findings;
};

class WordsBuilder {
  public:
    explicit WordsBuilder(Report& report) : report_(report) {}

    std::vector<Block> build(MarkdownNode& document) {
        for (auto& node : document.children) add(node);
        return std::move(blocks_);
    }

  private:
    void add(MarkdownNode& node) {
        switch (node.kind) {
            case Kind::heading:
                return add_words<Heading>({3, words_of(node, report_)});
            case Kind::paragraph:
            case Kind::cell:
                return add_words<Prose>({words_of(node, report_)});
            case Kind::list:
                return add_list(node);
            case Kind::fenced:
                leave_out(node);
                node.text = {Run{.text = node.body}};
                return add_words<Prose>({words_of(node, report_)});
            default:
                leave_out(node);
                for (auto& child : node.children) add(child);
        }
    }

    template <typename Body>
    void add_words(Body body) {
        if (!is_blank(body.text)) blocks_.push_back({0, std::move(body)});
    }

    /// "5. How often?" is a question with its number, and no list.
    void add_list(MarkdownNode& node) {
        List list = list_of(node, report_);
        if (list.items.size() > 1 || list.items.empty() || list.items.front().number == 0)
            return blocks_.push_back({0, std::move(list)});
        RichText words{Run{.text = std::to_string(list.items.front().number) + ". "}};
        for (auto& run : list.items.front().text) append(words, std::move(run));
        add_words<Prose>({std::move(words)});
    }

    void leave_out(const MarkdownNode& node) {
        report_.warning(node.line, "block-in-form", "A form shows words, headings and lists.", "");
    }

    Report& report_;
    std::vector<Block> blocks_;
};

/// Links were taken away before; what is still one is told like the rest.
ReadWords read_words(const std::string& markdown, const std::string& language) {
    ReadWords read;
    Report report("", read.findings);
    Links none;
    if (markdown.size() > kMostBytes) {
        report.warning(1, "too-long", "It is too long for marks.");
        return read;
    }
    auto tree = parse_markdown(markdown, {1, language, none, report});
    if (tree) read.blocks = WordsBuilder(report).build(*tree);
    return read;
}

void put_before(std::vector<Block>& blocks, const std::string& prefix) {
    if (prefix.empty() || blocks.empty() || is_prefix_of_words(prefix)) return;
    Run run{.text = prefix + " "};
    if (auto* prose = std::get_if<Prose>(&blocks.front().body))
        prose->text.insert(prose->text.begin(), std::move(run));
    else if (auto* heading = std::get_if<Heading>(&blocks.front().body))
        heading->text.insert(heading->text.begin(), std::move(run));
    else
        blocks.insert(blocks.begin(), {0, Prose{{Run{.text = prefix}}}});
}

/// The language whose words are shown where another one is asked for.
std::string shown_language(const base::Localized& text, const std::string& language) {
    if (text.has(language)) return language;
    if (text.has(base::kFallbackLanguage)) return base::kFallbackLanguage;
    return text.empty() ? std::string() : text.all().begin()->first;
}

const std::vector<Block>* found(
    const std::map<std::string, std::map<std::string, std::vector<Block>>>& all, const Item& item,
    const base::Localized& words, const std::string& language) {
    const auto of_item = all.find(item.link_id);
    if (of_item == all.end()) return nullptr;
    const auto blocks = of_item->second.find(shown_language(words, language));
    return blocks == of_item->second.end() ? nullptr : &blocks->second;
}

void for_each_item(const std::vector<Item>& items, const std::function<void(const Item&)>& visit) {
    for (const Item& item : items) {
        visit(item);
        for_each_item(item.items, visit);
    }
}

}  // namespace

bool is_prefix_of_words(const std::string& prefix) {
    constexpr std::size_t kLongestSign = 12;
    return base::utf8_count(prefix) > kLongestSign;
}

FormWords::FormWords(const screening::Questionnaire& questionnaire) {
    for_each_item(questionnaire.items, [this](const Item& item) {
        for (const auto& [language, words] : item.markdown.all()) {
            auto blocks = read_words(words, language).blocks;
            put_before(blocks, item.prefix.in(language));
            if (!blocks.empty()) texts_[item.link_id][language] = std::move(blocks);
        }
        for (const auto& [language, words] : item.help_markdown.all())
            if (auto blocks = read_words(words, language).blocks; !blocks.empty())
                helps_[item.link_id][language] = std::move(blocks);
    });
}

const std::vector<Block>* FormWords::text_of(const Item& item, const std::string& language) const {
    return found(texts_, item, item.text, language);
}

const std::vector<Block>* FormWords::help_of(const Item& item, const std::string& language) const {
    return found(helps_, item, item.help, language);
}

base::Findings form_words_findings(const screening::Questionnaire& questionnaire,
                                   const std::string& file) {
    base::Findings findings;
    FindingList list(findings);
    for_each_item(questionnaire.items, [&](const Item& item) {
        for (const auto& [language, words] : item.markdown.all()) {
            const ReadWords read = read_words(words, language);
            if (read.findings.empty()) continue;
            list.advice(file, 0, "form-markdown",
                        "Item " + in_quotes(item.link_id) +
                            ": not all of its Markdown is shown as "
                            "it stands there: " +
                            read.findings.front().message,
                        "Write it in words, headings and lists alone.");
            return;
        }
    });
    return findings;
}

}  // namespace candor::pack
