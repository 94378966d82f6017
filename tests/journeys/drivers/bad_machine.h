#pragma once
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "scratch_folder.h"

namespace candor::journeys {

/// Programs that are started while it lives run on a machine that fails (bad_machine.cpp).
class BadMachine {
  public:
    /// `what`: CANDOR_TEST_PULLED or CANDOR_TEST_HANGS, and where.
    BadMachine(const char* what, const std::string& where) : what_(what) {
        ::mkfifo(bell().c_str(), 0600);
        ::setenv("LD_PRELOAD", CANDOR_BAD_MACHINE, 1);
        ::setenv("CANDOR_TEST_BELL", bell().c_str(), 1);
        ::setenv(what, where.c_str(), 1);
    }
    ~BadMachine() {
        for (const char* name : {"LD_PRELOAD", "CANDOR_TEST_BELL", what_}) ::unsetenv(name);
    }
    BadMachine(const BadMachine&) = delete;
    BadMachine& operator=(const BadMachine&) = delete;

    /// Blocks until a program has met it.
    void await() const { ::close(::open(bell().c_str(), O_RDONLY | O_CLOEXEC)); }
    /// A sanitizer's library must be the first one, and this one is.
    static bool can_be_had() {
#ifdef __SANITIZE_ADDRESS__
        return false;
#else
        return true;
#endif
    }

  private:
    std::string bell() const { return folder_ / "bell"; }

    const char* what_;
    ScratchFolder folder_;
};

}  // namespace candor::journeys
