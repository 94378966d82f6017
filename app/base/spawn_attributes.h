#pragma once
#include <spawn.h>

#include <csignal>

namespace candor::base {

/// How a helper program is started (posix_spawn(3)): the signals that our threads block are not
/// blocked in it, and SIGPIPE, which we ignore, does again what it does by itself.
class SpawnAttributes {
  public:
    enum class Group {
        ours,
        its_own  ///< so that whatever it starts can be ended with it
    };

    explicit SpawnAttributes(Group group) {
        sigset_t none, ignored_here;
        sigemptyset(&none);
        sigemptyset(&ignored_here);
        sigaddset(&ignored_here, SIGPIPE);
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &ignored_here);
        int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
        if (group == Group::its_own) flags |= POSIX_SPAWN_SETPGROUP;
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_, static_cast<short>(flags));
    }
    ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_;
};

}  // namespace candor::base
