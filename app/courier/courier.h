#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/descriptor.h"
#include "base/folder_watch.h"
#include "consult/handover/handover.h"
#include "fleet/delivery.h"
#include "pack/package/policy.h"

namespace candor::courier {

/// Delivers what waits in consult.db to the server that kiosk.yaml names, for as long as it is let:
/// at the start, whenever the kiosk rings, and again after a failure. It tells how it stands as
/// its word (consult/handover), and logs what it meets once. It carries calls for help as well
/// (fleet/help_relay). One thread.
class Courier {
  public:
    /// `stop` must outlive it.
    Courier(std::filesystem::path state, const base::StopSignal& stop);

    /// Until `stop` is raised, or at once where kiosk.yaml has no delivery. Faults, of the start:
    /// refused (another courier works on this folder), and those of base::ensure_folder.
    base::Result<void> run();

  private:
    base::Result<void> begin(const pack::Policy& policy);
    void deliver_to(const pack::DeliveryPolicy& policy);
    void deliver(const fleet::DeliverySettings& settings);
    void deliver_from(consult::Outbox& outbox, const fleet::DeliverySettings& settings);
    void tell(const consult::CourierWord& word);
    void tell(consult::DeliveryProblem problem);
    /// To who asked for it: the server cannot be told.
    void say_that_no_help_comes() const;
    /// Until the kiosk rings, at most; without a bell, for a minute.
    void wait(std::int64_t ms);

    std::filesystem::path state_;
    const base::StopSignal& stop_;
    base::Descriptor rung_;  ///< an eventfd
    std::optional<base::FolderWatch> bell_;
    std::optional<consult::CourierWord> told_;
    std::int64_t told_at_ms_ = 0;
    bool cannot_tell_ = false;
};

}  // namespace candor::courier
