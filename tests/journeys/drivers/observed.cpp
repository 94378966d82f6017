#include "observed.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace candor::journeys {
namespace {

constexpr std::size_t kRoles = static_cast<std::size_t>(ui::Role::tab) + 1;
constexpr unsigned kStates = 10;

ui::Role role_of(const std::string& name) {
    for (std::size_t i = 0; i < kRoles; ++i) {
        if (name == ui::name_of(static_cast<ui::Role>(i))) return static_cast<ui::Role>(i);
    }
    throw std::runtime_error("no such role: " + name);
}

unsigned state_of(const std::string& name) {
    for (unsigned bit = 0; bit < kStates; ++bit) {
        if (ui::names_of_states(1U << bit).front() == name) return 1U << bit;
    }
    throw std::runtime_error("no such state: " + name);
}

ui::Node node_of(const nlohmann::json& from) {
    ui::Node node;
    node.role = role_of(from.at("role"));
    node.name = from.at("name");
    node.value = from.at("value");
    for (const std::string state : from.at("state")) node.states |= state_of(state);
    node.rect = {from.at("x"), from.at("y"), from.at("w"), from.at("h")};
    return node;
}

}  // namespace

ui::Tree tree_of(const std::string& line) {
    const auto from = nlohmann::json::parse(line);
    ui::Tree tree;
    tree.screen = from.at("screen");
    tree.sheet = from.value("sheet", std::string());
    tree.width = from.at("width");
    tree.height = from.at("height");
    for (const auto& node : from.at("nodes")) tree.nodes.push_back(node_of(node));
    return tree;
}

Observed::Observed(std::filesystem::path file)
    : file_(std::move(file)),
      file_fd_(::open(file_.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600)),
      watch_fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    if (file_fd_ < 0 || ::inotify_add_watch(watch_fd_, file_.c_str(), IN_MODIFY) < 0)
        throw std::runtime_error("cannot watch " + file_.string());
    ::lseek(file_fd_, 0, SEEK_END);
}

Observed::~Observed() {
    ::close(watch_fd_);
    ::close(file_fd_);
}

bool Observed::read() {
    char bytes[65536];
    for (ssize_t got = 0; (got = ::read(file_fd_, bytes, sizeof bytes)) > 0;)
        pending_.append(bytes, static_cast<std::size_t>(got));
    const auto end = pending_.rfind('\n');
    if (end == std::string::npos) return false;
    const auto before = end == 0 ? std::string::npos : pending_.rfind('\n', end - 1);
    const auto start = before == std::string::npos ? 0 : before + 1;
    tree_ = tree_of(pending_.substr(start, end - start));
    pending_.erase(0, end + 1);
    return true;
}

bool Observed::wait(int pid_fd, int patience_ms) {
    pollfd on[2] = {{watch_fd_, POLLIN, 0}, {pid_fd, POLLIN, 0}};
    if (::poll(on, 2, patience_ms) <= 0 || on[0].revents == 0) return false;
    char events[4096];
    while (::read(watch_fd_, events, sizeof events) > 0) continue;
    return true;
}

}  // namespace candor::journeys
