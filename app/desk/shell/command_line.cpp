#include "desk/shell/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "base/log.h"
#include "base/version.h"

namespace candor::desk {
namespace {

constexpr const char* kProgram = "candor-desk";
constexpr loop::SizeLimits kSizes{{1024, 600}, 8192, kUsualSize};

std::string name_of_user() {
    const char* user = std::getenv("USER");
    return user != nullptr && *user != '\0' ? user : "desk";
}

void add_inbox(CLI::App& app, Options& options) {
    auto* state = app.add_option("--state", options.state, "folder of consult.db");
    app.add_option("--database", options.database, "PostgreSQL URL of a clinic with several kiosks")
        ->excludes(state);
    app.add_option("--key", options.key,
                   "the clinic's secret key; without it, the demonstration's in the state folder");
    app.add_option("--name", options.who, "who you are: stands in the record of every change")
        ->check([](const std::string& name) {
            return name.empty() || name.size() > 80 ? "want a name of 1 to 80 bytes" : "";
        });
}

void add_record(CLI::App& app, fleet::FhirServer& server) {
    auto* record = app.add_option(
        "--fhir", server.url,
        "base of the FHIR R4 server that requests can be sent to: https://HOST/fhir");
    app.add_option("--fhir-token-file", server.token_file,
                   "a file that holds the bearer token for it")
        ->needs(record)
        ->check(CLI::ExistingFile);
    app.add_option("--fhir-ca", server.ca_file,
                   "authorities to trust for it instead of the system's (PEM)")
        ->needs(record)
        ->check(CLI::ExistingFile);
}

/// Nothing, or what is wrong was said.
std::optional<int> check_record(const fleet::FhirServer& server) {
    if (server.url.empty()) return std::nullopt;
    const auto good = fleet::check(server);
    if (good) return std::nullopt;
    base::log(good.error());
    base::log(
        "--fhir: want the base of the server as https://HOST/fhir (http only for this "
        "computer), the bearer token alone in its file, and authorities in PEM");
    return 2;
}

}  // namespace

loop::CommandLine<Options> read_command_line(int argc, char** argv) {
    loop::CommandLine<Options> line{{base::default_places()}, {}};
    Options& options = line.options;
    options.who = name_of_user();
    CLI::App app{"Candor: the front desk", kProgram};
    app.set_version_flag("--version", base::version_line(kProgram));
    add_inbox(app, options);
    add_record(app, options.record);
    app.add_option("--packs", options.packs, "folder of the packs that the studio opens")
        ->check(CLI::ExistingDirectory);
    app.add_option("--language", options.language, "language of the interface");
    app.add_option("--lock-after", options.lock_after_minutes, "minutes without a touch")
        ->check(CLI::Range(1, 240));
    loop::add_run_options(app, options, kSizes);
    line.status = loop::parse(app, argc, argv);
    if (!line.status) line.status = check_record(options.record);
    return line;
}

}  // namespace candor::desk
