#include "pack/page/typography.h"

#include <cctype>
#include <string_view>

#include "pack/page/page_texts.h"

namespace candor::pack {
namespace {

bool opens_before(char before) {
    return before == '\0' || std::string_view(" \n\t([-/").find(before) != std::string_view::npos;
}

/// `before` is the byte in front of the words, '\0' at the start; it carries over between runs.
void curl(std::string& words, char& before) {
    if (words.find_first_of("\"'") == std::string::npos) {
        if (!words.empty()) before = words.back();
        return;
    }
    std::string out;
    for (const char c : words) {
        const bool after_letter = std::isalnum(static_cast<unsigned char>(before)) != 0;
        if (c == '"')
            out += opens_before(before) ? "“" : "”";
        else if (c == '\'' && after_letter)
            out += "’";
        else
            out += c;
        before = c;
    }
    words = std::move(out);
}

}  // namespace

void set_english_quotes(Page& page) {
    const auto plain = [](std::string& words) {
        char before = '\0';
        curl(words, before);
    };
    plain(page.title);
    plain(page.short_title);
    const auto any = [&](auto& text) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, std::string>) {
            plain(text);
        } else {
            char before = '\0';
            for (auto& run : text) curl(run.text, before);
        }
    };
    for (auto& block : page.blocks) for_each_text(block, any);
}

}  // namespace candor::pack
