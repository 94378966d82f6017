#pragma once
#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "glass.h"
#include "observed.h"
#include "x_server.h"

namespace candor::journeys {

/// The real candor-kiosk in a window on an X server: touched with the server's own pointer, seen
/// through its observe file. Its state folder outlives its restarts.
class KioskProcess final : public Glass {
  public:
    /// `folder` is for the observe file, the log and the state.
    KioskProcess(const platform::XServer& server, std::filesystem::path folder);
    ~KioskProcess() override;
    KioskProcess(const KioskProcess&) = delete;
    KioskProcess& operator=(const KioskProcess&) = delete;

    /// As when the power fails; and the program that the service then starts again.
    void is_killed_and_started_again();
    pid_t pid() const { return pid_; }
    /// Its children: what decodes pictures.
    std::vector<pid_t> decoders() const;
    std::filesystem::path state() const { return folder_ / "state"; }
    std::filesystem::path log() const { return folder_ / "log"; }
    std::filesystem::path observe_file() const { return folder_ / "observe.jsonl"; }

    const ui::Tree& tree() const override { return observed_->tree(); }
    bool await(const Wanted& wanted) override;
    void put_down(base::Point at) override;
    void move_to(base::Point at) override;
    void lift(Lift how) override;
    void wait(int seconds) override;

  private:
    void start();
    void kill();

    const platform::XServer& server_;
    std::filesystem::path folder_;
    pid_t pid_ = -1;
    int pid_fd_ = -1;
    std::unique_ptr<Observed> observed_;
};

}  // namespace candor::journeys
