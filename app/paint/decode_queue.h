#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "paint/kept_pictures.h"
#include "picture/decoder_process.h"

namespace candor::paint {

/// Decodes on two threads, each with a decoder process of its own that ends when there was nothing
/// to do for a while. Used from one thread; `on_ready` is called on another.
class DecodeQueue {
  public:
    struct Done {
        int image;
        base::Result<DecoderProcess::Decoded> result;
    };

    DecodeQueue(const std::filesystem::path& decoder, std::function<void()> on_ready,
                const ImageLimits& limits, OpenPicture open, std::filesystem::path kept);
    ~DecodeQueue();
    DecodeQueue(const DecodeQueue&) = delete;
    DecodeQueue& operator=(const DecodeQueue&) = delete;

    void add(int image, const ImageRequest& request);
    /// What was finished since it was last asked.
    std::vector<Done> take();
    void wait_until_idle();
    void keep(bool keeps) { keeps_ = keeps; }

  private:
    struct Job {
        int image;
        ImageRequest request;
        bool may_be_kept;
    };
    enum class Start { at_once, when_needed };
    void run(Start start);
    void work(Start start);
    base::Result<DecoderProcess::Decoded> decoded(const Job& job, DecoderProcess& decoder,
                                                  std::filesystem::path& keep_as);
    void finish(const Job& job, base::Result<DecoderProcess::Decoded> result,
                std::unique_lock<std::mutex>& lock);

    const std::filesystem::path decoder_;
    const std::function<void()> on_ready_;
    const ImageLimits limits_;
    const OpenPicture open_;
    KeptPictures kept_;
    bool keeps_ = true;  ///< of what is asked for from now on; the caller's thread
    int stop_event_;
    std::mutex mutex_;
    std::condition_variable job_added_, all_done_;
    std::deque<Job> waiting_;
    std::vector<Done> done_;
    int unfinished_ = 0;  ///< jobs waiting or being decoded
    std::atomic<bool> stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace candor::paint
