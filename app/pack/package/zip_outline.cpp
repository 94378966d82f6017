#include "pack/package/zip_outline.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "base/disk.h"
#include "base/files.h"
#include "pack/folder/package_manifest.h"

namespace candor::pack {
namespace {

using base::FaultKind;

constexpr std::size_t kEndSize = 22, kCentralSize = 46, kLocalSize = 30;
constexpr std::size_t kMaxEntries = kMaxPackageFiles + 3;
constexpr std::uint64_t kMaxDirectory = 32 * 1024 * 1024;
constexpr std::uint32_t kUnset = 0xFFFFFFFF;
constexpr unsigned kEncrypted = 1U | 1U << 6 | 1U << 13, kSizesBehind = 1U << 3;

/// Little-endian numbers of a header.
struct Header {
    std::string_view bytes;
    std::uint32_t u16(std::size_t at) const {
        return static_cast<unsigned char>(bytes[at]) |
               static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
    }
    std::uint32_t u32(std::size_t at) const { return u16(at) | u16(at + 2) << 16; }
};

class OutlineReader {
  public:
    OutlineReader(int fd, const std::string& where) : fd_(fd), where_(where) {}
    base::Result<std::vector<ZipEntry>> read();

  private:
    struct Central {
        ZipEntry entry;
        unsigned flags = 0, method = 0;
    };
    base::Result<std::string> bytes(std::uint64_t at, std::uint64_t count) const;
    base::Result<void> read_end();
    base::Result<void> read_directory();
    base::Result<Central> read_central(Header header) const;
    base::Result<void> check_layout();
    base::Result<std::uint64_t> end_of(const Central& central) const;
    auto fail(FaultKind kind, std::string detail) const {
        return base::fail(kind, where_, std::move(detail));
    }

    int fd_;
    const std::string& where_;
    std::uint64_t directory_at_ = 0, directory_size_ = 0;
    std::size_t count_ = 0;
    std::vector<Central> entries_;
};

base::Result<std::string> OutlineReader::bytes(std::uint64_t at, std::uint64_t count) const {
    std::string out(count, '\0');
    std::size_t have = 0;
    while (have < count) {
        const ssize_t got =
            ::pread(fd_, out.data() + have, count - have, static_cast<off_t>(at + have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected(base::fault_of_errno(errno, where_));
        if (got == 0) return fail(FaultKind::wrong_format, "the package ends too early");
        have += static_cast<std::size_t>(got);
    }
    return out;
}

base::Result<void> OutlineReader::read_end() {
    struct stat info {};
    if (::fstat(fd_, &info) != 0) return tl::unexpected(base::fault_of_errno(errno, where_));
    if (!S_ISREG(info.st_mode)) return fail(FaultKind::wrong_format, "not a file");
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > kMaxPackageBytes) return fail(FaultKind::too_large, "over 1 GiB");
    if (size < kEndSize) return fail(FaultKind::wrong_format, "not a package");
    const auto text = TRY(bytes(size - kEndSize, kEndSize));
    const Header end{text};
    if (end.u32(0) != 0x06054B50)
        return fail(FaultKind::wrong_format,
                    "not a package, or cut off, or something stands behind it");
    count_ = end.u16(10);
    directory_size_ = end.u32(12);
    directory_at_ = end.u32(16);
    if (end.u16(20) != 0) return fail(FaultKind::unsupported, "a ZIP with a comment");
    if (end.u16(4) != 0 || end.u16(6) != 0 || end.u16(8) != count_ || count_ == 0xFFFF)
        return fail(FaultKind::unsupported, "a ZIP in several parts, or a ZIP64");
    if (count_ > kMaxEntries || directory_size_ > kMaxDirectory)
        return fail(FaultKind::too_large, "over 20,000 files");
    if (directory_at_ + directory_size_ != size - kEndSize)
        return fail(FaultKind::wrong_format, "its directory does not end where the package ends");
    return {};
}

base::Result<OutlineReader::Central> OutlineReader::read_central(Header header) const {
    Central out;
    out.flags = header.u16(8);
    out.method = header.u16(10);
    out.entry.packed_size = header.u32(20);
    out.entry.size = header.u32(24);
    out.entry.offset = header.u32(42);
    out.entry.name = header.bytes.substr(kCentralSize, header.u16(28));
    const auto type = header.u32(38) >> 16 & S_IFMT;
    if ((out.flags & kEncrypted) != 0) return fail(FaultKind::refused, "an entry is encrypted");
    if (out.method != 0 && out.method != 8)
        return fail(FaultKind::unsupported, "an entry is packed in a way we do not know");
    if (type != 0 && type != S_IFREG)
        return fail(FaultKind::refused, "an entry is a link, a folder or a device, not a file");
    if (out.entry.packed_size == kUnset || out.entry.size == kUnset || out.entry.offset == kUnset ||
        header.u16(34) != 0)
        return fail(FaultKind::unsupported, "a ZIP64, or a ZIP in several parts");
    if (out.method == 0 && out.entry.packed_size != out.entry.size)
        return fail(FaultKind::wrong_format, "an entry has two sizes");
    if (header.u16(32) != 0) return fail(FaultKind::unsupported, "an entry has a comment");
    return out;
}

base::Result<void> OutlineReader::read_directory() {
    const auto text = TRY(bytes(directory_at_, directory_size_));
    std::string_view rest = text;
    for (std::size_t i = 0; i < count_; ++i) {
        const Header header{rest};
        if (rest.size() < kCentralSize || header.u32(0) != 0x02014B50)
            return fail(FaultKind::wrong_format, "its directory is broken");
        const std::size_t size = kCentralSize + header.u16(28) + header.u16(30) + header.u16(32);
        if (rest.size() < size) return fail(FaultKind::wrong_format, "its directory is broken");
        auto central = TRY(read_central(header));
        entries_.push_back(std::move(central));
        rest.remove_prefix(size);
    }
    if (!rest.empty())
        return fail(FaultKind::wrong_format, "its directory holds more than it says");
    return {};
}

/// Where its bytes end; without the sizes that may stand behind them.
base::Result<std::uint64_t> OutlineReader::end_of(const Central& central) const {
    const ZipEntry& entry = central.entry;
    if (entry.offset + kLocalSize > directory_at_)
        return fail(FaultKind::wrong_format, "an entry lies outside the package");
    const auto text = TRY(bytes(entry.offset, kLocalSize));
    const Header local{text};
    if (local.u32(0) != 0x04034B50 || local.u16(8) != central.method ||
        (local.u16(6) & kEncrypted) != 0 || local.u16(26) != entry.name.size())
        return fail(FaultKind::wrong_format, "an entry says one thing here and another there");
    const auto name = TRY(bytes(entry.offset + kLocalSize, entry.name.size()));
    const bool sizes_here = (local.u16(6) & kSizesBehind) == 0;
    if (name != entry.name ||
        (sizes_here && (local.u32(18) != entry.packed_size || local.u32(22) != entry.size)))
        return fail(FaultKind::wrong_format, "an entry says one thing here and another there");
    return entry.offset + kLocalSize + local.u16(26) + local.u16(28) + entry.packed_size;
}

/// Side by side from the first byte to the directory.
base::Result<void> OutlineReader::check_layout() {
    std::sort(entries_.begin(), entries_.end(),
              [](const auto& a, const auto& b) { return a.entry.offset < b.entry.offset; });
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].entry.offset != at)
            return fail(FaultKind::wrong_format, "something stands between its entries");
        const auto end = TRY(end_of(entries_[i]));
        const auto next = i + 1 < entries_.size() ? entries_[i + 1].entry.offset : directory_at_;
        const auto behind = next - end;
        const bool sizes_behind = (entries_[i].flags & kSizesBehind) != 0;
        if (end > next || (behind != 0 && !(sizes_behind && (behind == 12 || behind == 16))))
            return fail(FaultKind::wrong_format, "its entries overlap, or something is between");
        at = next;
    }
    return {};
}

base::Result<std::vector<ZipEntry>> OutlineReader::read() {
    TRY(read_end());
    TRY(read_directory());
    TRY(check_layout());
    std::vector<ZipEntry> entries;
    for (auto& central : entries_) entries.push_back(std::move(central.entry));
    return entries;
}

}  // namespace

base::Result<std::vector<ZipEntry>> read_zip_outline(int fd, const std::string& where) {
    return OutlineReader(fd, where).read();
}

}  // namespace candor::pack
