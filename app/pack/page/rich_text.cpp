#include "pack/page/rich_text.h"

#include <algorithm>
#include <utility>

namespace candor::pack {
namespace {

bool looks_the_same(const Run& a, const Run& b) {
    return a.bold == b.bold && a.italic == b.italic && a.link == b.link && a.target == b.target &&
           a.link != LinkKind::source;
}

/// Removes spaces that start a line; `at_start` carries over from run to run.
void trim_line_starts(RichText& text) {
    bool at_start = true;
    for (auto& run : text) {
        std::string kept;
        for (const char c : run.text) {
            if (at_start && c == ' ') continue;
            kept += c;
            at_start = c == '\n';
        }
        run.text = std::move(kept);
        if (run.link == LinkKind::source) at_start = false;
    }
}

void trim_end(RichText& text) {
    for (auto run = text.rbegin(); run != text.rend() && run->link != LinkKind::source; ++run) {
        run->text.erase(run->text.find_last_not_of(" \n") + 1);
        if (!run->text.empty()) return;
    }
}

}  // namespace

void append(RichText& text, Run run) {
    if (run.text.empty() && run.link != LinkKind::source) return;
    if (!text.empty() && looks_the_same(text.back(), run))
        text.back().text += run.text;
    else
        text.push_back(std::move(run));
}

std::string take_first_line(RichText& text) {
    RichText first;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto at = text[i].text.find(kSoftBreak);
        if (at == std::string::npos) {
            first.push_back(text[i]);
            continue;
        }
        first.push_back(text[i]);
        first.back().text.resize(at);
        text[i].text.erase(0, at + 1);
        text.erase(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(i));
        return plain_text(first);
    }
    text.clear();
    return plain_text(first);
}

void settle(RichText& text) {
    for (auto& run : text) std::replace(run.text.begin(), run.text.end(), kSoftBreak, ' ');
    trim_line_starts(text);
    trim_end(text);
    std::erase_if(text,
                  [](const Run& run) { return run.text.empty() && run.link != LinkKind::source; });
}

bool is_blank(const RichText& text) {
    return std::all_of(text.begin(), text.end(), [](const Run& run) {
        return run.link != LinkKind::source &&
               run.text.find_first_not_of(" \n\x01") == std::string::npos;
    });
}

}  // namespace candor::pack
