#include "picture/decoder_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/disk.h"
#include "base/spawn_attributes.h"
#include "picture/stream.h"
#include "picture/wire.h"

namespace candor::picture {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::nanoseconds;

/// One that does nothing is given up after so many times what a picture may take.
constexpr int kWaits = 5;

/// Of a process, on all processors; nothing where that cannot be told, so that the clock alone ends
/// it.
nanoseconds cpu_time_of(pid_t process) {
    clockid_t clock{};
    timespec used{};
    if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        return {};
    return std::chrono::seconds(used.tv_sec) + nanoseconds(used.tv_nsec);
}

// The socket as standard input, nothing else of the kiosk's.
class SpawnFiles {
  public:
    explicit SpawnFiles(int socket) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_adddup2(&actions_, socket, STDIN_FILENO);
        posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    }
    ~SpawnFiles() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnFiles(const SpawnFiles&) = delete;
    SpawnFiles& operator=(const SpawnFiles&) = delete;
    const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_;
};

bool is_answer(const WireRequest& asked, std::uint32_t bytes) {
    switch (asked.task) {
        case Task::draw:
            return bytes == std::size_t(stride_of(asked.width_px, Channels(asked.channels))) *
                                std::size_t(asked.height_px);
        case Task::look:
            return bytes <= kMaxLookBytes;
        case Task::smaller:
            return bytes <= kMaxSmallerBytes;
    }
    return false;
}

}  // namespace

struct DecoderProcess::Allowance {
    Allowance(nanoseconds time, nanoseconds used)
        : cpu_time(used + time), until(Clock::now() + time), last(Clock::now() + kWaits * time) {}

    /// Looked at when `until` has come: may it go on, with what is left of its time?
    bool goes_on(nanoseconds used) {
        const auto now = Clock::now();
        if (used >= cpu_time || now >= last) return false;
        until = std::min(last, now + std::max<nanoseconds>(cpu_time - used, kOften));
        return true;
    }

    static constexpr std::chrono::milliseconds kOften{10};
    nanoseconds cpu_time;  ///< of the process, at its end
    Clock::time_point until, last;
};

DecoderProcess::DecoderProcess(std::filesystem::path program, int stop_fd, OpenPicture open)
    : program_(std::move(program)), stop_fd_(stop_fd), open_(std::move(open)) {}

DecoderProcess::~DecoderProcess() { end(); }

base::Result<void> DecoderProcess::start() {
    if (running()) return {};
    int sockets[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        return tl::unexpected(base::fault_of_errno(errno, program_.string()));
    std::string name = program_.string();
    char* arguments[] = {name.data(), nullptr};
    char locale[] = "LC_ALL=C.UTF-8";
    char* environment[] = {locale, nullptr};
    const int error = ::posix_spawn(&pid_, name.c_str(), SpawnFiles(sockets[1]).get(),
                                    base::SpawnAttributes(base::SpawnAttributes::Group::ours).get(),
                                    arguments, environment);
    ::close(sockets[1]);
    if (error != 0) {
        ::close(sockets[0]);
        pid_ = -1;
        return tl::unexpected(base::fault_of_errno(error, program_.string()));
    }
    socket_ = sockets[0];
    return {};
}

void DecoderProcess::end() {
    if (running()) how_it_ended();
}

// One that is ending already keeps its own reason; any other has no business to linger.
std::string DecoderProcess::how_it_ended() {
    ::kill(pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    ::close(socket_);
    pid_ = -1, socket_ = -1;
    if (WIFSIGNALED(status)) return "candor-decode: " + std::string(strsignal(WTERMSIG(status)));
    return "candor-decode ended with status " + std::to_string(WEXITSTATUS(status));
}

DecoderProcess::Wait DecoderProcess::wait_readable(Clock::time_point until) const {
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd files[2] = {{socket_, POLLIN, 0}, {stop_fd_, POLLIN, 0}};
        const int ready = ::poll(files, 2, static_cast<int>(std::max<std::int64_t>(left, 0)));
        if (ready < 0 && errno == EINTR) continue;
        if (files[1].revents) return Wait::stopped;
        return ready > 0 ? Wait::readable : Wait::timeout;
    }
}

base::Result<void> DecoderProcess::receive(void* bytes, std::size_t count, Allowance& allowance,
                                           const std::string& where) {
    auto* at = static_cast<char*>(bytes);
    while (count > 0) {
        switch (wait_readable(allowance.until)) {
            case Wait::readable:
                break;
            case Wait::stopped:
                end();
                return base::fail(base::FaultKind::cancelled, where, "");
            case Wait::timeout:
                if (allowance.goes_on(cpu_time_of(pid_))) continue;
                end();
                return base::fail(base::FaultKind::too_large, where, "takes too long to draw");
        }
        const ssize_t got = ::recv(socket_, at, count, MSG_DONTWAIT);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) return base::fail(base::FaultKind::internal, where, how_it_ended());
        at += got, count -= static_cast<std::size_t>(got);
    }
    return {};
}

base::Result<void> DecoderProcess::send(const std::filesystem::path& path, WireRequest wire,
                                        const ImageLimits& limits) {
    // Opened here: the decoder itself may open nothing.
    const auto file = TRY(open_(path, limits.max_file_bytes));
    wire.max_time_ms = static_cast<std::uint32_t>(limits.max_time.count());
    wire.file_bytes = file.bytes, wire.max_pixels = limits.max_pixels;
    TRY(start());
    if (send_with_file(socket_, &wire, sizeof wire, file.descriptor)) return {};
    return base::fail(base::FaultKind::internal, path.string(), how_it_ended());
}

base::Result<DecoderProcess::Decoded> DecoderProcess::reply(const std::filesystem::path& path,
                                                            const WireRequest& asked,
                                                            Allowance& allowance) {
    const std::string where = path.string();
    WireReply wire;
    TRY(receive(&wire, sizeof wire, allowance, where));
    const bool done = wire.fault < 0;
    const bool sound = wire.magic == kWireMagic &&
                       wire.fault <= static_cast<int>(base::FaultKind::internal) &&
                       (done ? is_answer(asked, wire.bytes) : wire.bytes <= kMaxDetailBytes);
    if (!sound) {
        end();
        return base::fail(base::FaultKind::internal, where, "candor-decode talks nonsense");
    }
    if (!done) {
        std::string detail(wire.bytes, '\0');
        TRY(receive(detail.data(), detail.size(), allowance, where));
        return base::fail(static_cast<base::FaultKind>(wire.fault), where, std::move(detail));
    }
    Decoded result{std::vector<std::uint8_t>(wire.bytes), wire.opaque != 0};
    TRY(receive(result.bytes.data(), wire.bytes, allowance, where));
    return result;
}

base::Result<DecoderProcess::Decoded> DecoderProcess::attempt(const std::filesystem::path& path,
                                                              const WireRequest& wire,
                                                              const ImageLimits& limits) {
    Allowance allowance(limits.max_time, running() ? cpu_time_of(pid_) : nanoseconds());
    TRY(send(path, wire, limits));
    return reply(path, wire, allowance);
}

base::Result<DecoderProcess::Decoded> DecoderProcess::ask(const std::filesystem::path& path,
                                                          const WireRequest& wire,
                                                          const ImageLimits& limits) {
    const bool reused = running();
    auto result = attempt(path, wire, limits);
    // One that ended may have died of an earlier picture, or of having nothing to do.
    if (reused && !result && result.error().kind == base::FaultKind::internal && !running())
        result = attempt(path, wire, limits);
    return result;
}

base::Result<DecoderProcess::Decoded> DecoderProcess::decode(const ImageRequest& request,
                                                             const ImageLimits& limits) {
    WireRequest wire;
    wire.width_px = request.width_px, wire.height_px = request.height_px;
    wire.corner_radius_px = request.corner_radius_px;
    wire.fit = static_cast<int>(request.fit), wire.channels = static_cast<int>(request.channels);
    return ask(request.path, wire, limits);
}

base::Result<Facts> DecoderProcess::look(const std::filesystem::path& path,
                                         const ImageLimits& limits) {
    WireRequest wire;
    wire.task = Task::look;
    wire.width_px = wire.height_px = 1;
    const auto answer = TRY(ask(path, wire, limits));
    const auto facts =
        read_facts({reinterpret_cast<const char*>(answer.bytes.data()), answer.bytes.size()});
    if (facts) return *facts;
    return base::fail(base::FaultKind::internal, path.string(), "candor-decode talks nonsense");
}

base::Result<std::string> DecoderProcess::smaller(const std::filesystem::path& path, int longest_px,
                                                  const ImageLimits& limits) {
    WireRequest wire;
    wire.task = Task::smaller;
    wire.width_px = wire.height_px = longest_px;
    const auto answer = TRY(ask(path, wire, limits));
    return std::string(answer.bytes.begin(), answer.bytes.end());
}

}  // namespace candor::picture
