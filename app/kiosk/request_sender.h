#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/secret_string.h"
#include "consult/keys/sealing_key.h"
#include "consult/store/queue.h"
#include "kiosk/options.h"
#include "screens/frame/state.h"

namespace candor::kiosk {

/// Seals a visit's request to the key that the kiosk has and commits it to consult.db. The key is
/// read anew for each request, so that a fault which was mended is over; a damaged consult.db is
/// set aside, and the request goes into a new one.
class RequestSender {
  public:
    explicit RequestSender(const Options& options) : options_(options) {}

    /// Durable when it returns. The same words under the same request id again give the same
    /// reference. Words that were changed after a fault go under an id of their own, and what the
    /// fault had stored after all is taken back, so that the clinic reads the last ones, once. In a
    /// preview nothing is stored.
    base::Result<std::string> send(const screens::State& state);
    /// The visit is over: nothing of what was tried is known any more.
    void forget() { tries_.clear(); }

  private:
    /// One of the forms that a visit tried to send.
    struct Try {
        std::string id, authored;
        std::vector<std::uint8_t> digest;  ///< of the bundle
    };
    base::Result<void> open_queue();
    base::Result<void> read_key();
    base::Result<base::SecretString> next_try(const screens::State& state);
    base::Result<std::string> store(const std::vector<std::uint8_t>& sealed);

    const Options& options_;
    std::optional<consult::SealingKey> key_;
    std::unique_ptr<consult::Queue> queue_;
    std::vector<Try> tries_;  ///< of one visit; the first has the visit's own request id
};

}  // namespace candor::kiosk
