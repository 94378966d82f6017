#include "ui/edited_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace candor::ui {
namespace {

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::size_t word_before(std::string_view text, std::size_t at) {
    while (at > 0 && blank(text[at - 1])) --at;
    while (at > 0 && !blank(text[at - 1])) --at;
    return at;
}

std::size_t word_after(std::string_view text, std::size_t at) {
    while (at < text.size() && !blank(text[at])) ++at;
    while (at < text.size() && blank(text[at])) ++at;
    return at;
}

/// Without control characters; of many lines the breaks stay.
std::string tidy(std::string_view text, Lines lines) {
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        const bool brk = c == '\n' || c == '\t';
        if (brk && (lines == Lines::one || c == '\t'))
            out += ' ';
        else if (brk || static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out;
}

bool erase(EditedText& edited, std::size_t from, std::size_t to) {
    edited.full = false;
    edited.text.erase(from, to - from);
    edited.caret = edited.anchor = from;
    return to > from;
}

bool erase_selection(EditedText& edited) {
    return erase(edited, edited.selection_start(), edited.selection_end());
}

bool type_text(EditedText& edited, std::string_view text, Lines lines) {
    std::string fresh = tidy(text, lines);
    const std::size_t room = edited.text.capacity() - edited.text.size() +
                             (edited.selection_end() - edited.selection_start());
    const bool fits = !fresh.empty() && fresh.size() <= room;
    edited.full = fresh.size() > room;
    if (fits) {
        erase_selection(edited);
        edited.text.insert(edited.caret, fresh);
        edited.caret = edited.anchor = edited.caret + fresh.size();
    }
    base::wipe(fresh);
    return fits;
}

void move(EditedText& edited, std::size_t to, bool selecting) {
    edited.caret = std::min(to, edited.text.size());
    if (!selecting) edited.anchor = edited.caret;
}

/// An arrow leaves a selection at its end; with Shift it grows.
void step(EditedText& edited, bool forward, bool selecting) {
    const std::string_view text = edited.text.view();
    if (!selecting && edited.caret != edited.anchor)
        return move(edited, forward ? edited.selection_end() : edited.selection_start(), false);
    move(edited,
         forward ? base::letter_after(text, edited.caret) : base::letter_before(text, edited.caret),
         selecting);
}

bool paste(EditedText& edited, Lines lines, Clipboard& clipboard) {
    std::string text = clipboard.get();
    const bool changed = type_text(edited, text, lines);
    base::wipe(text);
    return changed;
}

}  // namespace

void EditedText::clear() {
    text.clear();
    caret = anchor = 0;
    full = false;
}

bool apply(EditedText& edited, const Edit& edit, Lines lines, Clipboard& clipboard) {
    using Kind = Edit::Kind;
    const std::string_view text = edited.text.view();
    const bool selected = edited.caret != edited.anchor;
    switch (edit.kind) {
        case Kind::type:
            return type_text(edited, edit.text, lines);
        case Kind::erase_before:
            if (selected) return erase_selection(edited);
            return erase(edited, base::letter_before(text, edited.caret), edited.caret);
        case Kind::erase_after:
            if (selected) return erase_selection(edited);
            return erase(edited, edited.caret, base::letter_after(text, edited.caret));
        case Kind::left:
        case Kind::right:
            step(edited, edit.kind == Kind::right, edit.selecting);
            return false;
        case Kind::word_left:
            move(edited, word_before(text, edited.caret), edit.selecting);
            return false;
        case Kind::word_right:
            move(edited, word_after(text, edited.caret), edit.selecting);
            return false;
        case Kind::place:
            move(edited, edit.at, edit.selecting);
            return false;
        case Kind::select_all:
            edited.anchor = 0;
            edited.caret = text.size();
            return false;
        case Kind::copy:
        case Kind::cut:
            if (selected) clipboard.set(std::string(edited.selection()));
            return edit.kind == Kind::cut && selected && erase_selection(edited);
        case Kind::paste:
            return paste(edited, lines, clipboard);
    }
    return false;
}

}  // namespace candor::ui
