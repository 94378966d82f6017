#pragma once
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/stop_signal.h"
#include "base/worker.h"
#include "desk/shell/help_watch.h"
#include "fleet/backoff.h"
#include "fleet/connection.h"

namespace candor::desk {

/// The calls of a clinic's kiosks, as its database has them: it is asked every other second, on a
/// thread and a connection of their own. A server that fails is asked again later; the log says
/// why, once.
class ServerHelpWatch final : public HelpWatch {
  public:
    /// `url`: as fleet/database_url.h reads it.
    ServerHelpWatch(std::string url, std::function<void()> wake);
    ~ServerHelpWatch() override;

    bool look(std::optional<consult::HelpCall>& call) override;
    /// Never fails at once.
    base::Result<void> take(const consult::HelpCall& call) override;
    std::optional<consult::HelpCall> take_missed() override;

  private:
    void ask();
    base::Result<void> read();
    base::Result<void> connect();
    void take_now(const consult::HelpCall& call);
    void fail(const base::Fault& fault);

    const std::string url_;
    std::function<void()> wake_;
    base::StopSignal stop_;
    std::mutex mutex_;
    std::vector<consult::HelpCall> calls_;
    std::set<std::string> going_;  ///< ids of those that staff here take just now
    std::optional<consult::HelpCall> missed_;
    // The worker's thread alone:
    std::unique_ptr<fleet::Connection> connection_;
    fleet::Backoff backoff_;
    std::optional<base::Fault> logged_;
    base::Worker worker_{"calls for help"};
};

}  // namespace candor::desk
