#include "paint/decode_queue.h"

#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/last_catch.h"

namespace candor::paint {
namespace {

constexpr std::size_t kMaxThreads = 2;
constexpr std::chrono::seconds kKeepDecoder{4};
// Starting one costs as much as a large picture: only a screen full of pictures is worth a second.
constexpr std::size_t kWorthASecond = 6;

// The kiosk's signals belong to its main thread.
class SignalsBlocked {
  public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;

  private:
    sigset_t before_;
};

}  // namespace

DecodeQueue::DecodeQueue(const std::filesystem::path& decoder, std::function<void()> on_ready,
                         const ImageLimits& limits, OpenPicture open, std::filesystem::path kept)
    : decoder_(decoder),
      on_ready_(std::move(on_ready)),
      limits_(limits),
      open_(std::move(open)),
      kept_(std::move(kept), decoder),
      stop_event_(::eventfd(0, EFD_CLOEXEC)) {
    const SignalsBlocked blocked;
    const Start start = kept_.has_any() ? Start::when_needed : Start::at_once;
    threads_.emplace_back([this, start] { run(start); });
}

DecodeQueue::~DecodeQueue() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    ::eventfd_write(stop_event_, 1);
    job_added_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    ::close(stop_event_);
}

void DecodeQueue::add(int image, const ImageRequest& request) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({image, request, keeps_});
    ++unfinished_;
    if (std::size_t(unfinished_) >= kWorthASecond && threads_.size() < kMaxThreads) {
        const SignalsBlocked blocked;
        // Without it the first does it all.
        base::run_contained("second decoder",
                            [this] { threads_.emplace_back([this] { run(Start::when_needed); }); });
    }
    job_added_.notify_one();
}

std::vector<DecodeQueue::Done> DecodeQueue::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(done_, {});
}

void DecodeQueue::wait_until_idle() {
    std::unique_lock lock(mutex_);
    all_done_.wait(lock, [this] { return unfinished_ == 0; });
}

/// Two of these take from one queue, and each keeps its decoder from job to job: so they are no
/// base::Worker, which is one thread and keeps nothing.
void DecodeQueue::run(Start start) {
    while (!stopping_) base::run_contained("pictures", [&] { work(start); });
}

void DecodeQueue::work(Start start) {
    DecoderProcess decoder(decoder_, stop_event_, open_);
    // A decoder that cannot be started is reported with the first picture.
    if (start == Start::at_once) (void)decoder.start();
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        const auto busy = [this] { return stopping_ || !waiting_.empty(); };
        if (!decoder.running()) {
            job_added_.wait(lock, busy);
        } else if (!job_added_.wait_for(lock, kKeepDecoder, busy)) {
            decoder.end();
            continue;
        }
        if (stopping_) break;
        const Job job = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        std::filesystem::path keep_as;
        auto result = base::contained(job.request.path.string(),
                                      [&] { return decoded(job, decoder, keep_as); });
        std::optional<DecoderProcess::Decoded> to_keep;
        if (result && !keep_as.empty()) to_keep = *result;
        lock.lock();
        if (stopping_) break;
        finish(job, std::move(result), lock);
        if (!to_keep) continue;
        // Whoever waits for the picture does not wait for the disk.
        lock.unlock();
        kept_.keep(keep_as, job.request, *to_keep);
        lock.lock();
    }
}

/// `keep_as`: where it is to be kept; empty: nowhere.
base::Result<DecoderProcess::Decoded> DecodeQueue::decoded(const Job& job, DecoderProcess& decoder,
                                                           std::filesystem::path& keep_as) {
    auto found = TRY(kept_.find(job.request, limits_, open_));
    if (found.decoded) return std::move(*found.decoded);
    if (job.may_be_kept) keep_as = std::move(found.file);
    return decoder.decode(job.request, limits_);
}

void DecodeQueue::finish(const Job& job, base::Result<DecoderProcess::Decoded> result,
                         std::unique_lock<std::mutex>& lock) {
    done_.push_back({job.image, std::move(result)});
    --unfinished_;
    all_done_.notify_all();
    lock.unlock();
    if (on_ready_) on_ready_();
    lock.lock();
}

}  // namespace candor::paint
