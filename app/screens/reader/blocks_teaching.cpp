#include <algorithm>
#include <cmath>

#include "base/geometry.h"
#include "paint/image_store.h"
#include "screens/reader/blocks.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

/// A step's number in its circle.
void step_number(ui::Ui& ui, float x, float y, int number, bool current) {
    const float size = ui.px(84);
    ui.canvas().circle({x, y, size, size}, current ? ui::colour::kTeal : ui::colour::kMint);
    ui::Type type = ui::type::kTitle;
    type.size = 38 / ui.theme().text_factor();
    type.weight = text::Weight::bold;
    type.colour = current ? ui::colour::kOnTeal : ui::colour::kDeepTeal;
    const auto& digits = ui.shape(std::to_string(number), type);
    ui.canvas().paragraph(digits, x + (size - digits.width()) / 2, y + (size - digits.height()) / 2,
                          digits.width());
}

float draw_step(const BlockContext& at, const pack::Step& step, int index, bool current, float y) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(36), inner = at.x + pad + ui.px(84 + 32);
    const float width = at.width - (inner - at.x) - pad;
    const auto& title = ui.shape(step.title, ui::type::kTitle, width);
    float height = std::max(ui.px(84), title.height()) + 2 * ui.px(28);
    const auto words = [&](float top) {
        return draw_rich(ui, at.intents, {at.pack, at.key + "/" + std::to_string(index)}, step.text,
                         ui::type::kCard, inner, top, width);
    };
    const float text_y = y + ui.px(28) + title.height() + ui.px(16);
    if (current) {
        float text_h = 0;
        ui.measure([&] { text_h = words(text_y); });
        height = std::max(height, text_y - y + text_h + ui.px(36));
        ui::card(ui, {at.x, y, at.width, height});
    }
    const float title_y = current ? y + ui.px(28) : y + (height - title.height()) / 2;
    const std::string name = std::to_string(index + 1) + ". " + step.title;
    const ui::Touched touched =
        ui.touchable({ui::Role::tab,
                      name,
                      {},
                      current ? ui::kSelected | ui::kExpanded : ui::kNoState,
                      ui::kPress,
                      {at.x, y, at.width, height}},
                     at.key);
    if (touched.tapped) at.intents.push_back(ShowStep{index});
    if (touched.pressed && !current)
        ui.canvas().rounded({at.x, y, at.width, height}, ui.px(36), ui::colour::kMint);
    step_number(ui, at.x + pad, current ? y + ui.px(28) : y + (height - ui.px(84)) / 2, index + 1,
                current);
    ui.canvas().paragraph(title, inner, title_y, width);
    if (current) words(text_y);
    return height;
}

}  // namespace

float draw(const BlockContext& at, const pack::Steps& block, float y) {
    ui::Ui& ui = at.ui;
    const int count = static_cast<int>(block.steps.size());
    const int current = std::clamp(at.state.visit.place.step, 0, count - 1);
    const pack::Step& shown = block.steps[static_cast<std::size_t>(current)];
    const float start = y;
    if (!shown.figure.path.empty()) {
        const float height = std::round(at.width / shown.figure.aspect);
        ui.picture(shown.figure.path, {at.x, y, at.width, height}, ui.px(36), paint::Fit::contain,
                   shown.figure.alt, ui::colour::kSky);
        y += height + ui.px(32);
    }
    for (int i = 0; i < count; ++i)
        y += draw_step(at, block.steps[static_cast<std::size_t>(i)], i, i == current, y) + ui.px(8);
    return y - start;
}

namespace {

void compare_header(const BlockContext& at, const pack::CompareColumn& column, float x, float y,
                    float width, float height) {
    ui::Ui& ui = at.ui;
    float words_x = x;
    if (!column.icon.empty()) {
        const float icon = ui.px(84);
        ui.picture(column.icon, {x, y + (height - icon) / 2, icon, icon}, 0, paint::Fit::contain,
                   {}, {0, 0, 0, 0});
        words_x += icon + ui.px(24);
    }
    const auto& title = ui.shape(column.title, ui::type::kTitle, x + width - words_x);
    ui.canvas().paragraph(title, words_x, y + (height - title.height()) / 2, x + width - words_x);
    ui.node(
        {ui::Role::heading, column.title, {}, ui::kNoState, ui::kNoAction, {x, y, width, height}});
}

float compare_row(const BlockContext& at, const pack::Compare& block, std::size_t index, float y,
                  float width, float gap) {
    ui::Ui& ui = at.ui;
    const pack::CompareRow& row = block.rows[index];
    ui::Type label = ui::type::kLabel;
    label.colour = ui::colour::kSoftInk;
    const float start = y;
    y += ui.text(at.x + ui.px(6), y, at.width, row.label, label) + ui.px(14);
    const float pad = ui.px(28);
    float height = 0;
    const auto cells = [&] {
        float x = at.x;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string key = at.key + "/" + std::to_string(index) + "/" + std::to_string(i);
            const float words = draw_rich(ui, at.intents, {at.pack, key}, row.cells[i],
                                          ui::type::kCard, x + pad, y + pad, width - 2 * pad);
            height = std::max(height, words + 2 * pad);
            x += width + gap;
        }
    };
    ui.measure(cells);
    float x = at.x;
    for (const pack::CompareColumn& column : block.columns) {
        ui.canvas().rounded({x, y, width, height}, ui.px(28), ui::tint_of(column.tint));
        x += width + gap;
    }
    cells();
    return y + height - start;
}

}  // namespace

float draw(const BlockContext& at, const pack::Compare& block, float y) {
    ui::Ui& ui = at.ui;
    const auto columns = static_cast<float>(std::max<std::size_t>(1, block.columns.size()));
    const float gap = ui.px(28), width = std::floor((at.width - gap * (columns - 1)) / columns);
    const float start = y, header = ui.px(112);
    float x = at.x;
    for (const pack::CompareColumn& column : block.columns) {
        compare_header(at, column, x, y, width, header);
        x += width + gap;
    }
    y += header + ui.px(12);
    for (std::size_t i = 0; i < block.rows.size(); ++i)
        y += compare_row(at, block, i, y, width, gap) + ui.px(32);
    return y - start - ui.px(32);
}

float draw(const BlockContext& at, const pack::Timeline& block, float y) {
    ui::Ui& ui = at.ui;
    const float start = y, dot = ui.px(40), inner = at.x + ui.px(80);
    const float width = at.width - ui.px(80);
    const std::size_t count = block.entries.size();
    for (std::size_t i = 0; i < count; ++i) {
        const pack::TimelineEntry& entry = block.entries[i];
        const auto& when = ui.shape(entry.when, ui::type::kTitle, width);
        const float line = when.lines().empty() ? dot : when.lines().front().bottom;
        const float centre = y + line / 2;
        const std::string key = at.key + "/" + std::to_string(i);
        float height = when.height() + ui.px(6);
        ui.measure([&] {
            height += draw_rich(ui, at.intents, {at.pack, key}, entry.text, ui::type::kCard, inner,
                                y, width);
        });
        if (i + 1 < count) {
            const float bar = ui.px(8);
            ui.canvas().fill({at.x + (dot - bar) / 2, centre, bar, height + ui.px(40)},
                             ui::mix(ui::colour::kMint, ui::colour::kTeal, 0.3F));
        }
        ui.canvas().circle({at.x, centre - dot / 2, dot, dot}, ui::colour::kTeal);
        const float hole = ui.px(22);
        ui.canvas().circle({at.x + (dot - hole) / 2, centre - hole / 2, hole, hole},
                           ui::colour::kPaper);
        const float below =
            y + ui.text(inner, y, width, entry.when, ui::type::kTitle, ui::Role::heading);
        draw_rich(ui, at.intents, {at.pack, key}, entry.text, ui::type::kCard, inner,
                  below + ui.px(6), width);
        y += height + ui.px(40);
    }
    return y - start - ui.px(40);
}

namespace {

/// People in rows of ten; the first `count` stand out by colour and by being solid against pale.
float people(ui::Ui& ui, const pack::IconArrayGroup& group, int of, float x, float y, float width,
             base::Rgba strong, base::Rgba pale) {
    const float cell = std::floor(width / 10), icon_w = std::round(cell * 0.82F);
    const float icon_h = std::round(icon_w * 44 / 32), row = icon_h + ui.px(8);
    for (int i = 0; i < of; ++i) {
        const base::Rect at{x + static_cast<float>(i % 10) * cell,
                            y + static_cast<float>(i / 10) * row, icon_w, icon_h};
        ui.icon("person", at, i < group.count ? strong : pale);
    }
    return static_cast<float>((of + 9) / 10) * row;
}

}  // namespace

float draw(const BlockContext& at, const pack::IconArray& block, float y) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(40), gap = ui.px(48);
    const auto count = static_cast<float>(std::max<std::size_t>(1, block.groups.size()));
    const float inner = at.width - 2 * pad;
    const float width = std::floor((inner - gap * (count - 1)) / count);
    const auto body = [&](float top) {
        float end = top + pad;
        end += ui.text(at.x + pad, end, inner, block.title, ui::type::kTitle, ui::Role::heading) +
               ui.px(28);
        float tallest = 0, x = at.x + pad;
        for (std::size_t i = 0; i < block.groups.size(); ++i) {
            const bool first = i == 0;
            ui::Type label = ui::type::kLabel;
            label.size = 34;
            label.colour = first ? ui::colour::kTeal : ui::colour::kBrown;
            const float words = ui.text(x, end, width, block.groups[i].label, label);
            const float grid =
                people(ui, block.groups[i], block.of, x, end + words + ui.px(16), width,
                       first ? ui::colour::kTeal : base::Rgba{179, 102, 13, 255},
                       first ? base::Rgba{208, 218, 216, 255} : base::Rgba{229, 222, 209, 255});
            ui.node({ui::Role::img,
                     ui.tr("block.icon-array", {{"count", std::to_string(block.groups[i].count)},
                                                {"of", std::to_string(block.of)},
                                                {"label", block.groups[i].label}}),
                     {},
                     ui::kNoState,
                     ui::kNoAction,
                     {x, end + words + ui.px(16), width, grid}});
            tallest = std::max(tallest, words + ui.px(16) + grid);
            x += width + gap;
        }
        end += tallest + ui.px(20);
        if (!block.note.empty())
            end += draw_rich(ui, at.intents, {at.pack, at.key}, block.note, ui::type::kSmall,
                             at.x + pad, end, inner) +
                   ui.px(8);
        return end + pad - ui.px(8) - top;
    };
    float height = 0;
    ui.measure([&] { height = body(y); });
    ui::card(ui, {at.x, y, at.width, height});
    return body(y);
}

}  // namespace candor::screens
