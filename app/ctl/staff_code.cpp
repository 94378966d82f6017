#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <iostream>
#include <memory>

#include "base/disk.h"
#include "base/files.h"
#include "ctl/fault_text.h"
#include "ctl/passphrase.h"
#include "ctl/verbs.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

constexpr std::size_t kMaxPolicy = 64 * 1024;
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

/// Written by root, it must still be readable for the kiosk's own user.
base::Result<void> give_to_owner_of(const std::string& folder, const std::filesystem::path& file) {
    struct stat owner {};
    if (::geteuid() != 0) return {};
    if (::stat(folder.c_str(), &owner) != 0 ||
        ::chown(file.c_str(), owner.st_uid, owner.st_gid) != 0)
        return tl::unexpected(base::fault_of_write(errno, file.string()));
    return {};
}

base::Result<void> store(const std::string& state, const std::string& hash) {
    const auto file = pack::policy_file(state);
    auto text = base::read_file(file, kMaxPolicy);
    if (!text && text.error().kind != FaultKind::not_found) return tl::unexpected(text.error());
    TRY(base::ensure_folder(state));
    const auto done = base::write_file_atomically(
        file, pack::with_staff_code(text.value_or(""), hash), base::Privacy::owner_only);
    return done ? give_to_owner_of(state, file) : done;
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
