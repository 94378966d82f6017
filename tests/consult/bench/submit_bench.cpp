#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "consult/request/request.h"
#include "consult/store/queue.h"

// Submit-to-durable beside a bare fsync: Queue::append() of a sealed request, and one write of the
// same number of bytes to the end of a file with fsync(), turn by turn on the same disk.
// TMPDIR says which disk. A person sends one at a time, so each waits until the log is empty again.

namespace candor::consult {
namespace {

constexpr std::size_t kSealedSize = 6000;  // of the shipped self-check with all that can be sent

/// A folder that is removed with everything in it.
class Folder {
  public:
    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "candor-bench-XXXXXX";
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const char* name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void submit_beside_a_bare_fsync(benchmark::State& state) {
    const Folder folder;
    const auto queue = Queue::open(folder / "consult.db", OpenMode::append);
    const int file = ::open((folder / "bare").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (!queue || file < 0) return state.SkipWithError("cannot be opened");
    const std::vector<std::uint8_t> sealed(kSealedSize, 0xA5);
    double submits_s = 0, bares_s = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        const auto stored = (*queue)->append(new_request_id(), "2026-11-22T12:40:00Z", "k", sealed);
        const double submit_s = seconds_since(start);
        if (!stored) return state.SkipWithError("not stored");
        while (std::filesystem::file_size(folder / "consult.db-wal") > 0) std::this_thread::yield();
        const auto bare_start = Clock::now();
        const bool written =
            ::write(file, sealed.data(), sealed.size()) == static_cast<ssize_t>(sealed.size()) &&
            ::fsync(file) == 0;
        bares_s += seconds_since(bare_start);
        if (!written) return state.SkipWithError("not written");
        submits_s += submit_s;
        state.SetIterationTime(submit_s);
    }
    ::close(file);
    state.counters["submit_ms"] = 1000 * submits_s / static_cast<double>(state.iterations());
    state.counters["bare_fsync_ms"] = 1000 * bares_s / static_cast<double>(state.iterations());
    state.counters["ratio"] = submits_s / bares_s;
}
BENCHMARK(submit_beside_a_bare_fsync)
    ->UseManualTime()
    ->Iterations(200)
    ->Repetitions(3)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace candor::consult

BENCHMARK_MAIN();
