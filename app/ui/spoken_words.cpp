#include "ui/spoken_words.h"

#include <algorithm>

namespace candor::ui {
namespace {

constexpr int kSpokenMark = 1 << 20;  // plus 1 and the mark that the span had
constexpr int kMostSpans = 4096;

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

std::size_t letters(std::string_view text) {
    return text.size() -
           static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_space));
}

/// The byte behind so many that are no spaces; all of the text where there are fewer.
std::size_t behind(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size() && count > 0; ++at)
        if (!is_space(text[at])) --count;
    return at;
}

/// Where the first of the letters after so many stands.
std::size_t before_next(std::string_view text, std::size_t count) {
    std::size_t at = behind(text, count);
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

}  // namespace

text::ParagraphSpec with_spoken(const Ui& ui, text::ParagraphSpec spec, std::string_view words,
                                const text::Range& range) {
    const std::size_t end = std::min(range.end, words.size()), begin = std::min(range.begin, end);
    const std::size_t from = letters(words.substr(0, begin)), to = letters(words.substr(0, end));
    std::vector<text::Span> spans;
    std::size_t passed = 0;
    const auto add = [&](const text::Span& whole, std::string_view part, bool spoken) {
        if (part.empty()) return;
        text::Span span = whole;
        span.text = part;
        if (spoken) {
            span.mark = kSpokenMark + 1 + std::min(whole.mark, kMostSpans);
            span.style.colour = ui.colour(Colour::spoken_ink);
        }
        spans.push_back(std::move(span));
    };
    for (const text::Span& span : spec.spans) {
        if (span.box.w > 0) {
            spans.push_back(span);
            continue;
        }
        const std::string_view text = span.text;
        const std::size_t first = from > passed ? before_next(text, from - passed) : 0;
        const std::size_t last = std::max(first, to > passed ? behind(text, to - passed) : 0);
        add(span, text.substr(0, first), false);
        add(span, text.substr(first, last - first), true);
        add(span, text.substr(last), false);
        passed += letters(text);
    }
    spec.spans = std::move(spans);
    return spec;
}

std::vector<base::Rect> rects_of(const text::Paragraph& paragraph, int mark) {
    auto rects = paragraph.mark_rects(mark);
    const auto spoken = paragraph.mark_rects(kSpokenMark + 1 + mark);
    rects.insert(rects.end(), spoken.begin(), spoken.end());
    return rects;
}

void draw_spoken_ground(Ui& ui, const text::Paragraph& paragraph, const base::Rect& whole) {
    const base::Rect window = ui.canvas().to_window(whole);  // marks are in its pixels from here
    auto parts = paragraph.mark_rects_from(kSpokenMark);
    for (base::Rect& part : parts)
        part = ui.canvas().to_layout(part.moved(window.x, window.y).inset(-ui.px(4)));
    ui.mark_spoken(parts);
}

}  // namespace candor::ui
