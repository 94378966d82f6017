#include "screening/model/guidance.h"

namespace candor::screening {

const char* name_of(Level level) {
    constexpr std::array kNames{"urgent", "tell-the-doctor", "less-likely", "worth-a-talk"};
    return kNames[static_cast<std::size_t>(level)];
}

}  // namespace candor::screening
