#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>

#include "base/files.h"
#include "base/places.h"
#include "ctl/fault_text.h"
#include "ctl/kiosk_yaml.h"
#include "ctl/setup_answers.h"
#include "ctl/verbs.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kEnoughForAnswers = 64 * 1024;

struct SetupOptions {
    std::string state = base::default_places().state.string();
    std::string answers;
};

/// What is there, or the documented file that a new kiosk starts with.
base::Result<std::string> first_text(const SetupOptions& options) {
    auto text = TRY(read_kiosk_yaml(options.state));
    if (!text.empty()) return text;
    return base::read_file(base::default_places().assets / "new-kiosk/kiosk.yaml",
                           kEnoughForAnswers);
}

/// False: something is wrong with it, which was told.
bool is_sound(const std::string& text) {
    const auto policy = pack::policy_of(text);
    for (const auto& finding : policy.findings) std::cerr << base::to_line(finding) << '\n';
    return policy.state != pack::Policy::State::broken;
}

int nothing_written(const base::Fault& fault, const char* remedy) {
    std::cerr << fault_text(fault, "Nothing was changed", remedy) << '\n';
    return 1;
}

/// The person's answer, empty: as it is; nothing: they are gone.
std::optional<std::string> ask(const Question& question, const std::string& now) {
    std::cout << question.words << "\n  " << question.key << " [" << now << "]: " << std::flush;
    std::string answer;
    if (!std::getline(std::cin, answer)) return std::nullopt;
    const auto begin = answer.find_first_not_of(" \t\r");
    if (begin == std::string::npos) return "";
    return answer.substr(begin, answer.find_last_not_of(" \t\r") + 1 - begin);
}

bool is_asked(const Question& question, const std::string& text) {
    return question.needs.empty() || !answer_in(text, question.needs).empty();
}

/// Until the answer fits. False: the person is gone.
bool settle(const Question& question, const SetupOptions& options, std::string& text) {
    for (;;) {
        const auto answer = ask(question, answer_in(text, question.key));
        if (!answer) return false;
        if (answer->empty()) return true;
        auto changed = with_answer(text, question, *answer, options.state);
        if (changed) {
            text = std::move(*changed);
            return true;
        }
        std::cout << "  " << fault_text(changed.error(), "That cannot be", "Write another one.")
                  << '\n';
    }
}

base::Result<std::string> ask_all(const SetupOptions& options, std::string text) {
    std::cout << "Enter keeps what stands in [ ]; " << kTakeOut << " takes it out.\n";
    for (const auto& question : setup_questions())
        if (is_asked(question, text) && !settle(question, options, text))
            return base::fail(base::FaultKind::cancelled, "candor setup",
                              "the answers ended early");
    return text;
}

base::Finding bad_answer(const SetupOptions& options, const Question& question,
                         const base::Fault& why) {
    const std::string where = why.where.empty() ? "" : why.where + ": ";
    return {options.answers,
            0,
            base::Severity::error,
            "bad-answer",
            std::string(question.key) + ": " + where + why.detail + ".",
            "Write another one."};
}

/// Nothing: a line of the file is wrong, which was told.
std::optional<std::string> take_answers(const SetupOptions& options, std::string text,
                                        const std::string& answers) {
    base::Findings findings;
    const auto given = read_answers(answers, options.answers, findings);
    for (const auto& question : setup_questions()) {
        const auto answer = given.find(std::string(question.key));
        if (answer == given.end()) continue;
        auto changed = with_answer(text, question, answer->second, options.state);
        if (changed)
            text = std::move(*changed);
        else
            findings.push_back(bad_answer(options, question, changed.error()));
    }
    for (const auto& finding : findings) std::cerr << base::to_line(finding) << '\n';
    return findings.empty() ? std::optional(std::move(text)) : std::nullopt;
}

/// The services that must begin anew to follow what was changed; the kiosk follows the rest by
/// itself. `before` is empty for a new kiosk.
std::string to_restart(const std::string& before, const pack::Policy& now) {
    const auto was = pack::policy_of(before);
    std::string services;
    if (before.empty() || was.display.rotate != now.display.rotate) services += " candor-kiosk";
    if (was.delivery != now.delivery) services += " candor-courier";
    return services;
}

void say_what_to_try(const SetupOptions& options, const std::string& before,
                     const std::string& text) {
    const auto policy = pack::policy_of(text);
    const auto content = base::default_places().content.string();
    std::cout << pack::policy_file(options.state).string()
              << " is written. Each line of it says what it is for.\n";
    if (!policy.wants_clinic_key && !policy.wants_delivery)
        std::cout << "Without a key of the clinic this kiosk is a demonstration, and says so.\n";
    std::cout << "Now try:\n";
    if (policy.staff_code.empty())
        std::cout << "  candor staff-code --state " << options.state
                  << "    the digits that open the staff screen\n";
    std::cout << "  candor doctor --state " << options.state << " --content " << content
              << "    is all well?\n";
    const auto services = to_restart(before, policy);
    if (services.empty())
        std::cout << "A kiosk that runs shows what was changed to its next visitor.\n";
    else
        std::cout << "  systemctl restart" << services << "    puts it into effect\n";
}

int finish(const SetupOptions& options, const std::string& text) {
    if (!is_sound(text)) {
        std::cerr << "candor setup: nothing was changed. Mend these answers, then run it again.\n";
        return 1;
    }
    const auto before = read_kiosk_yaml(options.state).value_or("");
    if (const auto written = write_kiosk_yaml(options.state, text); !written) {
        std::cerr << fault_text(written.error()) << '\n';
        return 1;
    }
    say_what_to_try(options, before, text);
    return 0;
}

int set_up(const SetupOptions& options) {
    auto text = first_text(options);
    if (!text) return nothing_written(text.error(), "Check the state folder and the installation.");
    if (!is_sound(*text)) {
        std::cerr << "candor setup: nothing was changed. Mend these lines of kiosk.yaml first.\n";
        return 1;
    }
    if (options.answers.empty()) {
        const auto asked = ask_all(options, std::move(*text));
        if (!asked) return nothing_written(asked.error(), "Run it again, and answer to the end.");
        return finish(options, *asked);
    }
    const auto answers = base::read_file(options.answers, kEnoughForAnswers);
    if (!answers) return nothing_written(answers.error(), "Name a file of answers.");
    const auto taken = take_answers(options, std::move(*text), *answers);
    return taken ? finish(options, *taken) : 1;
}

}  // namespace

void add_setup_verb(CLI::App& app, int& exit_status) {
    auto options = std::make_shared<SetupOptions>();
    CLI::App* verb = app.add_subcommand(
        "setup", "Ask what this kiosk must know, and write its kiosk.yaml; can be run again");
    verb->add_option("--state", options->state, "The kiosk's state folder");
    verb->add_option("--answers", options->answers,
                     "A file that answers, for scripts: \"clinic.name: Klinik Nord\" a line");
    verb->callback([options, &exit_status] { exit_status = set_up(*options); });
}

}  // namespace candor::ctl
