#include "pack/folder/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "pack/folder/text_rules.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxYamlDepth = 16;
constexpr int kMaxValues = 50'000;

/// Ends the parse where going on could cost without bound; its finding is already in the report.
struct Refused {};

/// Builds the tree from yaml-cpp's events. yaml-cpp's own Node would expand aliases and lose both
/// the lines of keys and keys given twice.
class YamlTreeBuilder : public YAML::EventHandler {
  public:
    YamlTreeBuilder(std::string_view text, int first_line, Report& report)
        : text_(text), first_line_(first_line), report_(report) {}
    YamlNode take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        add(mark, YamlNode::Kind::nothing);
    }
    void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_reference(mark); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_reference(mark); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        refuse_tag(mark, tag);
        if (tag == "!") refuse_open_quote(mark);
        check_text(value, line_of(mark), report_);
        if (wants_key()) return add_key(mark, value);
        add(mark, YamlNode::Kind::scalar).text = value;
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, YamlNode::Kind::sequence);
    }
    void OnSequenceEnd() override { open_.pop_back(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, YamlNode::Kind::map);
    }
    void OnMapEnd() override { open_.pop_back(); }

  private:
    int line_of(const YAML::Mark& mark) const { return first_line_ + std::max(0, mark.line); }

    bool wants_key() const {
        return !open_.empty() && open_.back()->kind == YamlNode::Kind::map &&
               open_.back()->keys.size() == open_.back()->items.size();
    }

    void add_key(const YAML::Mark& mark, const std::string& name) {
        auto& keys = open_.back()->keys;
        // Without this bound, looking for a key given twice would take quadratic time.
        if (keys.size() >= 2'000) refuse(mark, "yaml-too-large", "There are too many keys here.");
        for (const auto& key : keys)
            if (key.name == name)
                report_.error(line_of(mark), "duplicate-key",
                              "The key " + in_quotes(name) + " stands here for the second time.",
                              "Delete one of the two.");
        keys.push_back({name, line_of(mark)});
    }

    YamlNode& add(const YAML::Mark& mark, YamlNode::Kind kind) {
        if (++values_ > kMaxValues)
            refuse(mark, "yaml-too-large", "There are too many values here.");
        if (wants_key()) refuse(mark, "yaml-syntax", "A key has to be a word.");
        YamlNode& node = open_.empty() ? root_ : open_.back()->items.emplace_back();
        node.kind = kind;
        node.line = line_of(mark);
        return node;
    }

    void open(const YAML::Mark& mark, const std::string& tag, YamlNode::Kind kind) {
        refuse_tag(mark, tag);
        if (open_.size() >= kMaxYamlDepth)
            refuse(mark, "yaml-depth", "Too many levels stand inside one another.");
        open_.push_back(&add(mark, kind));
    }

    void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        refuse(mark, "yaml-tag", "A YAML tag (a word after “!”) is not read here.",
               "Delete it, or put the text into quotes.");
    }
    /// yaml-cpp takes the end of the text for the quote that is missing.
    void refuse_open_quote(const YAML::Mark& mark) {
        const auto at = static_cast<std::size_t>(std::max(0, mark.pos));
        if (at >= text_.size() || (text_[at] != '"' && text_[at] != '\'')) return;
        for (std::size_t i = at + 1; i < text_.size(); ++i) {
            if (text_[i] == text_[at]) return;
            if (text_[i] == '\\' && text_[at] == '"') ++i;
        }
        refuse(mark, "yaml-syntax", "The quote that starts here has no end.", "Close it.");
    }
    void refuse_reference(const YAML::Mark& mark) {
        refuse(mark, "yaml-alias", "YAML references (“&name” and “*name”) are not read here.",
               "Write the words out, or put text that starts with “&” or “*” into quotes.");
    }
    [[noreturn]] void refuse(const YAML::Mark& mark, const char* code, const char* message,
                             const char* remedy = "Split the file, or write it more simply.") {
        report_.error(line_of(mark), code, message, remedy);
        throw Refused{};
    }

    std::string_view text_;
    int first_line_;
    Report& report_;
    YamlNode root_;
    std::vector<YamlNode*> open_;
    int values_ = 0;
};

/// yaml-cpp may quote one byte of a longer character.
std::string words_of(const YAML::Exception& problem) {
    std::string words = problem.msg;
    std::erase_if(words, [](char c) { return c < ' ' || c > '~'; });
    return words;
}

void parse_document(std::string_view text, int first_line, YamlTreeBuilder& tree, Report& report) {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    parser.HandleNextDocument(tree);
    if (parser)
        report.error(first_line, "yaml-syntax", "Something follows after the end of the YAML.",
                     "Look for a “---”, a bracket or a brace too many.");
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i)
        if (keys[i].name == key) return items[i].kind == Kind::nothing ? nullptr : &items[i];
    return nullptr;
}

std::optional<YamlNode> parse_yaml(std::string_view text, int first_line, Report& report) {
    YamlTreeBuilder tree(text, first_line, report);
    try {
        parse_document(text, first_line, tree, report);
        return tree.take();
    } catch (const Refused&) {
    } catch (const YAML::Exception& problem) {
        report.error(first_line + std::max(0, problem.mark.line), "yaml-syntax",
                     "This is not YAML: " + words_of(problem) + ".",
                     "Look for a missing quote, colon or space, or a wrong indent. Text with a "
                     "colon, “#” or “[” needs quotes.");
    } catch (const std::exception& problem) {
        report.error(first_line, "yaml-syntax",
                     std::string("This cannot be read as YAML: ") + problem.what() + ".",
                     "Write it more simply.");
    }
    return std::nullopt;
}

}  // namespace candor::pack
