#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "base/files.h"
#include "consult/keys/demonstration_keys.h"
#include "consult/keys/seal.h"
#include "consult/request/opened_request.h"
#include "consult/store/queue.h"
#include "consult/store/sqlite_inbox.h"
#include "sqlite/database.h"

// usage: kill_driver KILLS SUBMITTER
// Starts SUBMITTER on a state folder and kills it with SIGKILL at a random moment, KILLS times, in
// rounds that each begin with an empty folder, so that the making of the keys and of the queue is
// hit as well. After a kill the request that had no answer is tried again, as a person would. Then
// every row is opened and held against what was acknowledged. Exit status 0: nothing was lost,
// doubled, altered or readable.

namespace candor::consult {
namespace {

constexpr int kKillsARound = 20;
constexpr int kLongestLife_us = 250'000;
// Now and then right at the start, where the files are made and the log is mended.
constexpr int kShortestLives_us = 12'000;

struct Figures {
    int kills = 0, rounds = 0, in_flight = 0, looked_at = 0, already_stored = 0;
    std::size_t acknowledged = 0, rows = 0, problems = 0;
};

class Round {
  public:
    Round(std::filesystem::path state, std::string submitter, Figures& figures)
        : state_(std::move(state)), submitter_(std::move(submitter)), figures_(figures) {}

    void kill_once(std::mt19937& random);
    void verify();

  private:
    std::string run_for(std::chrono::microseconds life);
    void start(int output);
    bool read_lines(const std::string& output);
    void look_at_the_one_in_flight();
    void check_rows(const std::vector<QueuedRequest>& rows, const SecretKey& key);
    void check_row(const QueuedRequest& row, const SecretKey& key);
    void check_no_plain_text();
    void check_integrity();
    void check_record(std::size_t rows);
    void problem(const std::string& what) {
        ++figures_.problems;
        std::cerr << "PROBLEM: " << what << "\n";
    }

    std::filesystem::path state_;
    std::string submitter_;
    Figures& figures_;
    std::map<std::string, std::string> acknowledged_;  ///< id -> reference
    std::set<std::string> tried_;
    std::string in_flight_;
    int kills_ = 0;
};

/// In the child.
void Round::start(int output) {
    ::dup2(output, STDOUT_FILENO);
    std::vector<std::string> words = {submitter_, state_.string()};
    if (!in_flight_.empty()) words.push_back(in_flight_);
    // A request that was long acknowledged must keep its reference.
    if (!acknowledged_.empty()) words.push_back(acknowledged_.begin()->first);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv(submitter_.c_str(), arguments.data());
    ::_exit(127);
}

/// True: killed between a "try" and its "ack".
bool Round::read_lines(const std::string& output) {
    bool under_way = false;
    std::istringstream lines(output.substr(0, output.rfind('\n') + 1));
    std::string verb, id, reference;
    while (lines >> verb >> id) {
        under_way = verb == "try";
        if (under_way) tried_.insert(in_flight_ = id);
        if (under_way) continue;
        lines >> reference;
        in_flight_.clear();
        const auto [known, fresh] = acknowledged_.emplace(id, reference);
        if (!fresh && known->second != reference) problem(id + " got a second reference");
    }
    return under_way;
}

std::string Round::run_for(std::chrono::microseconds life) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) std::abort();
    const pid_t child = ::fork();
    if (child == 0) start(ends[1]);
    ::close(ends[1]);
    std::thread killer([child, life] {
        std::this_thread::sleep_for(life);
        ::kill(child, SIGKILL);
    });
    std::string output;
    char bytes[4096];
    for (ssize_t got = 0; (got = ::read(ends[0], bytes, sizeof bytes)) > 0;)
        output.append(bytes, static_cast<std::size_t>(got));
    ::close(ends[0]);
    killer.join();
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status)) problem("the submitter ended by itself");
    return output;
}

/// What an interrupted append left: the row is whole, or not there.
void Round::look_at_the_one_in_flight() {
    const auto queue = Queue::open(state_ / "consult.db", OpenMode::read);
    if (!queue) return problem("cannot be read after a kill: " + queue.error().detail);
    const auto rows = (*queue)->list();
    if (!rows) return problem("cannot be listed after a kill: " + rows.error().detail);
    ++figures_.looked_at;
    const auto stored = std::any_of(rows->begin(), rows->end(),
                                    [&](const auto& row) { return row.id == in_flight_; });
    if (stored) ++figures_.already_stored;
    check_no_plain_text();
}

void Round::kill_once(std::mt19937& random) {
    const bool early = kills_++ % 4 == 0;
    std::uniform_int_distribution<int> life(0, early ? kShortestLives_us : kLongestLife_us);
    const std::string output = run_for(std::chrono::microseconds(life(random)));
    ++figures_.kills;
    if (!read_lines(output)) return;
    ++figures_.in_flight;
    // Every other time the next submitter, not a reader, is the first to open the files.
    if (kills_ % 2 == 0) look_at_the_one_in_flight();
}

void Round::check_no_plain_text() {
    for (const auto& entry : std::filesystem::directory_iterator(state_)) {
        const auto bytes = base::read_file(entry.path(), std::size_t{1} << 30);
        if (!bytes) return problem("cannot be read: " + entry.path().string());
        if (bytes->find("canary") != std::string::npos)
            problem("plain text in " + entry.path().filename().string());
    }
}

void Round::check_row(const QueuedRequest& row, const SecretKey& key) {
    if (row.state != "requested") problem(row.id + " is " + row.state);
    if (tried_.count(row.id) == 0) problem(row.id + " was never sent");
    const auto plain = open(row.sealed, key);
    if (!plain) return problem(row.id + " does not open");
    const auto request = read_bundle(plain->view());
    if (!request || request->id != row.id || request->first_name != "canary-" + row.id)
        problem(row.id + " holds something else");
}

void Round::check_rows(const std::vector<QueuedRequest>& rows, const SecretKey& key) {
    std::map<std::string, std::string> stored;
    for (const auto& row : rows) {
        check_row(row, key);
        if (!stored.emplace(row.id, row.reference).second) problem(row.id + " is there twice");
    }
    for (const auto& [id, reference] : acknowledged_) {
        const auto found = stored.find(id);
        if (found == stored.end())
            problem(id + " was acknowledged and is lost");
        else if (found->second != reference)
            problem(id + " has another reference than was acknowledged");
    }
}

void Round::check_integrity() {
    auto database = sqlite::Database::open(state_ / "consult.db", sqlite::Access::read_only, 1000);
    auto statement = database ? sqlite::Statement::prepare(*database, "PRAGMA integrity_check")
                              : base::Result<sqlite::Statement>(tl::unexpected(database.error()));
    if (!statement || !statement->step() || statement->text(0) != "ok")
        problem("SQLite's integrity check");
}

/// Each request that is there came in with its entry, and no entry without its request.
void Round::check_record(std::size_t rows) {
    const auto report = verify_sqlite_inbox(state_ / "consult.db");
    if (!report) return problem("the record: " + report.error().detail);
    if (!report->holds()) problem("the record does not hold");
    if (static_cast<std::size_t>(report->entries) != rows)
        problem("the record has other entries than an arrival a request");
}

void Round::verify() {
    ++figures_.rounds;
    figures_.acknowledged += acknowledged_.size();
    if (tried_.empty()) return;  // killed before anything was sent, each time
    const auto key = load_secret_key(demonstration_key_file(state_), base::SecretString(1));
    if (!key) return problem("the secret key: " + key.error().detail);
    const auto queue = Queue::open(state_ / "consult.db", OpenMode::read);
    if (!queue) return problem("the queue: " + queue.error().detail);
    const auto rows = (*queue)->list();
    if (!rows) return problem("the queue: " + rows.error().detail);
    figures_.rows += rows->size();
    check_rows(*rows, *key);
    check_no_plain_text();
    check_integrity();
    check_record(rows->size());
}

Figures run(int kills, const std::string& submitter) {
    Figures figures;
    std::mt19937 random(std::random_device{}());
    std::string name = std::filesystem::temp_directory_path() / "candor-kill-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    while (figures.kills < kills) {
        const auto state = std::filesystem::path(name) / std::to_string(figures.rounds);
        Round round(state, submitter, figures);
        for (int i = 0; i < kKillsARound && figures.kills < kills; ++i) round.kill_once(random);
        round.verify();
    }
    if (figures.problems == 0) std::filesystem::remove_all(name);
    if (figures.problems != 0) std::cerr << "kept for a look: " << name << "\n";
    return figures;
}

int report(const Figures& figures) {
    std::printf(
        "%d kills in %d rounds: %zu requests acknowledged, %zu stored, %zu problems.\n"
        "%d kills hit a request under way; of %d looked at, %d were stored already and kept their "
        "one row.\n",
        figures.kills, figures.rounds, figures.acknowledged, figures.rows, figures.problems,
        figures.in_flight, figures.looked_at, figures.already_stored);
    if (figures.acknowledged == 0) std::puts("Nothing was acknowledged: this proves nothing.");
    return figures.problems == 0 && figures.acknowledged > 0 ? 0 : 1;
}

}  // namespace
}  // namespace candor::consult

int main(int argc, char** argv) {
    const int kills = argc == 3 ? std::atoi(argv[1]) : 0;
    if (kills <= 0) {
        std::fputs("usage: kill_driver KILLS SUBMITTER\n", stderr);
        return 2;
    }
    return candor::consult::report(candor::consult::run(kills, argv[2]));
}
