#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/files.h"
#include "base/localized.h"
#include "base/places.h"
#include "ctl/fault_text.h"
#include "ctl/languages_here.h"
#include "ctl/verbs.h"
#include "language/template.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kEnough = 1U << 20;

struct LanguageOptions {
    std::string code;
    std::string state = base::default_places().state.string();
};

int refused(const fs::path& where, const char* what, const std::string& remedy) {
    std::cerr << fault_text({base::FaultKind::refused, where.string(), ""}, what, remedy) << '\n';
    return 1;
}

/// Nothing: the code can be a clinic's language.
std::optional<int> refuse_code(const LanguageOptions& options, const language::Places& places) {
    if (!base::is_language_code(options.code))
        return refused(options.code, "This is no code of a language",
                       "Write a BCP 47 code, for example fr or pt-BR.");
    for (const auto& shipped : language::shipped_languages(places.assets))
        if (shipped.code == options.code)
            return refused(shipped.strings, "This language ships with Candor",
                           "Name another one; what ships is not changed in the state folder.");
    return std::nullopt;
}

std::string with_code(std::string text, const std::string& code) {
    constexpr std::string_view kMark = "@CODE@";
    for (std::size_t at = 0; (at = text.find(kMark, at)) != std::string::npos; at += code.size())
        text.replace(at, kMark.size(), code);
    return text;
}

/// What a new language starts with: its data, English to be translated, the English keyboard.
base::Result<void> write_language(const language::Places& places, const language::Files& files) {
    const auto english = language::shipped_language(places.assets, base::kFallbackLanguage);
    const auto data = TRY(base::read_file(places.assets / "new-language/language.yaml", kEnough));
    const auto kiosk = TRY(base::read_file(english.strings, kEnough));
    const auto desk = TRY(base::read_file(english.desk_strings, kEnough));
    const auto keyboard = TRY(base::read_file(english.keyboard, kEnough));
    const std::string head =
        "# The words of the @WHAT@ in " + files.code +
        ". Above each stands what it says in English. What stays empty is shown in\n"
        "# English. {name} is filled in: keep it as it is, where its value belongs. A plural has a "
        "line for\n# each form that language.yaml names (.one, .few …, .other).\n";
    const auto headed = [&](const char* what) {
        std::string text = head;
        return text.replace(text.find("@WHAT@"), 6, what);
    };
    TRY(base::ensure_folder(files.rules.parent_path()));
    using base::Privacy;
    TRY(base::write_new_file(files.rules, with_code(data, files.code), Privacy::everyone));
    TRY(base::write_new_file(files.strings, language::strings_to_fill(kiosk, headed("kiosk")),
                             Privacy::everyone));
    TRY(base::write_new_file(files.desk_strings, language::strings_to_fill(desk, headed("desk")),
                             Privacy::everyone));
    TRY(base::write_new_file(files.keyboard, keyboard, Privacy::everyone));
    return {};
}

int new_language(const LanguageOptions& options) {
    const auto places = language_places(options.state);
    if (const auto status = refuse_code(options, places)) return *status;
    const auto files = language::clinic_language(places.clinic, options.code);
    const fs::path folder = files.rules.parent_path();
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_empty(folder, error))
        return refused(folder, "This language was begun already",
                       "Go on with its files, or move them away.");
    if (const auto written = write_language(places, files); !written) {
        std::cerr << fault_text(written.error()) << '\n';
        return 1;
    }
    std::cout << folder.string()
              << ": language.yaml, strings.yaml, desk-strings.yaml, keyboard.yaml. Fill them in, "
                 "then run: candor language check "
              << options.code << " --state " << options.state << '\n';
    return 0;
}

void print_last_line(const language::CheckedLanguage& checked, std::size_t errors) {
    std::cout << checked.code << ": " << errors << (errors == 1 ? " error, " : " errors, ")
              << checked.findings.size() - errors << " other findings. "
              << (errors > 0             ? "It is not offered until the errors are mended."
                  : checked.is_offered() ? "It is offered from the next start on."
                                         : "It is not offered yet: language.yaml says offer: no.")
              << '\n';
}

int check_one_language(const LanguageOptions& options) {
    const auto places = language_places(options.state);
    if (const auto status = refuse_code(options, places)) return *status;
    const auto files = language::clinic_language(places.clinic, options.code);
    std::error_code error;
    if (!fs::is_directory(files.rules.parent_path(), error))
        return refused(
            files.rules.parent_path(), "There is no such language",
            "Begin it: candor language new " + options.code + " --state " + options.state);
    const auto shipped = ShippedWords::load(places.assets);
    if (!shipped) {
        std::cerr << fault_text(shipped.error()) << '\n';
        return 1;
    }
    const auto checked = language::check_language(files, shipped->yardstick());
    std::size_t errors = 0;
    for (const auto& finding : checked.findings) {
        std::cout << base::to_line(finding) << '\n';
        errors += finding.severity == base::Severity::error;
    }
    print_last_line(checked, errors);
    return errors > 0 ? 1 : 0;
}

}  // namespace

void add_language_verbs(CLI::App& app, int& exit_status) {
    CLI::App* languages = app.add_subcommand("language", "Languages that a clinic adds");
    languages->require_subcommand(1);
    auto options = std::make_shared<LanguageOptions>();
    const auto add = [&](const char* name, const char* help, int (*run)(const LanguageOptions&)) {
        CLI::App* verb = languages->add_subcommand(name, help);
        verb->add_option("code", options->code, "Its BCP 47 code, for example fr")->required();
        verb->add_option("--state", options->state, "The kiosk's state folder");
        verb->callback([options, run, &exit_status] { exit_status = run(*options); });
    };
    add("new", "Write its files, with English to be translated", new_language);
    add("check", "All that is missing or wrong; exit status 1 when it cannot be offered",
        check_one_language);
}

}  // namespace candor::ctl
