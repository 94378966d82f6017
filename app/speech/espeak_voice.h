#pragma once
#include "speech/voice.h"

namespace candor::speech {

/// espeak-ng. Its library is loaded here and unloaded with the voice: it keeps what it says in
/// buffers of its own, which nobody else could zero. One at a time. Faults: not_found where
/// espeak-ng or its data is not installed.
base::Result<std::unique_ptr<Voice>> create_espeak_voice();

}  // namespace candor::speech
