#include <signal.h>
#include <sodium.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <thread>

#include "pack/package/build_package.h"
#include "pack/package/highest.h"
#include "pack/package/install.h"
#include "pack/package/library.h"

// usage: install_kill_driver KILLS WORKER
// Lets WORKER install version after version of a pack of 200 files, and kills it with SIGKILL at a
// random moment, KILLS times. After each kill the old version or the new one must be live and
// whole, by every byte, and the highest version be noted; the next installation must succeed where
// the last was cut off. At the end the link goes, and the first version must still be refused. Exit
// status 0: so it was, each time.

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

constexpr auto kForever = std::chrono::microseconds::max();

struct Figures {
    int kills = 0, old_version = 0, new_version = 0, left_over = 0, finished = 0, problems = 0;
};

class Driver {
  public:
    Driver(fs::path root, std::string worker)
        : root_(std::move(root)), worker_(std::move(worker)) {}
    Figures run(int kills);

  private:
    void write_pack();
    std::string build(int version);
    void write_policy();
    /// True: it was killed before it ended.
    bool install_for(const std::string& package, std::chrono::microseconds life);
    void look(int before, int wanted);
    void look_at_highest(int live, int wanted);
    void try_downgrade();
    void problem(const std::string& what) {
        ++figures_.problems;
        std::cerr << "PROBLEM: " << what << '\n';
    }

    fs::path root_, state_ = root_ / "state", folder_ = root_ / "kill";
    std::string worker_;
    SigningKey key_ = new_signing_key();
    std::mt19937 random_{std::random_device{}()};
    Figures figures_;
};

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

void Driver::write_pack() {
    for (int i = 0; i < 100; ++i)
        write(folder_ / ("en/p" + std::to_string(i) + ".md"), "---\ntitle: A page\n---\nWords.\n");
    for (int i = 0; i < 100; ++i)
        write(folder_ / ("images/" + std::to_string(i) + ".svg"), std::string(40'000, 'x'));
}

std::string Driver::build(int version) {
    write(folder_ / "pack.yaml", "id: kill\nversion: " + std::to_string(version) +
                                     "\nlanguages: [en]\ntitle: {en: Kill}\n");
    write(folder_ / "images/0.svg", std::string(40'000, static_cast<char>('a' + version % 26)));
    const auto file = root_ / "kill.candorpack";
    if (!build_package(folder_, file) ||
        !sign_package(file, {Role::author, "2026-11-22", "Kill", "", {}}, key_))
        std::abort();
    return file.string();
}

void Driver::write_policy() {
    write(policy_file(state_), "packs:\n  require: [author]\n  keys: {author: [\"" +
                                   key_.verifying_key().to_base64() + "\"]}\n");
}

bool Driver::install_for(const std::string& package, std::chrono::microseconds life) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl(worker_.c_str(), worker_.c_str(), state_.c_str(), package.c_str(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    if (life != kForever) {
        std::this_thread::sleep_for(life);
        ::kill(child, SIGKILL);
    }
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0) problem("the worker failed by itself");
    return WIFSIGNALED(status);
}

void Driver::look(int before, int wanted) {
    const auto policy = read_policy(state_);
    const auto live = installed_pack(state_, "kill", policy);
    const int version = live ? live->version : 0;
    (version == wanted ? figures_.new_version : figures_.old_version) += 1;
    if (version != wanted && version != before)
        problem("version " + std::to_string(version) + " is live, not " + std::to_string(before) +
                " or " + std::to_string(wanted));
    std::error_code error;
    for (fs::directory_iterator entry(packs_folder(state_) / "kill", error), end;
         !error && entry != end; entry.increment(error))
        if (entry->path().filename().string().starts_with(".new-")) ++figures_.left_over;
    if (!live) return;
    look_at_highest(version, wanted);
    if (live->state != InstalledPack::State::good) problem("the live version is " + live->why);
    if (const auto whole = verify_installed(*live); !whole)
        problem(whole.error().where + ": " + whole.error().detail);
    const auto library = load_library(root_ / "none", {*live}, ShowShipped::no);
    if (library->packs.size() != 1) problem("the live version does not load");
    if (version > 1 && !live->previous_version) problem("the version before is gone");
}

void Driver::look_at_highest(int live, int wanted) {
    const auto highest = highest_version(state_, "kill");
    if (!highest || !highest->noted)
        problem("the highest version is not noted");
    else if (highest->version < live || highest->version > wanted)
        problem("version " + std::to_string(highest->version) + " is noted as the highest, " +
                std::to_string(live) + " is live");
}

void Driver::try_downgrade() {
    fs::remove(packs_folder(state_) / "kill/live");
    const auto done = install_package(build(1), state_, read_policy(state_));
    if (done || done.error().kind != base::FaultKind::refused)
        problem("without its link the pack took version 1 again");
}

Figures Driver::run(int kills) {
    write_pack();
    write_policy();
    const auto package_1 = build(1);
    const auto begin = std::chrono::steady_clock::now();
    install_for(package_1, kForever);
    int live = 1;
    // A third longer than it takes on this machine.
    auto longest = std::chrono::duration_cast<std::chrono::microseconds>(
                       std::chrono::steady_clock::now() - begin) *
                   4 / 3;
    while (figures_.kills < kills) {
        const auto package = build(live + 1);
        std::uniform_int_distribution<long> life(0, longest.count());
        const bool killed = install_for(package, std::chrono::microseconds(life(random_)));
        look(live, live + 1);
        figures_.kills += killed ? 1 : 0;
        figures_.finished += killed ? 0 : 1;
        // As short as lets about one in three end.
        longest = killed ? longest * 51 / 50 : longest * 24 / 25;
        const auto now = installed_pack(state_, "kill", read_policy(state_));
        if (now) live = now->version;
    }
    install_for(build(live + 1), kForever);
    try_downgrade();
    return figures_;
}

int report(const Figures& f) {
    std::printf(
        "%d kills, %d installations that ended first: %d times the old version, %d times the new "
        "one was live; %d half-unpacked folders were left and never shown; %d problems.\n",
        f.kills, f.finished, f.old_version, f.new_version, f.left_over, f.problems);
    if (f.left_over == 0) std::puts("No kill hit the unpacking: this proves little.");
    return f.problems == 0 && f.left_over > 0 ? 0 : 1;
}

}  // namespace
}  // namespace candor::pack

int main(int argc, char** argv) {
    const int kills = argc == 3 ? std::atoi(argv[1]) : 0;
    if (kills <= 0 || sodium_init() < 0) {
        std::fputs("usage: install_kill_driver KILLS WORKER\n", stderr);
        return 2;
    }
    std::string name = std::filesystem::temp_directory_path() /
                       ("candor-install-kill-" + std::to_string(::getpid()) + "-XXXXXX");
    if (::mkdtemp(name.data()) == nullptr) return 1;
    const auto figures = candor::pack::Driver(name, argv[2]).run(kills);
    if (figures.problems == 0)
        std::filesystem::remove_all(name);
    else
        std::cerr << "kept for a look: " << name << '\n';
    return candor::pack::report(figures);
}
