// candor-decode: decodes pictures for the kiosk, which starts it with a socket as standard input.
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>

#include "base/last_catch.h"
#include "base/no_dumps.h"
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

}  // namespace

int main() {
    candor::base::forbid_dumps();
    return candor::base::run_program(serve);
}
