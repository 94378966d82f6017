#include "assistive/field_words.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace candor::assistive {
namespace {

/// What is in front of `at` up to, and with, the last of `ends`.
std::size_t start_of(std::string_view text, std::size_t at, std::string_view ends) {
    const auto end = text.substr(0, at).find_last_of(ends);
    return end == std::string_view::npos ? 0 : end + 1;
}

std::size_t end_of_word(std::string_view text, std::size_t at, std::string_view blanks) {
    const auto blank = text.find_first_of(blanks, at);
    const auto next = text.find_first_not_of(blanks, blank);
    return blank == std::string_view::npos || next == std::string_view::npos ? text.size() : next;
}

}  // namespace

FieldWords::FieldWords(const ui::Node& node) {
    if (node.typed)
        typed_ = *node.typed;
    else
        typed_ = {node.value, node.value.size(), node.value.size()};
}

int FieldWords::offset(std::size_t byte) const {
    return static_cast<int>(base::utf8_count(std::string_view(typed_.text).substr(0, byte)));
}

int FieldWords::length() const { return offset(typed_.text.size()); }
int FieldWords::caret() const { return offset(typed_.caret); }

std::size_t FieldWords::byte(int offset) const {
    if (offset < 0) return typed_.text.size();
    std::size_t at = 0;
    for (; offset > 0 && at < typed_.text.size(); --offset)
        (void)base::next_code_point(typed_.text, at);
    return at;
}

gunichar FieldWords::character(int offset) const {
    std::size_t at = byte(offset);
    return at < typed_.text.size() ? base::next_code_point(typed_.text, at) : 0;
}

FieldWords::Part FieldWords::part(std::size_t from, std::size_t to) const {
    return {offset(from), offset(to), typed_.text.substr(from, to - from)};
}

std::string FieldWords::between(int from, int to) const {
    const std::size_t start = byte(std::max(from, 0)), end = byte(to);
    return start < end ? typed_.text.substr(start, end - start) : std::string();
}

std::optional<FieldWords::Part> FieldWords::selection() const {
    const auto [from, to] = std::minmax(typed_.caret, typed_.anchor);
    if (from == to) return std::nullopt;
    return part(from, to);
}

FieldWords::Part FieldWords::part_at(int offset, AtkTextGranularity by) const {
    const std::string_view text = typed_.text;
    const std::size_t at = byte(offset);
    if (by == ATK_TEXT_GRANULARITY_CHAR) return part(at, base::letter_after(text, at));
    if (by == ATK_TEXT_GRANULARITY_WORD) {
        constexpr std::string_view kBlanks = " \n";
        // From a blank, the word is the one before it.
        const std::size_t in = text.substr(0, at).find_last_not_of(kBlanks);
        const bool on_blank = at < text.size() && kBlanks.find(text[at]) != std::string_view::npos;
        const std::size_t inside = on_blank && in != std::string_view::npos ? in : at;
        return part(start_of(text, inside, kBlanks), end_of_word(text, inside, kBlanks));
    }
    const std::size_t end = text.find('\n', at);
    return part(start_of(text, at, "\n"), end == std::string_view::npos ? text.size() : end + 1);
}

std::string FieldWords::with(const std::string& words, int from, int to) const {
    const std::size_t start = byte(from), end = std::max(start, byte(to));
    return typed_.text.substr(0, start) + words + typed_.text.substr(end);
}

FieldWords::Change FieldWords::change_to(const FieldWords& now) const {
    const std::string_view before = typed_.text, after = now.typed_.text;
    const auto head = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto same = static_cast<std::size_t>(head.first - before.begin());
    const std::size_t from = same == before.size() ? same : base::boundary_before(before, same);
    std::size_t tail = 0;
    const std::size_t most = std::min(before.size(), after.size()) - from;
    while (tail < most && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    // What is the same at the end begins with a whole character.
    while (tail > 0 && base::continues_character(before[before.size() - tail])) --tail;
    return {part(from, before.size() - tail), now.part(from, after.size() - tail)};
}

}  // namespace candor::assistive
