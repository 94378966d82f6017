#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "desk/shell/widgets.h"
#include "ui/field_text.h"

namespace candor::desk {
namespace {

using platform::EventKind;
using platform::Key;
using ui::Colour;
using ui::Edit;
using ui::Ui;

constexpr std::string_view kDot = "\u2022";

/// As many dots as there are characters.
std::string dots_of(std::string_view text) {
    std::string dots;
    for (const char byte : text)
        if (!base::continues_character(byte)) dots += kDot;
    return dots;
}

/// A field as it is drawn: what stands in it (dots, when it is masked), and where.
class Drawn {
  public:
    Drawn(Ui& ui, const base::Rect& box, const FieldSpec& spec)
        : ui_(ui), spec_(spec), inside_(inside_of(ui, box, spec)), text_(text_in(ui, spec)) {}

    void paint(const base::Rect& box, bool focused) {
        ui::Canvas& canvas = ui_.canvas();
        canvas.push_clip(
            {inside_.x - ui_.px(4), box.y + ui_.px(3), inside_.w + ui_.px(8), box.h - ui_.px(6)});
        if (focused) selection();
        text_.paint();
        if (spec_.text->text.empty()) hint(box);
        if (focused)
            canvas.fill(text_.caret(shown(spec_.text->caret), std::max(2.0F, ui_.px(2))),
                        Colour::teal);
        canvas.pop_clip();
    }

    /// The byte of the text that is nearest to a point.
    std::size_t at(base::Point point) const { return meant(text_.byte_at(point)); }
    /// Up, down, Home and End of a text of many lines.
    std::size_t beside(float across, int lines) const {
        const base::Rect caret = words().caret_rect(shown(spec_.text->caret));
        const float x = across == 0 ? caret.x : across * 1e6F;
        const float y = caret.y + caret.h / 2 + static_cast<float>(lines) * caret.h * 1.2F;
        if (y < 0) return 0;
        if (y > words().height()) return spec_.text->text.size();
        return meant(words().byte_at({x, y}));
    }
    bool right_to_left() const { return words().right_to_left(); }
    bool many() const { return spec_.lines == ui::Lines::many; }

  private:
    static base::Rect inside_of(Ui& ui, const base::Rect& box, const FieldSpec& spec) {
        const float pad = ui.px(14), icon = spec.icon.empty() ? 0 : ui.px(28);
        const float top = spec.lines == ui::Lines::many ? ui.px(10) : 0;
        return {box.x + pad + icon, box.y + top, box.w - 2 * pad - icon, box.h - 2 * top};
    }
    ui::FieldText text_in(Ui& ui, const FieldSpec& spec) const {
        std::string dots;
        if (spec.masked) dots = dots_of(spec.text->text.view());
        return {
            ui,
            inside_,
            {spec.masked ? std::string_view(dots) : spec.text->text.view(), ui.style(type::kBody),
             1.4F, many(), text::Direction::from_text, shown(spec.text->caret)}};
    }
    const text::Paragraph& words() const { return text_.paragraph(); }
    /// A byte of the text as a byte of what is shown, and back.
    std::size_t shown(std::size_t byte) const {
        if (!spec_.masked) return byte;
        const auto text = spec_.text->text.view().substr(0, byte);
        return dots_of(text).size();
    }
    std::size_t meant(std::size_t byte) const {
        if (!spec_.masked) return byte;
        const std::string_view text = spec_.text->text.view();
        std::size_t at = 0;
        for (std::size_t left = byte / kDot.size(); left > 0 && at < text.size(); --left) {
            do ++at;
            while (at < text.size() && base::continues_character(text[at]));
        }
        return at;
    }

    void selection() {
        const std::size_t from = shown(spec_.text->selection_start());
        const std::size_t to = shown(spec_.text->selection_end());
        if (from == to) return;
        const base::Rect a = words().caret_rect(from), b = words().caret_rect(to);
        for (const text::Line& line : words().lines()) {
            const bool has_start = a.y + a.h / 2 >= line.top && a.y + a.h / 2 < line.bottom;
            const bool has_end = b.y + b.h / 2 >= line.top && b.y + b.h / 2 < line.bottom;
            if (line.bottom <= a.y || line.top >= b.bottom()) continue;
            float left = has_start ? a.x : line.left, right = has_end ? b.x : line.right;
            if (words().right_to_left())
                left = has_end ? b.x : line.left, right = has_start ? a.x : line.right;
            if (left > right) std::swap(left, right);
            ui_.canvas().fill(text_.place({left, line.top, std::max(right - left, ui_.px(3)),
                                           line.bottom - line.top}),
                              Colour::chosen);
        }
    }

    void hint(const base::Rect& box) {
        const auto& words =
            ui_.shape(spec_.hint, in(type::kBody, Colour::soft_ink), many() ? inside_.w : 0);
        const float y = many() ? inside_.y : box.y + (box.h - words.height()) / 2;
        ui_.canvas().paragraph(words, inside_.x + ui_.px(1), y, many() ? inside_.w : words.width());
    }

    Ui& ui_;
    const FieldSpec& spec_;
    base::Rect inside_;
    ui::FieldText text_;
};

using Edits = std::vector<Edit>;

Edit place(std::size_t at, bool selecting) { return {Edit::Kind::place, {}, at, selecting}; }

void take_letter(const platform::Event& event, const FieldSpec& spec, Edits& out) {
    if (event.text == "a") out.push_back({Edit::Kind::select_all});
    if (event.text == "v") out.push_back({Edit::Kind::paste});
    if (spec.masked) return;
    if (event.text == "c") out.push_back({Edit::Kind::copy});
    if (event.text == "x") out.push_back({Edit::Kind::cut});
}

void take_key(const platform::Event& event, const FieldSpec& spec, const Drawn& drawn, Edits& out) {
    const bool select = event.shift, many = drawn.many();
    const bool forward = (event.key == Key::right) != drawn.right_to_left();
    switch (event.key) {
        case Key::backspace:
            return out.push_back({Edit::Kind::erase_before});
        case Key::del:
            return out.push_back({Edit::Kind::erase_after});
        case Key::left:
        case Key::right:
            if (event.control)
                return out.push_back(
                    {forward ? Edit::Kind::word_right : Edit::Kind::word_left, {}, 0, select});
            return out.push_back({forward ? Edit::Kind::right : Edit::Kind::left, {}, 0, select});
        case Key::home:
        case Key::end: {
            const bool end = event.key == Key::end;
            if (!many) return out.push_back(place(end ? spec.text->text.size() : 0, select));
            return out.push_back(
                place(drawn.beside(end != drawn.right_to_left() ? 1.0F : -1.0F, 0), select));
        }
        case Key::up:
        case Key::down:
            if (many) out.push_back(place(drawn.beside(0, event.key == Key::up ? -1 : 1), select));
            return;
        case Key::enter:
            if (many && !event.control) out.push_back({Edit::Kind::type, "\n"});
            return;
        case Key::letter:
            return take_letter(event, spec, out);
        default:
            return;
    }
}

}  // namespace

bool entered(const Ui& ui) {
    return std::any_of(ui.keys().begin(), ui.keys().end(), [](const platform::Event& event) {
        return event.kind == EventKind::key && event.key == Key::enter;
    });
}

std::vector<Edit> edit_field(Ui& ui, const base::Rect& box, const FieldSpec& spec) {
    unsigned states = spec.invalid ? ui::kInvalid : ui::kNoState;
    ui::Node node{spec.role, std::string(spec.label), dots_of(spec.text->text.view()),
                  states,    ui::kPress | ui::kEdit,  box};
    if (!spec.masked)
        node.typed = {std::string(spec.text->text.view()), spec.text->caret, spec.text->anchor};
    const ui::Touched touched = ui.touchable(std::move(node), spec.key);
    Edits out;
    if (ui.canvas().muted()) return out;
    const ui::Colour edge = spec.invalid      ? Colour::coral
                            : touched.focused ? Colour::teal
                            : touched.hovered ? Colour::soft_ink
                                              : Colour::line;
    const bool strong = touched.focused || spec.invalid;
    ui.canvas().rounded(box, ui.px(12), Colour::card);
    ui.canvas().ring(box, ui.px(12), std::max(1.0F, ui.px(strong ? 2 : 1)), edge);
    if (!spec.icon.empty()) {
        const float size = ui.px(18);
        ui.icon(spec.icon, {box.x + ui.px(15), box.y + (box.h - size) / 2, size, size},
                Colour::soft_ink);
    }
    Drawn drawn(ui, box, spec);
    drawn.paint(box, touched.focused);
    if (touched.pressed || touched.tapped) {
        const std::size_t from = drawn.at(touched.from), to = drawn.at(touched.at);
        if (from != spec.text->anchor || to != spec.text->caret) {
            out.push_back(place(from, false));
            out.push_back(place(to, true));
        }
    }
    if (!touched.focused) return out;
    if (const auto at = ui.asked_caret())
        out.push_back(place(base::boundary_before(spec.text->text.view(), *at), false));
    for (const platform::Event& event : ui.keys()) {
        if (event.kind == EventKind::text) out.push_back({Edit::Kind::type, event.text});
        if (event.kind == EventKind::key) take_key(event, spec, drawn, out);
    }
    return out;
}

}  // namespace candor::desk
