#include "pack/package/policy_text.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace candor::pack {
namespace {

using Lines = std::vector<std::string>;
constexpr std::size_t kUsualIndent = 2;

Lines split_lines(const std::string& text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string text_of(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    return text;
}

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool is_comment(std::string_view line) {
    const auto at = indent_of(line);
    return at == line.size() || line[at] == '#' || line[at] == '\r';
}

/// What a line would be outside a comment: a "#" in the first place goes.
std::string_view bare(std::string_view line) {
    return line.starts_with('#') ? line.substr(1) : line;
}

/// Is it "KEY:", behind blanks?
bool is_key_line(std::string_view line, std::string_view key) {
    line.remove_prefix(indent_of(line));
    return line.starts_with(key) && line.size() > key.size() && line[key.size()] == ':';
}

/// "#delivery:" ends the map above it as "delivery:" does; words for people do not.
bool starts_a_key(std::string_view line) {
    const auto text = bare(line);
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
    return end != 0 && end != std::string_view::npos && text[end] == ':';
}

/// A key's place: its line, and the one behind the last that is its own.
struct KeyPlace {
    std::size_t line = 0, end = 0;
};

std::optional<std::size_t> find_key(const Lines& lines, KeyPlace within, std::string_view key,
                                    bool indented) {
    for (const bool commented : {false, true})
        for (std::size_t i = within.line; i < within.end; ++i) {
            if (commented != lines[i].starts_with('#')) continue;
            const auto line = bare(lines[i]);
            // "# name: …", with one blank, are words for people.
            const std::size_t least = !indented ? 0 : commented ? 2 : 1;
            if (is_key_line(line, key) && indent_of(line) >= least &&
                (indent_of(line) > 0) == indented)
                return i;
        }
    return std::nullopt;
}

/// Behind the lines that stand deeper than the one at `line`.
std::size_t end_of_value(const Lines& lines, std::size_t line) {
    const auto own = indent_of(lines[line]);
    std::size_t end = line + 1;
    for (std::size_t i = end; i < lines.size(); ++i) {
        if (is_comment(lines[i])) continue;
        if (indent_of(lines[i]) <= own && !lines[i].starts_with("- ")) break;
        end = i + 1;
    }
    return end;
}

std::size_t end_of_map(const Lines& lines, std::size_t line) {
    for (std::size_t i = line + 1; i < lines.size(); ++i)
        if (starts_a_key(lines[i])) return i;
    return lines.size();
}

/// Where in "key: value  # why" the value begins and ends.
struct Span {
    std::size_t begin = 0, end = 0;
};

Span value_in(std::string_view line) {
    const auto colon = line.find(':');
    const auto begin = std::min(line.find_first_not_of(' ', colon + 1), line.size());
    if (begin == line.size() || line[begin] == '#') return {begin, begin};
    char quote = 0;
    for (std::size_t i = begin; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == '"' && c == '\\') {
            ++i;
        } else if (quote != 0) {
            if (c == quote) quote = 0;
        } else if ((c == '"' || c == '\'') &&
                   std::string_view(" [{,:").find(line[i - 1]) != std::string_view::npos) {
            quote = c;
        } else if (c == '#' && line[i - 1] == ' ') {
            return {begin, line.find_last_not_of(' ', i - 1) + 1};
        }
    }
    return {begin, line.size()};
}

std::string comment_behind(std::string_view line) {
    const auto rest = line.substr(value_in(line).end);
    const auto at = rest.find('#');
    return at == std::string_view::npos ? "" : "  " + std::string(rest.substr(at));
}

std::string line_with(std::size_t indent, std::string_view key, const std::string& value) {
    return std::string(indent, ' ') + std::string(key) + ": " + value;
}

/// Puts the value where the key stands, or waits in a comment.
void replace(Lines& lines, std::size_t at, std::size_t indent, std::string_view key,
             const std::string& value) {
    const bool active = !lines[at].starts_with('#');
    const auto end = active ? end_of_value(lines, at) : at + 1;
    lines[at] = line_with(indent, key, value) + comment_behind(bare(lines[at]));
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                lines.begin() + static_cast<std::ptrdiff_t>(end));
}

void insert(Lines& lines, std::size_t at, std::string line) {
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), std::move(line));
}

void set_top(Lines& lines, std::string_view key, const std::string& value) {
    if (const auto at = find_key(lines, {0, lines.size()}, key, false))
        replace(lines, *at, 0, key, value);
    else
        lines.push_back(line_with(0, key, value));
}

tl::unexpected<base::Fault> on_one_line(std::size_t line, std::string_view map) {
    return base::fail(
        base::FaultKind::wrong_format, "kiosk.yaml:" + std::to_string(line + 1),
        "“" + std::string(map) + "” stands on one line; write a line for each of its values");
}

/// The map's lines, out of their comment if they were in one; made if there is none.
base::Result<KeyPlace> open_map(Lines& lines, std::string_view map) {
    auto at = find_key(lines, {0, lines.size()}, map, false);
    if (!at) {
        lines.push_back(std::string(map) + ":");
        at = lines.size() - 1;
    }
    if (lines[*at].starts_with('#'))
        lines[*at] = std::string(map) + ":" + comment_behind(bare(lines[*at]));
    const Span value = value_in(lines[*at]);
    if (value.begin != value.end) return on_one_line(*at, map);
    return KeyPlace{*at, end_of_map(lines, *at)};
}

std::size_t indent_in(const Lines& lines, KeyPlace map) {
    for (std::size_t i = map.line + 1; i < map.end; ++i)
        if (!is_comment(lines[i])) return indent_of(lines[i]);
    return kUsualIndent;
}

}  // namespace

std::string yaml_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return out + '"';
}

base::Result<std::string> with_value(const std::string& text, std::string_view path,
                                     const std::string& value) {
    Lines lines = split_lines(text);
    const auto dot = path.find('.');
    if (dot == std::string_view::npos) {
        set_top(lines, path, value);
        return text_of(lines);
    }
    const auto key = path.substr(dot + 1);
    const KeyPlace map = TRY(open_map(lines, path.substr(0, dot)));
    const auto indent = indent_in(lines, map);
    if (const auto at = find_key(lines, {map.line + 1, map.end}, key, true))
        replace(lines, *at, indent, key, value);
    else
        insert(lines, map.line + 1, line_with(indent, key, value));
    return text_of(lines);
}

base::Result<std::string> without_value(const std::string& text, std::string_view path) {
    Lines lines = split_lines(text);
    const auto dot = path.find('.');
    const bool inner = dot != std::string_view::npos;
    KeyPlace within{0, lines.size()};
    if (inner) {
        const auto map = path.substr(0, dot);
        const auto top = find_key(lines, within, map, false);
        if (!top || lines[*top].starts_with('#')) return text;
        const Span value = value_in(lines[*top]);
        if (value.begin != value.end) return on_one_line(*top, map);
        within = {*top + 1, end_of_map(lines, *top)};
    }
    const auto at = find_key(lines, within, inner ? path.substr(dot + 1) : path, inner);
    if (!at || lines[*at].starts_with('#')) return text;
    const auto end = end_of_value(lines, *at);
    for (std::size_t i = *at; i < end; ++i)
        if (!lines[i].starts_with('#')) lines[i] = "#" + lines[i];
    return text_of(lines);
}

std::string with_staff_code(const std::string& policy_text, const std::string& hash) {
    return with_value(policy_text, "staff_code", yaml_quoted(hash)).value_or(policy_text);
}

}  // namespace candor::pack
