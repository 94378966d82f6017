#include "pack/package/unpacked_package.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <utility>

#include "pack/package/disk.h"
#include "pack/package/unpack.h"

namespace candor::pack {

base::Result<UnpackedPackage> UnpackedPackage::open(const Package& package,
                                                    const std::filesystem::path& below) {
    std::string name = (below / kLooked).string() + "XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) return tl::unexpected(fault_of_write(errno, name));
    UnpackedPackage unpacked{name};
    unpacked.held_ = hold_folder(unpacked.scratch_);
    unpacked.folder_ = unpacked.scratch_ / package.manifest().id;
    if (auto done = unpack(package, unpacked.folder_, {}); !done)
        return tl::unexpected(done.error());
    return unpacked;
}

UnpackedPackage::~UnpackedPackage() {
    if (!scratch_.empty()) remove_folder(scratch_);
}

UnpackedPackage::UnpackedPackage(UnpackedPackage&& other) noexcept
    : scratch_(std::exchange(other.scratch_, {})),
      folder_(std::exchange(other.folder_, {})),
      held_(std::move(other.held_)) {}

}  // namespace candor::pack
