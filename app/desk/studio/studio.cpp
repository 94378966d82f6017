#include "desk/studio/studio.h"

#include <algorithm>

namespace candor::desk {

int Studio::broken() const {
    return static_cast<int>(std::count_if(counts.begin(), counts.end(),
                                          [](const auto& each) { return each.second.errors > 0; }));
}

std::vector<int> Studio::shown() const {
    std::vector<int> out;
    if (!opened) return out;
    for (std::size_t i = 0; i < opened->findings.size(); ++i) {
        const base::Finding& finding = opened->findings[i];
        if (severity && finding.severity != *severity) continue;
        if (!language.empty() && language_of(finding, opened->head) != language) continue;
        out.push_back(static_cast<int>(i));
    }
    return out;
}

void Studio::typed() {
    problem.clear();
    for (Work* work : {&signing.work, &putting.work})
        if (work->stage == Work::Stage::failed) *work = {};
}

/// Packs are no secret; what was typed into the dialogs is.
void Studio::wipe() {
    dialog = Dialog::none;
    signing = Signing{};
    putting = Putting{};
    path.clear();
    problem.clear();
    notice.clear();
    notice_place.clear();
}

}  // namespace candor::desk
