#include <algorithm>
#include <initializer_list>
#include <optional>
#include <ostream>
#include <system_error>

#include "base/files.h"
#include "base/letter_case.h"
#include "ctl/fault_text.h"
#include "ctl/finding_lines.h"
#include "ctl/screening.h"
#include "pack/checks/letters.h"
#include "pack/page/form_words.h"
#include "screening/reading/expand.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFormInPack = "questionnaire.yaml";
constexpr int kMostFolders = 12;

bool lies_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

bool names_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

bool is_pack(const fs::path& path) { return names_folder(path) && lies_there(path / kFormInPack); }

struct Checked {
    base::Findings findings;
    bool can_be_asked = false;
    bool is_form = true;
};

void check_guidance(const fs::path& path, const screening::Questionnaire& questionnaire,
                    Checked& checked) {
    const auto text = base::read_file(path, screening::kMaxBytes);
    if (!text) return;
    auto guidance = screening::load_guidance(*text, path.string(), questionnaire);
    checked.can_be_asked = guidance.guidance.has_value();
    checked.findings.insert(checked.findings.end(), guidance.findings.begin(),
                            guidance.findings.end());
}

/// A picture's file that is not there.
void check_picture(const screening::Media& media, const std::string& link_id, const fs::path& form,
                   base::Findings& findings) {
    if (media.url.empty() || lies_there(form.parent_path() / media.url)) return;
    findings.push_back({form.string(), 0, base::Severity::warning, "missing-picture",
                        "Item \"" + link_id + "\": the picture \"" + media.url + "\" is not there.",
                        "Put it beside the form, or correct its name."});
}

void check_pictures(const std::vector<screening::Item>& items, const fs::path& form,
                    base::Findings& findings) {
    for (const auto& item : items) {
        check_picture(item.media, item.link_id, form, findings);
        for (const auto& option : item.options)
            check_picture(option.media, item.link_id, form, findings);
        check_pictures(item.items, form, findings);
    }
}

std::optional<Checked> checked(const fs::path& path, Streams streams) {
    const fs::path form = names_folder(path) ? path / kFormInPack : path;
    const auto text = base::read_file(form, screening::kMaxBytes);
    if (!text) {
        streams.err << fault_text(text.error()) << '\n';
        return std::nullopt;
    }
    auto loaded = screening::load_questionnaire(*text, form.string());
    Checked checked{std::move(loaded.findings), loaded.questionnaire.has_value()};
    checked.is_form = std::none_of(checked.findings.begin(), checked.findings.end(),
                                   [](const auto& f) { return f.code == "not-a-questionnaire"; });
    if (!loaded.questionnaire) return checked;
    for (const auto& findings : {pack::form_words_findings(*loaded.questionnaire, form.string()),
                                 pack::form_letter_findings(*loaded.questionnaire, form.string())})
        checked.findings.insert(checked.findings.end(), findings.begin(), findings.end());
    check_pictures(loaded.questionnaire->items, form, checked.findings);
    if (const fs::path guidance = form.parent_path() / "guidance.yaml";
        names_folder(path) && lies_there(guidance))
        check_guidance(guidance, *loaded.questionnaire, checked);
    return checked;
}

bool ends_in(const fs::path& path, std::initializer_list<std::string_view> endings) {
    const std::string ending = base::lower_case(path.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool may_be_form(const fs::path& path) { return ends_in(path, {".json", ".yaml", ".yml"}); }
bool may_be_terminology(const fs::path& path) { return ends_in(path, {".json"}); }
bool is_never_whole(const fs::path&) { return false; }

/// Which files are sought below a folder, and which folders are one thing as a whole.
struct Sought {
    bool (*file)(const fs::path&);
    bool (*whole_folder)(const fs::path&);
};

void find_files(const fs::path& path, int depth, const Sought& sought, std::vector<fs::path>& out) {
    if (!names_folder(path) || sought.whole_folder(path)) return out.push_back(path);
    const auto entries = base::entries_of(path);
    if (!entries || depth > kMostFolders) return;
    for (const auto& entry : *entries) {
        const fs::path& inner = entry.path();
        if (names_folder(inner) || sought.file(inner)) find_files(inner, depth + 1, sought, out);
    }
}

const base::Finding* first_error(const base::Findings& findings) {
    const auto found = std::find_if(findings.begin(), findings.end(), [](const auto& finding) {
        return finding.severity == base::Severity::error;
    });
    return found == findings.end() ? nullptr : &*found;
}

/// A line on one of many forms.
void print_line(const fs::path& path, const Checked& checked, std::ostream& out) {
    out << path.string() << (checked.can_be_asked ? ": loads: " : ": does not load: ")
        << numbers_of(checked.findings);
    if (const auto* error = first_error(checked.findings); error != nullptr) {
        base::Finding shown = *error;
        shown.file.clear();
        out << "; first" << base::to_line(shown);
    }
    out << '\n';
}

/// What was named itself gets a line, be it a form or not.
int check_many(const std::vector<fs::path>& forms, const std::vector<fs::path>& named,
               Streams streams) {
    std::size_t loaded = 0, all = 0, unreadable = 0;
    for (const fs::path& form : forms) {
        const auto found = checked(form, streams);
        unreadable += found ? 0 : 1;
        const bool is_named = std::find(named.begin(), named.end(), form) != named.end();
        if (!found || (!found->is_form && !is_named)) continue;
        ++all;
        loaded += found->can_be_asked ? 1 : 0;
        print_line(form, *found, streams.out);
    }
    streams.out << loaded << " of " << all << " load\n";
    return loaded == all && unreadable == 0 ? 0 : 1;
}

}  // namespace

int screening_check(const fs::path& path, Streams streams, Tell tell) {
    const auto found = checked(path, streams);
    if (!found) return 1;
    print_findings(found->findings, tell, streams.err);
    const std::string numbers = numbers_of(found->findings);
    if (found->can_be_asked) {
        streams.out << path.string() << ": " << numbers << '\n';
        return 0;
    }
    streams.err << path.string() << ": It cannot be asked as it is: " << numbers << ".\n";
    return 1;
}

int screening_check(const std::vector<fs::path>& paths, Streams streams, Tell tell) {
    const bool one = paths.size() == 1 && (!names_folder(paths.front()) || is_pack(paths.front()));
    if (one) return screening_check(paths.front(), streams, tell);
    std::vector<fs::path> forms;
    for (const fs::path& path : paths) find_files(path, 0, {may_be_form, is_pack}, forms);
    return check_many(forms, paths, streams);
}

namespace {

std::vector<screening::Terminology> terminology_in(const fs::path& folder, Streams streams) {
    constexpr std::size_t kMostTerminology = 64U << 20;
    std::vector<fs::path> paths;
    find_files(folder, 0, {may_be_terminology, is_never_whole}, paths);
    std::vector<screening::Terminology> files;
    for (const fs::path& path : paths) {
        const auto text = base::read_file(path, kMostTerminology);
        if (text)
            files.push_back({path.string(), *text});
        else
            streams.err << fault_text(text.error()) << '\n';
    }
    return files;
}

}  // namespace

int screening_expand(const fs::path& questionnaire, const fs::path& value_sets, Streams streams) {
    const auto form = base::read_file(questionnaire, screening::kMaxBytes);
    if (!form) {
        streams.err << fault_text(form.error()) << '\n';
        return 1;
    }
    const auto files = terminology_in(value_sets, streams);
    const auto expanded = screening::expand(*form, questionnaire.string(), files);
    if (!expanded) {
        streams.err << fault_text(expanded.error()) << '\n';
        return 1;
    }
    print_findings(expanded->findings, Tell::each_kind, streams.err);
    for (const auto& missing : expanded->missing) streams.err << missing << '\n';
    streams.out << expanded->json << '\n';
    return expanded->missing.empty() && !base::has_error(expanded->findings) ? 0 : 1;
}

}  // namespace candor::ctl
