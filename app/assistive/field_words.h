#pragma once
#include <atk/atk.h>

#include <optional>
#include <string>

#include "ui/accessible.h"

namespace candor::assistive {

/// A field's words as ATK counts them: in characters (code points), where the tree has bytes. A
/// field that nobody may read has dots. Offsets out of the text are held to it; as an end, -1 is
/// the text's own.
class FieldWords {
  public:
    struct Part {
        int from = 0, to = 0;
        std::string words;
    };
    struct Change {
        Part gone, come;
    };

    explicit FieldWords(const ui::Node& node);

    int length() const;
    int caret() const;
    std::size_t byte(int offset) const;
    gunichar character(int offset) const;
    std::string between(int from, int to) const;
    std::optional<Part> selection() const;
    /// The letter, the word with the blanks behind it, or the line that an offset is in.
    Part part_at(int offset, AtkTextGranularity by) const;
    /// All of it, with `words` in place of what lies between the two.
    std::string with(const std::string& words, int from, int to) const;
    /// What has to go and to come so that it becomes `now`.
    Change change_to(const FieldWords& now) const;

  private:
    int offset(std::size_t byte) const;
    Part part(std::size_t from, std::size_t to) const;

    ui::TypedText typed_;
};

}  // namespace candor::assistive
