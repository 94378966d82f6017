#pragma once
#include "screening/model/evaluate.h"
#include "screens/frame/page_frame.h"

namespace candor::screens {

/// Each finding with its reason and its sources, below each other.
void draw_findings(const Drawing& at, ui::Flow& flow, const screening::Outcome& outcome);
/// The same on a card each, with a between() after each.
void draw_finding_cards(const Drawing& at, ui::Flow& flow, const screening::Outcome& outcome);

/// What a doctor should hear of the answers, to be shown or photographed: findings that are urgent
/// or to be told, and what led to them.
void draw_what_to_tell(const Drawing& at, ui::Flow& flow);

}  // namespace candor::screens
