#include "ctl/passphrase.h"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "base/files.h"

namespace candor::ctl {
namespace {

using base::FaultKind;

constexpr std::size_t kMaxPassphrase = 1000;

/// No echo while it lives. Ctrl-C ends the line, and is read as a character: as a signal it could
/// arrive just before read() and be lost. A signal from elsewhere still ends a read, so that the
/// echo comes back.
class QuietTerminal {
  public:
    QuietTerminal() {
        ::tcgetattr(STDIN_FILENO, &before_);
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        quiet.c_cc[VEOL] = before_.c_cc[VINTR];
        quiet.c_cc[VINTR] = _POSIX_VDISABLE;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        struct sigaction interrupted {};
        interrupted.sa_handler = [](int) {};
        ::sigaction(SIGINT, &interrupted, &action_);
    }
    bool is_interrupt(char c) const {
        return before_.c_cc[VINTR] != _POSIX_VDISABLE &&
               static_cast<cc_t>(c) == before_.c_cc[VINTR];
    }
    ~QuietTerminal() {
        ::sigaction(SIGINT, &action_, nullptr);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::cerr << '\n';
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

  private:
    termios before_{};
    struct sigaction action_ {};
};

base::Result<base::SecretString> checked(base::SecretString passphrase, const std::string& where) {
    if (passphrase.empty()) return base::fail(FaultKind::refused, where, "the passphrase is empty");
    return passphrase;
}

}  // namespace

base::Result<base::SecretString> read_passphrase(const std::filesystem::path& file) {
    auto text = TRY(base::read_file(file, 2 * kMaxPassphrase));
    std::string_view line = std::string_view(text).substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    base::SecretString passphrase(kMaxPassphrase);
    const bool fits = passphrase.assign(line);
    base::wipe(text);
    if (!fits) return base::fail(FaultKind::refused, file.string(), "the passphrase is too long");
    return checked(std::move(passphrase), file.string());
}

base::Result<base::SecretString> ask_passphrase(const char* question) {
    if (::isatty(STDIN_FILENO) == 0)
        return base::fail(FaultKind::unsupported, "passphrase", "there is no terminal to ask on");
    base::SecretString passphrase(kMaxPassphrase);
    const QuietTerminal quiet;
    std::cerr << question << std::flush;
    char c = 0;
    while (true) {
        if (::read(STDIN_FILENO, &c, 1) != 1 || quiet.is_interrupt(c))
            return base::fail(FaultKind::cancelled, "passphrase", "");
        if (c == '\n') return passphrase;
        if (!passphrase.insert(passphrase.size(), {&c, 1}))
            return base::fail(FaultKind::refused, "passphrase", "the passphrase is too long");
    }
}

base::Result<base::SecretString> ask_new_passphrase() {
    auto first = ask_passphrase("New passphrase: ");
    if (!first) return first;
    const auto second = TRY(ask_passphrase("Again: "));
    if (first->view() != second.view())
        return base::fail(FaultKind::refused, "passphrase", "the two do not match");
    return checked(std::move(*first), "passphrase");
}

}  // namespace candor::ctl
