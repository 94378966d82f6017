#include "picture/facts.h"

#include <array>
#include <charconv>

namespace candor::picture {
namespace {

template <typename F>
auto numbers_of(F& facts) {
    return std::array{&facts.width, &facts.height, &facts.bits};
}
template <typename F>
auto signs_of(F& facts) {
    return std::array{
        &facts.is_drawing,          &facts.is_png,    &facts.is_turned,  &facts.is_cmyk,
        &facts.has_too_many_pixels, &facts.has_words, &facts.has_script, &facts.has_variables};
}

std::optional<std::string_view> take_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

}  // namespace

std::string to_text(const Facts& facts) {
    std::string text;
    for (const int* number : numbers_of(facts)) text += std::to_string(*number) + "\n";
    for (const bool* sign : signs_of(facts)) text += *sign ? "1" : "0";
    text += '\n';
    for (const auto& what : facts.outside) text += what + "\n";
    return text;
}

std::optional<Facts> read_facts(std::string_view text) {
    Facts facts;
    for (int* number : numbers_of(facts)) {
        const auto line = take_line(text);
        if (!line) return std::nullopt;
        const auto [end, error] =
            std::from_chars(line->data(), line->data() + line->size(), *number);
        if (error != std::errc{} || end != line->data() + line->size()) return std::nullopt;
    }
    const auto signs = take_line(text);
    const auto fields = signs_of(facts);
    if (!signs || signs->size() != fields.size()) return std::nullopt;
    for (std::size_t i = 0; i < fields.size(); ++i) *fields[i] = (*signs)[i] == '1';
    while (const auto what = take_line(text)) facts.outside.emplace_back(*what);
    return facts;
}

}  // namespace candor::picture
