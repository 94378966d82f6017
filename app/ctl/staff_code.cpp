#include <sodium.h>

#include <CLI/CLI.hpp>
#include <array>
#include <iostream>
#include <memory>

#include "ctl/fault_text.h"
#include "ctl/kiosk_yaml.h"
#include "ctl/passphrase.h"
#include "ctl/verbs.h"
#include "pack/package/policy.h"
#include "pack/package/policy_text.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

// It is typed on a touch screen in a waiting room, and guesses are slow there.
constexpr std::size_t kFewest = 6;

struct StaffCodeOptions {
    std::string state, code_file;
};

base::Result<std::string> hash_of(const base::SecretString& code) {
    const auto digits = code.view();
    if (digits.size() < kFewest || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return base::fail(FaultKind::refused, "staff code", "it should be six digits or more");
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), digits.data(), digits.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return base::fail(FaultKind::internal, "staff code", "not enough memory");
    return std::string(text.data());
}

base::Result<void> store(const std::string& state, const std::string& hash) {
    const auto text = TRY(read_kiosk_yaml(state));
    return write_kiosk_yaml(state, pack::with_staff_code(text, hash));
}

int set_code(const StaffCodeOptions& options) {
    const auto code =
        options.code_file.empty() ? ask_new_passphrase() : read_passphrase(options.code_file);
    const auto hash =
        code ? hash_of(*code) : base::Result<std::string>(tl::unexpected(code.error()));
    if (!hash) {
        std::cerr << fault_text(hash.error(), "The staff code is as it was",
                                "Type at least six digits twice, or say --code-file.")
                  << '\n';
        return 1;
    }
    if (const auto done = store(options.state, *hash); !done) {
        std::cerr << fault_text(done.error()) << '\n';
        return 1;
    }
    std::cout << pack::policy_file(options.state).string() << ": the staff code is set\n";
    return 0;
}

}  // namespace

void add_staff_code_verb(CLI::App& app, int& exit_status) {
    auto options = std::make_shared<StaffCodeOptions>();
    CLI::App* verb =
        app.add_subcommand("staff-code", "Set the digits that open the staff screen of a kiosk");
    verb->add_option("--state", options->state, "The kiosk's state folder")->required();
    verb->add_option("--code-file", options->code_file, "A file whose first line is the code");
    verb->callback([options, &exit_status] { exit_status = set_code(*options); });
}

}  // namespace candor::ctl
