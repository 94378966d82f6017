#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

/// From screen to screen, sheets, and what a whole visit is set to.
struct ApplyMoving : Applying {
    void operator()(const Start&) const;
    void operator()(const PauseAttract&) const;
    void operator()(const ShowSlide&) const;
    void operator()(const GoHome&) const;
    void operator()(const GoBack&) const;
    void operator()(const OpenSheet&) const;
    void operator()(const CloseSheet&) const;
    void operator()(const SetLanguage&) const;
    void operator()(const SetTextSize&) const;
    void operator()(const SetContrast&) const;
    void operator()(const BringDown&) const;
    void operator()(const SetSteadyTouch&) const;
    void operator()(const OfferSteadyTouch&) const;
    void operator()(const StillHere&) const;
    void operator()(const TakeMoreTime&) const;
    void operator()(const CallForHelp&) const;
    void operator()(const FinishVisit&) const;
};

}  // namespace candor::screens
