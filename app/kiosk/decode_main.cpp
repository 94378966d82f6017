// candor-decode: decodes pictures for the kiosk, which starts it with a socket as standard input.
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <string_view>

#include "base/last_catch.h"
#include "base/no_dumps.h"
#include "base/version.h"
#include "picture/decoding/serve.h"

namespace {

int serve() {
    int type = 0;
    socklen_t size = sizeof type;
    if (::getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &type, &size) != 0) {
        std::fputs("candor-decode: started by candor-kiosk for its pictures; not by hand.\n",
                   stderr);
        return 2;
    }
    return candor::picture::serve_decoding(STDIN_FILENO);
}

int say_version() {
    std::puts(candor::base::version_line("candor-decode").c_str());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    candor::base::forbid_dumps();
    const bool asked = argc == 2 && std::string_view(argv[1]) == "--version";
    return candor::base::run_program(asked ? say_version : serve);
}
