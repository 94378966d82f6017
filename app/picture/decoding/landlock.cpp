#include "picture/decoding/landlock.h"

#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace candor::picture {
namespace {

/// The kernel's newest attributes; an older one takes them while what it does not know is zero.
/// (Debian 12's header ends after the first.)
struct Rights {
    std::uint64_t files = 0;   ///< of ABI 1 and later
    std::uint64_t net = 0;     ///< 4
    std::uint64_t scoped = 0;  ///< 6
};

/// All that this ABI can take away.
Rights all_rights(long abi) {
    Rights rights;
    rights.files = (1U << 13) - 1;                    // execute, read and write, make and remove
    if (abi >= 2) rights.files |= 1U << 13;           // rename and link between folders
    if (abi >= 3) rights.files |= 1U << 14;           // truncate
    if (abi >= 4) rights.net = 1U << 0 | 1U << 1;     // bind, connect
    if (abi >= 5) rights.files |= 1U << 15;           // ioctl of devices
    if (abi >= 6) rights.scoped = 1U << 0 | 1U << 1;  // abstract sockets, signals
    return rights;
}

}  // namespace

Landlock give_up_files() {
    const long abi = ::syscall(__NR_landlock_create_ruleset, nullptr, std::size_t{0},
                               LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1) return Landlock::not_here;
    const Rights rights = all_rights(abi);
    const int rules =
        static_cast<int>(::syscall(__NR_landlock_create_ruleset, &rights, sizeof rights, 0U));
    if (rules < 0) return Landlock::refused;
    // No rule: nothing is excepted.
    const bool done = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                      ::syscall(__NR_landlock_restrict_self, rules, 0U) == 0;
    ::close(rules);
    return done ? Landlock::in_force : Landlock::refused;
}

}  // namespace candor::picture
