#include "text/balance.h"

#include <limits>
#include <utility>
#include <vector>

#include "text/line_builder.h"
#include "text/pango_pointers.h"

namespace candor::text {
namespace {

// More of them are a paragraph.
constexpr int kMostLines = 8;
constexpr std::size_t kMostWords = 80;
constexpr double kNever = std::numeric_limits<double>::infinity();

/// How good it is to end a line there: where the sense ends, rather than in the midst of it.
double sense_ends(const Word& word) {
    switch (word.last) {
        case '.':
        case '?':
        case '!':
        case 0x061F:  // ؟
            return 0.25;
        case ',':
        case ';':
        case ':':
        case 0x060C:  // ،
        case 0x061B:  // ؛
            return 0.12;
        default:
            return 0;
    }
}

/// The width of each character, counted from the text's start.
std::vector<double> widths_of(PangoLayout* layout, int characters) {
    std::vector<double> widths(static_cast<std::size_t>(characters), 0);
    const char* text = pango_layout_get_text(layout);
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        for (GSList* run = static_cast<PangoLayoutLine*>(at->data)->runs; run; run = run->next) {
            const auto& item = *static_cast<PangoGlyphItem*>(run->data);
            for (int i = 0; i < item.glyphs->num_glyphs; ++i) {
                const char* cluster = text + item.item->offset + item.glyphs->log_clusters[i];
                const auto place =
                    static_cast<std::size_t>(g_utf8_pointer_to_offset(text, cluster));
                if (place < widths.size()) widths[place] += item.glyphs->glyphs[i].geometry.width;
            }
        }
    }
    return widths;
}

/// Of the room: a word that fills more of it looks well alone on a line.
constexpr double kLongWord = 0.5;

/// Where so many lines of at most `room` start, so that their lengths differ least. A first or a
/// last line of one short word is as bad as can be.
class BalancedLines {
  public:
    BalancedLines(const std::vector<Word>& words, std::size_t lines, double room)
        : words_(words), room_(room), best_(lines + 1, Row(words.size() + 1, {kNever, 0})) {
        best_[0][0].cost = 0;
        for (std::size_t line = 1; line <= lines; ++line)
            for (std::size_t end = 1; end <= words.size(); ++end) end_line(line, end);
    }

    /// The index of each line's first word; none: they do not fit.
    std::vector<std::size_t> firsts() const {
        std::vector<std::size_t> firsts;
        if (best_.back().back().cost == kNever) return firsts;
        std::size_t end = words_.size();
        for (std::size_t line = best_.size() - 1; line > 0; --line) {
            end = best_[line][end].first;
            firsts.insert(firsts.begin(), end);
        }
        return firsts;
    }

  private:
    struct Best {
        double cost = kNever;
        std::size_t first = 0;
    };
    using Row = std::vector<Best>;

    void end_line(std::size_t line, std::size_t end) {
        Best& best = best_[line][end];
        double width = 0, space = 0;
        for (std::size_t first = end; first-- > 0;) {
            width += words_[first].width + space;
            if (width > room_) return;
            const double share = width / room_;
            const bool outer = first == 0 || end == words_.size();
            const bool lone = outer && first + 1 == end && share <= kLongWord;
            const double cost = best_[line - 1][first].cost + share * share +
                                (lone ? kMostLines : 0) -
                                (end < words_.size() ? sense_ends(words_[end - 1]) : 0);
            if (cost < best.cost) best = {cost, first};
            if (first > 0) space = words_[first - 1].space;
        }
    }

    const std::vector<Word>& words_;
    double room_;
    std::vector<Row> best_;
};

}  // namespace

std::vector<Word> words_of(PangoLayout* layout) {
    int count = 0;
    const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    const std::vector<double> widths = widths_of(layout, count);
    const char* text = pango_layout_get_text(layout);
    const char* at = text;
    std::vector<Word> words;
    for (int i = 0; i + 1 < count; ++i, at = g_utf8_next_char(at)) {
        const auto begin = static_cast<std::size_t>(at - text);
        if (i == 0 || attributes[i].is_line_break) words.push_back({begin, begin});
        Word& word = words.back();
        const double width = widths[static_cast<std::size_t>(i)];
        word.end = static_cast<std::size_t>(g_utf8_next_char(at) - text);
        if (g_unichar_isspace(g_utf8_get_char(at))) {
            word.space += width;
        } else {
            word.width += word.space + width;
            word.space = 0;
            word.last = g_utf8_get_char(at);
        }
    }
    return words;
}

void keep_together(PangoAttrList* list, std::size_t begin, std::size_t end) {
    PangoAttribute* attribute = pango_attr_allow_breaks_new(FALSE);
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list, attribute);
}

namespace {

/// Lets no line end in any of those ranges, of bytes. Whatever shaping a line for itself changes,
/// there are as many lines after it, and none exceeds the width; else all is as it was.
void keep(PangoLayout* layout, const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
    const int lines = pango_layout_get_line_count(layout), room = pango_layout_get_width(layout);
    PangoAttrList* plain = pango_layout_get_attributes(layout);
    const AttributesPtr before(plain ? pango_attr_list_ref(plain) : nullptr);
    const AttributesPtr kept(plain ? pango_attr_list_copy(plain) : pango_attr_list_new());
    for (const auto& [begin, end] : ranges) keep_together(kept.get(), begin, end);
    pango_layout_set_attributes(layout, kept.get());
    if (pango_layout_get_line_count(layout) != lines ||
        widest_line(layout) * PANGO_SCALE > static_cast<float>(room) + 1)
        pango_layout_set_attributes(layout, before.get());
}

}  // namespace

void balance(PangoLayout* layout) {
    const int lines = pango_layout_get_line_count(layout), room = pango_layout_get_width(layout);
    if (lines < 2 || lines > kMostLines) return;
    pango_layout_set_width(layout, -1);
    const bool one_paragraph = pango_layout_get_line_count(layout) == 1;
    const std::vector<Word> words = one_paragraph ? words_of(layout) : std::vector<Word>{};
    pango_layout_set_width(layout, room);
    if (words.empty() || words.size() > kMostWords) return;
    const auto firsts = BalancedLines(words, static_cast<std::size_t>(lines), room).firsts();
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    for (std::size_t i = 0; i < firsts.size(); ++i) {
        const std::size_t end = i + 1 < firsts.size() ? firsts[i + 1] : words.size();
        ranges.emplace_back(words[firsts[i]].begin, words[end - 1].end);
    }
    if (!ranges.empty()) keep(layout, ranges);
}

void give_company(PangoLayout* layout) {
    const int lines = pango_layout_get_line_count(layout);
    if (lines < 2 || lines > kMostLines) return;
    const auto start = pango_layout_get_line_readonly(layout, lines - 1)->start_index;
    const std::vector<Word> words = words_of(layout);
    if (words.size() < 3) return;
    const Word& last = words.back();
    const bool lone = last.begin == static_cast<std::size_t>(start);
    if (!lone || last.width > kLongWord * pango_layout_get_width(layout)) return;
    keep(layout, {{words[words.size() - 2].begin, last.end}});
}

}  // namespace candor::text
