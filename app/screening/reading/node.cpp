#include "screening/reading/node.h"

#include "document/document.h"

namespace candor::screening {
namespace {

using document::Format;
using Kind = document::Problem::Kind;

struct Wording {
    const char* code;
    std::string message, remedy;
};

Wording wording_of_syntax(const std::string& detail, Format format) {
    const bool json = format == Format::json;
    return {"bad-syntax",
            std::string("This is not well-formed ") + (json ? "JSON" : "YAML") +
                (detail.empty() ? "" : ": " + detail) + ".",
            json ? "Check commas, quotes and brackets near this line."
                 : "Check indents, colons and quotes near this line."};
}

Wording wording_of(const document::Problem& problem, Format format) {
    switch (problem.kind) {
        case Kind::not_utf8:
            return {"not-utf8", "The file is not UTF-8 text.", "Save it as UTF-8."};
        case Kind::control_character:
            return {"bad-syntax", "A character that cannot be seen stands here.",
                    "Delete it, or write it as an escape in double quotes."};
        case Kind::syntax:
            return wording_of_syntax(problem.detail, format);
        case Kind::open_quote:
            return {"bad-syntax", "The quote that starts here has no end.", "Close it."};
        case Kind::nameless_value:
            return {"bad-syntax", "A value stands here without a name.",
                    "Write its name before the colon; check the indents."};
        case Kind::after_the_end:
            return {"bad-syntax", "Something follows after the end of the document.",
                    "Look for a “---”, a bracket or a brace too many, or a wrong indent."};
        case Kind::alias:
            return {"alias", "YAML aliases (&name and *name) are not read here.",
                    "Write the words out."};
        case Kind::tag:
            return {"tag", "YAML tags (a word after “!”) are not read here.",
                    "Delete it, or put the text into quotes."};
        case Kind::doubled_key:
            return {"doubled-key", "\"" + problem.detail + "\" stands twice in one place.",
                    "Remove one of them."};
        case Kind::too_many_bytes:
            return {"too-large", "The file is larger than 8 MiB.", "Split it, or shorten it."};
        case Kind::too_deep:
            return {"too-deep", "The document is nested too deeply.", "Flatten its groups."};
        case Kind::too_many_values:
        case Kind::too_many_keys:
            return {"too-large", "The document has too many values.", "Split it."};
    }
    return wording_of_syntax({}, format);
}

}  // namespace

std::optional<Node> parse_node(std::string_view text, const std::string& where,
                               base::Findings& findings) {
    static constexpr document::Limits kLimits{kMaxBytes, kMaxNodeDepth, kMaxNodes, kMaxNodes};
    const Format format = document::format_of(text);
    auto read = document::read(text, format, kLimits);
    const auto tell = [&](int line, Wording wording) {
        findings.push_back({where, line, base::Severity::error, wording.code,
                            std::move(wording.message), std::move(wording.remedy)});
    };
    for (const auto& problem : read.problems) tell(problem.line, wording_of(problem, format));
    if (!read.problems.empty()) return std::nullopt;
    if (read.root && read.root->line > 0) return std::move(read.root);
    tell(0, {"empty-file", "The file is empty.", "Write the document into it."});
    return std::nullopt;
}

}  // namespace candor::screening
