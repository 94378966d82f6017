#include <algorithm>
#include <utility>

#include "screens/reader/blocks.h"
#include "screens/reader/options.h"
#include "ui/widgets.h"

namespace candor::screens {

const pack::Options* options_of(const pack::Page& page, pack::OptionsFace face) {
    for (const pack::Block& block : page.blocks) {
        const auto* options = std::get_if<pack::Options>(&block.body);
        if (options != nullptr && options->face == face) return options;
    }
    return nullptr;
}

PickedOptions picked_options(const Drawing& at, const pack::Pack& pack,
                             const pack::Options& options) {
    PickedOptions out;
    for (const auto& option : options.options)
        if (at.visit().reading.choosing.picked.count(pack.id + "/" + option.id) > 0)
            out.push_back(&option);
    return out;
}

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Options& block) {
    switch (block.face) {
        case pack::OptionsFace::choices:
            return draw_choices(at, flow, place, block);
        case pack::OptionsFace::side_by_side:
            return draw_side_by_side(at, flow, place, block);
        case pack::OptionsFace::values:
            return draw_values(at, flow, place, block);
    }
}

namespace {

constexpr float kSide = 36, kMark = 56, kBetween = 28, kAbove = 28;

struct ChoiceWords {
    const text::Paragraph& title;
    const text::Paragraph& summary;
    float height() const { return title.height() + summary.height(); }
};

ChoiceWords choice_words(ui::Ui& ui, const pack::Option& option, float card_width) {
    const float room = card_width - ui.px(2 * kSide + kMark + kBetween);
    ui::Type title = ui::type::kTitle;
    title.size = 36;
    return {ui.shape(option.title, title, room), ui.shape(option.summary, ui::type::kSmall, room)};
}

void draw_pick_mark(ui::Ui& ui, const base::Rect& box, bool picked, bool open) {
    ui.canvas().rounded(box, ui.px(16), picked ? ui::Colour::teal : ui::Colour::card);
    if (!picked)
        ui.canvas().ring(box, ui.px(16), ui.px(4), open ? ui::Colour::soft_ink : ui::Colour::line);
    if (picked) ui.icon("check", box.inset(ui.px(12)), ui::Colour::on_teal);
}

/// One option to pick. While three are picked, the others wait.
void draw_choice_card(const Drawing& at, const base::Rect& rect, const pack::Option& option,
                      const std::string& id, bool full) {
    ui::Ui& ui = at.ui;
    const bool picked = at.visit().reading.choosing.picked.count(id) > 0, open = picked || !full;
    ui::Node node{ui::Role::checkbox, option.title,  option.summary,
                  ui::kDisabled,      ui::kNoAction, rect};
    ui::Touched touched;
    if (open) {
        node.states = picked ? ui::kChecked : ui::kNoState;
        node.actions = ui::kPress;
        touched = ui.touchable(std::move(node), id);
    } else {
        ui.node(std::move(node));
    }
    if (touched.tapped) at.emit(TogglePick{id});
    ui::card(ui, rect, touched.pressed ? ui::Colour::mint : ui::Colour::card);
    if (picked) ui.canvas().ring(rect, ui.px(36), ui.px(6), ui::Colour::teal);
    const float mark = ui.px(kMark);
    draw_pick_mark(ui, {rect.x + ui.px(kSide), rect.y + (rect.h - mark) / 2, mark, mark}, picked,
                   open);
    const ChoiceWords words = choice_words(ui, option, rect.w);
    const float x = rect.x + ui.px(kSide + kMark + kBetween),
                room = rect.right() - x - ui.px(kSide);
    const float y = rect.y + (rect.h - words.height()) / 2;
    ui.canvas().paragraph(words.title, x, y, room);
    ui.canvas().paragraph(words.summary, x, y + words.title.height(), room);
}

}  // namespace

void draw_choices(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                  const pack::Options& options) {
    ui::Ui& ui = at.ui;
    const bool full = picked_options(at, place.pack, options).size() >= kMostPicked;
    if (full) {
        flow.text(at.tr("options.full"), ui::type::kLabel, ui::Role::status);
        flow.gap(24);
    }
    const float least = ui.px(600) * ui.theme().text_factor();
    const auto columns = static_cast<std::size_t>(std::max(1.0F, flow.width() / least));
    const auto height_of = [&](std::size_t i, float width) {
        return std::max(ui.px(116),
                        choice_words(ui, options.options[i], width).height() + ui.px(2 * kAbove));
    };
    flow.grid({options.options.size(), columns, 16}, height_of,
              [&](std::size_t i, const base::Rect& rect) {
                  const pack::Option& option = options.options[i];
                  draw_choice_card(at, rect, option, place.pack.id + "/" + option.id, full);
              });
}

}  // namespace candor::screens
