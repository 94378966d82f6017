#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace candor::pack {

/// A file of a ZIP, as its central directory and its local header agree on it.
struct ZipEntry {
    std::string name;
    std::uint64_t size = 0, packed_size = 0;
    std::uint64_t offset = 0;  ///< of its local header
};

/// The entries of a ZIP (PKWARE APPNOTE 6.3) in the order of their bytes, without reading any
/// content. Accepts less than other readers do, so that nothing can hide: exactly one archive from
/// the first byte of the file to the last, entries side by side without gaps, stored or deflated
/// plain files, no encryption, no ZIP64, no comments, the same name in both places. Names are not
/// checked further. `fd` stays the caller's. Faults: wrong_format, unsupported, refused, too_large.
base::Result<std::vector<ZipEntry>> read_zip_outline(int fd, const std::string& where);

}  // namespace candor::pack
