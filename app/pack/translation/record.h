#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/folder/folder.h"

namespace candor::pack {

inline constexpr const char* kTranslationsFile = "translations.yaml";

/// Which text each translation was made from: by language and file ("010-first.md", "pack.yaml")
/// the fingerprint of the source's texts.
using TranslationRecord = std::map<std::string, std::map<std::string, std::string>>;

/// Of texts in order, whatever their lines: 16 hexadecimal digits.
std::string fingerprint_of(const std::vector<std::string>& texts);

/// What translations.yaml says; empty where there is none or it cannot be read, which `report`
/// tells.
TranslationRecord read_record(PackFolder& folder, Report& report);
std::string to_text(const TranslationRecord& record);

/// The fingerprints of all that is translated, as it stands now, by file.
std::map<std::string, std::string> fingerprints_of_sources(const std::filesystem::path& folder,
                                                           const std::string& first_language);

/// Records that the translations into `language` (empty: all that the pack lists) are of the texts
/// as they stand now. Faults: refused (nothing is translated), and those of writing.
base::Result<void> record_translations(const std::filesystem::path& folder,
                                       const std::string& language);

}  // namespace candor::pack
