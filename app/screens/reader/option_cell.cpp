#include <algorithm>
#include <cmath>

#include "screens/frame/clinic_facts.h"
#include "screens/reader/options.h"
#include "screens/reader/source_words.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

std::string share_words(ui::Ui& ui, int count, int of) {
    return ui.tr("options.share", {{"n", std::to_string(count)}, {"of", std::to_string(of)}});
}

/// A dot a person; the first `count` stand out by colour and by being dark against pale.
void draw_dots(ui::Flow& flow, int count, int of, ui::Colour strong, const std::string& name) {
    ui::Ui& ui = flow.ui();
    const int columns = of >= 20 ? 20 : 10;
    const float pitch = std::min(ui.px(18), std::floor(flow.width() / static_cast<float>(columns)));
    const float dot = std::max(2.0F, std::floor(pitch * 0.78F));
    const int rows = (of + columns - 1) / columns;
    const base::Rect all = flow.take(static_cast<float>(rows) * pitch);
    for (int i = 0; i < of; ++i) {
        const int above = i / columns;
        ui.canvas().circle({all.x + static_cast<float>(i % columns) * pitch,
                            all.y + static_cast<float>(above) * pitch, dot, dot},
                           i < count ? strong : ui::Colour::people_rest);
    }
    ui.node({ui::Role::img,
             name,
             {},
             ui::kNoState,
             ui::kNoAction,
             {all.x, all.y, pitch * static_cast<float>(columns), all.h}});
}

/// "26 in 100 women reported clear regrowth", the share in bold.
pack::RichText counted(ui::Ui& ui, int count, int of, const std::string& who) {
    // The space behind it is the source's.
    return {pack::Run{.text = share_words(ui, count, of), .bold = true},
            pack::Run{.text = " " + who + ". "}};
}

std::string name_of_dots(ui::Ui& ui, int count, int of, const std::string& label) {
    return ui.tr("block.icon-array",
                 {{"count", std::to_string(count)}, {"of", std::to_string(of)}, {"label", label}});
}

/// How long the people were followed, and who paid for counting them.
std::string small_print(const Drawing& at, const pack::Pack& pack,
                        const pack::OptionNumber& number) {
    const ui::Strings& strings = at.ui.strings();
    std::string words = number.weeks > 0    ? strings.plural("options.weeks", number.weeks)
                        : number.months > 0 ? strings.plural("options.months", number.months)
                                            : at.tr("options.time-unknown");
    for (const pack::Run& run : number.source) {
        const pack::Source* source = pack.source(run.target);
        const char* paid = source == nullptr ? nullptr : key_of(source->strength.paid_by);
        if (paid != nullptr) words += " " + at.tr(paid);
    }
    return words;
}

void draw_number(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                 const pack::OptionNumber& number) {
    ui::Ui& ui = at.ui;
    draw_dots(flow, number.with, number.of, ui::Colour::teal,
              name_of_dots(ui, number.with, number.of, number.who));
    flow.gap(10);
    pack::RichText first = counted(ui, number.with, number.of, number.who);
    if (!number.without) first.insert(first.end(), number.source.begin(), number.source.end());
    draw_rich(at, flow, place.part("with"), first, ui::type::kCard);
    if (number.without) {
        flow.gap(16);
        draw_dots(flow, *number.without, number.of, ui::Colour::people_other,
                  name_of_dots(ui, *number.without, number.of, number.instead));
        flow.gap(10);
        pack::RichText other = counted(ui, *number.without, number.of, number.instead);
        other.insert(other.end(), number.source.begin(), number.source.end());
        draw_rich(at, flow, place.part("without"), other, ui::type::kCard);
    }
    flow.gap(8);
    flow.text(small_print(at, place.pack, number), ui::type::kSmall);
}

const char* level_key(pack::Certainty certainty) {
    constexpr const char* kLevels[] = {"", "options.level.very-low", "options.level.low",
                                       "options.level.fair", "options.level.good"};
    return kLevels[static_cast<int>(certainty)];
}

/// Four bars of which as many are dark, and the words for them beside or below.
void draw_certainty(const Drawing& at, ui::Flow& flow, pack::Certainty certainty) {
    ui::Ui& ui = at.ui;
    constexpr int kBars = 4;
    const float bar = ui.px(36), gap = ui.px(8), height = ui.px(20);
    const float bars = kBars * bar + (kBars - 1) * gap, beside = bars + ui.px(20);
    const std::string words = at.tr(level_key(certainty));
    const auto& line = ui.shape(words, ui::type::kCard);
    const bool fits = beside + line.width() <= flow.width();
    const base::Rect row = flow.take(fits ? std::max(height, line.height()) : height);
    for (int i = 0; i < kBars; ++i)
        ui.canvas().rounded({row.x + static_cast<float>(i) * (bar + gap),
                             row.y + (row.h - height) / 2, bar, height},
                            ui.px(6),
                            i < static_cast<int>(certainty) ? ui::Colour::teal : ui::Colour::line);
    if (!fits) {
        flow.gap(10);
        return flow.text(words, ui::type::kCard);
    }
    ui.canvas().paragraph(line, row.x + beside, row.y + (row.h - line.height()) / 2, line.width());
    ui.node({ui::Role::paragraph, words, {}, ui::kNoState, ui::kNoAction, row});
}

const char* key_of_blank(pack::OptionBlank blank, bool clinic_asks) {
    if (blank == pack::OptionBlank::nobody_knows) return "options.blank.nobody-knows";
    return clinic_asks ? "options.blank.no-official-price" : "options.blank.ask-for-the-price";
}

/// What the clinic says of an option's price; empty in other rows, and where it does not offer it.
std::string words_of_clinic(const Drawing& at, const pack::Option& option, pack::OptionRow row) {
    return row == pack::OptionRow::price ? clinic_price(at, option.id) : std::string();
}

ui::Type clinic_type() {
    ui::Type type = ui::type::kCard;
    type.weight = text::Weight::semibold;
    return type;
}

void draw_said(const Drawing& at, ui::Flow& flow, const TextPlace& place,
               const pack::OptionCell& cell) {
    if (cell.certainty != pack::Certainty::unsaid) {
        draw_certainty(at, flow, cell.certainty);
        flow.between(12);
    }
    if (cell.number) {
        draw_number(at, flow, place, *cell.number);
        flow.between(16);
    }
    if (!cell.text.empty()) draw_rich(at, flow, place, cell.text, ui::type::kCard);
}

}  // namespace

void draw_option_cell(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                      const pack::Option& option, pack::OptionRow row) {
    const pack::OptionCell& cell = option.cell(row);
    const std::string clinic = words_of_clinic(at, option, row);
    if (!clinic.empty()) {
        flow.text(clinic, clinic_type());
        flow.between(16);
    }
    if (cell.blank == pack::OptionBlank::none) return draw_said(at, flow, place, cell);
    ui::Type type = ui::type::kCard;
    type.colour = ui::Colour::soft_ink;
    flow.text(at.tr(key_of_blank(cell.blank, !clinic.empty())), type);
}

float least_width(const Drawing& at, const TextPlace& place, const pack::Option& option,
                  pack::OptionRow row) {
    ui::Ui& ui = at.ui;
    const pack::OptionCell& cell = option.cell(row);
    const std::string clinic = words_of_clinic(at, option, row);
    float width = cell.text.empty() ? 0 : least_width(ui, place, cell.text, ui::type::kCard);
    const auto wider = [&](const std::string& words) {
        ui::Type heavy = ui::type::kCard;
        heavy.weight = text::Weight::bold;
        width = std::max(width, ui.widest_word(words, heavy));
    };
    if (cell.number) wider(cell.number->who), wider(cell.number->instead);
    if (cell.blank != pack::OptionBlank::none)
        wider(at.tr(key_of_blank(cell.blank, !clinic.empty())));
    if (!clinic.empty()) wider(clinic);
    return width;
}

}  // namespace candor::screens
