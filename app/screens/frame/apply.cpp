#include "screens/frame/apply.h"

#include "screens/frame/apply_hearing.h"
#include "screens/frame/apply_moving.h"
#include "screens/frame/apply_typing.h"
#include "screens/reader/apply_reading.h"
#include "screens/request/apply_request.h"
#include "screens/self_check/apply_answer.h"
#include "screens/self_check/apply_self_check.h"
#include "screens/staff/apply_staff.h"
#include "screens/take_home/apply_take_home.h"

namespace candor::screens {
namespace {

/// All intents: those of each room.
template <typename... Rooms>
struct ApplyIn : Rooms... {
    explicit ApplyIn(const Applying& on) : Rooms{on}... {}
    using Rooms::operator()...;
};
using ApplyAny = ApplyIn<ApplyHearing, ApplyMoving, ApplyTyping, ApplyReading, ApplyAnswer,
                         ApplySelfCheck, ApplyRequest, ApplyStaff, ApplyTakeHome>;

/// Whatever else somebody does ends what is being read aloud.
bool goes_on_reading(const Intent& intent) {
    return std::visit(
        [](const auto& each) { return std::is_invocable_v<const ApplyHearing&, decltype(each)>; },
        intent);
}

}  // namespace

void apply(State& state, Services& services, const Intent& intent) {
    if (!goes_on_reading(intent)) state.visit.hearing.stop();
    std::visit(ApplyAny(Applying{state, services}), intent);
}

void Applying::show(Screen screen) const {
    if (state.visit.steady_offer == Offer::stands && state.visit.screen != screen)
        state.visit.steady_offer = Offer::over;
    state.visit.screen = screen;
    state.visit.sheet = {};
    state.visit.typing.put_away();
    services.reset_scroll("main");
}

}  // namespace candor::screens
