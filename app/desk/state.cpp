#include "desk/state.h"

#include <array>

namespace candor::desk {

const char* name_of(Page page) {
    static constexpr std::array<const char*, kPages> kNames{"new",   "called", "booked", "closed",
                                                            "packs", "kiosks", "counts"};
    return kNames[static_cast<std::size_t>(page)];
}

std::optional<consult::Progress> progress_of(Page page) {
    switch (page) {
        case Page::fresh:
            return consult::Progress::fresh;
        case Page::called:
            return consult::Progress::called;
        case Page::booked:
            return consult::Progress::booked;
        case Page::closed:
            return consult::Progress::closed;
        default:
            return std::nullopt;
    }
}

int State::count_of(Page) const { return 0; }

ui::EditedText* State::edited(Field field) {
    return field == Field::passphrase ? &lock_screen.passphrase : nullptr;
}

void State::wipe() {
    lock_screen.passphrase.clear();
    lock_screen.problem.clear();
}

}  // namespace candor::desk
