#include "pack/package/copy_package.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "base/disk.h"
#include "base/files.h"
#include "pack/folder/hasher.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

constexpr std::size_t kCopyBuffer = 1024 * 1024;

/// Hashes a file from its start, telling each piece to `take`.
base::Result<FileHash> read_through(
    const base::Descriptor& file, const std::string& where,
    const std::function<base::Result<void>(std::string_view)>& take) {
    Hasher hasher;
    std::vector<char> buffer(kCopyBuffer);
    while (true) {
        const auto got = TRY(base::read_some(file, buffer.data(), buffer.size(), where));
        if (got == 0) return hasher.finish();
        const std::string_view bytes(buffer.data(), got);
        hasher.add(bytes);
        TRY(take(bytes));
    }
}

base::Result<FileHash> hash_of(const fs::path& path) {
    const auto file = TRY(base::open_plain_file(path));
    return read_through(file, path.string(), [](std::string_view) { return base::Result<void>{}; });
}

/// The copy beside its place, gone unless it was kept.
class Beside {
  public:
    explicit Beside(const fs::path& place)
        : path_(place.parent_path() / ("." + place.filename().string() + ".part")) {}
    ~Beside() {
        if (!kept_) ::unlink(path_.c_str());
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    const fs::path& path() const { return path_; }
    base::Result<void> become(const fs::path& place) {
        if (::rename(path_.c_str(), place.c_str()) != 0)
            return tl::unexpected(base::fault_of_write(errno, place.string()));
        kept_ = true;
        return base::sync_folder(base::folder_of(place));
    }

  private:
    fs::path path_;
    bool kept_ = false;
};

base::Result<FileHash> copy_bytes(const fs::path& from, const base::Descriptor& to,
                                  const std::string& where, const Progress& progress) {
    const auto file = TRY(base::open_plain_file(from));
    std::error_code error;
    const std::uint64_t total = fs::file_size(from, error);
    std::uint64_t done = 0;
    return read_through(file, from.string(), [&](std::string_view bytes) -> base::Result<void> {
        if (progress && !progress(done, total)) return base::fail(FaultKind::cancelled, where, "");
        done += bytes.size();
        return base::write_all(to, bytes, where);
    });
}

/// From the disk itself, not from memory that has just been written.
base::Result<FileHash> read_back(const base::Descriptor& file, const std::string& where) {
    TRY(base::sync(file, where));
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    if (::lseek(file.get(), 0, SEEK_SET) < 0)
        return tl::unexpected(base::fault_of_errno(errno, where));
    return read_through(file, where, [](std::string_view) { return base::Result<void>{}; });
}

/// False when one cannot be read.
bool same_bytes(const fs::path& a, const fs::path& b) {
    const auto left = hash_of(a), right = hash_of(b);
    return left && right && *left == *right;
}

}  // namespace

base::Result<void> copy_package(const fs::path& from, const fs::path& to, Overwrite overwrite,
                                const Progress& progress) {
    TRY(Package::open(from));
    std::error_code error;
    if (fs::exists(to, error)) {
        if (same_bytes(from, to)) return {};
        if (overwrite == Overwrite::no)
            return base::fail(FaultKind::refused, to.string(), "another file is there");
    }
    Beside beside(to);
    ::unlink(beside.path().c_str());  // of a copy that did not end
    auto file = TRY(base::create_file(beside.path()));
    const auto written = TRY(copy_bytes(from, file, to.string(), progress));
    const auto read = TRY(read_back(file, to.string()));
    if (read != written)
        return base::fail(FaultKind::damaged, to.string(), "the disk gives back other bytes");
    return beside.become(to);
}

}  // namespace candor::pack
