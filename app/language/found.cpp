#include "language/found.h"

#include <algorithm>

#include "base/files.h"
#include "base/localized.h"

namespace candor::language {
namespace {

namespace fs = std::filesystem;

bool by_code(const Files& a, const Files& b) { return a.code < b.code; }

}  // namespace

Files shipped_language(const fs::path& assets, const std::string& code) {
    const std::string file = code + ".yaml";
    return {code, assets / "languages" / file, assets / "strings" / file,
            assets / "desk-strings" / file, assets / "keyboards" / file};
}

std::vector<Files> shipped_languages(const fs::path& assets) {
    std::vector<Files> out;
    const auto entries = base::entries_of(assets / "languages");
    if (!entries) return out;
    for (const base::FolderEntry& entry : *entries)
        if (entry.path().extension() == ".yaml")
            out.push_back(shipped_language(assets, entry.path().stem().string()));
    std::sort(out.begin(), out.end(), by_code);
    return out;
}

Files clinic_language(const fs::path& clinic, const std::string& code) {
    const fs::path folder = clinic / code;
    return {code, folder / "language.yaml", folder / "strings.yaml", folder / "desk-strings.yaml",
            folder / "keyboard.yaml"};
}

std::vector<Files> clinic_languages(const Places& places) {
    std::vector<Files> out;
    if (places.clinic.empty()) return out;
    const auto entries = base::entries_of(places.clinic);
    if (!entries) return out;
    const auto shipped = shipped_languages(places.assets);
    for (const base::FolderEntry& entry : *entries) {
        const std::string code = entry.name();
        const bool ships = std::any_of(shipped.begin(), shipped.end(),
                                       [&](const Files& files) { return files.code == code; });
        if (!ships && base::is_language_code(code) && entry.is_folder())
            out.push_back(clinic_language(places.clinic, code));
    }
    std::sort(out.begin(), out.end(), by_code);
    if (out.size() > kMostOfAClinic) out.resize(kMostOfAClinic);
    return out;
}

}  // namespace candor::language
