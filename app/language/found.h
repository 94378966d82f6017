#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace candor::language {

/// Where languages lie: those that ship, and a folder of a clinic's own (a folder each).
struct Places {
    std::filesystem::path assets;
    std::filesystem::path clinic;  ///< empty: there are none

    Places(std::filesystem::path assets_folder, std::filesystem::path clinic_folder = {})
        : assets(std::move(assets_folder)), clinic(std::move(clinic_folder)) {}
};

/// The files of one language.
struct Files {
    std::string code;
    std::filesystem::path rules, strings, desk_strings, keyboard;
};

/// By code. Reads no file.
std::vector<Files> shipped_languages(const std::filesystem::path& assets);
Files shipped_language(const std::filesystem::path& assets, const std::string& code);

/// A clinic's own, by code; at most kMostOfAClinic. A folder that is named like a language that
/// ships, or is no code of a language, is passed over.
std::vector<Files> clinic_languages(const Places& places);
Files clinic_language(const std::filesystem::path& clinic, const std::string& code);
inline constexpr std::size_t kMostOfAClinic = 24;

}  // namespace candor::language
