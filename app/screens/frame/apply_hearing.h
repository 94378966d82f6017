#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

/// Reading aloud, and what else is for those who listen. All other intents end what is being read.
struct ApplyHearing : Applying {
    void operator()(const Listen&) const;
    void operator()(const ReadAloud&) const;
    void operator()(const ListenFrom&) const;
    void operator()(const PauseListening&) const;
    void operator()(const SayAgain&) const;
    void operator()(const SetPace&) const;
    void operator()(const SetVolume&) const;
    void operator()(const SentenceHeard&) const;
    void operator()(const StopListening&) const;
    void operator()(const SpeakScreen&) const;
    void operator()(const UseKeypad&) const;
    void operator()(const DarkScreen&) const;
};

}  // namespace candor::screens
