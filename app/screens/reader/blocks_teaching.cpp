#include <algorithm>
#include <cmath>

#include "base/geometry.h"
#include "paint/image_store.h"
#include "screens/reader/blocks.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

/// A step's number in its circle.
void draw_step_number(ui::Ui& ui, float x, float y, int number, bool current) {
    const float size = ui.px(84);
    ui.canvas().circle({x, y, size, size}, current ? ui::Colour::teal : ui::Colour::mint);
    ui::Type type = ui::type::kTitle;
    type.size = 38 / ui.theme().text_factor();
    type.weight = text::Weight::bold;
    type.colour = current ? ui::Colour::on_teal : ui::Colour::deep_teal;
    const auto& digits = ui.shape(std::to_string(number), type);
    ui.canvas().paragraph(digits, x + (size - digits.width()) / 2, y + (size - digits.height()) / 2,
                          digits.width());
}

std::string key_of_step(const TextPlace& place, int index) {
    return place.key + " step " + std::to_string(index);
}

/// The step that is shown: a card with its words.
void draw_current_step(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                       const pack::Step& step, int index) {
    ui::Ui& ui = at.ui;
    const auto ground = [&](const base::Rect& rect, const ui::Touched&) { ui::card(ui, rect); };
    const ui::Touched touched =
        flow.touchable({ui::Role::tab,
                        std::to_string(index + 1) + ". " + step.title,
                        {},
                        ui::kSelected | ui::kExpanded,
                        ui::kPress,
                        {}},
                       key_of_step(place, index), ground, {36, 28, 0}, [&](ui::Flow& inner) {
                           draw_step_number(ui, inner.x(), inner.y(), index + 1, true);
                           const float least = inner.y() + ui.px(84 + 28);
                           inner.inset(ui.px(84 + 32), 0, [&](ui::Flow& words) {
                               words.words(ui.shape(step.title, ui::type::kTitle, words.width()));
                               words.gap(16);
                               draw_rich(at, words, place.part(static_cast<std::size_t>(index)),
                                         step.text, ui::type::kCard);
                               words.gap(36);
                           });
                           inner.take(std::max(0.0F, least - inner.y()));
                       });
    if (touched.tapped) at.emit(ShowStep{index});
}

/// A step that is not shown: its title, touched to show it.
void draw_other_step(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                     const pack::Step& step, int index) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(36), size = ui.px(84), indent = pad + ui.px(84 + 32);
    const float width = flow.width() - indent - pad;
    const auto& title = ui.shape(step.title, ui::type::kTitle, width);
    const base::Rect row = flow.take(std::max(size, title.height()) + 2 * ui.px(28));
    const ui::Touched touched = ui.touchable({ui::Role::tab,
                                              std::to_string(index + 1) + ". " + step.title,
                                              {},
                                              ui::kNoState,
                                              ui::kPress,
                                              row},
                                             key_of_step(place, index));
    if (touched.tapped) at.emit(ShowStep{index});
    if (touched.pressed) ui.canvas().rounded(row, ui.px(36), ui::Colour::mint);
    draw_step_number(ui, row.x + pad, row.y + (row.h - size) / 2, index + 1, false);
    ui.canvas().paragraph(title, row.x + indent, row.y + (row.h - title.height()) / 2, width);
}

}  // namespace

namespace {

void draw_step_picture(const Drawing& at, ui::Flow& flow, const pack::Figure& figure) {
    at.ui.picture(figure.path, flow.take(std::round(flow.width() / figure.aspect)), at.ui.px(36),
                  paint::Fit::contain, figure.alt, ui::Colour::sky);
}

/// The step that was asked for is in sight, with the picture that starts at `picture` where there
/// is room for both. The first is where the page starts.
void show_step(const Drawing& at, const TextPlace& place, int current, float picture, float top,
               float bottom) {
    if (current == 0 || at.visit().reading.place.block >= 0) return;
    at.ui.bring_into_sight(key_of_step(place, current), picture, top, bottom);
}

void draw_steps(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Steps& block,
                int current, float picture) {
    for (int i = 0; i < static_cast<int>(block.steps.size()); ++i) {
        const pack::Step& step = block.steps[static_cast<std::size_t>(i)];
        const float top = flow.y();
        if (i == current)
            draw_current_step(at, flow, place, step, i);
        else
            draw_other_step(at, flow, place, step, i);
        if (i == current) show_step(at, place, i, picture, top, flow.y());
        flow.gap(8);
    }
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Steps& block) {
    const int count = static_cast<int>(block.steps.size());
    const int current = std::clamp(at.visit().reading.place.step, 0, count - 1);
    const pack::Figure& figure = block.steps[static_cast<std::size_t>(current)].figure;
    const float top = flow.y();
    if (figure.path.empty()) return draw_steps(at, flow, place, block, current, top);
    if (is_wide(flow))
        return flow.row(2, 72, [&](ui::Flow& side, std::size_t i) {
            i == 0 ? draw_step_picture(at, side, figure)
                   : draw_steps(at, side, place, block, current, top);
        });
    draw_step_picture(at, flow, figure);
    flow.gap(32);
    draw_steps(at, flow, place, block, current, top);
}

namespace {

constexpr float kCompareHead = 112;

void draw_compare_header(ui::Ui& ui, const base::Rect& head, const pack::CompareColumn& column) {
    float indent = 0;
    if (!column.icon.empty()) {
        const float icon = ui.px(84);
        ui.picture(column.icon, {head.x, head.y + (head.h - icon) / 2, icon, icon}, 0,
                   paint::Fit::contain, {}, ui::Colour::none);
        indent = icon + ui.px(24);
    }
    const auto& title = ui.shape(column.title, ui::type::kTitle, head.w - indent);
    ui.canvas().paragraph(title, head.x + indent, head.y + (head.h - title.height()) / 2,
                          head.w - indent);
}

constexpr float kCompareGap = 28;

/// What is compared, over a cell for each column; the cells' grounds are equally high.
void draw_compare_row(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                      const pack::Compare& block, const pack::CompareRow& row) {
    ui::Ui& ui = at.ui;
    ui::Type label = ui::type::kLabel;
    label.colour = ui::Colour::soft_ink;
    flow.inset(ui.px(6), -ui.px(6), [&](ui::Flow& words) { words.text(row.label, label); });
    flow.gap(14);
    const auto grounds = [&](const base::Rect& all) {
        ui::Flow under(ui, all.x, all.y, all.w);
        under.row(block.columns.size(), kCompareGap, [&](ui::Flow& cell, std::size_t i) {
            ui::tinted(ui, cell.take(all.h), ui.px(28), ui::tint_of(block.columns[i].tint));
        });
    };
    const std::vector<float> widths(row.cells.size(),
                                    flow.column_width(block.columns.size(), kCompareGap));
    flow.on(grounds, {0, 28, 28}, [&](ui::Flow& cells) {
        cells.row(widths, kCompareGap, [&](ui::Flow& cell, std::size_t i) {
            cell.inset(ui.px(28), ui.px(28), [&](ui::Flow& words) {
                draw_rich(at, words, place.part(i), row.cells[i], ui::type::kCard);
            });
        });
    });
}

}  // namespace

namespace {

void draw_compare_headers(ui::Flow& flow, const pack::Compare& block) {
    flow.row(block.columns.size(), kCompareGap, [&](ui::Flow& cell, std::size_t i) {
        draw_compare_header(flow.ui(), cell.take(flow.ui().px(kCompareHead)), block.columns[i]);
    });
}

/// While the rows under them scroll by, from `top` to `bottom`, the heads stay at the upper edge.
void keep_compare_headers(ui::Flow& flow, const pack::Compare& block, float top, float bottom) {
    ui::Ui& ui = flow.ui();
    const base::Rect* view = ui.scrolls().viewport();
    const float height = ui.px(kCompareHead);
    if (view == nullptr || ui.canvas().muted() || top >= view->y || bottom < view->y + 2 * height)
        return;
    const base::Rect ground{flow.x(), view->y, flow.width(), height};
    std::string names;
    for (const pack::CompareColumn& column : block.columns)
        names += (names.empty() ? "" : ", ") + column.title;
    // What lies under it is not touched through it.
    ui.touchable({ui::Role::status, names, {}, ui::kNoState, ui::kNoAction, ground}, "heads");
    ui.canvas().fill({view->x, view->y, view->w, height}, ui::Colour::paper);
    ui::Flow over(ui, ground.x, ground.y, ground.w);
    draw_compare_headers(over, block);
    ui.scrolls().cover(height);
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Compare& block) {
    const base::Rect heads{flow.x(), flow.y(), flow.width(), at.ui.px(kCompareHead)};
    flow.row(block.columns.size(), kCompareGap, [&](ui::Flow& cell, std::size_t i) {
        const base::Rect head{cell.x(), heads.y, cell.width(), heads.h};
        at.ui.node(
            {ui::Role::heading, block.columns[i].title, {}, ui::kNoState, ui::kNoAction, head});
    });
    draw_compare_headers(flow, block);
    flow.gap(12);
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        draw_compare_row(at, flow, place.part(i), block, block.rows[i]);
        flow.between(32);
    }
    keep_compare_headers(flow, block, heads.y, heads.y + flow.height());
}

namespace {

/// A ring on the line that leads from entry to entry, beside the first line of `when`, from
/// whose middle the line runs on so far.
void draw_timeline_mark(ui::Ui& ui, const base::Rect& entry, float first_line, float on_px) {
    const float dot = ui.px(40), hole = ui.px(22), bar = ui.px(8);
    const float centre = entry.y + first_line / 2;
    ui.canvas().fill({entry.x + (dot - bar) / 2, centre, bar, on_px}, ui::Colour::timeline);
    ui.canvas().circle({entry.x, centre - dot / 2, dot, dot}, ui::Colour::teal);
    ui.canvas().circle({entry.x + (dot - hole) / 2, centre - hole / 2, hole, hole},
                       ui::Colour::paper);
}

}  // namespace

float line_on(const ui::Flow& flow, const base::Rect& entry, float first_line, float gap_units) {
    if (flow.goes_on_below()) return entry.h + flow.ui().px(gap_units);
    return std::max(0.0F, entry.h - first_line / 2);
}

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Timeline& block) {
    ui::Ui& ui = at.ui;
    for (std::size_t i = 0; i < block.entries.size(); ++i) {
        const pack::TimelineEntry& entry = block.entries[i];
        const float indent = ui.px(80);
        const auto& when = ui.shape(entry.when, ui::type::kTitle, flow.width() - indent);
        const float line = when.lines().empty() ? ui.px(40) : when.lines().front().bottom;
        const bool last = i + 1 == block.entries.size();
        const auto mark = [&](const base::Rect& rect) {
            draw_timeline_mark(ui, rect, line, last ? 0 : line_on(flow, rect, line, 40));
        };
        flow.on(mark, {0, 0, 0}, [&](ui::Flow& whole) {
            whole.inset(indent, 0, [&](ui::Flow& words) {
                words.heading(entry.when, ui::type::kTitle);
                words.gap(6);
                draw_rich(at, words, place.part(i), entry.text, ui::type::kCard);
            });
        });
        flow.between(40);
    }
}

namespace {

struct PeopleColours {
    ui::Colour label, strong, pale;
};

constexpr float kBetweenPeople = 48;

ui::Type label_of_people(const PeopleColours& colours) {
    ui::Type label = ui::type::kLabel;
    label.size = 34;
    label.colour = colours.label;
    return label;
}

/// People in rows of ten; the first `count` stand out by colour and by being solid against pale.
void draw_people(ui::Flow& flow, const pack::IconArrayGroup& group, int of,
                 const PeopleColours& colours) {
    ui::Ui& ui = flow.ui();
    const float cell = std::floor(flow.width() / 10), icon_w = std::round(cell * 0.82F);
    const float icon_h = std::round(icon_w * 44 / 32), row = icon_h + ui.px(8);
    const int rows = (of + 9) / 10;
    const base::Rect all = flow.take(static_cast<float>(rows) * row);
    for (int i = 0; i < of; ++i) {
        const int above = i / 10;
        const base::Rect at{all.x + static_cast<float>(i % 10) * cell,
                            all.y + static_cast<float>(above) * row, icon_w, icon_h};
        ui.icon("person", at, i < group.count ? colours.strong : colours.pale);
    }
    ui.node({ui::Role::img,
             ui.tr("block.icon-array", {{"count", std::to_string(group.count)},
                                        {"of", std::to_string(of)},
                                        {"label", group.label}}),
             {},
             ui::kNoState,
             ui::kNoAction,
             all});
}

}  // namespace

namespace {

/// A group's label over its people, which start `labels` below where it starts.
void draw_group(ui::Flow& flow, const pack::IconArray& block, std::size_t i,
                const PeopleColours& colours, float labels) {
    const float top = flow.y();
    flow.text(block.groups[i].label, label_of_people(colours));
    flow.take(labels - (flow.y() - top));
    draw_people(flow, block.groups[i], block.of, colours);
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::IconArray& block) {
    constexpr PeopleColours kFirst{ui::Colour::teal, ui::Colour::teal, ui::Colour::people_rest};
    constexpr PeopleColours kOther{ui::Colour::brown, ui::Colour::people_other,
                                   ui::Colour::people_other_rest};
    flow.card({40, 40, 32}, [&](ui::Flow& inner) {
        inner.heading(block.title, ui::type::kTitle);
        inner.gap(28);
        const float width = inner.column_width(block.groups.size(), kBetweenPeople);
        float labels = 0;  // those of the highest label: all people start at one height
        for (const auto& group : block.groups)
            labels =
                std::max(labels, at.ui.shape(group.label, label_of_people(kFirst), width).height());
        inner.row(block.groups.size(), kBetweenPeople, [&](ui::Flow& group, std::size_t i) {
            draw_group(group, block, i, i == 0 ? kFirst : kOther, labels + at.ui.px(16));
        });
        inner.gap(20);
        if (block.note.empty()) return;
        draw_rich(at, inner, place, block.note, ui::type::kSmall);
        inner.gap(8);
    });
}

}  // namespace candor::screens
