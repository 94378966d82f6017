#include "screens/frame/gone.h"

namespace candor::screens {

void draw_preview_findings(const Drawing& at, ui::Flow& flow) {
    if (!at.catalog().preview) return;
    const std::string file = at.language() + "/" + at.visit().reading.place.page + ".md";
    for (const base::Finding& finding : at.catalog().library->findings) {
        if (finding.severity == base::Severity::advice) continue;
        const bool of_page = finding.file == file;
        if (!of_page && finding.file.ends_with(".md")) continue;
        const auto set_apart = [&](const std::string& text) {
            return at.ui.strings().isolated(text);
        };
        const std::string line = at.tr(
            "preview.finding",
            {{"line", std::to_string(finding.line)}, {"message", set_apart(finding.message)}});
        const std::string words = (of_page ? line : set_apart(finding.file) + " · " + line) + " " +
                                  set_apart(finding.remedy);
        ui::Type type = ui::type::kSmall;
        type.colour = ui::Colour::ink;
        flow.tinted(ui::Colour::peach, 32, {32, 32, 32},
                    [&](ui::Flow& inner) { inner.text(words, type, ui::Role::alert); });
        flow.gap(20);
    }
}

void draw_gone(const Drawing& at, const Gone& gone) {
    const float top = draw_top_bar(at, {at.tr("reader.topics"), false, false});
    const bool preview = at.catalog().preview;
    draw_body(at.ui, top, static_cast<float>(at.ui.theme().height()), [&](ui::Flow& flow) {
        flow.gap(80);
        flow.heading(preview ? at.tr("preview.broken") : gone.title, ui::type::kSubhead);
        flow.gap(24);
        draw_preview_findings(at, flow);
        if (!preview && !gone.text.empty()) flow.text(gone.text, ui::type::kBody);
        flow.gap(44);
        const std::string home = at.tr("gone.home");
        if (ui::button(flow, {home, ui::ButtonKind::outline, "back", {}, "gone"}))
            at.emit(GoHome{});
    });
}

void draw_gone_questions(const Drawing& at) {
    draw_gone(at, {at.tr("gone.questions"), at.tr("gone.questions-text")});
}

}  // namespace candor::screens
