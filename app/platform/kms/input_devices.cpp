#include "platform/kms/input_devices.h"

#include <sys/epoll.h>
#include <sys/inotify.h>

#include <array>
#include <cstddef>

#include "base/files.h"

namespace candor::platform {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDevice = "event";

void hear(int epoll, int fd) {
    epoll_event wanted{};
    wanted.events = EPOLLIN;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &wanted);
}

}  // namespace

InputDevices::InputDevices(fs::path folder)
    : folder_(std::move(folder)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    above_ =
        ::inotify_add_watch(inotify_.get(), folder_.parent_path().c_str(), IN_CREATE | IN_ONLYDIR);
    hear(epoll_.get(), inotify_.get());
    watch_folder();
}

void InputDevices::watch_folder() {
    // A device gets its rights after it is made.
    in_folder_ = ::inotify_add_watch(inotify_.get(), folder_.c_str(),
                                     IN_CREATE | IN_ATTRIB | IN_DELETE | IN_ONLYDIR);
    open_all();
}

void InputDevices::open_all() {
    const auto entries = base::entries_of(folder_);
    if (!entries) return;
    for (const base::FolderEntry& each : *entries) open(each.name());
}

void InputDevices::open(const std::string& name) {
    if (name.rfind(kDevice, 0) != 0 || devices_.contains(name)) return;
    auto device = InputDevice::open(folder_ / name, next_pointer_);
    if (!device) return;
    next_pointer_ += TouchSlots::kMost;
    device->set_glass(glass_, rotation_);
    hear(epoll_.get(), device->fd());
    devices_.emplace(name, std::move(device));
}

void InputDevices::close(const std::string& name, std::vector<Event>& out) {
    const auto found = devices_.find(name);
    if (found == devices_.end()) return;
    found->second->cancel(out);
    devices_.erase(found);  // epoll forgets what is closed
}

void InputDevices::set_glass(Extent glass, Rotation rotation) {
    glass_ = glass;
    rotation_ = rotation;
    for (const auto& [name, device] : devices_) device->set_glass(glass, rotation);
}

void InputDevices::take(std::vector<Event>& out) {
    hear_of_changes(out);
    std::vector<std::string> unplugged;
    for (const auto& [name, device] : devices_)
        if (!device->take(out)) unplugged.push_back(name);
    for (const std::string& name : unplugged) close(name, out);
}

void InputDevices::hear_of_changes(std::vector<Event>& out) {
    alignas(inotify_event) std::array<char, 4096> words{};
    for (ssize_t length = 0; (length = ::read(inotify_.get(), words.data(), words.size())) > 0;) {
        for (std::ptrdiff_t at = 0; at < length;) {
            const auto& news = *reinterpret_cast<const inotify_event*>(words.data() + at);
            at += static_cast<std::ptrdiff_t>(sizeof news + news.len);
            const std::string name = news.len > 0 ? news.name : "";
            if ((news.mask & IN_Q_OVERFLOW) != 0) open_all();
            if (news.wd == above_ && name == folder_.filename()) watch_folder();
            if (news.wd != in_folder_) continue;
            if ((news.mask & IN_DELETE) != 0) close(name, out);
            if ((news.mask & (IN_CREATE | IN_ATTRIB)) != 0) open(name);
        }
    }
}

void InputDevices::cancel_all(std::vector<Event>& out) {
    for (const auto& [name, device] : devices_) device->cancel(out);
}

}  // namespace candor::platform
