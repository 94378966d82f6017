#include "base/version.h"

namespace candor::base {

std::string version_line(std::string_view program) {
    return std::string(program) + " " CANDOR_VERSION " (" CANDOR_BUILD_OF ")";
}

}  // namespace candor::base
