#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/folder/folder.h"

namespace candor::pack {

inline constexpr const char* kTranslationsFile = "translations.yaml";

/// Which texts the translation of a file was made from: the mark of each, in their order. `whole`
/// is what an earlier Candor wrote: the fingerprint of all of them together.
struct FileRecord {
    std::string whole;
    std::vector<std::string> texts;

    bool empty() const { return whole.empty() && texts.empty(); }
};
/// By language and file ("010-first.md", "pack.yaml").
using TranslationRecord = std::map<std::string, std::map<std::string, FileRecord>>;

/// Tells a text from others: 8 hexadecimal digits.
std::string mark_of(const std::string& text);

/// Which of a file's texts, as they stand now, are others than the translation was made from; none
/// where nothing is recorded.
std::vector<bool> changed_since(const FileRecord& record, const std::vector<std::string>& texts);

/// What translations.yaml says; empty where there is none or it cannot be read, which `report`
/// tells.
TranslationRecord read_record(PackFolder& folder, Report& report);
std::string to_text(const TranslationRecord& record);

/// Records that the translations into `language` (empty: all that the pack lists) are of the texts
/// as they stand now. Faults: refused (nothing is translated), and those of writing.
base::Result<void> record_translations(const std::filesystem::path& folder,
                                       const std::string& language);

}  // namespace candor::pack
