#include <yaml.h>

#include "document/tree_builder.h"
#include "document/yaml_text.h"

namespace candor::document {
namespace {

using Kind = Problem::Kind;

std::string_view words(const char* text) { return text == nullptr ? "" : text; }

std::string_view words(const yaml_event_t& scalar) {
    return {reinterpret_cast<const char*>(scalar.data.scalar.value), scalar.data.scalar.length};
}

bool is_null_word(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

Node::Kind kind_of(const yaml_event_t& scalar) {
    if (scalar.data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return Node::Kind::string;
    return is_null_word(words(scalar)) ? Node::Kind::nothing : Node::Kind::plain;
}

class Event {
  public:
    Event() = default;
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    ~Event() { yaml_event_delete(&raw); }

    yaml_event_t raw{};
};

class YamlReader {
  public:
    YamlReader(std::string_view text, int first_line, TreeBuilder& tree)
        : text_(text), first_line_(first_line), tree_(tree) {
        is_ready_ = yaml_parser_initialize(&parser_) == 1;
        if (!is_ready_) return;
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
    }
    YamlReader(const YamlReader&) = delete;
    YamlReader& operator=(const YamlReader&) = delete;
    ~YamlReader() {
        if (is_ready_) yaml_parser_delete(&parser_);
    }

    void read() {
        if (const auto at = find_old_line_end(text_))
            tree_.refuse(Kind::control_character, line_at(*at));
        else if (const auto tag = find_tag_directive(text_))
            tree_.refuse(Kind::tag, line_at(*tag));
        else if (!is_ready_)
            tree_.refuse(Kind::syntax, 0, "out of memory");
        else
            while (read_event()) continue;
    }

  private:
    /// Is another to come?
    bool read_event() {
        Event event;
        if (yaml_parser_parse(&parser_, &event.raw) != 1) return refuse_error();
        return take(event.raw) && event.raw.type != YAML_STREAM_END_EVENT;
    }

    bool take(const yaml_event_t& event) {
        const int line = line_of(event.start_mark);
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT:
                return ++documents_ == 1 || tree_.refuse(Kind::after_the_end, line);
            case YAML_ALIAS_EVENT:
                return tree_.refuse(Kind::alias, line);
            case YAML_SCALAR_EVENT:
                return is_bare(event.data.scalar, event) && take_scalar(event, line);
            case YAML_SEQUENCE_START_EVENT:
                return is_bare(event.data.sequence_start, event) &&
                       tree_.open(Node::Kind::list, line);
            case YAML_MAPPING_START_EVENT:
                return is_bare(event.data.mapping_start, event) &&
                       tree_.open(Node::Kind::map, line);
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT:
                return tree_.close();
            default:
                return true;
        }
    }

    bool take_scalar(const yaml_event_t& event, int line) {
        const auto kind = kind_of(event);
        std::string text(kind == Node::Kind::nothing ? "" : words(event));
        if (!tree_.wants_key()) note_comment(event, text);
        if (tree_.wants_key() && kind != Node::Kind::nothing)
            return tree_.key(std::move(text), line);
        return tree_.scalar(kind, std::move(text), line);
    }

    template <typename Properties>
    bool is_bare(const Properties& properties, const yaml_event_t& event) {
        const int line = line_of(event.start_mark);
        if (properties.anchor != nullptr) return tree_.refuse(Kind::alias, line);
        if (properties.tag != nullptr) return tree_.refuse(Kind::tag, line);
        return !follows_question_mark(event) ||
               tree_.refuse(Kind::syntax, line, "found a question mark without a space");
    }

    /// libyaml takes the "?" of "[?word]" for the sign of a key; YAML 1.2 has it as a letter.
    bool follows_question_mark(const yaml_event_t& event) {
        if (event.start_mark.index == event.end_mark.index) return false;  // nothing stands there
        const auto at = byte_of(event.start_mark.index);
        return at > 0 && text_[at - 1] == '?';
    }

    /// The place that libyaml counts in characters; asked for in order.
    std::size_t byte_of(std::size_t index) {
        for (; characters_ < index && at_ < text_.size(); ++characters_)
            for (++at_; at_ < text_.size() && !starts_character(text_[at_]);) ++at_;
        return at_;
    }

    /// A comment right behind a value may be words that the author meant to be read.
    void note_comment(const yaml_event_t& scalar, std::string_view value) {
        const auto style = scalar.data.scalar.style;
        if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) return;
        const auto end = byte_of(scalar.end_mark.index);
        const auto from = text_.find_first_not_of(" \t", end);
        if (from == std::string_view::npos || from == end || text_[from] != '#') return;
        const auto words = text_.substr(from, text_.find_first_of("\r\n", from) - from);
        tree_.comment({line_of(scalar.end_mark), std::string(words), from - end,
                       value.find(' ') != std::string_view::npos});
    }

    bool refuse_error() {
        if (parser_.error == YAML_READER_ERROR) return refuse_character();
        const auto problem = words(parser_.problem), context = words(parser_.context);
        if (context == "while scanning a quoted scalar" && problem.starts_with("found unexpected"))
            return tree_.refuse(Kind::open_quote, line_of(parser_.context_mark));
        if (context == "while scanning an alias" || context == "while scanning an anchor")
            return tree_.refuse(Kind::alias, line_of(parser_.problem_mark));
        if (problem == "found undefined tag handle" || context == "while scanning a tag")
            return tree_.refuse(Kind::tag, line_of(parser_.problem_mark));
        if (problem == "did not find expected <document start>")
            return tree_.refuse(Kind::after_the_end, line_of(parser_.problem_mark));
        std::string detail(problem.empty() ? "out of memory" : problem);
        if (!context.empty()) detail.append(" ").append(context);
        return tree_.refuse(Kind::syntax, line_of_error(), std::move(detail));
    }

    /// Where a bracket opens that is never closed, or words stand without a colon, says more than
    /// where libyaml noticed.
    int line_of_error() const {
        if (words(parser_.problem) == "could not find expected ':'")
            return line_of(parser_.context_mark);
        const bool at_end = parser_.problem_mark.index >= characters_of(text_);
        return at_end && tree_.open_line() > 0 ? tree_.open_line() : line_of(parser_.problem_mark);
    }

    bool refuse_character() {
        const bool is_control = words(parser_.problem).starts_with("control");
        return tree_.refuse(is_control ? Kind::control_character : Kind::not_utf8,
                            line_at(parser_.problem_offset));
    }

    int line_at(std::size_t byte) const { return first_line_ + line_ends(text_, byte); }

    int line_of(const yaml_mark_t& mark) const { return first_line_ + static_cast<int>(mark.line); }

    std::string_view text_;
    int first_line_;
    TreeBuilder& tree_;
    yaml_parser_t parser_{};
    bool is_ready_ = false;
    int documents_ = 0;
    std::size_t at_ = 0, characters_ = 0;  ///< the same place, in bytes and as libyaml counts
};

}  // namespace

void read_yaml(std::string_view text, int first_line, TreeBuilder& tree) {
    YamlReader(text, first_line, tree).read();
}

}  // namespace candor::document
