#pragma once
#include <string>

#include "screens/frame/drawing.h"

namespace candor::screens {

/// The words of a question in `headline`; what is too long for a headline is smaller, and what
/// stands below it in Markdown (lists, more paragraphs) is text. `key`: of the question.
void draw_question_words(const Drawing& at, ui::Flow& flow, const screening::Item& item,
                         const std::string& key, const ui::Type& headline);

/// The words of a display, as the form's author marked them; what they are for (displayCategory)
/// shows as an icon and a ground.
void draw_display_words(const Drawing& at, ui::Flow& flow, const screening::Item& item);

/// Why a question is asked.
void draw_why_we_ask(const Drawing& at, ui::Flow& flow, const screening::Item& item);

}  // namespace candor::screens
