#include "pack/package/build_package.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "base/disk.h"
#include "base/files.h"
#include "pack/folder/folder.h"
#include "pack/folder/hasher.h"
#include "pack/folder/package_path.h"
#include "pack/package/zip_writer.h"
#include "pack/page/manifest.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

constexpr std::size_t kReadBuffer = 256 * 1024;
constexpr int kMaxFolderDepth = 32;

bool is_left_out(const std::string& name, bool at_top) {
    if (name.starts_with('.') || name.ends_with('~')) return true;
    if (!at_top) return false;
    return name == kManifestName || name == signature_file(Role::author) ||
           name == signature_file(Role::reviewer);
}

/// The files below a folder, with their sizes.
class FolderScan {
  public:
    explicit FolderScan(const fs::path& root) : root_(root) {}
    base::Result<std::vector<PackageFile>> files();

  private:
    base::Result<void> scan(const std::string& inside, int depth);
    base::Result<void> take(const std::string& name, int depth);

    const fs::path& root_;
    PathSet paths_;
    std::uint64_t total_ = 0;
    std::vector<PackageFile> found_;
};

base::Result<void> FolderScan::take(const std::string& name, int depth) {
    struct stat info {};
    if (::lstat((root_ / name).c_str(), &info) != 0)
        return base::fail(FaultKind::unreadable, name, "it cannot be looked at");
    if (S_ISDIR(info.st_mode)) return scan(name, depth + 1);
    if (!S_ISREG(info.st_mode))
        return base::fail(FaultKind::refused, name, "it is a link or a device, not a file");
    TRY(check_path(name));
    TRY(paths_.add(name));
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if ((total_ += size) > kMaxPackageBytes - kMaxManifestBytes)
        return base::fail(FaultKind::too_large, root_.string(), "over 1 GiB of files");
    if (found_.size() >= kMaxPackageFiles)
        return base::fail(FaultKind::too_large, root_.string(), "over 20,000 files");
    found_.push_back({name, size, {}});
    return {};
}

base::Result<void> FolderScan::scan(const std::string& inside, int depth) {
    if (depth > kMaxFolderDepth)
        return base::fail(FaultKind::too_large, inside, "folders are too deep");
    const auto entries = base::entries_of(root_ / inside);
    if (!entries)
        return base::fail(FaultKind::unreadable, entries.error().where, entries.error().detail);
    for (const base::FolderEntry& entry : *entries) {
        const std::string name = entry.name();
        if (is_left_out(name, inside.empty())) continue;
        TRY(take(inside.empty() ? name : inside + "/" + name, depth));
    }
    return {};
}

base::Result<std::vector<PackageFile>> FolderScan::files() {
    TRY(scan("", 0));
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(found_);
}

/// Id and version from pack.yaml.
base::Result<PackageManifest> head_of(const fs::path& folder) {
    PackFolder reader(folder);
    Pack pack;
    pack.folder = reader.path();
    base::Findings findings;
    if (pack.folder.empty())
        return base::fail(FaultKind::not_found, folder.string(), "there is no such folder");
    if (!read_manifest(reader, pack, findings))
        return base::fail(FaultKind::refused, (folder / "pack.yaml").string(),
                          "it has errors; candor pack check names them");
    PackageManifest manifest;
    manifest.id = pack.id;
    manifest.version = pack.version;
    return manifest;
}

base::Result<void> pack_file(const fs::path& folder, PackageFile& file, ZipWriter& writer,
                             const std::function<bool(std::size_t)>& go_on) {
    const auto path = folder / file.path;
    const auto source = TRY(base::open_plain_file(path));
    TRY(writer.begin(file.path, file.size));
    Hasher hasher;
    std::vector<char> buffer(kReadBuffer);
    while (true) {
        const auto got = TRY(base::read_some(source, buffer.data(), buffer.size(), path.string()));
        if (got == 0) break;
        const std::string_view bytes(buffer.data(), got);
        hasher.add(bytes);
        TRY(writer.add(bytes));
        if (!go_on(got)) return base::fail(FaultKind::cancelled, path.string(), "");
    }
    file.hash = hasher.finish();
    return writer.end();
}

/// Copies files into another package.
class CopySink : public FileSink {
  public:
    explicit CopySink(ZipWriter& writer) : writer_(writer) {}
    base::Result<void> begin(const PackageFile& file) override {
        return writer_.begin(file.path, file.size);
    }
    base::Result<void> add(std::string_view bytes) override { return writer_.add(bytes); }
    base::Result<void> end(const PackageFile&) override { return writer_.end(); }

  private:
    ZipWriter& writer_;
};

base::Result<void> write_signed(ZipWriter& writer, const Package& package,
                                const SignatureTexts& signatures, const Progress& progress) {
    TRY(writer.add_file(kManifestName, package.manifest_text()));
    for (const auto& [role, text] : signatures) TRY(writer.add_file(signature_file(role), text));
    CopySink sink(writer);
    TRY(package.read_files(sink, progress));
    return writer.finish();
}

}  // namespace

base::Result<PackageManifest> build_package(const fs::path& folder, const fs::path& output,
                                            const Progress& progress) {
    auto manifest = head_of(folder);
    if (!manifest) return manifest;
    auto files = TRY(FolderScan(folder).files());
    manifest->files = std::move(files);
    auto writer = TRY(ZipWriter::create(output));
    // Its size is known before its hashes are: it comes first, and is written once more at the end.
    TRY(writer.add_file(kManifestName, to_text(*manifest)));
    const auto total = manifest->total_bytes();
    std::uint64_t passed = 0;
    const auto go_on = [&](std::size_t bytes) {
        passed += bytes;
        return !progress || progress(passed, total);
    };
    for (auto& file : manifest->files) TRY(pack_file(folder, file, writer, go_on));
    TRY(writer.rewrite(0, to_text(*manifest)));
    TRY(writer.finish());
    return manifest;
}

base::Result<void> sign_package(const fs::path& path, const Signer& signer, const SigningKey& key,
                                const Progress& progress) {
    const auto comment = TRY(to_comment(signer));
    const auto package = TRY(Package::open(path));
    auto signatures = package.signatures();
    signatures[signer.role] = sign(package.manifest_text(), comment, key);
    auto writer = TRY(ZipWriter::create(path));
    return write_signed(writer, package, signatures, progress);
}

}  // namespace candor::pack
