#include "pack/translation/record.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

#include "base/files.h"
#include "pack/folder/fingerprint.h"
#include "pack/folder/yaml.h"
#include "pack/page/manifest.h"
#include "pack/translation/file_values.h"
#include "pack/translation/text_file.h"
#include "pack/translation/units.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMarkLetters = 8, kWholeLetters = 16;

FileRecord read_file_record(const std::string& words) {
    FileRecord record;
    if (words.size() == kWholeLetters && words.find(' ') == std::string::npos) {
        record.whole = words;
        return record;
    }
    std::istringstream marks(words);
    for (std::string mark; marks >> mark;) record.texts.push_back(mark);
    return record;
}

void read_files_of(const YamlNode& node, std::map<std::string, FileRecord>& files, Report& report) {
    if (!node.is(YamlNode::Kind::map))
        return report.error(node.line, "wrong-type", "Here should be files, each with its marks.",
                            "Delete the file, and let “candor pack po” write it.");
    for (std::size_t i = 0; i < node.items.size(); ++i)
        files[node.keys[i].name] = read_file_record(node.items[i].text);
}

/// The texts of all that is translated, as they stand now, by file.
std::map<std::string, std::vector<std::string>> source_texts(const fs::path& folder,
                                                             const std::string& first_language) {
    std::map<std::string, std::vector<std::string>> all;
    const auto add = [&](const std::string& name, std::vector<std::string> texts) {
        if (!texts.empty()) all[name] = std::move(texts);
    };
    for (const auto& name : PackFolder(folder).files(first_language, ".md")) {
        const auto file = read_text_file(folder / first_language / name);
        if (!file) continue;
        std::vector<std::string> texts;
        for (const auto& unit : units_of_page(file->text)) texts.push_back(unit.text);
        add(name, std::move(texts));
    }
    for (const char* name : kLocalizedFiles) {
        const auto file = read_text_file(folder / name);
        if (!file) continue;
        std::vector<std::string> texts;
        for (const auto& value : values_of_file(name, file->text, first_language, {}))
            texts.push_back(value.source.text);
        add(name, std::move(texts));
    }
    return all;
}

FileRecord record_of(const std::vector<std::string>& texts) {
    FileRecord record;
    for (const auto& text : texts) record.texts.push_back(mark_of(text));
    return record;
}

bool is_translated(const fs::path& folder, const std::string& language, const std::string& file) {
    std::error_code error;
    return !file.ends_with(".md") || fs::exists(folder / language / file, error);
}

}  // namespace

std::string mark_of(const std::string& text) {
    return fingerprint_of({text}).substr(0, kMarkLetters);
}

std::vector<bool> changed_since(const FileRecord& record, const std::vector<std::string>& texts) {
    if (record.empty()) return std::vector<bool>(texts.size(), false);
    if (!record.whole.empty())
        return std::vector<bool>(texts.size(), record.whole != fingerprint_of(texts));
    const std::set<std::string_view> known(record.texts.begin(), record.texts.end());
    std::vector<bool> changed;
    for (const auto& text : texts) changed.push_back(!known.contains(mark_of(text)));
    return changed;
}

TranslationRecord read_record(PackFolder& folder, Report& report) {
    TranslationRecord record;
    if (!folder.has(kTranslationsFile)) return record;
    const auto text = folder.read_text(kTranslationsFile, report);
    if (!text) return record;
    const auto yaml = parse_yaml(*text, 1, report);
    if (!yaml || yaml->kind == YamlNode::Kind::nothing) return record;
    if (!yaml->is(YamlNode::Kind::map)) {
        report.error(yaml->line, "wrong-type", "Here should be languages, each with its files.",
                     "Delete the file, and let “candor pack po” write it.");
        return record;
    }
    for (std::size_t i = 0; i < yaml->items.size(); ++i)
        read_files_of(yaml->items[i], record[yaml->keys[i].name], report);
    return record;
}

std::string to_text(const TranslationRecord& record) {
    std::string out =
        "# Which text each translation was made from, so that the check can say which are older "
        "than\n"
        "# their source. Written by \"candor pack po\".\n";
    for (const auto& [language, files] : record) {
        if (std::all_of(files.begin(), files.end(),
                        [](const auto& each) { return each.second.empty(); }))
            continue;
        out += language + ":\n";
        for (const auto& [file, of_file] : files) {
            if (of_file.empty()) continue;
            out += "  " + file + ": \"" + of_file.whole;
            for (const auto& mark : of_file.texts)
                out += (&mark == &of_file.texts.front() ? "" : " ") + mark;
            out += "\"\n";
        }
    }
    return out;
}

base::Result<void> record_translations(const fs::path& folder, const std::string& language) {
    PackFolder files(folder);
    Pack pack;
    pack.folder = files.path();
    base::Findings findings;
    if (!read_manifest(files, pack, findings) || pack.languages.size() < 2)
        return base::fail(base::FaultKind::refused, folder.string(),
                          "it lists one language alone, or has errors");
    Report report(kTranslationsFile, findings);
    auto record = read_record(files, report);
    const auto sources = source_texts(pack.folder, pack.languages.front());
    for (std::size_t i = 1; i < pack.languages.size(); ++i) {
        const auto& listed = pack.languages[i];
        if (!language.empty() && language != listed) continue;
        auto& of_language = record[listed];
        of_language.clear();
        for (const auto& [file, texts] : sources)
            if (is_translated(pack.folder, listed, file)) of_language[file] = record_of(texts);
    }
    return base::write_file_atomically(pack.folder / kTranslationsFile, to_text(record));
}

}  // namespace candor::pack
