#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/files.h"
#include "ctl/fault_text.h"
#include "ctl/po_file.h"
#include "ctl/verbs.h"
#include "pack/folder/folder.h"
#include "pack/page/manifest.h"
#include "pack/translation/record.h"

namespace candor::ctl {
namespace {

struct PoOptions {
    std::string folder, write, read, language;
    bool record = false;
};

int refuse_po(const base::Fault& fault, const char* what, const char* remedy) {
    std::cerr << fault_text(fault, what, remedy) << '\n';
    return 1;
}

void print(const base::Findings& findings, const std::string& folder) {
    for (auto finding : findings) {
        finding.file = (std::filesystem::path(folder) / finding.file).string();
        std::cerr << base::to_line(finding) << '\n';
    }
}

/// The languages of the pack but the first, or the one that was named.
std::vector<std::string> languages_of(const PoOptions& options) {
    if (!options.language.empty()) return {options.language};
    pack::PackFolder files(options.folder);
    pack::Pack pack;
    pack.folder = files.path();
    base::Findings findings;
    read_manifest(files, pack, findings);
    if (!pack.languages.empty()) pack.languages.erase(pack.languages.begin());
    return pack.languages;
}

int write_all_po(const PoOptions& options) {
    if (const auto made = base::ensure_folder(options.write); !made)
        return refuse_po(made.error(), "Nothing was written", "Name a folder that can be written.");
    const auto languages = languages_of(options);
    if (languages.empty())
        return refuse_po({base::FaultKind::refused, options.folder, ""},
                         "There is nothing to translate into",
                         "Add languages to the list in pack.yaml.");
    for (const auto& language : languages) {
        const auto catalogue = pack::read_catalogue(options.folder, language);
        if (!catalogue)
            return refuse_po(catalogue.error(), "The pack's texts cannot be read",
                             "Run candor pack check, and mend what it names.");
        print(catalogue->findings, options.folder);
        const auto file =
            std::filesystem::path(options.write) / (catalogue->pack + "." + language + ".po");
        if (const auto written = write_po(file, *catalogue); !written)
            return refuse_po(written.error(), "The file cannot be written",
                             "Name a folder that can be written.");
        const auto missing =
            std::count_if(catalogue->messages.begin(), catalogue->messages.end(),
                          [](const auto& message) { return message.translation.empty(); });
        const auto older = std::count_if(catalogue->messages.begin(), catalogue->messages.end(),
                                         [](const auto& message) { return message.is_older; });
        std::cout << file.string() << ": " << catalogue->messages.size() << " texts, " << missing
                  << " without a translation, " << older << " older than their source\n";
    }
    return 0;
}

int read_one_po(const PoOptions& options) {
    const auto po = read_po(options.read);
    if (!po)
        return refuse_po(po.error(), "The PO file cannot be read",
                         "Check it with msgfmt -c, or write it again.");
    const auto written = pack::write_catalogue(options.folder, po->language, po->messages);
    if (!written)
        return refuse_po(written.error(), "The pack was not changed",
                         "Check the PO file's language, and that the folder can be written.");
    print(written->findings, options.folder);
    std::cout << options.folder << ": " << written->changed << " texts changed in "
              << written->files.size() << " files; left as they are: " << po->fuzzy
              << " that are fuzzy, " << po->untranslated << " without a translation\n";
    return 0;
}

int record(const PoOptions& options) {
    const auto done = pack::record_translations(options.folder, options.language);
    if (!done)
        return refuse_po(done.error(), "Nothing was recorded",
                         "Name the folder of a pack in two languages or more.");
    std::cout << options.folder << ": translations of the texts as they stand now\n";
    return 0;
}

}  // namespace

void add_po_verb(CLI::App& app, int& exit_status) {
    auto options = std::make_shared<PoOptions>();
    CLI::App* verb = app.get_subcommand("pack")->add_subcommand(
        "po", "Texts for translators, as gettext PO files, and back");
    verb->add_option("folder", options->folder, "The pack's folder")->required();
    auto* group = verb->add_option_group("what to do");
    group->add_option("--write", options->write,
                      "A folder for a file PACK.LANGUAGE.po of each language");
    group->add_option("--read", options->read, "A file that a translator sent back");
    group->add_flag("--record", options->record,
                    "Say that the translations are of the texts as they stand now");
    group->require_option(1);
    verb->add_option("--language", options->language, "This one alone (with --write, --record)");
    verb->callback([options, &exit_status] {
        exit_status = !options->write.empty()  ? write_all_po(*options)
                      : !options->read.empty() ? read_one_po(*options)
                                               : record(*options);
    });
}

}  // namespace candor::ctl
