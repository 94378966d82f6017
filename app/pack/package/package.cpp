#include "pack/package/package.h"

#include <set>

#include "base/disk.h"
#include "pack/folder/hasher.h"
#include "pack/folder/package_path.h"
#include "pack/package/zip_reader.h"

namespace candor::pack {
namespace {

using base::FaultKind;

constexpr std::size_t kMaxSignatureBytes = 16 * 1024;

class NoSink : public FileSink {
  public:
    base::Result<void> begin(const PackageFile&) override { return {}; }
    base::Result<void> add(std::string_view) override { return {}; }
    base::Result<void> end(const PackageFile&) override { return {}; }
};

std::optional<Role> role_of_signature(const std::string& name) {
    for (const Role role : kRoles)
        if (name == signature_file(role)) return role;
    return std::nullopt;
}

/// How much of the package went through.
struct Passed {
    const Progress& progress;
    std::uint64_t done = 0, total = 0;
    bool go_on(std::size_t bytes) {
        done += bytes;
        return !progress || progress(done, total);
    }
};

base::Result<void> read_file(ZipReader& reader, const PackageFile& file, FileSink& sink,
                             Passed& passed) {
    TRY(sink.begin(file));
    Hasher hasher;
    while (true) {
        const auto bytes = TRY(reader.read());
        if (bytes.empty()) break;
        hasher.add(bytes);
        TRY(sink.add(bytes));
        if (!passed.go_on(bytes.size())) return base::fail(FaultKind::cancelled, file.path, "");
    }
    if (hasher.finish() != file.hash)
        return base::fail(FaultKind::damaged, file.path, "its bytes are not those of the MANIFEST");
    return sink.end(file);
}

}  // namespace

Package::Package() = default;
Package::~Package() = default;
Package::Package(Package&& other) noexcept = default;
Package& Package::operator=(Package&& other) noexcept = default;

base::Result<Package> Package::open(const std::filesystem::path& path) {
    Package package;
    package.where_ = path.string();
    auto file = TRY(base::open_plain_file(path));
    package.file_ = std::move(file);
    auto entries = TRY(read_zip_outline(package.file_.get(), package.where_));
    package.entries_ = std::make_unique<std::vector<ZipEntry>>(std::move(entries));
    TRY(package.read_head());
    auto manifest = TRY(read_package_manifest(package.manifest_text_, path.string() + ":MANIFEST"));
    package.manifest_ = std::move(manifest);
    TRY(package.compare_with_outline());
    return package;
}

base::Result<void> Package::read_head() {
    if (entries_->empty() || entries_->front().name != kManifestName)
        return base::fail(FaultKind::wrong_format, where_, "its first file is not MANIFEST");
    auto reader = TRY(ZipReader::open(file_.get(), *entries_, where_));
    for (std::size_t i = 0; i < entries_->size() && i <= kRoles.size(); ++i) {
        const auto role = role_of_signature((*entries_)[i].name);
        if (i > 0 && !role) break;
        TRY(reader.next());
        auto text = TRY(reader.read_whole(role ? kMaxSignatureBytes : kMaxManifestBytes));
        if (role && signatures_.contains(*role))
            return base::fail(FaultKind::refused, signature_file(*role), "it is there twice");
        (role ? signatures_[*role] : manifest_text_) = std::move(text);
    }
    return {};
}

base::Result<void> Package::compare_with_outline() const {
    const auto refuse = [](const std::string& name, const char* why) {
        return base::fail(FaultKind::refused, name, why);
    };
    std::set<std::string_view> seen;
    for (std::size_t i = 1 + signatures_.size(); i < entries_->size(); ++i) {
        const ZipEntry& entry = (*entries_)[i];
        TRY(check_path(entry.name));
        const PackageFile* file = manifest_.file(entry.name);
        if (file == nullptr) return refuse(entry.name, "the MANIFEST does not name it");
        if (file->size != entry.size)
            return refuse(entry.name, "its size is not that of the MANIFEST");
        if (!seen.insert(file->path).second) return refuse(entry.name, "it is there twice");
    }
    for (const auto& file : manifest_.files)
        if (!seen.contains(file.path)) return refuse(file.path, "it is missing from the package");
    return {};
}

base::Result<void> Package::read_files(FileSink& sink, const Progress& progress) const {
    auto reader = TRY(ZipReader::open(file_.get(), *entries_, where_));
    Passed passed{progress, 0, manifest_.total_bytes()};
    for (std::size_t i = 0; i < entries_->size(); ++i) {
        const auto entry = TRY(reader.next());
        if (i <= signatures_.size()) continue;
        const auto done = read_file(reader, *manifest_.file(entry->name), sink, passed);
        if (!done) return done;
    }
    return {};
}

base::Result<void> Package::check_files(const Progress& progress) const {
    NoSink sink;
    return read_files(sink, progress);
}

}  // namespace candor::pack
