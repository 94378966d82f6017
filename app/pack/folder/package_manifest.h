#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// MANIFEST, the one file that is signed. A first line, then a line a file, sorted by the bytes of
// their paths, each ending in "\n":
//
//   candor-pack 1 ID VERSION
//   BLAKE2B-512-HEX SIZE PATH

namespace candor::pack {

inline constexpr std::uint64_t kMaxPackageBytes = std::uint64_t{1} << 30;
inline constexpr std::size_t kMaxPackageFiles = 20'000;
inline constexpr std::size_t kMaxManifestBytes = 8 * 1024 * 1024;
inline constexpr const char* kManifestName = "MANIFEST";

using FileHash = std::array<std::uint8_t, 64>;

struct PackageFile {
    std::string path;
    std::uint64_t size = 0;
    FileHash hash{};
    bool operator==(const PackageFile&) const = default;
};

struct PackageManifest {
    std::string id;
    int version = 0;
    std::vector<PackageFile> files;

    std::uint64_t total_bytes() const;
    /// nullptr where there is none of this path.
    const PackageFile* file(std::string_view path) const;
};

/// `files` must be sorted by path.
std::string to_text(const PackageManifest& manifest);

/// Exactly what to_text() writes, with good paths (package_path.h), each once, and within the
/// limits. Faults: wrong_format, refused, too_large.
base::Result<PackageManifest> read_package_manifest(std::string_view text,
                                                    const std::string& where);

/// The name of a version's folder: "3-" and the first 16 hex digits of the MANIFEST's BLAKE2b-512.
std::string version_name(const PackageManifest& manifest, std::string_view text);
/// The number in such a name; nothing: it is no such name, and might be a path to elsewhere.
std::optional<int> version_in(std::string_view name);

}  // namespace candor::pack
