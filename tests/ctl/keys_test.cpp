#include "consult/keys/keys.h"

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>

#include <fstream>

#include "command.h"
#include "ctl/passphrase.h"

namespace candor::ctl {
namespace {

base::SecretString words(std::string_view text) {
    base::SecretString secret(64);
    secret.assign(text);
    return secret;
}

/// `candor` on a terminal of its own.
class Terminal {
  public:
    explicit Terminal(const std::vector<std::string>& arguments) {
        child_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
        if (child_ != 0) return;
        std::vector<const char*> all = {"candor"};
        for (const auto& argument : arguments) all.push_back(argument.c_str());
        ::_exit(run(static_cast<int>(all.size()), all.data()));
    }
    ~Terminal() { ::close(terminal_); }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Reads until `text` shows, or the program ends.
    bool wait_for(const std::string& text) {
        while (shown_.find(text, seen_) == std::string::npos)
            if (!read_more()) return false;
        seen_ = shown_.find(text, seen_) + text.size();
        return true;
    }
    void type(const std::string& keys) {
        EXPECT_EQ(::write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
    }
    int exit_status() {
        while (read_more()) continue;
        int status = 0;
        ::waitpid(child_, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    const std::string& shown() const { return shown_; }

  private:
    bool read_more() {
        pollfd ready{terminal_, POLLIN, 0};
        char bytes[1024];
        if (::poll(&ready, 1, 30000) <= 0) return false;
        const ssize_t got = ::read(terminal_, bytes, sizeof bytes);
        if (got <= 0) return false;
        shown_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    int terminal_ = -1;
    pid_t child_ = -1;
    std::string shown_;
    std::size_t seen_ = 0;
};

}  // namespace

TEST(KeysCreate, makes_a_pair_that_loads) {
    const Folder folder;
    const Printed printed =
        candor({"keys", "create", "--clinic", folder / "c.key", "--no-passphrase"});
    EXPECT_EQ(printed.status, 0);
    const auto key = consult::load_public_key(folder / "c.key.pub");
    ASSERT_TRUE(key);
    EXPECT_TRUE(has(printed.out, key->fingerprint()));
    EXPECT_TRUE(has(printed.out, "Without a passphrase"));
    EXPECT_TRUE(consult::load_secret_key(folder / "c.key", words("")));
}

TEST(KeysCreate, existing_key_is_refused_by_name) {
    const Folder folder;
    const std::vector<std::string> command = {"keys", "create", "--clinic", folder / "c.key",
                                              "--no-passphrase"};
    ASSERT_EQ(candor(command).status, 0);
    const Printed again = candor(command);
    EXPECT_EQ(again.status, 1);
    EXPECT_TRUE(has(again.err, "never overwritten"));
    EXPECT_TRUE(has(again.err, folder / "c.key"));
}

TEST(KeysCreate, passphrase_file_gives_its_first_line) {
    const Folder folder;
    std::ofstream(folder / "p") << "correct horse\r\nsecond line\n";
    EXPECT_EQ(
        candor({"keys", "create", "--clinic", folder / "c.key", "--passphrase-file", folder / "p"})
            .status,
        0);
    EXPECT_TRUE(consult::load_secret_key(folder / "c.key", words("correct horse")));
}

TEST(KeysCreate, empty_or_missing_passphrase_file_makes_no_key) {
    const Folder folder;
    std::ofstream(folder / "p") << "\n";
    for (const char* name : {"p", "none"}) {
        EXPECT_EQ(candor({"keys", "create", "--clinic", folder / "c.key", "--passphrase-file",
                          folder / name})
                      .status,
                  1);
        EXPECT_FALSE(std::filesystem::exists(folder / "c.key"));
    }
}

TEST(KeysCreate, prompt_asks_twice_and_shows_nothing_typed) {
    const Folder folder;
    Terminal terminal({"keys", "create", "--clinic", folder / "c.key"});
    for (const char* question : {"New passphrase: ", "Again: "}) {
        ASSERT_TRUE(terminal.wait_for(question)) << terminal.shown();
        terminal.type("correct horse\n");
    }
    EXPECT_EQ(terminal.exit_status(), 0) << terminal.shown();
    EXPECT_FALSE(has(terminal.shown(), "horse")) << terminal.shown();
    EXPECT_TRUE(consult::load_secret_key(folder / "c.key", words("correct horse")));
}

TEST(KeysCreate, two_different_passphrases_make_no_key) {
    const Folder folder;
    Terminal terminal({"keys", "create", "--clinic", folder / "c.key"});
    ASSERT_TRUE(terminal.wait_for("New passphrase: "));
    terminal.type("correct horse\n");
    ASSERT_TRUE(terminal.wait_for("Again: "));
    terminal.type("correct house\n");
    EXPECT_EQ(terminal.exit_status(), 1);
    EXPECT_TRUE(has(terminal.shown(), "do not match"));
    EXPECT_FALSE(std::filesystem::exists(folder / "c.key"));
}

TEST(KeysCreate, interrupt_at_the_prompt_is_a_refusal) {
    const Folder folder;
    Terminal terminal({"keys", "create", "--clinic", folder / "c.key"});
    ASSERT_TRUE(terminal.wait_for("New passphrase: "));
    terminal.type("\x03");
    EXPECT_EQ(terminal.exit_status(), 1) << terminal.shown();
    EXPECT_TRUE(has(terminal.shown(), "[cancelled]")) << terminal.shown();
}

}  // namespace candor::ctl
