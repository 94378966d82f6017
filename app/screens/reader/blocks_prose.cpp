#include <algorithm>
#include <cmath>

#include "screens/reader/blocks.h"
#include "ui/widgets.h"

namespace candor::screens {

float draw_block(const BlockContext& at, const pack::Block& block, float y) {
    return std::visit([&](const auto& body) { return draw(at, body, y); }, block.body);
}

float draw(const BlockContext& at, const pack::Heading& block, float y) {
    const ui::Type type = block.level <= 2 ? ui::type::kSubhead : ui::type::kTitle;
    return at.ui.px(12) + at.ui.text(at.x, y + at.ui.px(12), at.width, pack::plain_text(block.text),
                                     type, ui::Role::heading);
}

float draw(const BlockContext& at, const pack::Prose& block, float y) {
    return draw_rich(at.ui, at.intents, {at.pack, at.key}, block.text, ui::type::kBody, at.x, y,
                     at.width);
}

float draw(const BlockContext& at, const pack::List& block, float y) {
    ui::Ui& ui = at.ui;
    const float start = y;
    int index = 0;
    for (const pack::ListItem& item : block.items) {
        const float indent = ui.px(52) * static_cast<float>(item.depth + 1);
        const float line = ui.theme().type(ui::type::kBody.size) * ui::type::kBody.line_height;
        if (item.number > 0) {
            ui::Type type = ui::type::kBody;
            type.weight = text::Weight::semibold;
            type.colour = ui::colour::kTeal;
            const auto& number = ui.shape(std::to_string(item.number) + ".", type);
            ui.canvas().paragraph(number, at.x + indent - ui.px(46), y, number.width());
        } else {
            const float dot = ui.px(14);
            ui.canvas().circle({at.x + indent - ui.px(38), y + (line - dot) / 2, dot, dot},
                               ui::colour::kTeal);
        }
        const std::string key = at.key + "/" + std::to_string(index++);
        y += draw_rich(ui, at.intents, {at.pack, key}, item.text, ui::type::kBody, at.x + indent, y,
                       at.width - indent);
        y += ui.px(14);
    }
    return y - start - ui.px(14);
}

namespace {

/// Column widths by how much each column says, but none so narrow that a word would break.
std::vector<float> column_widths(const BlockContext& at, const pack::Table& block) {
    const std::size_t count = block.header.size();
    const float padding = 2 * at.ui.px(24);
    std::vector<float> least(count, 0), wants(count, 0);
    const auto widen = [&](const std::vector<pack::RichText>& row, const ui::Type& type) {
        for (std::size_t i = 0; i < row.size() && i < count; ++i) {
            ui::Type heavy = type;
            heavy.weight = text::Weight::semibold;
            least[i] =
                std::max(least[i], at.ui.widest_word(pack::plain_text(row[i]), heavy) + padding);
            const auto& words = shape_rich(at.ui, {at.pack, at.key}, row[i], type, 0);
            wants[i] = std::max(wants[i], std::sqrt(words.width()));
        }
    };
    widen(block.header, ui::type::kLabel);
    for (const auto& row : block.rows) widen(row, ui::type::kCard);
    float least_sum = 0, want_sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        least_sum += least[i];
        want_sum += wants[i];
    }
    const float spare = std::max(0.0F, at.width - least_sum);
    const float squeeze = std::min(1.0F, at.width / std::max(1.0F, least_sum));
    for (std::size_t i = 0; i < count; ++i)
        wants[i] = std::floor(least[i] * squeeze + spare * wants[i] / std::max(1.0F, want_sum));
    return wants;
}

float draw_table_row(const BlockContext& at, const std::vector<pack::RichText>& row,
                     const std::vector<float>& widths, const ui::Type& type, float y,
                     const std::string& key) {
    const float pad = at.ui.px(24);
    float height = 0, x = at.x;
    for (std::size_t i = 0; i < widths.size() && i < row.size(); ++i) {
        height = std::max(height, draw_rich(at.ui, at.intents, {at.pack, key + std::to_string(i)},
                                            row[i], type, x + pad, y + pad, widths[i] - 2 * pad));
        x += widths[i];
    }
    return height + 2 * pad;
}

}  // namespace

float draw(const BlockContext& at, const pack::Table& block, float y) {
    ui::Ui& ui = at.ui;
    const std::vector<float> widths = column_widths(at, block);
    if (widths.empty()) return 0;
    float height = 0, head = 0;
    const auto rows = [&](float top) {
        float end = top;
        head = draw_table_row(at, block.header, widths, ui::type::kLabel, end, at.key + "/h");
        end += head;
        int index = 0;
        for (const auto& row : block.rows) {
            ui::divider(ui, at.x, end, at.width);
            end += draw_table_row(at, row, widths, ui::type::kCard, end,
                                  at.key + "/" + std::to_string(index++) + "/");
        }
        return end - top;
    };
    ui.measure([&] { height = rows(y); });
    const base::Rect box{at.x, y, at.width, height};
    ui::card(ui, box);
    ui.canvas().rounded({box.x, box.y, box.w, std::min(head, height)}, ui.px(36),
                        ui::colour::kMint);
    ui.canvas().fill({box.x, box.y + head / 2, box.w, head / 2}, ui::colour::kMint);
    return rows(y);
}

float draw(const BlockContext& at, const pack::Figure& block, float y) {
    ui::Ui& ui = at.ui;
    const float height = std::round(at.width / block.aspect);
    ui.picture(block.path, {at.x, y, at.width, height}, ui.px(36), paint::Fit::contain, block.alt);
    if (block.caption.empty()) return height;
    const float words = ui.text(at.x + ui.px(4), y + height + ui.px(18), at.width - ui.px(8),
                                block.caption, ui::type::kSmall);
    return height + ui.px(18) + words;
}

namespace {

struct AlertLook {
    base::Rgba ground, bar;
    std::string_view icon, heading;
};

AlertLook look_of(pack::AlertKind kind) {
    switch (kind) {
        case pack::AlertKind::good_to_know:
            return {ui::colour::kSun, ui::colour::kAmber, "info", "alert.good-to-know"};
        case pack::AlertKind::caution:
            return {ui::colour::kPeach, ui::colour::kCoral, "caution", "alert.caution"};
        case pack::AlertKind::unknown:
            return {ui::colour::kPlum, {124, 79, 134, 255}, "unknown", "alert.unknown"};
    }
    return {};
}

}  // namespace

float draw(const BlockContext& at, const pack::Alert& block, float y) {
    ui::Ui& ui = at.ui;
    const AlertLook look = look_of(block.kind);
    const float pad = ui.px(40), icon = ui.px(48), inner = at.x + pad + icon + ui.px(28);
    const float width = at.width - (inner - at.x) - pad;
    const std::string heading = block.heading.empty() ? ui.tr(look.heading) : block.heading;
    const auto words = [&](float top) {
        float end = top + pad;
        ui::Type title = ui::type::kTitle;
        title.size = 36;
        end += ui.text(inner, end, width, heading, title, ui::Role::heading) + ui.px(8);
        int index = 0;
        for (const pack::RichText& paragraph : block.paragraphs) {
            end += draw_rich(ui, at.intents, {at.pack, at.key + "/" + std::to_string(index++)},
                             paragraph, ui::type::kCard, inner, end, width) +
                   ui.px(12);
        }
        return end - ui.px(12) + pad - top;
    };
    float height = 0;
    ui.measure([&] { height = words(y); });
    ui.canvas().rounded({at.x, y, at.width, height}, ui.px(36), look.ground);
    ui.canvas().rounded({at.x, y + ui.px(36), ui.px(10), height - ui.px(72)}, ui.px(5), look.bar);
    ui.icon(look.icon, {at.x + pad, y + pad, icon, icon},
            ui::mix(look.bar, ui::colour::kInk, 0.35F));
    return words(y);
}

}  // namespace candor::screens
