#include "ctl/doctor_languages.h"

#include <algorithm>

#include "base/files.h"
#include "ctl/fault_text.h"
#include "ctl/languages_here.h"
#include "pack/folder/folder.h"
#include "pack/page/manifest.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

Checked line_of(const language::CheckedLanguage& checked) {
    const std::string subject = "language " + checked.code;
    const auto errors = std::count_if(
        checked.findings.begin(), checked.findings.end(),
        [](const auto& finding) { return finding.severity == base::Severity::error; });
    const auto missing =
        std::count_if(checked.findings.begin(), checked.findings.end(),
                      [](const auto& finding) { return finding.code == "missing-text"; });
    if (checked.is_refused())
        return {Health::bad, subject,
                "not offered, " + std::to_string(errors) + (errors == 1 ? " error" : " errors") +
                    "; see \"candor language check " + checked.code + "\""};
    if (!checked.is_offered())
        return {Health::note, subject, "not offered yet; when it is ready, write: offer: yes"};
    if (missing > 0)
        return {Health::note, subject,
                "offered, " + std::to_string(missing) + " texts missing, English in their place"};
    return {Health::ok, subject, "offered"};
}

void add_unspoken(const fs::path& folder, const std::vector<std::string>& spoken,
                  std::vector<Checked>& checked) {
    pack::PackFolder reader(folder);
    pack::Pack read;
    read.folder = reader.path();
    base::Findings ignored;
    if (!pack::read_manifest(reader, read, ignored)) return;
    std::string codes;
    for (const auto& language : read.languages)
        if (std::find(spoken.begin(), spoken.end(), language) == spoken.end())
            codes += (codes.empty() ? "" : ", ") + language;
    if (codes.empty()) return;
    checked.push_back({Health::note, "pack " + read.id,
                       "written in " + codes +
                           ", which this kiosk does not speak; \"candor language new\" begins a "
                           "language"});
}

/// Shown from `content`, and installed.
std::vector<fs::path> packs_of(const fs::path& state, const fs::path& content) {
    std::vector<fs::path> folders;
    std::error_code error;
    if (const auto entries = base::entries_of(content))
        for (const base::FolderEntry& entry : *entries)
            if (fs::exists(entry.path() / "pack.yaml", error)) folders.push_back(entry.path());
    if (const auto entries = base::entries_of(state / "packs"))
        for (const base::FolderEntry& entry : *entries)
            if (fs::exists(entry.path() / "live" / "pack.yaml", error))
                folders.push_back(entry.path() / "live");
    return folders;
}

}  // namespace

std::vector<Checked> check_languages(const fs::path& state, const fs::path& content) {
    std::vector<Checked> checked;
    const auto places = language_places(state);
    const auto own = language::clinic_languages(places);
    if (!own.empty()) {
        const auto shipped = ShippedWords::load(places.assets);
        if (!shipped) return {{Health::bad, "languages", fault_text(shipped.error())}};
        const auto yardstick = shipped->yardstick();
        for (const auto& files : own)
            checked.push_back(line_of(language::check_language(files, yardstick)));
    }
    const auto spoken = spoken_languages(state);
    for (const auto& folder : packs_of(state, content)) add_unspoken(folder, spoken, checked);
    return checked;
}

}  // namespace candor::ctl
