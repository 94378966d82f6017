#include "desk/shell/open_key.h"

#include <string>

#include "base/files.h"
#include "base/log.h"

namespace candor::desk {

void warn_of_open_key(const std::filesystem::path& file) {
    if (base::readers_of(file) != base::Readers::owner)
        base::log("others on this computer can read the secret key " + file.string() +
                  "; take that right away: chmod 600");
}

}  // namespace candor::desk
