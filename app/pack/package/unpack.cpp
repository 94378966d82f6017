#include "pack/package/unpack.h"

#include <fcntl.h>

#include <system_error>

#include "base/disk.h"
#include "base/files.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

class UnpackSink : public FileSink {
  public:
    explicit UnpackSink(const fs::path& folder) : folder_(folder) {}
    base::Result<void> begin(const PackageFile& file) override;
    base::Result<void> add(std::string_view bytes) override {
        return base::write_all(file_, bytes, where_);
    }
    base::Result<void> end(const PackageFile&) override {
        // The disk begins now, so that there is little left to wait for at the end.
        ::sync_file_range(file_.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
        file_.close();
        return {};
    }

  private:
    const fs::path& folder_;
    fs::path last_parent_;
    std::string where_;
    base::Descriptor file_;
};

base::Result<void> UnpackSink::begin(const PackageFile& file) {
    const auto path = folder_ / file.path;
    where_ = path.string();
    if (path.parent_path() != last_parent_) {
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error) return tl::unexpected(base::fault_of_write(error.value(), where_));
        last_parent_ = path.parent_path();
    }
    auto created = TRY(base::create_file(path));
    file_ = std::move(created);
    return {};
}

}  // namespace

base::Result<void> unpack(const Package& package, const fs::path& folder,
                          const Progress& progress) {
    UnpackSink sink(folder);
    return package.read_files(sink, progress);
}

bool signatures_are_the_same(const Package& package, const fs::path& version) {
    constexpr std::size_t kMaxBytes = 64 * 1024;
    for (const Role role : kRoles) {
        const auto there = base::read_file(version / signature_file(role), kMaxBytes);
        const auto given = package.signatures().find(role);
        if (there.has_value() != (given != package.signatures().end())) return false;
        if (there && *there != given->second) return false;
    }
    return true;
}

}  // namespace candor::pack
