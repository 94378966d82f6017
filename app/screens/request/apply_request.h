#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

struct ApplyRequest : Applying {
    void operator()(const OpenRequest&) const;
    void operator()(const SetBestTime&) const;
    void operator()(const ToggleSendAnswers&) const;
    void operator()(const ToggleSendQuestions&) const;
    void operator()(const ToggleSendTopics&) const;
    void operator()(const ToggleSendMatters&) const;
    void operator()(const ToggleAgreed&) const;
    void operator()(const SendRequest&) const;

  private:
    void lead_to_problem() const;
};

}  // namespace candor::screens
