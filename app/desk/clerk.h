#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

#include "consult/keys.h"
#include "desk/options.h"

namespace candor::desk {

// What the clerk has to tell.
struct KeyOpened {};
struct KeyRefused {
    base::Fault fault;
};
using News = std::variant<KeyOpened, KeyRefused>;

/// Does the slow work of the desk on a thread of its own, which alone holds the secret key and the
/// inbox. What comes of it is fetched with take_news(). Work that was asked for before a lock() is
/// not told of after it.
class Clerk {
  public:
    /// `on_news` is called on the clerk's thread.
    Clerk(Options options, std::function<void()> on_news);
    ~Clerk();
    Clerk(const Clerk&) = delete;
    Clerk& operator=(const Clerk&) = delete;

    /// Derives the key from the passphrase (Argon2id: up to seconds).
    void unlock(base::SecretString passphrase);
    /// Wipes the key.
    void lock();

    std::vector<News> take_news();
    /// Blocks until all that was asked for is done (tests and --screens).
    void wait_until_idle();

  private:
    struct Job {
        int session = 0;
        std::function<void()> work;
    };
    void run();
    void add(std::function<void()> work);
    void tell(News news);
    void unlock_now(const base::SecretString& passphrase);

    const Options options_;
    std::function<void()> on_news_;
    mutable std::mutex mutex_;
    std::condition_variable wake_, idle_;
    std::deque<Job> jobs_;
    std::vector<News> news_;
    bool stop_ = false, busy_ = false;
    std::atomic<int> session_ = 0;  ///< grows with every lock()
    // The clerk's thread alone:
    int session_of_job_ = 0;
    std::optional<consult::SecretKey> key_;
    std::thread thread_;
};

}  // namespace candor::desk
