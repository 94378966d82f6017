#include "desk/studio/dialog_parts.h"

#include "desk/shell/column_page.h"
#include "desk/shell/own_direction.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

void draw_progress(ui::Flow& flow, int percent, std::string_view under_way) {
    flow.text(std::string(under_way) + " " + std::to_string(percent) + " %",
              in(type::kBody, Colour::soft_ink), ui::Role::status);
    flow.gap(6);
    const base::Rect bar{flow.x(), flow.y(), flow.width(), flow.ui().px(8)};
    share_bar(flow, 8, static_cast<float>(percent) / 100.0F);
    flow.ui().node({ui::Role::progressbar, std::string(under_way), std::to_string(percent),
                    ui::kBusy, ui::kNoAction, bar});
    flow.gap(8);
}

void say_path(ui::Flow& flow, const std::string& path) {
    if (path.empty()) return;
    registered(flow, shape_path(flow.ui(), path, type::kFine, flow.width()), path);
    flow.gap(4);
}

/// The way on that it is time for; nothing: there is none.
std::optional<WorkStep> step_of(const Work& work, const WorkSteps& steps, const Drawing& at) {
    if (work.may_replace) return WorkStep{at.tr("work.replace"), "replace", steps.replace};
    if (work.stage == Work::Stage::done) return steps.next;
    return steps.start;
}

/// The label above a field, and where the field stands.
base::Rect below_label(ui::Flow& flow, std::string_view label) {
    flow.words(flow.ui().shape(label, in(type::kSmall, Colour::ink), flow.width()));
    flow.gap(4);
    return flow.take(flow.ui().px(40));
}

}  // namespace

float dialog_label_height(Ui& ui, std::string_view label, float width) {
    return ui.shape(label, in(type::kSmall, Colour::ink), width).height();
}

void dialog_field(ui::Flow& flow, const Drawing& at, Field field, const ui::EditedText& text,
                  std::string_view label, std::string_view key, bool masked) {
    FieldSpec spec{label, key, {}, &text};
    spec.masked = masked;
    draw_field(at, below_label(flow, label), field, spec);
}

void dialog_path_field(ui::Flow& flow, const Drawing& at, Field field, const ui::EditedText& text,
                       std::string_view label, std::string_view key) {
    draw_path_field(at, below_label(flow, label), field, {label, key, {}, &text});
}

void work_part(ui::Flow& flow, const Work& work, std::string_view under_way,
               std::string_view done) {
    if (work.busy()) draw_progress(flow, work.percent, under_way);
    if (work.stage == Work::Stage::done) {
        flow.text(done, in(type::kBody, Colour::deep_teal), ui::Role::status);
        flow.gap(4);
        say_path(flow, work.place);
    }
    if (work.problem.empty() && !work.fault) return;
    if (work.problem.empty())
        say_fault(flow, *work.fault);
    else
        flow.text(flow.ui().tr(work.problem), in(type::kBody, Colour::brown), ui::Role::alert);
    flow.gap(4);
    if (work.fault) say_path(flow, work.fault->where);
}

void work_buttons(ui::Flow& flow, const Drawing& at, const Work& work, const WorkSteps& steps) {
    const std::string stop = at.tr("work.stop");
    if (work.stage == Work::Stage::under_way)
        return button_row(flow, {{{stop, "stop"}, [&at] { at.emit(StopWork{}); }}});
    const auto step = step_of(work, steps, at);
    const std::string close = at.tr(work.stage == Work::Stage::done ? "work.close" : "work.cancel");
    std::vector<RowButton> row;
    if (step)
        row.push_back({{step->label,
                        step->key,
                        work.may_replace ? ButtonLook::outline : ButtonLook::primary,
                        {},
                        step->disabled},
                       [&] { at.emit(step->intent); }});
    row.push_back({{close, "close"}, [&at] { at.emit(CloseDialog{}); }});
    button_row(flow, row);
}

}  // namespace candor::desk
