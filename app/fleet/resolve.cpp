#include "fleet/resolve.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/clock.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

/// Shared with the thread that looks up, which may outlive the wait for it.
struct LookUp {
    const std::vector<std::string> hosts;
    std::mutex mutex;
    std::vector<std::vector<std::string>> addresses;  ///< of each host
    std::string error;                                ///< of the last host that has none
    const int done = ::eventfd(0, EFD_CLOEXEC);
    explicit LookUp(std::vector<std::string> its_hosts) : hosts(std::move(its_hosts)) {}
    LookUp(const LookUp&) = delete;
    LookUp& operator=(const LookUp&) = delete;
    ~LookUp() { ::close(done); }
};

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts(1);
    for (const char c : list)
        if (c == ',')
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

std::string join(const std::vector<std::string>& parts) {
    std::string list;
    for (const auto& part : parts) list += (&part == parts.data() ? "" : ",") + part;
    return list;
}

bool is_name(const std::string& host) {
    std::array<unsigned char, sizeof(in6_addr)> address{};
    return !host.empty() && host[0] != '/' && host[0] != '@' &&
           ::inet_pton(AF_INET, host.c_str(), address.data()) != 1 &&
           ::inet_pton(AF_INET6, host.c_str(), address.data()) != 1;
}

std::vector<std::string> addresses_of(const std::string& host, std::string& error) {
    if (!is_name(host)) return {host};
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int status = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
    std::vector<std::string> addresses;
    if (status != 0) {
        error = host + ": " + ::gai_strerror(status);
        return addresses;
    }
    for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (::getnameinfo(each->ai_addr, each->ai_addrlen, text.data(), text.size(), nullptr, 0,
                          NI_NUMERICHOST) == 0)
            addresses.emplace_back(text.data());
    }
    ::freeaddrinfo(found);
    return addresses;
}

void look_up(const std::shared_ptr<LookUp>& look) {
    std::vector<std::vector<std::string>> addresses(look->hosts.size());
    std::string error;
    try {
        for (std::size_t i = 0; i < addresses.size(); ++i)
            addresses[i] = addresses_of(look->hosts[i], error);
    } catch (const std::exception& problem) {
        error = problem.what();
    }
    const std::lock_guard lock(look->mutex);
    look->addresses = std::move(addresses);
    look->error = error;
}

/// A thread that a name service holds cannot be ended, nor waited for, as base::Worker waits for
/// its own. So there is never more than one of them.
class OneLookUp {
  public:
    /// That of these hosts, or one of others that must end first.
    std::shared_ptr<LookUp> begin(const std::vector<std::string>& hosts) {
        const std::lock_guard lock(mutex_);
        if (running_) return running_;
        auto look = std::make_shared<LookUp>(hosts);
        std::thread([this, look] { run(look); }).detach();
        running_ = look;
        return look;
    }

  private:
    void run(const std::shared_ptr<LookUp>& look) {
        look_up(look);
        const std::lock_guard lock(mutex_);
        running_.reset();
        ::eventfd_write(look->done, 1);
    }

    std::mutex mutex_;
    std::shared_ptr<LookUp> running_;
};

/// Never destroyed, since a thread that is left behind may come back to it.
OneLookUp& one_look_up() {
    static auto* const only = new OneLookUp;
    return *only;
}

base::Result<void> wait_for(const LookUp& look, const std::string& where,
                            const base::StopSignal& stop, std::int64_t deadline_ms) {
    switch (stop.wait_for(look.done, POLLIN, deadline_ms)) {
        case base::StopSignal::Waited::raised:
            return base::fail(FaultKind::cancelled, where, "stopped");
        case base::StopSignal::Waited::late:
            return base::fail(FaultKind::unreachable, where, "the name service is silent");
        default:
            return {};
    }
}

/// Each host once for each of its addresses, as libpq wants its lists.
base::Result<Database> with_addresses(Database database, const LookUp& look) {
    auto ports = split(database.parameters["port"]);
    std::vector<std::string> hosts, addresses, port_list;
    for (std::size_t i = 0; i < look.hosts.size(); ++i)
        for (const auto& address : look.addresses[i]) {
            const bool socket = !address.empty() && (address[0] == '/' || address[0] == '@');
            hosts.push_back(look.hosts[i]);
            addresses.push_back(socket ? std::string() : address);
            port_list.push_back(ports.size() == 1 ? ports[0] : i < ports.size() ? ports[i] : "");
        }
    if (hosts.empty())
        return base::fail(FaultKind::unreachable, database.where, "no address for " + look.error);
    database.parameters["host"] = join(hosts);
    database.parameters["hostaddr"] = join(addresses);
    database.parameters["port"] = join(port_list);
    return database;
}

}  // namespace

base::Result<Database> resolve(const Database& database, const base::StopSignal& stop,
                               std::int64_t deadline_ms) {
    const auto named = database.parameters.find("host");
    if (named == database.parameters.end() || database.parameters.count("hostaddr") > 0)
        return database;
    const auto hosts = split(named->second);
    if (std::none_of(hosts.begin(), hosts.end(), is_name)) return database;
    while (true) {
        const auto look = one_look_up().begin(hosts);
        TRY(wait_for(*look, database.where, stop, deadline_ms));
        if (look->hosts != hosts) continue;
        const std::lock_guard lock(look->mutex);
        return with_addresses(database, *look);
    }
}

}  // namespace candor::fleet
