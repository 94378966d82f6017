#pragma once
#include <memory>

#include "consult/keys.h"
#include "consult/queue.h"
#include "kiosk/options.h"
#include "screens/state.h"

namespace candor::kiosk {

/// Seals a visit's request to the clinic's public key and commits it to consult.db. The key is
/// read (or, for a demonstration, made) at the first need; a fault is told and tried again.
class RequestSender {
  public:
    explicit RequestSender(const Options& options) : options_(options) {}

    /// Durable when it returns; the same request id again gives the same reference.
    base::Result<std::string> send(const screens::State& state);
    bool demonstration() const { return options_.clinic_key.empty(); }

  private:
    base::Result<void> ready();
    const Options& options_;
    std::optional<consult::PublicKey> key_;
    std::unique_ptr<consult::Queue> queue_;
};

}  // namespace candor::kiosk
