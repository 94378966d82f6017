#include "pack/translation/record.h"

#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "pack/folder/hasher.h"
#include "pack/folder/yaml.h"
#include "pack/page/manifest.h"
#include "pack/translation/text_file.h"
#include "pack/translation/units.h"
#include "pack/translation/values.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

void read_files_of(const YamlNode& node, std::map<std::string, std::string>& files,
                   Report& report) {
    if (!node.is(YamlNode::Kind::map))
        return report.error(node.line, "wrong-type", "Here should be files, each with a number.",
                            "Delete the file, and let “candor pack po” write it.");
    for (std::size_t i = 0; i < node.items.size(); ++i)
        files[node.keys[i].name] = node.items[i].text;
}

bool is_translated(const fs::path& folder, const std::string& language, const std::string& file) {
    std::error_code error;
    return !file.ends_with(".md") || fs::exists(folder / language / file, error);
}

}  // namespace

std::string fingerprint_of(const std::vector<std::string>& texts) {
    constexpr int kBytes = 8;
    Hasher hasher;
    for (const auto& text : texts) {
        hasher.add(text);
        hasher.add(std::string_view("\0", 1));
    }
    const FileHash hash = hasher.finish();
    std::string out;
    for (int i = 0; i < kBytes; ++i) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", hash[static_cast<std::size_t>(i)]);
        out += digits;
    }
    return out;
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
        if (files.empty()) continue;
        out += language + ":\n";
        for (const auto& [file, fingerprint] : files)
            out += "  " + file + ": \"" + fingerprint + "\"\n";
    }
    return out;
}

std::map<std::string, std::string> fingerprints_of_sources(const fs::path& folder,
                                                           const std::string& first_language) {
    std::map<std::string, std::string> all;
    const PackFolder files(folder);
    const auto add = [&](const std::string& name, const std::vector<std::string>& texts) {
        if (!texts.empty()) all[name] = fingerprint_of(texts);
    };
    for (const auto& name : files.files(first_language, ".md")) {
        const auto file = read_text_file(folder / first_language / name);
        if (!file) continue;
        std::vector<std::string> texts;
        for (const auto& unit : units_of_page(file->text)) texts.push_back(unit.text);
        add(name, texts);
    }
    for (const char* name : kLocalizedFiles) {
        const auto file = read_text_file(folder / name);
        if (!file) continue;
        std::vector<std::string> texts;
        for (const auto& value : localized_values(file->text, first_language))
            texts.push_back(value.source.text);
        add(name, texts);
    }
    return all;
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
    const auto sources = fingerprints_of_sources(pack.folder, pack.languages.front());
    for (std::size_t i = 1; i < pack.languages.size(); ++i) {
        const auto& listed = pack.languages[i];
        if (!language.empty() && language != listed) continue;
        auto& of_language = record[listed];
        of_language.clear();
        for (const auto& [file, fingerprint] : sources)
            if (is_translated(pack.folder, listed, file)) of_language[file] = fingerprint;
    }
    return base::write_file_atomically(pack.folder / kTranslationsFile, to_text(record));
}

}  // namespace candor::pack
