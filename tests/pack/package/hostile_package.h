#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "pack/package/approval.h"

namespace candor::pack {

/// One entry of a ZIP that a test makes with libarchive.
struct Packed {
    std::string name;
    std::string bytes;
    unsigned type = 0100000;  ///< S_IFREG, S_IFLNK, S_IFDIR …
};

enum class Packing { stored, deflated };
/// A ZIP of these entries, in this order; names may be anything.
std::string make_zip(const std::vector<Packed>& entries, Packing packing = Packing::stored);

/// The line of MANIFEST for these bytes.
std::string manifest_line(const std::string& path, const std::string& bytes);
/// MANIFEST for these files, sorted by path, of the pack "scratch" version 3.
std::string manifest_of(const std::vector<Packed>& files);

/// A package that is wrong in one way, signed by its author where that is still possible.
struct HostilePackage {
    std::string name;
    std::string says;  ///< words that the fault's place or detail must hold
    std::string bytes;
};

/// All of them. Each would install if its one fault were overlooked, or do harm on the way.
std::vector<HostilePackage> hostile_packages(const SigningKey& author);

/// A good package, as every hostile one begins.
std::string good_package(const SigningKey& author, Packing packing = Packing::stored);

}  // namespace candor::pack
