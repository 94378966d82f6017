#include "pack/folder/package_manifest.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>

#include "pack/folder/fields.h"
#include "pack/folder/hasher.h"
#include "pack/folder/package_path.h"

namespace candor::pack {
namespace {

using base::FaultKind;

constexpr std::string_view kStart = "candor-pack 1 ";
constexpr std::size_t kHexDigits = 2 * sizeof(FileHash);
constexpr std::size_t kVersionHexDigits = 16;

std::string to_hex(const FileHash& hash) {
    std::string text(kHexDigits + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

bool from_hex(std::string_view text, FileHash& hash) {
    std::size_t size = 0;
    return sodium_hex2bin(hash.data(), hash.size(), text.data(), text.size(), nullptr, &size,
                          nullptr) == 0 &&
           size == hash.size();
}

/// Digits alone, without a leading zero.
template <typename Number>
std::optional<Number> number_of(std::string_view text) {
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || std::to_string(value) != text)
        return std::nullopt;
    return value;
}

bool read_first_line(std::string_view line, PackageManifest& manifest) {
    if (!line.starts_with(kStart)) return false;
    line.remove_prefix(kStart.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos) return false;
    manifest.id = line.substr(0, space);
    const auto version = number_of<int>(line.substr(space + 1));
    manifest.version = version.value_or(0);
    return is_id(manifest.id) && manifest.version >= 1 && manifest.version <= 1'000'000'000;
}

bool read_line(std::string_view line, PackageFile& file) {
    const auto space = line.find(' ', kHexDigits + 1);
    if (line.size() < kHexDigits + 4 || line[kHexDigits] != ' ' || space == std::string_view::npos)
        return false;
    const auto size = number_of<std::uint64_t>(line.substr(kHexDigits + 1, space - kHexDigits - 1));
    file.size = size.value_or(0);
    file.path = line.substr(space + 1);
    // sodium_hex2bin takes capitals; we write none.
    return size && from_hex(line.substr(0, kHexDigits), file.hash) &&
           to_hex(file.hash) == line.substr(0, kHexDigits);
}

/// What the lines say together.
base::Result<void> check_files(const PackageManifest& manifest, const std::string& where) {
    PathSet paths;
    std::uint64_t total = 0;
    for (const auto& file : manifest.files) {
        TRY(check_path(file.path));
        TRY(paths.add(file.path));
        if (file.size > kMaxPackageBytes || (total += file.size) > kMaxPackageBytes)
            return base::fail(FaultKind::too_large, where, "over 1 GiB of files");
    }
    const auto in_order = [](const auto& a, const auto& b) { return a.path < b.path; };
    if (!std::is_sorted(manifest.files.begin(), manifest.files.end(), in_order))
        return base::fail(FaultKind::wrong_format, where, "its lines are not sorted");
    if (manifest.file("pack.yaml") == nullptr)
        return base::fail(FaultKind::wrong_format, where, "there is no pack.yaml");
    return {};
}

}  // namespace

std::uint64_t PackageManifest::total_bytes() const {
    std::uint64_t total = 0;
    for (const auto& file : files) total += file.size;
    return total;
}

const PackageFile* PackageManifest::file(std::string_view path) const {
    const auto found = std::lower_bound(files.begin(), files.end(), path,
                                        [](const auto& f, auto wanted) { return f.path < wanted; });
    return found != files.end() && found->path == path ? &*found : nullptr;
}

std::string to_text(const PackageManifest& manifest) {
    std::string text =
        std::string(kStart) + manifest.id + " " + std::to_string(manifest.version) + "\n";
    for (const auto& file : manifest.files)
        text += to_hex(file.hash) + " " + std::to_string(file.size) + " " + file.path + "\n";
    return text;
}

base::Result<PackageManifest> read_package_manifest(std::string_view text,
                                                    const std::string& where) {
    if (text.size() > kMaxManifestBytes)
        return base::fail(FaultKind::too_large, where, "the MANIFEST is over 8 MiB");
    PackageManifest manifest;
    for (std::size_t at = 0, line = 1; at < text.size(); ++line) {
        const auto end = text.find('\n', at);
        const auto words = text.substr(at, end - at);
        const bool right = end != std::string_view::npos &&
                           (line == 1 ? read_first_line(words, manifest)
                                      : read_line(words, manifest.files.emplace_back()));
        if (!right)
            return base::fail(FaultKind::wrong_format, where + ":" + std::to_string(line),
                              "not a line of a MANIFEST");
        if (manifest.files.size() > kMaxPackageFiles)
            return base::fail(FaultKind::too_large, where, "over 20,000 files");
        at = end + 1;
    }
    TRY(check_files(manifest, where));
    return manifest;
}

std::string version_name(const PackageManifest& manifest, std::string_view text) {
    Hasher hasher;
    hasher.add(text);
    return std::to_string(manifest.version) + "-" +
           to_hex(hasher.finish()).substr(0, kVersionHexDigits);
}

std::optional<int> version_in(std::string_view name) {
    const auto dash = name.find('-');
    if (dash == std::string_view::npos || name.size() != dash + 1 + kVersionHexDigits ||
        name.find_first_not_of("0123456789abcdef", dash + 1) != std::string_view::npos)
        return std::nullopt;
    return number_of<int>(name.substr(0, dash));
}

}  // namespace candor::pack
