#include "screens/frame/apply.h"

namespace candor::screens {

void Apply::operator()(const TogglePick& intent) const {
    auto& picked = state.visit.choosing.picked;
    if (picked.erase(intent.id) > 0 || picked.size() >= kMostPicked) return;
    picked.insert(intent.id);
}

void Apply::operator()(const SetImportance& intent) const {
    Importance& importance = state.visit.choosing.matters[intent.id];
    importance = importance == intent.importance ? Importance::unsaid : intent.importance;
}

}  // namespace candor::screens
