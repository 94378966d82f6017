#include "kiosk/staff_work.h"

#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "../pack/package/package_scratch.h"
#include "pack/package/policy.h"
#include "pack/package/policy_text.h"
#include "pack/package/store.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using Stage = screens::Staff::Stage;

constexpr std::string_view kCode = "246810";
constexpr std::chrono::seconds kPatience{60};  // only what never comes takes so long

std::string hash_of(std::string_view code) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    EXPECT_EQ(crypto_pwhash_str(text.data(), code.data(), code.size(), crypto_pwhash_OPSLIMIT_MIN,
                                crypto_pwhash_MEMLIMIT_MIN),
              0);
    return text.data();
}

/// A kiosk's part for staff with a folder below which sticks appear. What is told is taken as the
/// kiosk's loop takes it.
class StaffAtWork : public testing::Test {
  protected:
    StaffAtWork() {
        EXPECT_GE(sodium_init(), 0);
        std::string name = testing::TempDir() + "candor-staff-XXXXXX";
        root_ = ::mkdtemp(name.data());
        fs::create_directories(stick());
        fs::create_directories(options_.state = root_ / "state");
        options_.sticks = {root_ / "media"};
        options_.sticks_wanted = root_ / "sticks-wanted";
        std::ofstream(options_.sticks_wanted) << "";  // of a kiosk that was killed
        std::ofstream(pack::policy_file(options_.state))
            << pack::with_staff_code("", hash_of(kCode));
        work_ = std::make_unique<StaffWork>(
            options_, [this] { return now_ms_.load(); },
            StaffWork::Calls{[this] { news(); }, [this] { ++changes_; }});
        types("000000");  // tells which thread is the worker's
    }
    ~StaffAtWork() override {
        hold(false);
        work_.reset();
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }

    fs::path stick() const { return root_ / "media/stick"; }
    bool wants_sticks() const { return fs::exists(options_.sticks_wanted); }
    void news() {
        std::unique_lock lock(mutex_);
        if (news_++ == 0) workers_thread_ = std::this_thread::get_id();
        const bool of_worker = std::this_thread::get_id() == workers_thread_;
        if (!of_worker) ++stick_changes_;
        if (of_worker && held_) is_held_ = true;
        came_.notify_all();
        came_.wait(lock, [&] { return !of_worker || !held_; });
    }
    /// Stops the worker's thread where it next has news, until it is let go.
    void hold(bool held) {
        const std::lock_guard lock(mutex_);
        held_ = held;
        came_.notify_all();
    }
    void wait_until_held() {
        std::unique_lock lock(mutex_);
        came_.wait(lock, [this] { return is_held_; });
    }
    /// kiosk.yaml names the keys of who signs there.
    void trusts(pack::Kiosk& clinic) const {
        std::ofstream policy(pack::policy_file(options_.state), std::ios::app);
        policy << "packs:\n  require: [author, reviewer]\n  keys:\n";
        for (const auto& [role, keys] : clinic.policy().keys)
            policy << "    " << pack::name_of(role) << ": [\"" << keys.front().to_base64()
                   << "\"]\n";
    }
    int installed_version() const {
        const auto pack =
            pack::installed_pack(options_.state, "scratch", pack::read_policy(options_.state));
        return pack ? pack->version : 0;
    }
    /// Until what is told is so.
    void wait_until(const std::function<bool()>& is_so) {
        std::unique_lock lock(mutex_);
        while (true) {
            const int seen = news_;
            lock.unlock();
            work_->tell(staff_);
            if (is_so()) return;
            lock.lock();
            if (came_.wait_for(lock, kPatience, [&] { return news_ != seen; })) continue;
            FAIL() << "no news any more; the last message is \"" << staff_.news.message << '"';
        }
    }
    void types(std::string_view code) {
        staff_.news.stage = Stage::checking;
        work_->check_code(code);
        wait_until([this] { return staff_.news.stage != Stage::checking; });
    }
    void looks() {
        work_->look(std::make_shared<const pack::Library>());
        wait_until([this] { return !staff_.news.looking && !staff_.news.on_stick.empty(); });
    }
    /// All that was asked before has been done.
    void catches_up() {
        work_->install(root_ / "none");
        wait_until(
            [this] { return !staff_.news.message.empty() && staff_.news.installing.empty(); });
    }
    /// A file that is taken for a package, and is none; waits until the kiosk has noticed.
    void puts(const std::string& name) {
        std::unique_lock lock(mutex_);
        const int seen = stick_changes_;
        std::ofstream(root_ / name) << "PK no package";
        fs::rename(root_ / name, stick() / name);
        came_.wait(lock, [&] { return stick_changes_ != seen; });
    }

    fs::path root_;
    Options options_;
    screens::Staff staff_;
    std::mutex mutex_;
    std::condition_variable came_;
    std::thread::id workers_thread_;
    int news_ = 0, stick_changes_ = 0;
    std::atomic<std::int64_t> now_ms_ = 0;
    std::atomic<int> changes_ = 0;  ///< of the live packs or the day, as the kiosk is told
    bool held_ = false, is_held_ = false;
    std::unique_ptr<StaffWork> work_;
};

/// What programs opened in a folder, by inotify.
class Opened {
  public:
    explicit Opened(const fs::path& folder)
        : fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
          watch_(::inotify_add_watch(fd_, folder.c_str(), IN_OPEN)) {
        EXPECT_GE(watch_, 0);
    }
    ~Opened() { ::close(fd_); }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    /// How often a file, not the folder itself, was opened since the last call.
    int files() {
        alignas(inotify_event) std::array<char, 64 * 1024> buffer{};
        int count = 0;
        for (ssize_t got = 0; (got = ::read(fd_, buffer.data(), buffer.size())) > 0;)
            for (ssize_t at = 0; at < got;) {
                const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
                if ((event->mask & IN_ISDIR) == 0) ++count;
                at += static_cast<ssize_t>(sizeof *event + event->len);
            }
        return count;
    }

  private:
    int fd_, watch_;
};

}  // namespace

TEST_F(StaffAtWork, stick_is_opened_behind_the_code_alone_after_an_earlier_visit_too) {
    Opened opened(stick());
    puts("first.candorpack");
    work_->look(std::make_shared<const pack::Library>());
    types("111111");
    EXPECT_EQ(opened.files(), 0) << "without a code";
    types(kCode);
    ASSERT_EQ(staff_.news.stage, Stage::open);
    looks();
    EXPECT_GT(opened.files(), 0);
    work_->lock();
    puts("visitor.candorpack");
    types("111111");  // whatever was to be done before this is done
    EXPECT_EQ(opened.files(), 0) << "a visitor's stick";
}

TEST_F(StaffAtWork, sticks_are_wanted_from_the_right_code_to_the_end_of_the_visit) {
    EXPECT_FALSE(wants_sticks()) << "a wish of a kiosk that was killed";
    types("111111");
    EXPECT_FALSE(wants_sticks());
    types(kCode);
    EXPECT_TRUE(wants_sticks());
    work_->lock();
    staff_ = {};
    EXPECT_FALSE(wants_sticks());
    types(kCode);
    EXPECT_TRUE(wants_sticks());
    work_.reset();
    EXPECT_FALSE(wants_sticks()) << "the kiosk has ended";
}

TEST_F(StaffAtWork, folder_that_waits_for_a_stick_tells_that_one_came) {
    std::unique_lock lock(mutex_);
    const int seen = stick_changes_;
    fs::create_directories(root_ / "media/sdb1");
    came_.wait(lock, [&] { return stick_changes_ != seen; });
    lock.unlock();
    EXPECT_TRUE(work_->take_stick());
    EXPECT_FALSE(work_->take_stick());
}

TEST_F(StaffAtWork, many_changes_while_it_is_busy_are_one_look) {
    puts("first.candorpack");
    types(kCode);
    ASSERT_EQ(staff_.news.stage, Stage::open);
    Opened opened(stick());
    looks();
    const int once = opened.files();
    ASSERT_GT(once, 0);
    hold(true);
    work_->look(std::make_shared<const pack::Library>());
    wait_until_held();
    for (int i = 0; i < 400; ++i) work_->look(std::make_shared<const pack::Library>());
    hold(false);
    catches_up();
    EXPECT_EQ(opened.files(), 2 * once);
}

TEST_F(StaffAtWork, cancelled_installation_changes_nothing_and_the_one_after_it_goes_on) {
    pack::Kiosk clinic;
    trusts(clinic);
    types(kCode);
    const auto newer = clinic.package(5), older = clinic.package(4);
    hold(true);
    work_->install(newer);
    wait_until_held();
    work_->cancel();
    work_->install(older);
    hold(false);
    wait_until([this] { return staff_.news.message == "staff.installed"; });
    EXPECT_EQ(staff_.news.message_version, "4")
        << "had the newer one gone on, this were a downgrade";
    EXPECT_EQ(installed_version(), 4);
}

TEST_F(StaffAtWork, end_of_the_visit_stops_an_installation_and_drops_what_waits_behind_it) {
    pack::Kiosk clinic;
    trusts(clinic);
    types(kCode);
    hold(true);
    work_->install(clinic.package(5));
    wait_until_held();
    work_->install(clinic.package(4));
    work_->lock();
    staff_ = {};
    hold(false);
    types("111111");  // whatever was to be done before this is done
    EXPECT_EQ(installed_version(), 0);
    EXPECT_EQ(staff_.news.stage, Stage::locked);
    EXPECT_EQ(staff_.news.message, "") << "the next one at the screen is told nothing of it";
    EXPECT_EQ(staff_.news.installing, "");
}

TEST_F(StaffAtWork, code_of_an_earlier_visit_opens_nothing) {
    hold(true);
    work_->check_code("111111");
    wait_until_held();
    work_->check_code(kCode);
    work_->lock();
    staff_ = {};
    hold(false);
    types("111111");
    EXPECT_EQ(staff_.news.stage, Stage::locked);
    EXPECT_TRUE(staff_.news.wrong);
}

TEST_F(StaffAtWork, kiosk_without_a_code_says_so_and_opens_to_none) {
    std::ofstream(pack::policy_file(options_.state)) << "";
    types(kCode);
    EXPECT_TRUE(staff_.news.no_code);
    EXPECT_FALSE(staff_.news.wrong);
    EXPECT_EQ(staff_.news.stage, Stage::locked);
}

TEST_F(StaffAtWork, after_five_wrong_codes_the_right_one_waits_and_is_told_how_long) {
    EXPECT_EQ(work_->next_deadline_ms(), std::nullopt);
    for (int wrong = 1; wrong < 5; ++wrong) types("111111");
    EXPECT_EQ(staff_.wait_s, 60);
    EXPECT_EQ(work_->next_deadline_ms(), 1000);
    work_->check_code(kCode);
    EXPECT_FALSE(work_->tell(staff_)) << "it is not looked at, and nothing has changed";
    EXPECT_EQ(staff_.news.stage, Stage::locked);
    now_ms_ = 59'500;
    EXPECT_TRUE(work_->tell(staff_));
    EXPECT_EQ(staff_.wait_s, 1);
    EXPECT_EQ(work_->next_deadline_ms(), 60'000);
    now_ms_ = 60'000;
    types(kCode);
    EXPECT_EQ(staff_.news.stage, Stage::open);
    EXPECT_EQ(staff_.news.wrong_codes, 5) << "staff learn that somebody tried";
    EXPECT_EQ(staff_.wait_s, 0);
}

TEST_F(StaffAtWork, slip_of_staff_is_no_news_to_them) {
    types("111111");
    EXPECT_TRUE(staff_.news.wrong);
    types(kCode);
    EXPECT_EQ(staff_.news.stage, Stage::open);
    EXPECT_EQ(staff_.news.wrong_codes, 0);
}

TEST_F(StaffAtWork, package_that_is_gone_is_a_problem_and_changes_nothing) {
    pack::Kiosk clinic;
    trusts(clinic);
    types(kCode);
    work_->install(stick() / "gone.candorpack");
    wait_until([this] { return !staff_.news.message.empty(); });
    EXPECT_TRUE(staff_.news.problem);
    EXPECT_EQ(staff_.news.message, "staff.problem.gone");
    EXPECT_EQ(staff_.news.installing, "");
    EXPECT_EQ(changes_, 0);
}

TEST_F(StaffAtWork, pack_without_a_version_before_does_not_go_back) {
    types(kCode);
    work_->roll_back("scratch");
    wait_until([this] { return !staff_.news.message.empty(); });
    EXPECT_TRUE(staff_.news.problem);
    EXPECT_EQ(changes_, 0);
}

TEST_F(StaffAtWork, doubted_clock_is_told_and_right_once_somebody_says_so) {
    std::ofstream(options_.state / "last-day") << "2999-01-01\n";
    types(kCode);
    work_->look(std::make_shared<const pack::Library>());
    wait_until([this] { return staff_.news.clock.has_value(); });
    EXPECT_EQ(staff_.news.clock->seen, "2999-01-01");
    EXPECT_FALSE(staff_.news.clock->ahead);
    work_->believe_clock();
    wait_until([this] { return !staff_.news.clock; });
    EXPECT_EQ(changes_, 1) << "reviews are held against another day now";
    work_->look(std::make_shared<const pack::Library>());
    catches_up();
    EXPECT_FALSE(staff_.news.clock);
}

TEST_F(StaffAtWork, stick_is_news_when_it_comes_and_not_with_each_file_on_it) {
    EXPECT_FALSE(work_->take_stick());
    puts("first.candorpack");
    EXPECT_TRUE(work_->take_stick());
    EXPECT_FALSE(work_->take_stick()) << "once";
    puts("second.candorpack");
    EXPECT_FALSE(work_->take_stick());
}

TEST_F(StaffAtWork, version_before_comes_back_and_is_told) {
    pack::Kiosk clinic;
    trusts(clinic);
    types(kCode);
    for (const int version : {3, 4}) {
        work_->install(clinic.package(version));
        wait_until([&] { return staff_.news.message_version == std::to_string(version); });
    }
    work_->roll_back("scratch");
    wait_until([this] { return staff_.news.message == "staff.rolled-back"; });
    EXPECT_EQ(staff_.news.message_version, "3");
    EXPECT_EQ(installed_version(), 3);
}

}  // namespace candor::kiosk
