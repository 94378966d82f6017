#include "ctl/unpacked_package.h"

#include <cstdlib>
#include <string>
#include <utility>

#include "pack/unpack.h"

namespace candor::ctl {

base::Result<UnpackedPackage> UnpackedPackage::open(const std::filesystem::path& package) {
    const auto opened = pack::Package::open(package);
    if (!opened) return tl::unexpected(opened.error());
    std::error_code error;
    const auto temporary = std::filesystem::temp_directory_path(error);
    std::string name = (temporary / "candor-check-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr)
        return base::fail(base::FaultKind::read_only, name, "no folder can be made there");
    UnpackedPackage unpacked{name};
    unpacked.folder_ = unpacked.scratch_ / opened->manifest().id;
    if (auto done = pack::unpack(*opened, unpacked.folder_, {}); !done)
        return tl::unexpected(done.error());
    return unpacked;
}

UnpackedPackage::~UnpackedPackage() {
    std::error_code ignored;
    if (!scratch_.empty()) std::filesystem::remove_all(scratch_, ignored);
}

UnpackedPackage::UnpackedPackage(UnpackedPackage&& other) noexcept
    : scratch_(std::exchange(other.scratch_, {})), folder_(std::exchange(other.folder_, {})) {}

}  // namespace candor::ctl
