#include "pack/folder/yaml.h"

#include "document/document.h"
#include "pack/folder/text_rules.h"

namespace candor::pack {
namespace {

using Kind = document::Problem::Kind;

struct Wording {
    const char* code;
    std::string message, remedy = "Split the file, or write it more simply.";
};

Wording wording_of(const document::Problem& problem) {
    switch (problem.kind) {
        case Kind::not_utf8:
            return {"bad-encoding", "This line is not UTF-8 text.", "Save the file as UTF-8."};
        case Kind::control_character:
            return {"control-character", "This line holds a control character.",
                    "Delete it and type the word again."};
        case Kind::syntax:
            return {"yaml-syntax", "This is not YAML: " + problem.detail + ".",
                    "Look for a missing quote, colon or space, or a wrong indent. Text with a "
                    "colon, “#” or “[” needs quotes."};
        case Kind::open_quote:
            return {"yaml-syntax", "The quote that starts here has no end.", "Close it."};
        case Kind::nameless_value:
            return {"yaml-syntax", "A key has to be a word."};
        case Kind::after_the_end:
            return {"yaml-syntax", "Something follows after the end of the YAML.",
                    "Look for a “---”, a bracket or a brace too many, or a wrong indent."};
        case Kind::alias:
            return {"yaml-alias", "YAML references (“&name” and “*name”) are not read here.",
                    "Write the words out, or put text that starts with “&” or “*” into quotes."};
        case Kind::tag:
            return {"yaml-tag", "A YAML tag (a word after “!”) is not read here.",
                    "Delete it, or put the text into quotes."};
        case Kind::doubled_key:
            return {"duplicate-key",
                    "The key " + in_quotes(problem.detail) + " stands here for the second time.",
                    "Delete one of the two."};
        case Kind::too_many_bytes:
            return {"yaml-too-large", "This is too long."};
        case Kind::too_deep:
            return {"yaml-depth", "Too many levels stand inside one another."};
        case Kind::too_many_values:
            return {"yaml-too-large", "There are too many values here."};
        case Kind::too_many_keys:
            return {"yaml-too-large", "There are too many keys here."};
    }
    return {"yaml-syntax", "This is not YAML."};
}

void tell(const document::Problem& problem, std::string_view text, int first_line, Report& report) {
    const bool is_character =
        problem.kind == Kind::not_utf8 || problem.kind == Kind::control_character;
    // It names each line and character; what it allows and YAML does not is told below.
    if (is_character && !check_text(text, first_line, report)) return;
    auto [code, message, remedy] = wording_of(problem);
    report.error(problem.line, code, std::move(message), std::move(remedy));
}

/// A comment is set off from its value by two blanks, and from its "#" by one; what reads on behind
/// words is taken for words.
bool swallows_words(const document::Comment& comment) {
    const auto behind = comment.text.find_first_not_of('#');
    if (behind == std::string::npos) return false;
    const bool set_off = std::string_view(" \t-=!").find(comment.text[behind]) != std::string::npos;
    return !set_off || (comment.follows_words && comment.blanks == 1);
}

void tell_swallowed(const std::vector<document::Comment>& comments, Report& report) {
    for (const auto& comment : comments)
        if (swallows_words(comment))
            report.warning(comment.line, "yaml-comment",
                           "YAML takes " + in_quotes(comment.text) +
                               " for a comment: no one is shown these words.",
                           "Put the whole value into quotes. A comment has two blanks before its "
                           "“#” and one behind it.");
}

/// Escapes ("\u202E") bring characters that the file does not show.
void check_texts(const YamlNode& node, Report& report) {
    check_text(node.text, node.line, report);
    for (const auto& key : node.keys) check_text(key.name, key.line, report);
    for (const auto& item : node.items) check_texts(item, report);
}

}  // namespace

std::optional<YamlNode> parse_yaml(std::string_view text, int first_line, Report& report) {
    auto read = document::read(text, document::Format::yaml, {}, first_line);
    for (const auto& problem : read.problems) tell(problem, text, first_line, report);
    if (read.root) check_texts(*read.root, report);
    tell_swallowed(read.comments, report);
    return std::move(read.root);
}

void tell_swallowed_words(std::string_view text, Report& report) {
    if (document::format_of(text) != document::Format::yaml) return;
    tell_swallowed(document::read(text, document::Format::yaml).comments, report);
}

}  // namespace candor::pack
