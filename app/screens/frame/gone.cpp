#include "screens/frame/gone.h"

namespace candor::screens {

float preview_findings(const State& state, ui::Ui& ui, const Column& column, float y) {
    if (!state.catalog->preview) return 0;
    const std::string& page = state.visit.place.page;
    const std::string file = state.visit.language + "/" + page + ".md";
    const float start = y, pad = ui.px(32), inner = column.width - 2 * pad;
    for (const base::Finding& finding : state.catalog->library->findings) {
        if (finding.severity == base::Severity::advice) continue;
        const bool of_page = finding.file == file;
        if (!of_page && finding.file.ends_with(".md")) continue;
        const std::string line = ui.tr("preview.finding", {{"line", std::to_string(finding.line)},
                                                           {"message", finding.message}});
        const std::string words =
            (of_page ? line : finding.file + " · " + line) + " " + finding.remedy;
        ui::Type type = ui::type::kSmall;
        type.colour = ui::colour::kInk;
        const float height = ui.shape(words, type, inner).height() + 2 * pad;
        ui.canvas().rounded({column.x, y, column.width, height}, ui.px(32), ui::colour::kPeach);
        ui.text(column.x + pad, y + pad, inner, words, type, ui::Role::alert);
        y += height + ui.px(20);
    }
    return y - start;
}

void draw_gone(const State& state, ui::Ui& ui, Intents& intents, const Gone& gone) {
    const float top = top_bar(state, ui, intents, {ui.tr("reader.topics"), false, false});
    const Column column = content_column(ui);
    const bool preview = state.catalog->preview;
    const std::string title = preview ? ui.tr("preview.broken") : gone.title;
    const std::string home = ui.tr("gone.home");
    scrolling_body(ui, top, static_cast<float>(ui.theme().height()), [&](float y) {
        y += ui.px(80);
        y += ui.text(column.x, y, column.width, title, ui::type::kSubhead, ui::Role::heading) +
             ui.px(24);
        y += preview_findings(state, ui, column, y);
        if (!preview && !gone.text.empty())
            y += ui.text(column.x, y, column.width, gone.text, ui::type::kBody);
        y += ui.px(44);
        const ui::ButtonSpec button{home, ui::ButtonKind::outline, "back", {}, "gone"};
        const float height = ui::button_height(ui, column.width, button);
        if (ui::button(ui, {column.x, y, column.width, height}, button))
            intents.push_back(GoHome{});
        return y + height;
    });
}

void draw_gone_questions(const State& state, ui::Ui& ui, Intents& intents) {
    draw_gone(state, ui, intents, {ui.tr("gone.questions"), ui.tr("gone.questions-text")});
}

}  // namespace candor::screens
