#include <cstdio>
#include <iostream>

#include "pack/package/install.h"

// usage: install_kill_worker STATE_DIR PACKAGE
// Installs one package under the policy of the state folder. The driver kills it.

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const auto policy = candor::pack::read_policy(argv[1]);
    const auto done = candor::pack::install_package(argv[2], argv[1], policy);
    if (done) return 0;
    std::cerr << candor::base::name_of(done.error().kind) << ": " << done.error().where << ": "
              << done.error().detail << '\n';
    return 1;
}
