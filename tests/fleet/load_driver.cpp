// usage: fleet_load KIOSKS REQUESTS
// So many kiosks, each with a consult.db of its own, come back from an outage at once and deliver
// so many requests to one PostgreSQL (fsync on). Then every request must be there once. Prints the
// rate beside pgbench's with the same rows on the same server. Exit status 1: one was lost or
// doubled.
#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

#include "base/clock.h"
#include "consult/request/request.h"
#include "consult/store/queue.h"
#include "fleet/delivery.h"
#include "postgres_server.h"

namespace candor::fleet {
namespace {

namespace fs = std::filesystem;

constexpr int kKiosksAClinic = 100, kBatch = 50, kEnoughForARate = 20'000;
constexpr unsigned kWorkers = 8, kClients = 16;
constexpr std::size_t kSealedBytes = 4000;  // a request with answers, questions and findings

std::vector<std::uint8_t> random_bytes() {
    std::vector<std::uint8_t> bytes(kSealedBytes);
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

void in_parallel(const std::function<void()>& work) {
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < kWorkers; ++i) workers.emplace_back(work);
    for (auto& worker : workers) worker.join();
}

struct LoadKiosk {
    std::string clinic, name;
    std::unique_ptr<consult::Outbox> outbox;
    std::unique_ptr<Delivery> delivery;
};

/// Their disks are not this machine's in earnest, so they are in memory.
class Kiosks {
  public:
    Kiosks(int kiosks, int requests, const PostgresServer& server, const std::string& database);
    ~Kiosks() {
        kiosks_.clear();
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Kiosks(const Kiosks&) = delete;
    Kiosks& operator=(const Kiosks&) = delete;
    /// All at once, a step each in turn. Gives the seconds that it took.
    double deliver();
    const std::set<std::string>& ids() const { return ids_; }
    std::int64_t waiting() const;

  private:
    void fill(const fs::path& file, int requests);
    void work();

    fs::path folder_;
    base::StopSignal stop_;
    std::vector<LoadKiosk> kiosks_;
    std::set<std::string> ids_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<LoadKiosk*> ready_;
    std::size_t unfinished_ = 0;
};

/// A thousand times as fast, so that a wait after a refused connection is a short one.
DeliveryClock fast_clock() {
    auto clock = DeliveryClock::system();
    clock.monotonic_ms = [] { return base::monotonic_ms() * 1000; };
    return clock;
}

Kiosks::Kiosks(int kiosks, int requests, const PostgresServer& server,
               const std::string& database) {
    std::string name = fs::exists("/dev/shm")
                           ? "/dev/shm/candor-load-XXXXXX"
                           : (fs::temp_directory_path() / "load-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    Session admin(server, "postgres", database);
    for (int i = 0; i < kiosks; ++i) {
        LoadKiosk kiosk{"c" + std::to_string(i / kKiosksAClinic),
                        "k" + std::to_string(i % kKiosksAClinic), nullptr, nullptr};
        const std::string login = "kiosk." + kiosk.clinic + "." + kiosk.name;
        admin.run("CREATE ROLE \"" + login + "\" LOGIN IN ROLE candor_kiosk");
        const fs::path file = folder_ / (std::to_string(i) + ".db");
        kiosk.outbox = *consult::Outbox::open(file);
        DeliverySettings settings{*read_database_url(server.url(login, database)),
                                  kiosk.clinic,
                                  kiosk.name,
                                  30,
                                  kBatch,
                                  {}};
        kiosk.delivery = std::make_unique<Delivery>(*kiosk.outbox, settings, stop_, fast_clock());
        kiosks_.push_back(std::move(kiosk));
    }
    std::atomic<int> next = 0;
    in_parallel([&] {
        for (int i = next++; i < kiosks; i = next++)
            fill(folder_ / (std::to_string(i) + ".db"),
                 requests / kiosks + (i < requests % kiosks ? 1 : 0));
    });
}

void Kiosks::fill(const fs::path& file, int requests) {
    const auto queue = *consult::Queue::open(file, consult::OpenMode::append);
    for (int i = 0; i < requests; ++i) {
        const std::string id = consult::new_request_id();
        if (!queue->append(id, base::utc_now(), "key", random_bytes())) continue;
        const std::lock_guard lock(mutex_);
        ids_.insert(id);
    }
}

std::int64_t Kiosks::waiting() const {
    std::int64_t waiting = 0;
    for (const auto& kiosk : kiosks_) waiting += kiosk.outbox->count()->count;
    return waiting;
}

void Kiosks::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return !ready_.empty() || unfinished_ == 0; });
        if (unfinished_ == 0) return;
        LoadKiosk* kiosk = ready_.front();
        ready_.pop_front();
        lock.unlock();
        const bool rests = kiosk->delivery->turn() > 0 && !kiosk->delivery->status().fault;
        lock.lock();
        if (rests)
            --unfinished_;
        else
            ready_.push_back(kiosk);
        changed_.notify_all();
    }
}

double Kiosks::deliver() {
    for (auto& kiosk : kiosks_) ready_.push_back(&kiosk);
    unfinished_ = kiosks_.size();
    const auto start = std::chrono::steady_clock::now();
    in_parallel([this] { work(); });
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Rows for pgbench: as large as ours, with ids as random.
std::string pgbench_script(int rows) {
    std::string hex;
    for (const auto byte : random_bytes()) {
        std::array<char, 3> digits{};
        std::snprintf(digits.data(), digits.size(), "%02x", byte);
        hex += digits.data();
    }
    std::string script =
        "\\set a random(1, 100000000000000000)\n\\set b random(1, "
        "100000000000000000)\nINSERT INTO candor.request (clinic, id, kiosk, "
        "reference, created, key_fingerprint, sealed, digest) VALUES ";
    for (int i = 0; i < rows; ++i)
        script += std::string(i == 0 ? "" : ", ") + "('c0', lpad((:a::BIGINT + " +
                  std::to_string(i) +
                  ")::TEXT, 18, '0') || lpad(:b::TEXT, 18, '0'), 'k0', 'K7Q4FM8', "
                  "'2027-01-15T08:00:00Z', 'key', '\\x" +
                  hex + "', '\\x" + std::string(64, '0') + "')";
    return script + ";\n";
}

/// Rows a second of raw inserts.
double pgbench(const PostgresServer& server, const std::string& database, int requests, int rows) {
    const fs::path script = fs::temp_directory_path() / ("load-" + std::to_string(::getpid()));
    std::ofstream(script) << pgbench_script(rows);
    const int each =
        std::max(1, std::min(requests, kEnoughForARate) / rows / static_cast<int>(kClients));
    const std::string command = "pgbench -n -M prepared -c " + std::to_string(kClients) +
                                " -j 2 -t " + std::to_string(each) + " -f " + script.string() +
                                " '" + server.url("kiosk.c0.k0", database) + "' 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    double transactions = 0;
    std::array<char, 512> line{};
    while (pipe != nullptr && std::fgets(line.data(), line.size(), pipe) != nullptr)
        if (std::sscanf(line.data(), "tps = %lf", &transactions) != 1 &&
            std::strstr(line.data(), "error") != nullptr)
            std::fputs(line.data(), stderr);
    if (pipe != nullptr) ::pclose(pipe);
    fs::remove(script);
    return transactions * rows;
}

/// How many of `ids` are not there exactly once.
std::size_t wrong(const PostgresServer& server, const std::string& database,
                  std::set<std::string> ids) {
    base::StopSignal stop;
    const auto admin = Connection::open(*read_database_url(server.url("postgres", database)), stop);
    const auto rows = (*admin)->run("SELECT id FROM candor.request");
    std::size_t doubled = 0;
    for (int i = 0; i < rows->count(); ++i) doubled += 1 - ids.erase(rows->text(i, 0));
    return doubled + ids.size();
}

/// A kiosk of ours has four files open, and there are a thousand in one process.
void allow_many_files() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

int run(int kiosks, int requests) {
    allow_many_files();
    auto& server = PostgresServer::instance();
    server.restart_with("fsync = on\nmax_connections = " + std::to_string(kiosks + 40) +
                        "\nshared_buffers = 128MB\nmax_wal_size = 4GB\n");
    const std::string database = server.fresh_database();
    Kiosks all(kiosks, requests, server, database);
    const double seconds = all.deliver();
    const std::size_t failures = wrong(server, database, all.ids());
    std::printf("%d kiosks, %zu requests of %zu bytes: %zu lost or doubled, %lld still waiting\n",
                kiosks, all.ids().size(), kSealedBytes, failures,
                static_cast<long long>(all.waiting()));
    std::printf("%-48s %8.0f rows/s  (%.1f s)\n", "delivery, from consult.db to the commit",
                requests / seconds, seconds);
    std::printf("%-48s %8.0f rows/s\n", "pgbench, the same rows, one a transaction",
                pgbench(server, database, requests, 1));
    std::printf("%-48s %8.0f rows/s\n", "pgbench, the same rows, 50 a transaction",
                pgbench(server, database, requests, kBatch));
    const bool all_there = failures == 0 && all.waiting() == 0 &&
                           all.ids().size() == static_cast<std::size_t>(requests);
    return all_there ? 0 : 1;
}

}  // namespace
}  // namespace candor::fleet

int main(int argc, char** argv) {
    const int kiosks = argc == 3 ? std::atoi(argv[1]) : 0,
              requests = argc == 3 ? std::atoi(argv[2]) : 0;
    if (kiosks < 1 || requests < kiosks) {
        std::fprintf(stderr, "usage: fleet_load KIOSKS REQUESTS\n");
        return 2;
    }
    return candor::fleet::run(kiosks, requests);
}
