#include "ctl/open_key.h"

#include <iostream>

#include "base/files.h"

namespace candor::ctl {

void warn_of_open_key(const std::filesystem::path& file) {
    const auto readers = base::readers_of(file);
    if (readers == base::Readers::owner) return;
    std::cerr << file.string() << ": warning [open-key] "
              << (readers == base::Readers::anybody ? "Everybody on this computer"
                                                    : "Its whole group")
              << " can read this secret key. Take that right away: chmod 600 " << file.string()
              << '\n';
}

}  // namespace candor::ctl
