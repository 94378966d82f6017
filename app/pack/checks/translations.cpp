#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/translation/catalogue.h"
#include "pack/translation/record.h"

namespace candor::pack {
namespace {

void tell_older(const Message& message, const std::string& language, FindingList& list) {
    list.warning(
        message.translated_file, message.translated_line, "translation-older",
        "The translation into " + in_quotes(language) + " of " + in_quotes(message.context) +
            " is older than its source, which has changed since to: " + in_quotes(message.source) +
            ".",
        "Compare the two, then say that all are right: candor pack po DIR --record "
        "--language " +
            language + ".");
}

}  // namespace

/// Translations that were made from another text than their source is now (translations.yaml).
void check_translations(const Subject& subject, base::Findings& findings) {
    if (!subject.folder.has(kTranslationsFile) || subject.pack.languages.empty()) return;
    PackFolder folder(subject.pack.folder);
    Report report(kTranslationsFile, findings);
    FindingList list(findings);
    for (const auto& [language, files] : read_record(folder, report)) {
        const auto catalogue = read_catalogue(subject.pack.folder, language);
        if (!catalogue) continue;  // other checks say why
        for (const auto& message : catalogue->messages)
            if (message.is_older) tell_older(message, language, list);
    }
}

}  // namespace candor::pack
