#include "pack/package/zip_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

namespace candor::pack {
namespace {

using base::FaultKind;

constexpr std::size_t kBlock = 256 * 1024;

}  // namespace

ZipReader::ZipReader(Archive archive, const std::vector<ZipEntry>& entries, std::string where)
    : archive_(std::move(archive)), entries_(&entries), where_(std::move(where)) {}

base::Fault ZipReader::fault() const {
    const char* words = archive_error_string(archive_.get());
    return {FaultKind::wrong_format, where_, words == nullptr ? "not a ZIP" : words};
}

base::Result<ZipReader> ZipReader::open(int fd, const std::vector<ZipEntry>& entries,
                                        const std::string& where) {
    ZipReader reader(Archive(archive_read_new(), &archive_read_free), entries, where);
    auto* archive = reader.archive_.get();
    if (archive == nullptr)
        return base::fail(FaultKind::internal, where, "libarchive does not start");
    archive_read_support_format_zip_seekable(archive);
    // BLAKE2b says more than a CRC, and every byte passes through it.
    archive_read_set_options(archive, "zip:ignorecrc32");
    ::lseek(fd, 0, SEEK_SET);
    if (archive_read_open_fd(archive, fd, kBlock) != ARCHIVE_OK)
        return tl::unexpected(reader.fault());
    return reader;
}

base::Result<const ZipEntry*> ZipReader::next() {
    if (next_ == entries_->size()) return nullptr;
    archive_entry* header = nullptr;
    const int status = archive_read_next_header(archive_.get(), &header);
    // Warnings are about names, which the outline has from the bytes themselves.
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return tl::unexpected(fault());
    const ZipEntry& entry = (*entries_)[next_++];
    given_ = 0;
    if (static_cast<std::uint64_t>(archive_entry_size(header)) != entry.size)
        return base::fail(FaultKind::wrong_format, entry.name, "it has two sizes");
    return &entry;
}

base::Result<std::string_view> ZipReader::read() {
    const ZipEntry& entry = (*entries_)[next_ - 1];
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    int status = ARCHIVE_OK;
    while (size == 0 && status == ARCHIVE_OK)
        status = archive_read_data_block(archive_.get(), &bytes, &size, &offset);
    if (status != ARCHIVE_OK && status != ARCHIVE_EOF && status != ARCHIVE_WARN)
        return tl::unexpected(fault());
    const bool follows = size == 0 || static_cast<std::uint64_t>(offset) == given_;
    if (!follows || size > entry.size - given_ || (size == 0 && given_ != entry.size))
        return base::fail(FaultKind::wrong_format, entry.name,
                          "it does not hold as many bytes as it says");
    given_ += size;
    return std::string_view(static_cast<const char*>(bytes), size);
}

base::Result<std::string> ZipReader::read_whole(std::size_t max_bytes) {
    const ZipEntry& entry = (*entries_)[next_ - 1];
    if (entry.size > max_bytes)
        return base::fail(FaultKind::too_large, entry.name, "it is too large");
    std::string all;
    all.reserve(entry.size);
    while (true) {
        const auto bytes = TRY(read());
        if (bytes.empty()) return all;
        all += bytes;
    }
}

}  // namespace candor::pack
