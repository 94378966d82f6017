#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "consult/store/outbox.h"
#include "consult/store/queue.h"
#include "consult/store/sqlite_inbox.h"
#include "fresh_folder.h"

namespace candor::consult {

inline constexpr const char* kMonday = "2026-11-23T09:00:00Z";
inline constexpr const char* kTuesday = "2026-11-24T09:00:00Z";
inline constexpr const char* kWednesday = "2026-11-25T09:00:00Z";

inline std::vector<std::uint8_t> bytes_of(const std::string& text) {
    return {text.begin(), text.end()};
}

/// Bytes that can be looked for in a file, and that fill more than a page.
inline std::vector<std::uint8_t> sealed_for(const std::string& id) {
    std::string text;
    while (text.size() < 6000) text += "<sealed " + id + ">";
    return bytes_of(text);
}

/// consult.db of a kiosk with a desk, each through a connection of its own.
class Store {
  public:
    std::filesystem::path file() const { return folder_ / "consult.db"; }
    const std::filesystem::path& folder() const { return folder_.path(); }
    /// Gives the reference.
    std::string send(const std::string& id, const std::string& created = kMonday) {
        if (!queue_) queue_ = opened(Queue::open(file(), OpenMode::append, 2000));
        const auto reference = queue_->append(id, created, "0123456789abcdef", sealed_for(id));
        EXPECT_TRUE(reference) << (reference ? "" : reference.error().detail);
        return reference.value_or("");
    }
    /// Before a fork: the kiosk's thread would not be there in the child, but its locks would.
    void close_kiosk() { queue_.reset(); }
    std::unique_ptr<Inbox> desk(int busy_ms = 2000) const {
        return opened(open_sqlite_inbox(file(), busy_ms));
    }
    std::unique_ptr<Outbox> outbox() const { return opened(Outbox::open(file())); }

  private:
    template <typename T>
    static std::unique_ptr<T> opened(base::Result<std::unique_ptr<T>> result) {
        EXPECT_TRUE(result) << (result ? "" : result.error().detail);
        return result ? std::move(*result) : nullptr;
    }
    FreshFolder folder_;
    std::unique_ptr<Queue> queue_;
};

}  // namespace candor::consult
