#pragma once
#include <string>
#include <string_view>

#include "base/secret_string.h"

namespace candor::ui {

/// What copying and pasting goes to.
class Clipboard {
  public:
    virtual ~Clipboard() = default;
    virtual std::string get() = 0;
    virtual void set(const std::string& text) = 0;
};

/// A text that is being typed on a real keyboard. `caret` and `anchor` are bytes at the start of a
/// character; what lies between them is selected.
struct EditedText {
    explicit EditedText(std::size_t capacity) : text(capacity) {}
    base::SecretString text;
    std::size_t caret = 0, anchor = 0;
    bool full = false;  ///< the last thing that was typed or pasted did not fit

    std::size_t selection_start() const { return caret < anchor ? caret : anchor; }
    std::size_t selection_end() const { return caret < anchor ? anchor : caret; }
    std::string_view selection() const {
        return text.view().substr(selection_start(), selection_end() - selection_start());
    }
    void clear();
};

/// One thing that a person does to a text.
struct Edit {
    enum class Kind {
        type,          ///< `text` in place of the selection
        erase_before,  ///< Backspace: the selection, or the character before it
        erase_after,   ///< Delete
        left,          ///< and so on: with `selecting` the anchor stays
        right,
        word_left,
        word_right,
        place,  ///< the caret to byte `at`
        select_all,
        copy,
        cut,
        paste
    };
    Kind kind = Kind::type;
    std::string text;
    std::size_t at = 0;
    bool selecting = false;
};

/// True when the text itself changed. What does not fit is left out; a text of one line takes line
/// breaks as spaces.
enum class Lines { one, many };
bool apply(EditedText& edited, const Edit& edit, Lines lines, Clipboard& clipboard);

}  // namespace candor::ui
