#include "base/last_catch.h"
#include "base/no_dumps.h"
#include "ctl/program.h"

int main(int argc, char** argv) {
    candor::base::forbid_dumps();
    return candor::base::run_program([&] { return candor::ctl::run(argc, argv); });
}
