#include "desk/shell/help_watch.h"

#include <atomic>
#include <utility>

#include "base/folder_watch.h"
#include "desk/shell/server_help_watch.h"

namespace candor::desk {
namespace {

class FolderHelpWatch final : public HelpWatch {
  public:
    FolderHelpWatch(std::filesystem::path state_dir, std::function<void()> wake)
        : state_dir_(std::move(state_dir)),
          watch_({consult::help_folder(state_dir_)}, 1, [this, wake = std::move(wake)] {
              changed_ = true;
              wake();
          }) {}

    bool look(std::optional<consult::HelpCall>& call) override {
        if (!changed_.exchange(false)) return false;
        auto now = consult::open_help_call(state_dir_);
        if (now == call) return false;
        call = std::move(now);
        return true;
    }
    base::Result<void> take(const consult::HelpCall& call) override {
        if (consult::open_help_call(state_dir_) == call)
            return consult::take_help_call(state_dir_, call);
        missed_ = call;
        return {};
    }
    std::optional<consult::HelpCall> take_missed() override {
        return std::exchange(missed_, std::nullopt);
    }

  private:
    std::filesystem::path state_dir_;
    std::optional<consult::HelpCall> missed_;
    std::atomic<bool> changed_ = true;
    base::FolderWatch watch_;
};

}  // namespace

std::unique_ptr<HelpWatch> watch_help(const Options& options, std::function<void()> wake) {
    if (options.database.empty())
        return std::make_unique<FolderHelpWatch>(options.state, std::move(wake));
    return std::make_unique<ServerHelpWatch>(options.database, std::move(wake));
}

}  // namespace candor::desk
