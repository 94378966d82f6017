#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/translation/record.h"

namespace candor::pack {

/// Translations that were made from another text than their source is now (translations.yaml).
void check_translations(const Subject& subject, base::Findings& findings) {
    if (!subject.folder.has(kTranslationsFile) || subject.pack.languages.empty()) return;
    PackFolder folder(subject.pack.folder);
    Report report(kTranslationsFile, findings);
    const auto record = read_record(folder, report);
    const auto sources = fingerprints_of_sources(subject.pack.folder, subject.first_language());
    FindingList list(findings);
    for (const auto& [language, files] : record)
        for (const auto& [file, fingerprint] : files) {
            const auto source = sources.find(file);
            if (source == sources.end() || source->second == fingerprint) continue;
            list.warning(file.ends_with(".md") ? language + "/" + file : file, 0,
                         "translation-older",
                         "The translation into " + in_quotes(language) +
                             " is older than its source: the text in " +
                             in_quotes(subject.first_language()) + " has changed since.",
                         "Compare the two, then say that it is right: candor pack po DIR --record "
                         "--language " +
                             language + ".");
        }
}

}  // namespace candor::pack
