#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/style.h"

namespace candor::text {

enum class Breaks { paragraphs, lines };  ///< what a newline becomes
/// Where words may run from right to left, numbers in groups (phones) are kept from left to right.
enum class Numbers { as_they_are, isolated };

/// What is typed has a caret, which may stop only where there is something.
enum class Use { shown, typed };

/// The spans' texts as one text that Pango can take: valid UTF-8 without NUL, an object
/// replacement character for each inline box. Remembers which byte came from where.
class JoinedText {
  public:
    JoinedText(std::span<const Span> spans, Breaks breaks, Numbers numbers = Numbers::as_they_are,
               Use use = Use::shown);
    ~JoinedText();
    JoinedText(const JoinedText&) = delete;
    JoinedText& operator=(const JoinedText&) = delete;

    const std::string& text() const { return text_; }
    /// The span that this byte of text() belongs to; the last one past the end.
    std::size_t span_at(std::size_t byte) const;
    std::size_t begin_of(std::size_t span) const { return begins_[span]; }
    std::size_t end_of(std::size_t span) const { return begins_[span + 1]; }
    /// This byte of text() in the spans' own joined texts.
    std::size_t source_of(std::size_t byte) const;

    /// Where the last character of the word before this byte starts, over spaces but not over a
    /// paragraph's end; the byte itself: there is none.
    std::size_t end_of_word_before(std::size_t byte) const;

    bool has_line_separators() const;
    /// Ends the text at the first line separator at or after `byte`, with an ellipsis where
    /// something followed.
    void end_after_line_at(std::size_t byte);

  private:
    struct Anchor {
        std::size_t byte, source;
    };
    void add_isolated(std::string_view text, Breaks breaks);
    void add_text(std::string_view text, Breaks breaks);
    void add_valid(std::string_view text, Breaks breaks);
    void replace(std::string_view by, std::size_t source_bytes);

    const Use use_;
    std::string text_;
    std::size_t source_size_ = 0;
    std::vector<std::size_t> begins_;
    std::vector<Anchor> anchors_;
};

/// Whether letters join, so that spacing them would tear words apart.
bool has_joining_script(std::string_view text);

}  // namespace candor::text
