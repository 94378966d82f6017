#include "pack/page/day_seen.h"

namespace candor::pack {

// A file of its own, so that a new day compiles nothing else anew.
std::string built_on() { return CANDOR_BUILT_ON; }

}  // namespace candor::pack
