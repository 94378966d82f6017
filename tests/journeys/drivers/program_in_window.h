#pragma once
#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "glass.h"
#include "observed.h"
#include "x_server.h"

namespace candor::journeys {

/// A real program in a window on an X server: touched with the server's own pointer, seen through
/// its observe file. In `folder` are observe.jsonl and log; whatever else is there outlives its
/// restarts.
class ProgramInWindow : public Glass {
  public:
    /// `words`: the program (as built() names it) and its arguments, without --observe. It runs and
    /// shows something when this returns; else std::runtime_error.
    ProgramInWindow(const platform::XServer& server, std::filesystem::path folder,
                    std::vector<std::string> words);
    ~ProgramInWindow() override;
    ProgramInWindow(const ProgramInWindow&) = delete;
    ProgramInWindow& operator=(const ProgramInWindow&) = delete;

    /// As when the power fails; and the program that the service then starts again.
    void is_killed_and_started_again();
    void is_killed();
    void is_started();
    /// Told to end by the signal, or by its window's manager; its exit status, once it has ended by
    /// itself. -1: it went on, or did not end in time.
    int ends_on(int signal);
    int ends_with_its_window();
    pid_t pid() const { return pid_; }
    std::filesystem::path log() const { return folder_ / "log"; }
    std::filesystem::path observe_file() const { return folder_ / "observe.jsonl"; }

    const ui::Tree& tree() const override { return observed_->tree(); }
    bool await(const Wanted& wanted) override;
    void put_down(base::Point at) override;
    void move_to(base::Point at) override;
    void lift(Lift how) override;
    void tap_again() override;
    void wait(int seconds) override;

  protected:
    const platform::XServer& server() const { return server_; }
    const std::filesystem::path& folder() const { return folder_; }

  private:
    int ends();

    const platform::XServer& server_;
    std::filesystem::path folder_;
    std::vector<std::string> words_;
    pid_t pid_ = -1;
    int pid_fd_ = -1;
    std::unique_ptr<Observed> observed_;
};

}  // namespace candor::journeys
