#include "speech/recorded/timed_sentences.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace candor::speech {
namespace {

constexpr std::string_view kArrow = "-->";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

/// Whether it begins a block that says nothing.
bool is_aside(std::string_view line) {
    constexpr std::array<std::string_view, 3> kNames{"NOTE", "STYLE", "REGION"};
    return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
        return line.starts_with(name) &&
               (line.size() == name.size() || is_space(line[name.size()]));
    });
}

/// Takes that many digits from the front (0: two or more).
std::optional<std::int64_t> take_number(std::string_view& text, std::size_t digits) {
    constexpr std::size_t kMostDigits = 4;
    std::size_t count = 0;
    std::int64_t number = 0;
    for (; count < text.size() && count < kMostDigits && is_digit(text[count]); ++count)
        number = number * 10 + (text[count] - '0');
    if (digits == 0 ? count < 2 : count != digits) return {};
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

/// "01:02:03.400" or "02:03.400".
std::optional<std::int64_t> take_time(std::string_view& text) {
    std::array<std::int64_t, 3> parts{};
    std::size_t count = 0;
    do {
        const auto part = take_number(text, 0);
        if (!part || count == parts.size()) return {};
        parts[count++] = *part;
    } while (take(text, ':'));
    if (count < 2 || !take(text, '.')) return {};
    const auto thousandths = take_number(text, 3);
    if (!thousandths) return {};
    std::int64_t seconds = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && parts[i] > 59) return {};
        seconds = seconds * 60 + parts[i];
    }
    return seconds * 1000 + *thousandths;
}

/// Without marks ("<b>"), and with what stands for a character.
std::string plain_words(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNamed{{{"&amp;", "&"},
                                                                                   {"&lt;", "<"},
                                                                                   {"&gt;", ">"},
                                                                                   {"&nbsp;", " "},
                                                                                   {"&lrm;", ""},
                                                                                   {"&rlm;", ""}}};
    std::string words;
    while (!text.empty()) {
        if (text.front() == '<') {
            text.remove_prefix(std::min(text.find('>'), text.size() - 1) + 1);
            continue;
        }
        bool named = false;
        for (const auto& [name, character] : kNamed) {
            if (!text.starts_with(name)) continue;
            words += character;
            text.remove_prefix(name.size());
            named = true;
            break;
        }
        if (named) continue;
        words += text.front();
        text.remove_prefix(1);
    }
    return words;
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    TimedSentences read() {
        if (!begins()) {
            out_.faults.push_back({1, TimingProblem::no_header});
            return std::move(out_);
        }
        while (next_line()) {
            if (trimmed(line_).empty()) continue;
            if (is_aside(line_))
                skip_block();
            else if (!read_cue())
                break;
        }
        return std::move(out_);
    }

  private:
    bool next_line() {
        if (text_.empty()) return false;
        const std::size_t end = std::min(text_.find('\n'), text_.size());
        line_ = text_.substr(0, end);
        text_.remove_prefix(std::min(end + 1, text_.size()));
        ++number_;
        return true;
    }
    bool begins() {
        if (!next_line() || !line_.starts_with("WEBVTT")) return false;
        if (line_.size() > 6 && !is_space(line_[6])) return false;
        skip_block();
        return true;
    }
    void skip_block() {
        while (next_line())
            if (trimmed(line_).empty()) return;
    }
    void fault(int line, TimingProblem problem) { out_.faults.push_back({line, problem}); }

    /// False: there are too many.
    bool read_cue() {
        if (line_.find(kArrow) == std::string_view::npos && !next_line()) {
            fault(number_, TimingProblem::bad_time);  // a name, and nothing below it
            return true;
        }
        TimedSentence cue;
        cue.line = number_;
        const bool timed = read_times(cue);
        while (next_line() && !trimmed(line_).empty()) {
            if (!cue.words.empty()) cue.words += ' ';
            cue.words += trimmed(plain_words(line_));
        }
        if (!timed)
            fault(cue.line, TimingProblem::bad_time);
        else if (cue.words.empty())
            fault(cue.line, TimingProblem::no_words);
        else if (!out_.sentences.empty() && cue.begin_ms < out_.sentences.back().end_ms)
            fault(cue.line, TimingProblem::backwards);
        else if (out_.sentences.size() == kMaxTimedSentences)
            fault(cue.line, TimingProblem::too_many);
        else
            out_.sentences.push_back(std::move(cue));
        return out_.faults.empty() || out_.faults.back().problem != TimingProblem::too_many;
    }

    bool read_times(TimedSentence& cue) const {
        std::string_view line = trimmed(line_);
        const auto begin = take_time(line);
        line = trimmed(line);
        if (!begin || !line.starts_with(kArrow)) return false;
        line = trimmed(line.substr(kArrow.size()));
        const auto end = take_time(line);
        if (!end || *end <= *begin || !(line.empty() || is_space(line.front()))) return false;
        cue.begin_ms = *begin;
        cue.end_ms = *end;
        return true;
    }

    std::string_view text_, line_;
    int number_ = 0;
    TimedSentences out_;
};

}  // namespace

TimedSentences read_timed_sentences(std::string_view webvtt) { return Reader(webvtt).read(); }

}  // namespace candor::speech
