#include <algorithm>
#include <cmath>
#include <cstdio>

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
    return {std::to_string(clear) + "\u00a0%",
            usable < 0 ? "PEMAT"
                       : ui.tr("measure.pemat", {{"usable", std::to_string(usable) + "\u00a0%"}})};
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
    Panel(const Studio& studio, Ui& ui, Intents& intents, const base::Rect& area)
        : studio_(studio),
          ui_(ui),
          intents_(intents),
          area_(area),
          x_(area.x + ui.px(18)),
          width_(area.w - ui.px(36)) {}

    void draw() {
        ui_.canvas().fill(area_, Colour::list);
        float y = head(area_.y + ui_.px(14));
        const float bottom = buttons();
        if (studio_.opened) {
            y += cards(y) + ui_.px(14);
            y += filters(y) + ui_.px(10);
            list(y, bottom);
        } else {
            ui_.text(x_, y + ui_.px(20), width_, ui_.tr("packs.reading"), type::kLead,
                     ui::Role::status);
        }
        ui_.canvas().fill({area_.right() - ui_.px(1), area_.y, ui_.px(1), area_.h}, Colour::line);
    }

  private:
    float head(float y) {
        const std::string back = ui_.tr("packs.all");
        const ui::Type link = in(type::kFine, Colour::teal);
        const auto& words = ui_.shape(back, link);
        const float icon = ui_.px(14);
        const base::Rect rect{x_, y, words.width() + icon + ui_.px(6), ui_.px(24)};
        if (ui_.touchable({ui::Role::button, back, {}, ui::kNoState, ui::kPress, rect}, "all-packs")
                .tapped)
            intents_.emplace_back(ClosePack{});
        ui_.icon("back", {x_, y + (rect.h - icon) / 2, icon, icon}, Colour::teal);
        ui_.canvas().paragraph(words, x_ + icon + ui_.px(4), y + (rect.h - words.height()) / 2,
                               words.width());
        y = rect.bottom() + ui_.px(4);
        if (!studio_.opened) return y + title(studio_.folder.filename().string(), y, width_);
        const PackHead& pack = studio_.opened->head;
        const float badge = version_badge(ui_, x_ + width_, y + ui_.px(3), pack);
        const std::string name =
            pack.title.empty() ? pack.id : pack.title.in(ui_.strings().language());
        y += title(name, y, width_ - badge - ui_.px(12)) + ui_.px(4);
        const std::string about =
            studio_.checking ? ui_.tr("packs.checking") : about_words(ui_.strings(), pack);
        return y + ui_.text(x_, y, width_, about, type::kSmall, ui::Role::status) + ui_.px(14);
    }

    float title(const std::string& words, float y, float width) {
        return ui_.text(x_, y, width, words, type::kTitle, ui::Role::heading);
    }

    float cards(float y) {
        const Measure all[] = {reading(studio_, ui_), pemat(studio_, ui_), ipdas(studio_, ui_),
                               balance(studio_, ui_)};
        const float gap = ui_.px(10), width = std::floor((width_ - 3 * gap) / 4);
        float height = ui_.px(66);
        for (const Measure& each : all)
            height = std::max(height,
                              ui_.px(44) +
                                  ui_.shape(each.label, type::kFine, width - ui_.px(24)).height() +
                                  ui_.px(8));
        float x = x_;
        for (const Measure& each : all) {
            card(each, {x, y, width, height});
            x += width + gap;
        }
        return height;
    }

    void card(const Measure& measure, const base::Rect& rect) {
        ui_.canvas().rounded(rect, ui_.px(14), Colour::card);
        ui_.canvas().ring(rect, ui_.px(14), std::max(1.0F, ui_.px(1)), Colour::line);
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

    /// Severities at the start, languages at the end; below each other where that is too much.
    float filters(float y) {
        const FindingCounts& counts = studio_.opened->counts;
        const float height = ui_.px(30), gap = ui_.px(6);
        float x = x_, top = y;
        const auto place = [&](const std::string& label, std::string_view key, bool on) {
            const float width = small_switch_width(ui_, label);
            if (x > x_ && x + width > x_ + width_) {
                x = x_;
                top += height + gap;
            }
            const base::Rect rect{x, top, width, height};
            x += width + gap;
            return small_switch(ui_, rect, label, key, on);
        };
        const int all = counts.errors + counts.warnings + counts.advice;
        if (place(ui_.tr("findings.all", {{"n", std::to_string(all)}}), "all-findings",
                  !studio_.severity))
            intents_.emplace_back(FindingsOf{});
        const auto severity = [&](Severity which, int count, const char* key) {
            if (count == 0 && studio_.severity != which) return;
            if (place(ui_.strings().plural(key, count), key, studio_.severity == which))
                intents_.emplace_back(FindingsOf{which});
        };
        severity(Severity::error, counts.errors, "packs.errors");
        severity(Severity::warning, counts.warnings, "packs.warnings");
        severity(Severity::advice, counts.advice, "packs.advice");
        x += ui_.px(10);
        for (const std::string& code : studio_.opened->head.languages) {
            const bool on = studio_.language == code;
            std::string label = code;
            std::transform(label.begin(), label.end(), label.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
            if (place(label, "findings-" + code, on))
                intents_.emplace_back(FindingsIn{on ? std::string{} : code});
        }
        return top + height - y;
    }

    void list(float top, float bottom) {
        rule(ui_, area_.x, top, area_.w);
        const base::Rect view{area_.x, top + ui_.px(1), area_.w, bottom - top - ui_.px(1)};
        float y = ui_.begin_scroll("findings", view);
        const float start = y;
        const auto shown = studio_.shown();
        for (std::size_t i = 0; i < std::min(shown.size(), kMostShown); ++i)
            y += finding(shown[i], y);
        if (shown.size() > kMostShown)
            y += ui_.text(x_, y + ui_.px(14), width_,
                          ui_.strings().plural("findings.more",
                                               static_cast<int>(shown.size() - kMostShown)),
                          type::kSmall) +
                 ui_.px(28);
        if (shown.empty())
            y += ui_.text(x_, y + ui_.px(18), width_,
                          ui_.tr(studio_.opened->findings.empty() ? "findings.none"
                                                                  : "findings.none-here"),
                          type::kLead, ui::Role::status) +
                 ui_.px(36);
        ui_.end_scroll(y - start);
    }

    float finding(int index, float y) {
        const base::Finding& it = studio_.opened->findings[static_cast<std::size_t>(index)];
        static constexpr const char* kNames[] = {"severity.error", "severity.warning",
                                                 "severity.advice"};
        const std::string severity = ui_.tr(kNames[static_cast<int>(it.severity)]);
        const std::string place = it.line == 0 ? it.file : it.file + ":" + std::to_string(it.line);
        const float text_x = x_ + ui_.px(24), width = width_ - ui_.px(24);
        const auto& what = shape_english(ui_, it.message, type::kName, width);
        const auto& remedy = shape_english(ui_, it.remedy, type::kSmall, width);
        const auto place_style = in(type::kFine, Colour::blue);
        const auto& where = shape_path(ui_, place, place_style, width - ui_.px(90));
        const float inner = what.height() + remedy.height() + where.height() + ui_.px(4);
        const base::Rect row{area_.x, y, area_.w, inner + ui_.px(26)};
        const bool chosen = studio_.selected == index;
        const ui::Touched touched =
            ui_.touchable({ui::Role::button, it.message, severity + ", " + place,
                           chosen ? ui::kSelected : ui::kNoState, ui::kPress, row},
                          "finding-" + std::to_string(index));
        if (touched.tapped) intents_.emplace_back(ShowFinding{index});
        if (!ui_.canvas().visible(row)) return row.h;
        if (chosen || touched.hovered) ui_.canvas().fill(row, Colour::card);
        if (chosen) ui_.canvas().fill({row.x, row.y, ui_.px(4), row.h}, Colour::teal);
        const float dot = ui_.px(12);
        ui_.canvas().circle({x_, y + ui_.px(18), dot, dot}, colour_of(it.severity));
        float at = y + ui_.px(13);
        ui_.canvas().paragraph(what, text_x, at, width);
        at += what.height() + ui_.px(2);
        ui_.canvas().paragraph(remedy, text_x, at, width);
        at += remedy.height() + ui_.px(2);
        ui_.canvas().paragraph(where, text_x, at, width - ui_.px(90));
        const auto& word = ui_.shape(severity, type::kFine, ui_.px(90), text::Align::end);
        ui_.canvas().paragraph(word, text_x + width - ui_.px(90), at, ui_.px(90));
        rule(ui_, row.x, row.bottom() - ui_.px(1), row.w);
        return row.h;
    }

    /// At the bottom; returns the y above them.
    float buttons() {
        const std::string sign = ui_.tr("packs.sign"), folder = ui_.tr("packs.folder"),
                          put = ui_.tr("packs.put");
        std::vector<RowButton> row{
            {{sign, "sign", ButtonLook::primary, {}, !studio_.may_sign()},
             [this] { intents_.emplace_back(OpenDialog{Dialog::sign}); }},
            {{folder, "folder"}, [this] { intents_.emplace_back(OpenInFileManager{}); }},
            {{put, "put", ButtonLook::quiet, {}, !studio_.opened},
             [this] { intents_.emplace_back(OpenDialog{Dialog::put}); }}};
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

    const Studio& studio_;
    Ui& ui_;
    Intents& intents_;
    base::Rect area_;
    float x_, width_;
};

}  // namespace

void draw_findings(const Studio& studio, Ui& ui, Intents& intents, const base::Rect& area) {
    Panel(studio, ui, intents, area).draw();
}

}  // namespace candor::desk
