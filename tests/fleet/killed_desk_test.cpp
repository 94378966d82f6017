#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <random>

#include "consult/store/sqlite_inbox.h"
#include "fleet/postgres_inbox.h"
#include "server_test.h"

// A desk that is killed while it writes: whatever it was told is done is in the record, the change
// under way is there whole or not at all, and the chain holds.

namespace candor::fleet {
namespace {

constexpr int kKills = 25;

/// Kills a desk when it was told of so many `changes`, somewhere in the next one; how many it was
/// told of in the end.
int killed_after(int changes, const std::string& where) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return -1;
    const std::string program = CANDOR_BINARY_DIR "/bin/working_desk";
    const pid_t desk = ::fork();
    if (desk == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execl(program.c_str(), program.c_str(), where.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    int told = 0;
    char letter = 0;
    while (told < changes && ::read(ends[0], &letter, 1) == 1) ++told;
    ::kill(desk, SIGKILL);
    while (::read(ends[0], &letter, 1) == 1) ++told;
    ::close(ends[0]);
    int status = 0;
    ::waitpid(desk, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << program << " ended by itself";
    return told;
}

using Opening = std::function<base::Result<std::unique_ptr<consult::Inbox>>()>;

void expect_nothing_lost(const std::string& where, const Opening& open) {
    std::minstd_rand random(7);
    std::size_t before = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        const int told = killed_after(static_cast<int>(random() % 5), where);
        const auto inbox = open();
        ASSERT_TRUE(inbox);
        const auto record = (*inbox)->changes({});
        ASSERT_TRUE(record);
        // But for the one entry that says that the request came.
        const auto changes = static_cast<std::size_t>(
            std::count_if(record->begin(), record->end(), [](const auto& change) {
                return change.kind == consult::ChangeKind::progress ||
                       change.kind == consult::ChangeKind::note;
            }));
        ASSERT_GE(changes, before + static_cast<std::size_t>(told)) << "after kill " << kill;
        ASSERT_LE(changes, before + static_cast<std::size_t>(told) + 1);
        before = changes;
        // Which also finds a state that the record does not say.
        ASSERT_TRUE((*inbox)->verify()->holds()) << "after kill " << kill;
    }
    EXPECT_GT(before, std::size_t{kKills});
}

class KilledDesk : public ServerTest {};

}  // namespace

TEST_F(KilledDesk, loses_nothing_of_one_machines_inbox) {
    kiosk_.send();
    expect_nothing_lost(kiosk_.file(), [&] { return consult::open_sqlite_inbox(kiosk_.file()); });
}

TEST_F(KilledDesk, loses_nothing_of_the_servers_inbox) {
    kiosk_.send();
    auto delivery = kiosk_.delivery(kiosk_url(), stop_, clock_);
    drain(delivery);
    const std::string url = server_.url("desk.north.front", database_);
    expect_nothing_lost(url, [&] {
        // The server may still be at the last words of the desk that was killed.
        wait_until("SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = 'desk.north.front'");
        return open_postgres_inbox(url);
    });
}

}  // namespace candor::fleet
