#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

#include "desk/shell/chips.h"
#include "desk/studio/packs_page.h"

namespace candor::desk {
namespace {

using base::Severity;
using ui::Colour;
using ui::Ui;

constexpr std::size_t kMostShown = 400;

ui::Colour colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Colour::coral;
        case Severity::warning:
            return Colour::amber;
        case Severity::advice:
            return Colour::blue;
    }
    return Colour::blue;
}

std::string one_decimal(double value) {
    char out[32];
    std::snprintf(out, sizeof out, "%.1f", value);
    return out;
}

struct Measure {
    std::string value, label;
};

Measure reading(const Studio& studio, Ui& ui) {
    const auto& all = studio.opened->measures.reading;
    const auto found = all.find(studio.preview.language);
    if (found == all.end()) return {"–", ui.tr("measure.reading-none")};
    const bool ease = found->second.higher_is_easier;
    return {one_decimal(found->second.value), ui.tr(ease ? "measure.ease" : "measure.grade")};
}

Measure pemat(const Studio& studio, Ui& ui) {
    const auto percent = [&](const char* standard) {
        return studio.opened->score ? pack::percent_of(*studio.opened->score, standard) : -1;
    };
    const int clear = percent("PEMAT understandability"), usable = percent("PEMAT actionability");
    if (clear < 0) return {"–", "PEMAT"};
    const auto share = [](int n) { return std::to_string(n) + "\u00a0%"; };
    if (usable < 0) return {share(clear), "PEMAT"};
    return {share(clear),
            ui.tr("measure.pemat", {{"usable", ui.strings().left_to_right(share(usable))}})};
}

Measure ipdas(const Studio& studio, Ui&) {
    int agree = 0, judged = 0;
    if (studio.opened->score) {
        for (const auto& item : studio.opened->score->items) {
            if (item.standard != "IPDAS") continue;
            agree += item.mark == pack::Mark::agree;
            judged += item.mark == pack::Mark::agree || item.mark == pack::Mark::disagree;
        }
    }
    if (judged == 0) return {"–", "IPDAS"};
    return {std::to_string(agree) + "/" + std::to_string(judged), "IPDAS"};
}

Measure balance(const Studio& studio, Ui& ui) {
    const pack::Measures& weight = studio.opened->measures;
    const std::string label = ui.tr("measure.balance");
    if (weight.limit_words == 0 && weight.benefit_words == 0) return {"–", label};
    if (weight.limit_words == 0) return {std::to_string(weight.benefit_words) + " : 0", label};
    return {one_decimal(1.0 * weight.benefit_words / weight.limit_words) + " : 1", label};
}

class Panel {
  public:
    Panel(const Drawing& at, const base::Rect& area)
        : at_(at),
          studio_(at.studio()),
          ui_(at.ui),
          area_(area),
          x_(area.x + ui_.px(18)),
          width_(area.w - ui_.px(36)) {}

    void draw() {
        ui_.canvas().fill(area_, Colour::list);
        ui::Flow flow(ui_, x_, area_.y, width_);
        flow.gap(14);
        head(flow);
        const float bottom = buttons();
        if (studio_.opened) {
            cards(flow);
            flow.gap(14);
            filters(flow);
            flow.gap(10);
            list(flow.y(), bottom);
        } else {
            flow.gap(20);
            flow.text(ui_.tr("packs.reading"), type::kLead, ui::Role::status);
        }
        ui_.canvas().fill({area_.right() - ui_.px(1), area_.y, ui_.px(1), area_.h}, Colour::line);
    }

  private:
    void head(ui::Flow& flow) {
        way_back(flow);
        flow.gap(4);
        if (!studio_.opened) return flow.heading(studio_.folder.filename().string(), type::kTitle);
        const PackHead& pack = studio_.opened->head;
        const float right = flow.x() + flow.width();
        const float badge = version_badge(ui_, right, flow.y() + ui_.px(3), pack);
        flow.inset(0, badge + ui_.px(12), [&](ui::Flow& title) {
            const std::string& language = ui_.strings().language();
            title.heading(pack.title.empty() ? pack.id : pack.title.in(language), type::kTitle);
        });
        flow.gap(4);
        flow.text(studio_.checking ? ui_.tr("packs.checking") : about_words(ui_.strings(), pack),
                  type::kSmall, ui::Role::status);
        flow.gap(14);
    }

    void way_back(ui::Flow& flow) {
        const std::string back = ui_.tr("packs.all");
        const auto& words = ui_.shape(back, in(type::kFine, Colour::teal));
        const float icon = ui_.px(14);
        base::Rect rect = flow.take(ui_.px(24));
        rect.w = words.width() + icon + ui_.px(6);
        if (ui_.touchable({ui::Role::button, back, {}, ui::kNoState, ui::kPress, rect}, "all-packs")
                .tapped)
            at_.emit(ClosePack{});
        ui_.icon("back", {rect.x, rect.y + (rect.h - icon) / 2, icon, icon}, Colour::teal);
        ui_.canvas().paragraph(words, rect.x + icon + ui_.px(4),
                               rect.y + (rect.h - words.height()) / 2, words.width());
    }

    void cards(ui::Flow& flow) {
        const Measure all[] = {reading(studio_, ui_), pemat(studio_, ui_), ipdas(studio_, ui_),
                               balance(studio_, ui_)};
        const auto height_of = [&](std::size_t i, float width) {
            const auto& label = ui_.shape(all[i].label, type::kFine, width - ui_.px(24));
            return std::max(ui_.px(66), ui_.px(44) + label.height() + ui_.px(8));
        };
        flow.grid({4, 4, 10}, height_of,
                  [&](std::size_t i, const base::Rect& rect) { card(all[i], rect); });
    }

    void card(const Measure& measure, const base::Rect& rect) {
        panel(ui_, rect);
        ui::Type large = type::kTitle;
        large.size = 21;
        const float pad = ui_.px(12), inner = rect.w - 2 * pad;
        const auto& value = shape_english(ui_, measure.value, large, inner);
        ui_.canvas().paragraph(value, rect.x + pad, rect.y + ui_.px(11), inner);
        const auto& label = ui_.shape(measure.label, type::kFine, inner);
        ui_.canvas().paragraph(label, rect.x + pad, rect.y + ui_.px(40), inner);
        ui_.node(
            {ui::Role::figure, measure.label, measure.value, ui::kNoState, ui::kNoAction, rect});
    }

    /// Severities, then languages; below each other where that is too much.
    void filters(ui::Flow& flow) {
        ChipRow row(flow, {30, 6});
        severities(row);
        const auto& codes = studio_.opened->head.languages;
        std::vector<std::string> labels = codes, keys = codes;
        std::vector<ChipSpec> chips;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            std::transform(labels[i].begin(), labels[i].end(), labels[i].begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
            keys[i] = "findings-" + codes[i];
            chips.push_back({labels[i], keys[i], studio_.language == codes[i]});
        }
        row.gap_before(chips, 10);
        for (std::size_t i = 0; i < chips.size(); ++i)
            if (row.add(chips[i])) at_.emit(FindingsIn{chips[i].on ? std::string{} : codes[i]});
    }

    void severities(ChipRow& row) {
        const FindingCounts& counts = studio_.opened->counts;
        const int all = counts.errors + counts.warnings + counts.advice;
        if (row.add({ui_.tr("findings.all", {{"n", std::to_string(all)}}), "all-findings",
                     !studio_.severity}))
            at_.emit(FindingsOf{});
        const auto severity = [&](Severity which, int count, const char* key) {
            const bool on = studio_.severity == which;
            if (count == 0 && !on) return;
            if (row.add({ui_.strings().plural(key, count), key, on})) at_.emit(FindingsOf{which});
        };
        severity(Severity::error, counts.errors, "packs.errors");
        severity(Severity::warning, counts.warnings, "packs.warnings");
        severity(Severity::advice, counts.advice, "packs.advice");
    }

    void list(float top, float bottom) {
        rule(ui_, area_.x, top, area_.w);
        const base::Rect view{area_.x, top + ui_.px(1), area_.w, bottom - top - ui_.px(1)};
        const auto shown = studio_.shown();
        const std::size_t drawn = std::min(shown.size(), kMostShown);
        ui::scroll(ui_, {"findings", view, x_, width_, 0}, [&](ui::Flow& flow) {
            for (std::size_t i = 0; i < drawn; ++i) finding(shown[i], flow);
            if (drawn < shown.size()) {
                const auto more = static_cast<int>(shown.size() - drawn);
                flow.gap(14);
                flow.text(ui_.strings().plural("findings.more", more), type::kSmall);
                flow.gap(14);
            }
            if (!shown.empty()) return;
            const bool none = studio_.opened->findings.empty();
            flow.gap(18);
            flow.text(ui_.tr(none ? "findings.none" : "findings.none-here"), type::kLead,
                      ui::Role::status);
            flow.gap(18);
        });
    }

    void finding(int index, ui::Flow& flow) {
        const base::Finding& it = studio_.opened->findings[static_cast<std::size_t>(index)];
        static constexpr const char* kNames[] = {"severity.error", "severity.warning",
                                                 "severity.advice"};
        const std::string severity = ui_.tr(kNames[static_cast<int>(it.severity)]);
        const std::string place = it.line == 0 ? it.file : it.file + ":" + std::to_string(it.line);
        const float width = width_ - ui_.px(24), word_w = ui_.px(90);
        const auto named = studio_.finding_names.find(it.code);
        const std::string_view name =
            named == studio_.finding_names.end() ? std::string_view() : named->second;
        const auto& kind = ui_.shape(name, type::kName, width);
        const auto& what =
            shape_english(ui_, it.message, name.empty() ? type::kName : type::kSmall, width);
        const auto& remedy = shape_english(ui_, it.remedy, type::kSmall, width);
        // Both stay: GCC 14 takes what is made for the call for what the result refers to.
        const std::string_view path = place;
        const ui::Type fine = in(type::kFine, Colour::blue);
        const auto& where = shape_path(ui_, path, fine, width - word_w);
        const float kind_h = name.empty() ? 0 : kind.height() + ui_.px(2);
        const float inner = kind_h + what.height() + remedy.height() + where.height() + ui_.px(4);
        const base::Rect line = flow.take(inner + ui_.px(26));
        const base::Rect row{area_.x, line.y, area_.w, line.h};
        const bool chosen = studio_.selected == index;
        const ui::Touched touched = ui_.touchable(
            {ui::Role::button, name.empty() ? it.message : std::string(name) + ". " + it.message,
             severity + ", " + place, chosen ? ui::kSelected : ui::kNoState, ui::kPress, row},
            "finding-" + std::to_string(index));
        if (touched.tapped) at_.emit(ShowFinding{index});
        if (!ui_.canvas().visible(row)) return;
        finding_ground(row, it.severity, chosen, touched.hovered);
        ui::Flow words(ui_, x_ + ui_.px(24), row.y + ui_.px(13), width);
        if (!name.empty()) {
            words.words(kind);
            words.gap(2);
        }
        words.words(what);
        words.gap(2);
        words.words(remedy);
        words.gap(2);
        words.row(std::array{width - word_w, word_w}, 0, [&](ui::Flow& cell, std::size_t i) {
            cell.words(i == 0 ? where : ui_.shape(severity, type::kFine, word_w, text::Align::end));
        });
        rule(ui_, row.x, row.bottom() - ui_.px(1), row.w);
    }

    void finding_ground(const base::Rect& row, Severity severity, bool chosen, bool hovered) {
        if (chosen || hovered) ui_.canvas().fill(row, Colour::card);
        if (chosen) ui_.canvas().fill({row.x, row.y, ui_.px(4), row.h}, Colour::teal);
        const float dot = ui_.px(12);
        ui_.canvas().circle({x_, row.y + ui_.px(18), dot, dot}, colour_of(severity));
    }

    /// At the bottom; returns the y above them.
    float buttons() {
        const std::string sign = ui_.tr("packs.sign"), folder = ui_.tr("packs.folder"),
                          put = ui_.tr("packs.put");
        const std::vector<RowButton> row{
            {{sign, "sign", ButtonLook::primary, {}, !studio_.may_sign()},
             [this] { at_.emit(OpenDialog{Dialog::sign}); }},
            {{folder, "folder"}, [this] { at_.emit(OpenInFileManager{}); }},
            {{put, "put", ButtonLook::quiet, {}, !studio_.opened},
             [this] { at_.emit(OpenDialog{Dialog::put}); }}};
        const auto body = [&](ui::Flow& flow) {
            note(flow);
            button_row(flow, row);
        };
        ui::Flow measured(ui_, x_, 0, width_);
        ui_.measure([&] { body(measured); });
        const float top = area_.bottom() - measured.height() - ui_.px(32);
        rule(ui_, area_.x, top, area_.w);
        ui::Flow flow(ui_, x_, top + ui_.px(16), width_);
        body(flow);
        return top;
    }

    /// What came of the last button, or why the first is out of use.
    void note(ui::Flow& flow) {
        const bool errors = studio_.opened && studio_.opened->counts.errors > 0;
        const bool notice = !studio_.notice.empty();
        if (!notice && !errors) return;
        flow.text(ui_.tr(notice ? studio_.notice : "packs.errors-first"), type::kSmall,
                  ui::Role::status);
        if (notice) {
            flow.gap(4);
            flow.words(shape_path(ui_, studio_.notice_place, type::kFine, flow.width()));
        }
        flow.gap(8);
    }

    const Drawing& at_;
    const Studio& studio_;
    Ui& ui_;
    base::Rect area_;
    float x_, width_;
};

}  // namespace

void draw_findings(const Drawing& at, const base::Rect& area) { Panel(at, area).draw(); }

}  // namespace candor::desk
