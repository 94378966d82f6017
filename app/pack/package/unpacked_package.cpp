#include "pack/package/unpacked_package.h"

#include <utility>

#include "base/scratch_folder.h"
#include "pack/package/held_folder.h"
#include "pack/package/unpack.h"

namespace candor::pack {

base::Result<UnpackedPackage> UnpackedPackage::open(const Package& package,
                                                    const std::filesystem::path& below) {
    auto scratch = TRY(base::ScratchFolder::make(below / kLooked));
    UnpackedPackage unpacked(std::move(scratch));
    unpacked.held_ = hold_folder(unpacked.scratch_.path());
    unpacked.folder_ = unpacked.scratch_.path() / package.manifest().id;
    TRY(unpack(package, unpacked.folder_, {}));
    return unpacked;
}

}  // namespace candor::pack
