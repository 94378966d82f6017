#include "text/joined_text.h"

#include <fribidi.h>
#include <glib.h>

#include <algorithm>

#include "base/secret_string.h"
#include "text/direction.h"
#include "text/grouped_number.h"

namespace candor::text {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::string_view kObject = "\uFFFC";
constexpr std::string_view kLineSeparator = "\u2028";
constexpr std::string_view kLeftToRightIsolate = "\u2066", kPopIsolate = "\u2069";
constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kParagraphSeparator = "\u2029";
constexpr std::string_view kEnDash = "\u2013", kWordJoiner = "\u2060";

std::size_t valid_prefix(std::string_view text) {
    const char* end = nullptr;
    g_utf8_validate_len(text.data(), text.size(), &end);
    return end - text.data();
}

/// How many bytes of a paragraph's end `text` starts with.
std::size_t break_size(std::string_view text) {
    if (text.starts_with("\r\n")) return 2;
    if (text.front() == '\n' || text.front() == '\r') return 1;
    return text.starts_with(kParagraphSeparator) ? kParagraphSeparator.size() : 0;
}

/// "18–49" at `dash`: no line may end behind it, where Unicode's line breaking (UAX #14) lets one.
bool is_of_range(std::string_view text, std::size_t dash) {
    const std::size_t after = dash + kEnDash.size();
    return dash > 0 && after < text.size() &&
           g_unichar_isdigit(g_utf8_get_char(g_utf8_prev_char(text.data() + dash))) &&
           g_unichar_isdigit(g_utf8_get_char(text.data() + after));
}

template <typename Visit>
void for_each_character(std::string_view text, Visit visit) {
    const char* end = text.data() + text.size();
    for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
        if (!visit(g_utf8_get_char(at))) return;
    }
}

}  // namespace

JoinedText::JoinedText(std::span<const Span> spans, Breaks breaks, Numbers numbers, Use use)
    : use_(use) {
    std::size_t size = 0;
    for (const Span& span : spans) size += span.text.size();
    // One allocation, so that wiping it at the end leaves no older copy behind.
    text_.reserve(3 * size + 6 * spans.size());
    begins_.reserve(spans.size() + 1);
    for (const Span& span : spans) {
        begins_.push_back(text_.size());
        if (span.box.w > 0)
            replace(kObject, span.text.size());
        else if (numbers == Numbers::isolated)
            add_isolated(span.text, breaks);
        else
            add_text(span.text, breaks);
    }
    begins_.push_back(text_.size());
}

JoinedText::~JoinedText() { base::wipe(text_); }

void JoinedText::replace(std::string_view by, std::size_t source_bytes) {
    anchors_.push_back({text_.size(), source_size_});
    text_ += by;
    source_size_ += source_bytes;
    anchors_.push_back({text_.size(), source_size_});
}

/// Unicode UAX #9 would set the groups of "+90 532 41" from right to left, and the sign behind
/// them.
void JoinedText::add_isolated(std::string_view text, Breaks breaks) {
    for (std::size_t at = 0; at < text.size();) {
        const auto number = find_grouped_number(text, at);
        add_text(text.substr(at, number.begin - at), breaks);
        if (number.begin < number.end) {
            replace(kLeftToRightIsolate, 0);
            add_text(text.substr(number.begin, number.end - number.begin), breaks);
            replace(kPopIsolate, 0);
        }
        at = number.end;
    }
}

void JoinedText::add_text(std::string_view text, Breaks breaks) {
    while (!text.empty()) {
        const std::size_t valid = valid_prefix(text);
        add_valid(text.substr(0, valid), breaks);
        text.remove_prefix(valid);
        if (text.empty()) break;
        replace(kReplacement, 1);
        text.remove_prefix(1);
    }
}

void JoinedText::add_valid(std::string_view text, Breaks breaks) {
    std::size_t begin = 0;
    const auto append_until = [&](std::size_t end) {
        text_ += text.substr(begin, end - begin);
        source_size_ += end - begin;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = breaks == Breaks::lines ? break_size(text.substr(at)) : 0;
        if (size > 0) {
            append_until(at);
            replace(kLineSeparator, size);
            begin = at += size;
        } else if (use_ == Use::shown && text.substr(at).starts_with(kEnDash) &&
                   is_of_range(text, at)) {
            append_until(at += kEnDash.size());
            replace(kWordJoiner, 0);
            begin = at;
        } else {
            ++at;
        }
    }
    append_until(text.size());
}

std::size_t JoinedText::end_of_word_before(std::size_t byte) const {
    const char* begin = text_.data();
    for (const char* at = begin + byte; at > begin;) {
        at = g_utf8_prev_char(at);
        const gunichar character = g_utf8_get_char(at);
        if (break_size(at) > 0 || character == 0x2028) return byte;
        if (!g_unichar_isspace(character)) return at - begin;
    }
    return byte;
}

bool JoinedText::has_line_separators() const {
    return text_.find(kLineSeparator) != std::string::npos;
}

void JoinedText::end_after_line_at(std::size_t byte) {
    const std::size_t separator = text_.find(kLineSeparator, byte);
    if (separator == std::string::npos) return;
    const bool is_cut = separator + kLineSeparator.size() < text_.size();
    std::fill(text_.begin() + separator, text_.end(), '\0');
    text_.resize(separator);
    if (is_cut) text_ += kEllipsis;
    for (std::size_t& begin : begins_) begin = std::min(begin, text_.size());
}

std::size_t JoinedText::span_at(std::size_t byte) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end() - 1, byte);
    return after == begins_.begin() ? 0 : after - begins_.begin() - 1;
}

std::size_t JoinedText::source_of(std::size_t byte) const {
    const auto after = std::upper_bound(anchors_.begin(), anchors_.end(), byte,
                                        [](std::size_t b, const Anchor& a) { return b < a.byte; });
    if (after == anchors_.begin()) return byte;
    const Anchor& anchor = *std::prev(after);
    const std::size_t limit = after == anchors_.end() ? source_size_ : after->source;
    return std::min(anchor.source + (byte - anchor.byte), limit);
}

Direction first_strong_direction(std::string_view text, Direction otherwise) {
    int isolates = 0;
    Direction result = otherwise;
    for_each_character(text, [&](gunichar character) {
        if (character >= 0x2066 && character <= 0x2068) ++isolates;
        if (character == 0x2069) isolates = std::max(isolates - 1, 0);
        if (isolates > 0) return true;
        const FriBidiCharType type = fribidi_get_bidi_type(character);
        if (!FRIBIDI_IS_LETTER(type)) return true;
        result = FRIBIDI_IS_RTL(type) ? Direction::right_to_left : Direction::left_to_right;
        return false;
    });
    return result;
}

bool is_left_to_right_alone(std::string_view text) {
    bool any = false, other = false;
    for_each_character(text, [&](gunichar character) {
        const FriBidiCharType type = fribidi_get_bidi_type(character);
        other = FRIBIDI_IS_LETTER(type) && FRIBIDI_IS_RTL(type);
        any = any || (FRIBIDI_IS_LETTER(type) && !other);
        return !other;
    });
    return any && !other;
}

bool has_joining_script(std::string_view text) {
    bool found = false;
    for_each_character(text, [&](gunichar character) {
        if (character < 0x600) return true;
        const GUnicodeScript script = g_unichar_get_script(character);
        found = script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_SYRIAC ||
                script == G_UNICODE_SCRIPT_NKO || script == G_UNICODE_SCRIPT_MONGOLIAN ||
                script == G_UNICODE_SCRIPT_DEVANAGARI || script == G_UNICODE_SCRIPT_BENGALI;
        return !found;
    });
    return found;
}

}  // namespace candor::text
