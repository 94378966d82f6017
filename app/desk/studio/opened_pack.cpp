#include "desk/studio/opened_pack.h"

#include <algorithm>
#include <tuple>

#include "base/files.h"
#include "pack/folder/folder.h"
#include "pack/page/manifest.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using base::Severity;

void order(base::Findings& findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return std::tie(a.severity, a.file, a.line) < std::tie(b.severity, b.file, b.line);
    });
}

}  // namespace

FindingCounts counts_of(const base::Findings& findings) {
    FindingCounts counts;
    for (const auto& finding : findings) {
        counts.errors += finding.severity == Severity::error;
        counts.warnings += finding.severity == Severity::warning;
        counts.advice += finding.severity == Severity::advice;
    }
    return counts;
}

PackHead head_of(const fs::path& folder) {
    PackHead head;
    head.folder = folder;
    pack::PackFolder reader(folder);
    pack::Pack read;
    read.folder = reader.path();
    base::Findings ignored;
    if (pack::read_manifest(reader, read, ignored)) {
        head.id = read.id;
        head.title = read.title;
        head.version = read.version;
        head.languages = read.languages;
        head.review = read.review;
    }
    if (head.id.empty()) head.id = folder.filename().string();
    return head;
}

std::vector<PackHead> packs_in(const fs::path& folder) {
    std::vector<PackHead> packs;
    std::error_code error;
    if (fs::exists(folder / "pack.yaml", error)) return {head_of(folder)};
    const auto entries = base::entries_of(folder);
    if (!entries) return packs;
    for (const base::FolderEntry& entry : *entries)
        if (fs::exists(entry.path() / "pack.yaml", error)) packs.push_back(head_of(entry.path()));
    return packs;
}

pack::CheckOptions check_options(const content::Catalog& catalog) {
    pack::CheckOptions options;
    for (const content::Language& language : catalog.languages)
        options.spoken.push_back(language.code);
    return options;
}

std::shared_ptr<const OpenedPack> open_pack(const fs::path& folder, const content::Catalog& base) {
    auto opened = std::make_shared<OpenedPack>();
    opened->head = head_of(folder);
    opened->catalog = content::load_preview_catalog(folder, base);
    if (auto index = pack::SearchIndex::open({}, opened->catalog->library))
        opened->index = std::move(*index);
    auto checked = pack::check_pack_and_score(folder, check_options(base));
    opened->findings = std::move(checked.findings);
    order(opened->findings);
    opened->counts = counts_of(opened->findings);
    opened->measures = std::move(checked.measures);
    opened->score = std::move(checked.score);
    return opened;
}

std::string language_of(const base::Finding& finding, const PackHead& head) {
    const std::string folder = finding.file.substr(0, finding.file.find('/'));
    const auto known = std::find(head.languages.begin(), head.languages.end(), folder);
    return known != head.languages.end() && folder != finding.file ? folder : std::string{};
}

std::string page_of(const base::Finding& finding) {
    const auto slash = finding.file.find('/');
    if (slash == std::string::npos || !finding.file.ends_with(".md")) return {};
    return finding.file.substr(slash + 1, finding.file.size() - slash - 4);
}

}  // namespace candor::desk
