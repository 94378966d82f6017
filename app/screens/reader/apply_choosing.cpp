#include "screens/reader/apply_reading.h"

namespace candor::screens {

void ApplyReading::operator()(const TogglePick& intent) const {
    auto& picked = state.visit.reading.choosing.picked;
    if (picked.erase(intent.id) > 0 || picked.size() >= kMostPicked) return;
    picked.insert(intent.id);
}

void ApplyReading::operator()(const SetImportance& intent) const {
    Importance& importance = state.visit.reading.choosing.matters[intent.id];
    importance = importance == intent.importance ? Importance::unsaid : intent.importance;
}

}  // namespace candor::screens
