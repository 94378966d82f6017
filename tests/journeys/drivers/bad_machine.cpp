// Loaded into a program (LD_PRELOAD), it is a machine that fails. CANDOR_TEST_PULLED: listing this
// folder, or one below it, fails after three names, as when a stick is pulled out.
// CANDOR_TEST_HANGS: who opens a file whose name begins so, or looks up this host, never comes
// back. Either rings at the FIFO CANDOR_TEST_BELL first, and waits until somebody listens there.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace {

constexpr int kNamesRead = 3;

template <typename Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool begins(const char* text, const char* variable) {
    const char* begin = std::getenv(variable);
    return text != nullptr && begin != nullptr && *begin != '\0' &&
           std::strncmp(text, begin, std::strlen(begin)) == 0;
}

void ring() {
    if (const char* bell = std::getenv("CANDOR_TEST_BELL"))
        ::close(real<int (*)(const char*, int, ...)>("open")(bell, O_WRONLY | O_CLOEXEC));
}

bool is_pulled(DIR* folder) {
    char link[64], path[4096] = "";
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", ::dirfd(folder));
    return ::readlink(link, path, sizeof path - 1) > 0 && begins(path, "CANDOR_TEST_PULLED");
}

bool fails_now(DIR* folder) {
    thread_local DIR* listed = nullptr;
    thread_local int names = 0;
    if (!is_pulled(folder)) return false;
    if (listed != folder) names = 0;
    listed = folder;
    if (++names <= kNamesRead) return false;
    static std::once_flag once;
    std::call_once(once, ring);
    errno = EIO;
    return true;
}

void hang() {
    ring();
    for (;;) ::pause();
}

int open_or_hang(const char* name, const char* path, int flags, std::va_list rest) {
    if (begins(path, "CANDOR_TEST_HANGS")) hang();
    const auto mode =
        (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, unsigned) : static_cast<unsigned>(0);
    return real<int (*)(const char*, int, ...)>(name)(path, flags, mode);
}

}  // namespace

extern "C" {

dirent* readdir(DIR* folder) {
    return fails_now(folder) ? nullptr : real<dirent* (*)(DIR*)>("readdir")(folder);
}

dirent64* readdir64(DIR* folder) {
    return fails_now(folder) ? nullptr : real<dirent64* (*)(DIR*)>("readdir64")(folder);
}

int open(const char* path, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    const int fd = open_or_hang("open", path, flags, rest);
    va_end(rest);
    return fd;
}

int open64(const char* path, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    const int fd = open_or_hang("open64", path, flags, rest);
    va_end(rest);
    return fd;
}

int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** found) {
    if (begins(node, "CANDOR_TEST_HANGS")) hang();
    return real<int (*)(const char*, const char*, const addrinfo*, addrinfo**)>("getaddrinfo")(
        node, service, hints, found);
}

}  // extern "C"
