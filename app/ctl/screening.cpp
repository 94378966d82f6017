#include "ctl/screening.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>

#include "base/files.h"
#include "ctl/fault_text.h"
#include "ctl/finding_lines.h"
#include "ctl/verbs.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"
#include "screening/reading/report.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read(const fs::path& path, Streams streams) {
    auto text = base::read_file(path, screening::kMaxBytes);
    if (text) return std::move(*text);
    streams.err << fault_text(text.error()) << '\n';
    return std::nullopt;
}

void print(const base::Findings& findings, Streams streams) {
    print_findings(findings, Tell::all, streams.err);
}

/// A message where the findings say only which file, not what it was wanted for.
void refuse(const fs::path& path, const char* what, const char* remedy, Streams streams) {
    streams.err << path.string() << ": error [refused] " << what << ' ' << remedy << '\n';
}

/// A questionnaire with its guidance, if it has one.
struct Loaded {
    std::optional<screening::Questionnaire> questionnaire;
    std::optional<screening::Guidance> guidance;
    bool sound = false;
};

bool load_guidance(const fs::path& path, Loaded& loaded, Streams streams) {
    const auto text = read(path, streams);
    if (!text) return false;
    auto guidance = screening::load_guidance(*text, path.string(), *loaded.questionnaire);
    print(guidance.findings, streams);
    loaded.guidance = std::move(guidance.guidance);
    return loaded.guidance.has_value();
}

fs::path beside(const fs::path& questionnaire) {
    std::error_code ignored;
    fs::path path = questionnaire.parent_path() / "guidance.yaml";
    return fs::exists(path, ignored) ? path : fs::path();
}

Loaded load(const fs::path& questionnaire, const fs::path& guidance, Streams streams) {
    Loaded loaded;
    const auto text = read(questionnaire, streams);
    if (!text) return loaded;
    auto read_in = screening::load_questionnaire(*text, questionnaire.string());
    print(read_in.findings, streams);
    loaded.questionnaire = std::move(read_in.questionnaire);
    if (!loaded.questionnaire) {
        refuse(questionnaire, "It cannot be asked as it is.", "Mend the errors above.", streams);
        return loaded;
    }
    loaded.sound = guidance.empty() || load_guidance(guidance, loaded, streams);
    return loaded;
}

}  // namespace

int screening_evaluate(const EvaluateFiles& files, Streams streams) {
    const fs::path guidance = files.guidance.empty() ? beside(files.questionnaire) : files.guidance;
    const Loaded loaded = load(files.questionnaire, guidance, streams);
    if (!loaded.sound) return 1;
    const auto answers = read(files.answers, streams);
    if (!answers) return 1;
    const auto report =
        screening::report(*loaded.questionnaire, loaded.guidance ? &*loaded.guidance : nullptr,
                          *answers, files.answers.string());
    print(report.findings, streams);
    if (!report.report) return 1;
    streams.out << screening::to_json(*report.report) << '\n';
    return 0;
}

int screening_export(const fs::path& pack_folder, Streams streams) {
    const fs::path path = pack_folder / "questionnaire.yaml";
    if (!load(path, {}, streams).sound) return 1;
    const auto text = read(path, streams);
    if (!text) return 1;
    const auto json = screening::to_fhir_json(*text, path.string());
    if (!json) {
        refuse(path, "It cannot be written as FHIR JSON.", "Check its syntax.", streams);
        return 1;
    }
    streams.out << *json << '\n';
    return 0;
}

namespace {

void add_check(CLI::App& screening, int& exit_status) {
    auto paths = std::make_shared<std::vector<fs::path>>();
    auto all = std::make_shared<bool>(false);
    auto* check = screening.add_subcommand("check", "All findings of questionnaires");
    check
        ->add_option("file", *paths,
                     "Questionnaires (JSON or YAML), self-check packs, or a folder of forms")
        ->required();
    check->add_flag("--all", *all, "Each finding, not each kind of finding once");
    check->callback([paths, all, &exit_status] {
        exit_status =
            screening_check(*paths, {std::cout, std::cerr}, *all ? Tell::all : Tell::each_kind);
    });
}

void add_expand(CLI::App& screening, int& exit_status) {
    auto form = std::make_shared<std::string>();
    auto folder = std::make_shared<std::string>();
    auto* expand = screening.add_subcommand(
        "expand", "A questionnaire with the value sets that it names, as FHIR JSON");
    expand->add_option("file", *form, "Questionnaire (JSON or YAML)")->required();
    expand
        ->add_option("--value-sets", *folder, "Folder of ValueSets, CodeSystems and Bundles (JSON)")
        ->required();
    expand->callback([form, folder, &exit_status] {
        exit_status = screening_expand(*form, *folder, {std::cout, std::cerr});
    });
}

}  // namespace

void add_screening_verbs(CLI::App& app, int& exit_status) {
    CLI::App* screening = app.add_subcommand("screening", "FHIR questionnaires in and out");
    screening->require_subcommand(1);

    add_check(*screening, exit_status);
    add_expand(*screening, exit_status);

    auto folder = std::make_shared<std::string>();
    auto* export_verb = screening->add_subcommand("export", "A self-check pack as FHIR JSON");
    export_verb->add_option("pack", *folder, "The pack's folder")->required();
    export_verb->callback([folder, &exit_status] {
        exit_status = screening_export(*folder, {std::cout, std::cerr});
    });

    auto files = std::make_shared<EvaluateFiles>();
    auto* evaluate = screening->add_subcommand("evaluate", "What a QuestionnaireResponse leads to");
    evaluate->add_option("--questionnaire", files->questionnaire, "Questionnaire")->required();
    evaluate->add_option("--answers", files->answers, "QuestionnaireResponse")->required();
    evaluate->add_option("--guidance", files->guidance,
                         "guidance.yaml; by default the one beside the questionnaire");
    evaluate->callback([files, &exit_status] {
        exit_status = screening_evaluate(*files, {std::cout, std::cerr});
    });
}

}  // namespace candor::ctl
