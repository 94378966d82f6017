#pragma once
#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "base/files.h"
#include "fixture.h"

namespace candor::text {

inline constexpr std::array kLanguages{"en", "tr", "ar", "de", "es"};

/// What the shipped pages say in a language, roughly: their paragraphs and list items with their
/// citations as boxes, and their headings.
struct ShippedTexts {
    std::vector<std::vector<Span>> prose;
    std::vector<std::string> headings;
};

/// One paragraph's marks are numbered from 0.
inline std::vector<Span> prose_of(std::string line) {
    constexpr std::string_view kCitation = "[](source:";
    std::vector<Span> spans;
    std::erase(line, '*');
    static const std::regex link(R"(\[([^\]]+)\]\([^)]*\))");
    line = std::regex_replace(line, link, "$1");
    for (int mark = 0;; ++mark) {
        const std::size_t at = line.find(kCitation);
        if (at > 0) spans.push_back({.text = line.substr(0, at), .style = styled(38), .box = {}});
        if (at == line.npos) return spans;
        spans.push_back(
            {.text = "[1]", .style = styled(38), .mark = mark, .box = {.w = 41, .h = 41}});
        line.erase(0, line.find(')', at) + 1);
    }
}

inline ShippedTexts shipped_texts(const std::string& language) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    for (const auto& pack : fs::directory_iterator(CANDOR_SOURCE_DIR "/content")) {
        if (!fs::is_directory(pack.path() / language)) continue;
        for (const auto& page : fs::directory_iterator(pack.path() / language))
            if (page.path().extension() == ".md") files.push_back(page.path());
    }
    std::sort(files.begin(), files.end());
    ShippedTexts texts;
    for (const fs::path& file : files) {
        std::string paragraph, page = base::read_file(file, 1U << 20).value() + "\n\n";
        while (!page.empty()) {
            const std::size_t end = page.find('\n');
            const std::string line = page.substr(0, end);
            page.erase(0, end + 1);
            const std::size_t start = line.find_first_not_of("#->! ");
            const bool heading = line.starts_with("#") || line.starts_with("title: ");
            if (line.starts_with("short: ") || line.starts_with("> [!")) continue;
            const bool anew = line.empty() || line.starts_with("- ") || heading;
            if (anew && !paragraph.empty())
                texts.prose.push_back(prose_of(std::exchange(paragraph, {})));
            if (start == line.npos) continue;
            if (heading)
                texts.headings.push_back(line.substr(line.starts_with("title: ") ? 7 : start));
            else
                paragraph += (paragraph.empty() ? "" : " ") + line.substr(start);
        }
    }
    return texts;
}

}  // namespace candor::text
