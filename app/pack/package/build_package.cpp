#include "pack/package/build_package.h"

#include <vector>

#include "base/disk.h"
#include "base/files.h"
#include "pack/folder/folder.h"
#include "pack/folder/hasher.h"
#include "pack/package/package_files.h"
#include "pack/package/shrunk_pictures.h"
#include "pack/package/zip_writer.h"
#include "pack/page/manifest.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

constexpr std::size_t kReadBuffer = 256 * 1024;

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

base::Result<void> pack_bytes(const std::string& bytes, PackageFile& file, ZipWriter& writer,
                              const std::function<bool(std::size_t)>& go_on) {
    TRY(writer.begin(file.path, bytes.size()));
    Hasher hasher;
    hasher.add(bytes);
    TRY(writer.add(bytes));
    if (!go_on(bytes.size())) return base::fail(FaultKind::cancelled, file.path, "");
    file.hash = hasher.finish();
    return writer.end();
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
    auto found = TRY(files_of_package(folder));
    if (!found.refused.empty()) return tl::unexpected(found.refused.front());
    manifest->files = std::move(found.files);
    auto shrunk = TRY(shrink_pictures(folder, manifest->files));
    for (auto& file : manifest->files)
        if (const auto picture = shrunk.find(file.path); picture != shrunk.end())
            file.size = picture->second.bytes.size();
    auto writer = TRY(ZipWriter::create(output));
    // Its size is known before its hashes are: it comes first, and is written once more at the end.
    TRY(writer.add_file(kManifestName, to_text(*manifest)));
    const auto total = manifest->total_bytes();
    std::uint64_t passed = 0;
    const auto go_on = [&](std::size_t bytes) {
        passed += bytes;
        return !progress || progress(passed, total);
    };
    for (auto& file : manifest->files) {
        const auto picture = shrunk.find(file.path);
        if (picture != shrunk.end())
            TRY(pack_bytes(picture->second.bytes, file, writer, go_on));
        else
            TRY(pack_file(folder, file, writer, go_on));
    }
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
