#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "pack/folder/package_manifest.h"
#include "pack/package/approval.h"
#include "pack/package/progress.h"

namespace candor::pack {

struct ZipEntry;

/// Takes the files of a package as they are read. A fault of it ends the reading.
class FileSink {
  public:
    virtual ~FileSink() = default;
    virtual base::Result<void> begin(const PackageFile& file) = 0;
    virtual base::Result<void> add(std::string_view bytes) = 0;
    /// All bytes were there, and their hash was right.
    virtual base::Result<void> end(const PackageFile& file) = 0;
};

/// A *.candorpack: a ZIP of MANIFEST, then the signatures, then the files that MANIFEST names and
/// no other.
class Package {
  public:
    /// Reads MANIFEST and the signatures, and checks that MANIFEST names exactly the other files,
    /// with their sizes and good paths; no file's content is read. Whose signatures they are is
    /// still to be judged. Faults: those of read_zip_outline() and read_package_manifest(), refused
    /// for a file too many, too few, twice or of another size.
    static base::Result<Package> open(const std::filesystem::path& path);
    ~Package();
    Package(Package&& other) noexcept;
    Package& operator=(Package&& other) noexcept;

    const PackageManifest& manifest() const { return manifest_; }
    const std::string& manifest_text() const { return manifest_text_; }
    const SignatureTexts& signatures() const { return signatures_; }

    /// Reads every file once, held against its hash. Fault damaged: bytes that do not have it.
    base::Result<void> read_files(FileSink& sink, const Progress& progress = {}) const;
    /// The same without a use for the bytes.
    base::Result<void> check_files(const Progress& progress = {}) const;

  private:
    Package();
    base::Result<void> read_head();
    base::Result<void> compare_with_outline() const;

    std::string where_;
    base::Descriptor file_;
    /// At a fixed place, since readers point to it.
    std::unique_ptr<std::vector<ZipEntry>> entries_;
    std::string manifest_text_;
    PackageManifest manifest_;
    SignatureTexts signatures_;
};

}  // namespace candor::pack
