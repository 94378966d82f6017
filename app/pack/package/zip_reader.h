#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "pack/package/zip_outline.h"

struct archive;

namespace candor::pack {

/// Reads the entries of an outline one after the other, with libarchive. Never gives more bytes of
/// an entry than its size says. One thread.
class ZipReader {
  public:
    /// `fd` and `entries` must outlive this; the offset of `fd` is moved.
    static base::Result<ZipReader> open(int fd, const std::vector<ZipEntry>& entries,
                                        const std::string& where);
    /// The next entry; nullptr behind the last.
    base::Result<const ZipEntry*> next();
    /// The next bytes of the entry, valid until the next call; empty at its end. Fault
    /// wrong_format when it holds more or less than its size.
    base::Result<std::string_view> read();
    /// All of the entry. Fault too_large.
    base::Result<std::string> read_whole(std::size_t max_bytes);

  private:
    using Archive = std::unique_ptr<struct archive, int (*)(struct archive*)>;
    ZipReader(Archive archive, const std::vector<ZipEntry>& entries, std::string where);
    base::Fault fault() const;

    Archive archive_;
    const std::vector<ZipEntry>* entries_;
    std::string where_;
    std::size_t next_ = 0;
    std::uint64_t given_ = 0;
};

}  // namespace candor::pack
