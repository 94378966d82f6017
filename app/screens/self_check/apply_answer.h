#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

/// Answers to the questions of the step that is shown.
struct ApplyAnswer : Applying {
    void operator()(const ChooseAnswer&) const;
    void operator()(const OpenList&) const;
    void operator()(const ShowWholeList&) const;
    void operator()(const SetNumber&) const;
    void operator()(const EnterAnswer&) const;
    void operator()(const PickPart&) const;
    void operator()(const StepPart&) const;
    void operator()(const ChooseUnit&) const;
    void operator()(const AddAnswer&) const;
    void operator()(const RemoveAnswer&) const;
    void operator()(const RatherNotSay&) const;
};

}  // namespace candor::screens
