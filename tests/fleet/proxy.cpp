#include "proxy.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace candor::fleet {
namespace {

sockaddr_un address_of(const std::filesystem::path& folder, int port) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = (folder / (".s.PGSQL." + std::to_string(port))).string();
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

}  // namespace

Proxy::Proxy(const PostgresServer& server) : server_(server), stop_(::eventfd(0, EFD_CLOEXEC)) {
    std::string name = (std::filesystem::temp_directory_path() / "candor-px-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    const auto address = address_of(folder_, server_.port());
    listening_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listening_, 16) != 0)
        throw std::runtime_error("the test's proxy cannot listen");
    thread_ = std::thread([this] { run(); });
}

Proxy::~Proxy() {
    ::eventfd_write(stop_, 1);
    thread_.join();
    for (const Pair& pair : pairs_) {
        ::close(pair.client);
        ::close(pair.server);
    }
    ::close(listening_);
    ::close(stop_);
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Proxy::accept_one() {
    const auto address = address_of(server_.folder(), server_.port());
    const Pair pair{::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC),
                    ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    static_cast<void>(
        ::connect(pair.server, reinterpret_cast<const sockaddr*>(&address), sizeof address));
    pairs_.push_back(pair);
}

bool Proxy::pass(const Pair& pair, int from, int to) const {
    std::array<char, 64 * 1024> bytes{};
    const auto got = ::recv(from, bytes.data(), bytes.size(), 0);
    if (got <= 0) return false;
    const Line line = line_;
    const std::string_view text(bytes.data(), static_cast<std::size_t>(got));
    if (line == Line::silent) return true;
    // The server says so only after its commit: it sends what it has at the end of the answers.
    if (line == Line::lost_answer && from == pair.server &&
        text.find("INSERT 0") != std::string_view::npos)
        return false;
    return ::send(to, text.data(), text.size(), MSG_NOSIGNAL) == got;
}

void Proxy::run() {
    while (true) {
        std::vector<pollfd> waiting{{stop_, POLLIN, 0}, {listening_, POLLIN, 0}};
        for (const Pair& pair : pairs_) {
            waiting.push_back({pair.client, POLLIN, 0});
            waiting.push_back({pair.server, POLLIN, 0});
        }
        ::poll(waiting.data(), waiting.size(), -1);
        if (waiting[0].revents != 0) return;
        std::vector<Pair> kept;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const Pair& pair = pairs_[i];
            const bool open =
                (waiting[2 + 2 * i].revents == 0 || pass(pair, pair.client, pair.server)) &&
                (waiting[3 + 2 * i].revents == 0 || pass(pair, pair.server, pair.client));
            if (open) {
                kept.push_back(pair);
                continue;
            }
            ::close(pair.client);
            ::close(pair.server);
        }
        pairs_ = kept;
        if (waiting[1].revents != 0) accept_one();
    }
}

}  // namespace candor::fleet
