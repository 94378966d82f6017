#include <algorithm>
#include <exception>
#include <map>

#include "pack/folder/fields.h"
#include "pack/folder/installed_files.h"
#include "pack/page/manifest.h"
#include "pack/page/pack.h"
#include "pack/page/page_reader.h"
#include "pack/page/read_narration.h"
#include "pack/page/read_options.h"
#include "pack/page/read_sequences.h"
#include "screening/reading/node.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxPages = 5'000;

class PackLoader {
  public:
    PackLoader(const std::filesystem::path& folder,
               const std::shared_ptr<const PackageManifest>& manifest)
        : folder_(folder, manifest) {
        pack_.folder = folder_.path();
        pack_.manifest = manifest;
    }
    LoadedPack load(Keep keep);

  private:
    LoadedPack damaged(base::Fault why);
    bool read_pack();
    bool says_nothing() const {
        return pack_.id.empty() && pack_.languages.empty() && pack_.version == 0;
    }
    bool read_self_check();
    bool read_pages();
    void read_language(const std::string& language);
    void read_one_page(const std::string& language, const std::string& name);
    void report_unlisted_languages();
    void error(std::string file, std::string code, std::string message, std::string remedy) {
        Report(std::move(file), out_.findings)
            .error(0, std::move(code), std::move(message), std::move(remedy));
    }

    PackFolder folder_;
    Pack pack_;
    Links links_;
    std::map<std::string, std::unordered_set<std::string>> ask_ids_;  ///< by language
    std::optional<OptionsByLanguage> options_;
    std::optional<SequencesByLanguage> sequences_;
    std::size_t pages_ = 0;
    LoadedPack out_;
};

LoadedPack PackLoader::load(Keep keep) {
    if (pack_.manifest)
        if (const auto names = check_names(folder_.path(), *pack_.manifest); !names)
            return damaged(names.error());
    const bool good = read_pack();
    if (folder_.damage()) return damaged(*folder_.damage());
    // Of a pack whose pack.yaml says nothing, all else would only be told to be missing.
    if (!good && says_nothing()) return std::move(out_);
    if (good || (keep == Keep::what_can_be_read && !folder_.path().empty())) {
        out_.page_links = std::move(links_.pages);
        out_.pack = std::move(pack_);
    }
    return std::move(out_);
}

LoadedPack PackLoader::damaged(base::Fault why) {
    out_.damage = std::move(why);
    return std::move(out_);
}

bool PackLoader::read_pack() {
    if (folder_.path().empty()) {
        error("pack.yaml", "missing-file", "There is no such folder.", "Check its name.");
        return false;
    }
    const bool manifest = read_manifest(folder_, pack_, out_.findings);
    const bool sources = read_sources(folder_, pack_, out_.findings);
    links_.terms_known = read_glossary(folder_, pack_, out_.findings);
    for (const auto& source : pack_.sources) links_.sources.insert(source.id);
    for (const auto& term : pack_.terms) links_.terms.insert(term.id);
    if (folder_.has("questionnaire.yaml")) return read_self_check() && manifest && sources;
    // Without its sources every page would add the same findings again, and without languages there
    // are no pages to read.
    if (!sources || pack_.languages.empty()) return false;
    options_ = read_options(folder_, pack_.languages, links_, out_.findings);
    sequences_ = read_sequences(folder_, pack_.languages, links_, out_.findings);
    return read_pages() && manifest;
}

bool PackLoader::read_self_check() {
    pack_.is_self_check = true;
    // What is wrong with them is told by who reads them as a questionnaire.
    const auto read = [&](const char* name) {
        return folder_.read_bytes(name, screening::kMaxBytes).value_or("");
    };
    pack_.questionnaire = read("questionnaire.yaml");
    pack_.guidance = read("guidance.yaml");
    if (folder_.has("guidance.yaml")) return true;
    error("guidance.yaml", "missing-file", "The self-check does not say what answers lead to.",
          "Add guidance.yaml.");
    return false;
}

bool PackLoader::read_pages() {
    const auto before = out_.findings.size();
    for (const auto& language : pack_.languages) read_language(language);
    report_unlisted_languages();
    if (!pack_.pages.empty()) return true;
    const bool told = std::any_of(
        out_.findings.begin() + static_cast<std::ptrdiff_t>(before), out_.findings.end(),
        [](const auto& finding) { return finding.severity == base::Severity::error; });
    if (!told || pages_ > 0)
        error("pack.yaml", "no-pages", "The pack has no page that can be shown.",
              "Add or mend one, in a folder with the code of a listed language.");
    return false;
}

void PackLoader::read_language(const std::string& language) {
    const auto names = folder_.files(language, ".md");
    if (names.empty())
        Report(language, out_.findings)
            .warning(0, "no-pages", "There are no pages in " + in_quotes(language) + ".",
                     "Write them, or take the language off the list in pack.yaml.");
    for (const auto& name : names) {
        if (++pages_ > kMaxPages)
            return error(language, "too-many-pages", "The pack has over 5,000 pages.",
                         "Split the pack.");
        read_one_page(language, name);
    }
}

void PackLoader::read_one_page(const std::string& language, const std::string& name) {
    const std::string file = language + "/" + name;
    const std::string id = name.substr(0, name.size() - 3);
    Report report(file, out_.findings);
    if (!is_id(id))
        report.error(0, "bad-id", in_quotes(id) + " cannot be a page's id.",
                     "Rename the file; use a-z, 0-9 and “-”.");
    const auto text = folder_.read_text(file, report);
    if (!text) return;
    const auto links_before = links_.pages.size();
    const PageScope scope{folder_,
                          links_,
                          ask_ids_[language],
                          language,
                          report,
                          options_ ? &*options_ : nullptr,
                          sequences_ ? &*sequences_ : nullptr};
    if (auto page = read_page(*text, id, folder_.path() / file, scope)) {
        page->narration = read_narration(folder_, file, out_.findings);
        pack_.pages[language].push_back(std::move(*page));
    } else {
        links_.pages.resize(links_before);
    }
}

void PackLoader::report_unlisted_languages() {
    for (const auto& name : folder_.folders()) {
        const auto& listed = pack_.languages;
        if (!is_language_code(name) || folder_.files(name, ".md").empty() ||
            std::find(listed.begin(), listed.end(), name) != listed.end())
            continue;
        Report(name, out_.findings)
            .warning(0, "unlisted-language", "The pages in " + in_quotes(name) + " are not shown.",
                     "Add the language to the list in pack.yaml.");
    }
}

}  // namespace

LoadedPack load_pack(const std::filesystem::path& folder, Keep keep,
                     const std::shared_ptr<const PackageManifest>& manifest) {
    try {
        return PackLoader(folder, manifest).load(keep);
    } catch (const std::exception& problem) {
        LoadedPack failed;
        Report("pack.yaml", failed.findings)
            .error(0, "unreadable-pack",
                   std::string("The pack cannot be read (") + problem.what() + ").",
                   "Check that there is enough memory and that the folder can be read.");
        return failed;
    }
}

}  // namespace candor::pack
