#pragma once
#include <sched.h>
#include <sys/mount.h>

#include <filesystem>

namespace candor::base {

/// A small disk of its own at `folder`, seen by this process alone.
class SmallDisk {
  public:
    explicit SmallDisk(std::filesystem::path folder) : folder_(std::move(folder)) {
        std::filesystem::create_directories(folder_);
        mounted_ = ::unshare(CLONE_NEWNS) == 0 &&
                   ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                   ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=512k,mode=700") == 0;
    }
    ~SmallDisk() {
        if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool mounted() const { return mounted_; }
    bool set_read_only(bool read_only) const {
        const unsigned long flags = MS_REMOUNT | (read_only ? MS_RDONLY : 0);
        return ::mount("tmpfs", folder_.c_str(), "tmpfs", flags, "size=512k,mode=700") == 0;
    }

  private:
    std::filesystem::path folder_;
    bool mounted_ = false;
};

}  // namespace candor::base
