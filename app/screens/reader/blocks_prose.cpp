#include <algorithm>
#include <cmath>

#include "screens/frame/list_mark.h"
#include "screens/reader/blocks.h"
#include "ui/widgets.h"

namespace candor::screens {

namespace {

/// Where there are two columns.
struct StandsOf {
    ui::Stands operator()(const pack::Figure&) const { return ui::Stands::beside; }
    ui::Stands operator()(const pack::Table& table) const {
        // Smaller ones read well in half the width.
        constexpr std::size_t kWide = 3, kLong = 5;
        const bool small = table.header.size() < kWide && table.rows.size() < kLong;
        return small ? ui::Stands::in_turn : ui::Stands::across;
    }
    ui::Stands operator()(const pack::Sequence&) const { return ui::Stands::across; }
    ui::Stands operator()(const pack::Alert&) const { return ui::Stands::under; }
    ui::Stands operator()(const pack::Steps&) const { return ui::Stands::across; }
    ui::Stands operator()(const pack::Compare&) const { return ui::Stands::across; }
    ui::Stands operator()(const pack::QuickCheck&) const { return ui::Stands::across; }
    ui::Stands operator()(const pack::AskList&) const { return ui::Stands::across; }
    ui::Stands operator()(const pack::Faq&) const { return ui::Stands::across; }
    ui::Stands operator()(const pack::Options& options) const {
        return options.face == pack::OptionsFace::values ? ui::Stands::in_turn : ui::Stands::across;
    }
    ui::Stands operator()(const auto&) const { return ui::Stands::in_turn; }
};

}  // namespace

void draw_block(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                const pack::Block& block) {
    flow.piece(std::visit(StandsOf{}, block.body), [&](ui::Flow& own) {
        std::visit([&](const auto& body) { draw(at, own, place, body); }, block.body);
    });
}

bool is_wide(const ui::Flow& flow) {
    constexpr float kTwoOfPortrait = 1600;
    return flow.width() >= flow.ui().px(kTwoOfPortrait);
}

void draw(const Drawing&, ui::Flow& flow, const TextPlace&, const pack::Heading& block) {
    flow.gap(12);
    flow.heading(pack::plain_text(block.text),
                 block.level <= 2 ? ui::type::kSubhead : ui::type::kTitle);
}

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Prose& block) {
    draw_rich(at, flow, place, block.text, ui::type::kBody);
}

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::List& block) {
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        const pack::ListItem& item = block.items[i];
        const float indent = list_indent(at.ui) * static_cast<float>(item.depth + 1);
        draw_list_mark(flow, item.number, indent, ui::type::kBody);
        flow.inset(indent, 0, [&](ui::Flow& words) {
            draw_rich(at, words, place.part(i), item.text, ui::type::kBody);
        });
        flow.joint(14);
    }
}

namespace {

/// Column widths by how much each column says, but none so narrow that a word would break.
std::vector<float> column_widths(ui::Ui& ui, const TextPlace& place, const pack::Table& block,
                                 float room) {
    const std::size_t count = block.header.size();
    const float padding = 2 * ui.px(24);
    std::vector<float> least(count, 0), wants(count, 0);
    const auto widen = [&](const std::vector<pack::RichText>& row, const ui::Type& type) {
        for (std::size_t i = 0; i < row.size() && i < count; ++i) {
            ui::Type heavy = type;
            heavy.weight = text::Weight::semibold;
            const float word = ui.widest_word(pack::plain_text(row[i]), heavy);
            least[i] = std::max(
                {least[i], word + padding, least_width(ui, place, row[i], type) + padding});
            wants[i] =
                std::max(wants[i], std::sqrt(shape_rich(ui, place, row[i], type, 0).width()));
        }
    };
    widen(block.header, ui::type::kLabel);
    for (const auto& row : block.rows) widen(row, ui::type::kCard);
    float least_sum = 0, want_sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        least_sum += least[i];
        want_sum += wants[i];
    }
    const float spare = std::max(0.0F, room - least_sum);
    const float squeeze = std::min(1.0F, room / std::max(1.0F, least_sum));
    for (std::size_t i = 0; i < count; ++i)
        wants[i] = std::floor(least[i] * squeeze + spare * wants[i] / std::max(1.0F, want_sum));
    return wants;
}

/// Left and right are the page's own, also where it is read from right to left.
text::Align align_of(const ui::Ui& ui, const pack::Table& block, std::size_t column) {
    const auto wanted =
        column < block.columns.size() ? block.columns[column] : pack::ColumnAlign::start;
    if (wanted == pack::ColumnAlign::start) return text::Align::start;
    if (wanted == pack::ColumnAlign::centre) return text::Align::centre;
    const bool at_start = (wanted == pack::ColumnAlign::right) == ui.right_to_left();
    return at_start ? text::Align::start : text::Align::end;
}

/// `place` is the row's: its cells are numbered.
void draw_table_row(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                    const pack::Table& block, const std::vector<pack::RichText>& row,
                    std::span<const float> widths, const ui::Type& type) {
    const float pad = at.ui.px(24);
    flow.gap(24);
    flow.row(widths.first(std::min(widths.size(), row.size())), 0,
             [&](ui::Flow& cell, std::size_t i) {
                 cell.inset(pad, pad, [&](ui::Flow& words) {
                     draw_rich(at, words, {place.pack, place.key + std::to_string(i)}, row[i], type,
                               align_of(at.ui, block, i));
                 });
             });
    flow.gap(24);
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Table& block) {
    ui::Ui& ui = at.ui;
    const std::vector<float> widths = column_widths(ui, place, block, flow.width());
    if (widths.empty()) return;
    float head = 0;
    const auto ground = [&](const base::Rect& box) {
        ui::card(ui, box);
        ui.canvas().rounded({box.x, box.y, box.w, std::min(head, box.h)}, ui.px(36),
                            ui::Colour::mint);
        ui.canvas().fill({box.x, box.y + head / 2, box.w, head / 2}, ui::Colour::mint);
    };
    flow.on(ground, {0, 0, 0}, [&](ui::Flow& rows) {
        draw_table_row(at, rows, place.part("h"), block, block.header, widths, ui::type::kLabel);
        head = rows.height();
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            ui::divider(rows);
            draw_table_row(at, rows, {place.pack, place.part(i).key + "/"}, block, block.rows[i],
                           widths, ui::type::kCard);
        }
    });
}

void draw(const Drawing& at, ui::Flow& flow, const TextPlace&, const pack::Figure& block) {
    ui::Ui& ui = at.ui;
    ui.picture(block.path, flow.take(std::round(flow.width() / block.aspect)), ui.px(36),
               paint::Fit::contain, block.alt);
    if (block.caption.empty()) return;
    flow.gap(18);
    flow.inset(ui.px(4), ui.px(4),
               [&](ui::Flow& words) { words.text(block.caption, ui::type::kSmall); });
}

namespace {

struct AlertLook {
    ui::Colour ground, bar, mark;
    std::string_view icon, heading;
};

AlertLook look_of(pack::AlertKind kind) {
    switch (kind) {
        case pack::AlertKind::good_to_know:
            return {ui::Colour::sun, ui::Colour::amber, ui::Colour::amber_icon, "info",
                    "alert.good-to-know"};
        case pack::AlertKind::caution:
            return {ui::Colour::peach, ui::Colour::coral, ui::Colour::coral_icon, "caution",
                    "alert.caution"};
        case pack::AlertKind::unknown:
            return {ui::Colour::plum, ui::Colour::violet, ui::Colour::violet_icon, "unknown",
                    "alert.unknown"};
    }
    return {};
}

}  // namespace

void mark_limit(const Drawing& at, ui::Flow& flow, const TextPlace& place) {
    if (at.ui.canvas().muted()) return;
    const Browsing& reading = at.visit().reading;
    const float y = flow.y();
    at.ui.scrolls().landmark(place.block, y + at.ui.px(110) * at.ui.theme().text_factor());
    if (reading.looked_at == place.block)
        at.ui.scrolls().glide_here("look " + std::to_string(reading.looks), y);
}

std::string usual_heading(const Drawing& at, pack::AlertKind kind) {
    return at.tr(look_of(kind).heading);
}

std::string heading_of(const Drawing& at, const pack::Alert& block) {
    return block.heading.empty() ? usual_heading(at, block.kind) : block.heading;
}

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Alert& block) {
    ui::Ui& ui = at.ui;
    const AlertLook look = look_of(block.kind);
    const auto ground = [&](const base::Rect& box) {
        ui::tinted(ui, box, ui.px(36), look.ground);
        ui.canvas().rounded({box.x, box.y + ui.px(36), ui.px(10), box.h - ui.px(72)}, ui.px(5),
                            look.bar);
    };
    flow.on(ground, {40, 40, 40}, [&](ui::Flow& inner) {
        const float icon = ui.px(48);
        ui.icon(look.icon, {inner.x(), inner.y(), icon, icon}, look.mark);
        inner.inset(icon + ui.px(28), 0, [&](ui::Flow& words) {
            ui::Type title = ui::type::kTitle;
            title.size = 36;
            words.heading(heading_of(at, block), title);
            words.gap(8);
            for (std::size_t i = 0; i < block.paragraphs.size(); ++i) {
                draw_rich(at, words, place.part(i), block.paragraphs[i], ui::type::kCard);
                words.between(12);
            }
        });
    });
}

}  // namespace candor::screens
