#include <algorithm>
#include <array>
#include <cmath>

#include "screens/reader/options.h"
#include "ui/segment.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

constexpr std::array kAnswers{Importance::not_much, Importance::somewhat, Importance::a_lot};
constexpr float kAnswerGap = 16;

std::string answer_label(const Drawing& at, Importance importance) {
    return at.tr("options." + std::string(name_of(importance)));
}

float answer_height(const Drawing& at, float width) {
    float height = 0;
    for (const Importance answer : kAnswers)
        height = std::max(height, ui::segment_height(at.ui, width, {answer_label(at, answer), {}}));
    return height;
}

void draw_answer(const Drawing& at, const base::Rect& rect, const pack::OptionValue& value,
                 const std::string& id, Importance answer) {
    const std::string label = answer_label(at, answer), key = id + "/" + name_of(answer);
    const std::string name =
        at.tr("options.value-name", {{"value", value.title}, {"answer", label}});
    const bool on = at.visit().reading.choosing.importance(id) == answer;
    if (ui::segment(at.ui, rect, {label, key, on, {}, name})) at.emit(SetImportance{id, answer});
}

/// In a row, or below each other where a word would be broken.
void draw_answers(const Drawing& at, ui::Flow& flow, const pack::OptionValue& value,
                  const std::string& id) {
    const float column = flow.column_width(kAnswers.size(), kAnswerGap);
    const bool fits = std::all_of(kAnswers.begin(), kAnswers.end(), [&](Importance answer) {
        return at.ui.widest_word(answer_label(at, answer), ui::type::kLabel) <=
               column - at.ui.px(16);
    });
    const auto one = [&](ui::Flow& cell, std::size_t i) {
        draw_answer(at, cell.take(answer_height(at, cell.width())), value, id, kAnswers[i]);
    };
    if (fits) return flow.row(kAnswers.size(), kAnswerGap, one);
    for (std::size_t i = 0; i < kAnswers.size(); ++i) {
        one(flow, i);
        flow.between(kAnswerGap);
    }
}

}  // namespace

void draw_values(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                 const pack::Options& options) {
    for (const auto& value : options.values) {
        flow.card({36, 28, 32}, [&](ui::Flow& inner) {
            ui::Type title = ui::type::kTitle;
            title.size = 36;
            inner.heading(value.title, title);
            inner.gap(20);
            inner.group([&](ui::Flow& answers) {
                draw_answers(at, answers, value, place.pack.id + "/" + value.id);
            });
        });
        flow.between(20);
    }
}

}  // namespace candor::screens
