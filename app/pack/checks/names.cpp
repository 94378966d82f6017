#include <algorithm>
#include <array>
#include <set>

#include "pack/checks/check_table.h"
#include "pack/folder/edit_distance.h"
#include "pack/folder/fields.h"
#include "pack/folder/finding_list.h"
#include "pack/folder/fold.h"
#include "pack/folder/package_path.h"
#include "pack/package/package_files.h"
#include "pack/page/options.h"
#include "pack/page/sequence.h"

namespace candor::pack {
namespace {

const std::vector<std::string_view> kReadFiles{
    "pack.yaml",     "sources.yaml",      "glossary.yaml", "questionnaire.yaml",
    "guidance.yaml", "translations.yaml", kOptionsFile,    kSequencesFile};

std::string lower_case(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool ends_in_any(const std::string& name, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

/// "010-x.MD", "010-x.markdown" and "010-x.md.txt" were meant to be "010-x.md".
std::string as_page_name(const std::string& name) {
    std::string stem = lower_case(name);
    for (bool cut = true; cut;) {
        cut = false;
        for (const std::string_view ending : {".txt", ".md", ".markdown", ".mdown", ".mkd"})
            if (stem.size() > ending.size() && stem.ends_with(ending)) {
                stem.resize(stem.size() - ending.size());
                cut = true;
            }
    }
    return stem + ".md";
}

/// What a path that a package cannot hold is too much like; empty: that is not its fault.
std::string alike_in(const base::Fault& fault) {
    return fault.detail.starts_with(kLooksLike) ? fault.detail.substr(kLooksLike.size())
                                                : std::string();
}

/// The folder around `path` that is as deep as `other`; empty where that is the path itself.
std::string folder_like(const std::string& other, const std::string& path) {
    if (other.empty()) return {};
    std::size_t end = path.find('/');
    for (auto deeper = std::count(other.begin(), other.end(), '/');
         deeper > 0 && end != std::string::npos; --deeper)
        end = path.find('/', end + 1);
    return end == std::string::npos ? std::string() : path.substr(0, end);
}

class NameCheck {
  public:
    NameCheck(const Subject& subject, base::Findings& findings)
        : subject_(subject), list_(findings) {}

    void check() {
        const auto found = files_of_package(subject_.pack.folder);
        if (!found)
            return list_.error("pack.yaml", 0, "unpackable",
                               "No package can be made of this folder: " + found.error().where +
                                   ": " + found.error().detail + ".",
                               "Take what is no part of the pack out of its folder.");
        for (const auto& fault : found->refused) refuse(fault);
        for (const auto& file : found->files) look_at(file.path);
    }

  private:
    bool is_listed(const std::string& language) const {
        const auto& listed = subject_.pack.languages;
        return std::find(listed.begin(), listed.end(), language) != listed.end();
    }

    /// Two folders whose names are alike are one fault, and not one for each file in them.
    void refuse(const base::Fault& fault) {
        const std::string other = alike_in(fault), folder = folder_like(other, fault.where);
        if (folder.empty())
            list_.error(fault.where, 0, "file-name",
                        "No package can hold this file: " + fault.detail + ".",
                        "Rename it with a-z, 0-9 and “-”, or take it out of the folder.");
        else if (told_.insert(folder).second)
            list_.error(folder, 0, "file-name",
                        "No package can hold both this folder and " + in_quotes(other) +
                            ": on some disks they are one.",
                        "Put the files of one into the other.");
    }

    void look_at(const std::string& path) {
        const auto slash = path.find('/');
        if (slash == std::string::npos) return at_top(path);
        const std::string folder = path.substr(0, slash), rest = path.substr(slash + 1);
        if (is_listed(folder)) return in_language(path, folder, rest);
        if (is_listed(lower_case(folder)))
            return once(folder, "The folder " + in_quotes(folder) + " is not read.",
                        "Rename it to " + in_quotes(lower_case(folder)) + ".");
        if (is_language_code(folder)) return;  // told as a language that is not listed
        if (!is_picture_name(rest))
            advice(path, "Nothing reads this file; it goes into the package all the same.",
                   "Take it out of the folder, if it is no part of the pack.");
    }

    void at_top(const std::string& name) {
        if (std::find(kReadFiles.begin(), kReadFiles.end(), name) != kReadFiles.end()) return;
        if (is_picture_name(name)) return;
        std::string meant = lower_case(name);
        if (meant.ends_with(".txt")) meant.resize(meant.size() - 4);
        // JSON is YAML, too: a form that was exported needs another name alone.
        for (const std::string_view ending : {".yml", ".json"})
            if (meant.ends_with(ending))
                meant.replace(meant.size() - ending.size(), ending.size(), ".yaml");
        const auto near = nearest(meant, kReadFiles);
        if (!near.empty())
            return once(name, "This file is not read.",
                        "Rename it to " + in_quotes(near) + ", or delete it.");
        advice(name, "Nothing reads this file; it goes into the package all the same.",
               "Take it out of the folder, if it is no part of the pack.");
    }

    void in_language(const std::string& path, const std::string& language,
                     const std::string& name) {
        const auto slash = name.find('/');
        if (slash != std::string::npos)
            return once(language + "/" + name.substr(0, slash),
                        "Pages in a folder inside a language's folder are not read.",
                        "Move them into " + in_quotes(language) + " itself.");
        if (name.ends_with(".md") && name.size() > 3) return;
        if (ends_in_any(name, {".opus", ".vtt"})) return of_narration(path);
        const std::string meant = as_page_name(name);
        const bool page =
            ends_in_any(lower_case(name), {".md", ".markdown", ".mdown", ".mkd", ".txt"});
        once(path, "This file is not read as a page.",
             page ? "Rename it to " + in_quotes(meant) + "."
                  : "Pages end in “.md”; take it out of the folder if it is none.");
    }

    /// Beside the page that it reads aloud.
    void of_narration(const std::string& path) {
        const auto slash = path.find('/');
        const std::string page = path.substr(slash + 1, path.rfind('.') - slash - 1) + ".md";
        const auto& pages = subject_.page_files;
        const auto of_language = pages.find(path.substr(0, slash));
        const bool there = of_language != pages.end() &&
                           std::find(of_language->second.begin(), of_language->second.end(),
                                     page) != of_language->second.end();
        if (!there)
            once(path, "There is no page that this file reads aloud.",
                 "Name it as its page is named: " + in_quotes(page) + " would be that.");
    }

    void once(const std::string& file, const std::string& message, const std::string& remedy) {
        if (told_.insert(file).second) list_.warning(file, 0, "unread-file", message, remedy);
    }
    void advice(const std::string& file, const char* message, const char* remedy) {
        list_.advice(file, 0, "unread-file", message, remedy);
    }

    const Subject& subject_;
    FindingList list_;
    std::set<std::string> told_;
};

}  // namespace

/// Files that a package cannot hold, and files that nothing reads: by the packer's own rules.
void check_names_of_files(const Subject& subject, base::Findings& findings) {
    NameCheck(subject, findings).check();
}

}  // namespace candor::pack
