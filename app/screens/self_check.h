#pragma once
#include <vector>

#include "screens/intent.h"
#include "screens/steps.h"
#include "ui/ui.h"

namespace candor::screens {

/// Every question with its answer and a way to change it.
void draw_review(const State& state, ui::Ui& ui, Intents& intents, const std::vector<Step>& all);

}  // namespace candor::screens
