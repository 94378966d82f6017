#include "kiosk/staff_desk.h"

#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "../pack/package/package_scratch.h"
#include "pack/package/policy.h"
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

/// A kiosk's staff desk with a folder below which sticks appear. What is told is taken as the
/// kiosk's loop takes it.
class AtTheDesk : public testing::Test {
  protected:
    AtTheDesk() {
        EXPECT_GE(sodium_init(), 0);
        std::string name = testing::TempDir() + "candor-staff-desk-XXXXXX";
        root_ = ::mkdtemp(name.data());
        fs::create_directories(stick());
        fs::create_directories(options_.state = root_ / "state");
        options_.sticks = {root_ / "media"};
        std::ofstream(pack::policy_file(options_.state))
            << pack::with_staff_code("", hash_of(kCode));
        desk_ = std::make_unique<StaffDesk>(
            options_, [] { return 0; }, StaffDesk::Calls{[this] { news(); }, [] {}});
        types("000000");  // tells which thread is the desk's
    }
    ~AtTheDesk() override {
        hold(false);
        desk_.reset();
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }

    fs::path stick() const { return root_ / "media/stick"; }
    void news() {
        std::unique_lock lock(mutex_);
        if (news_++ == 0) desk_thread_ = std::this_thread::get_id();
        const bool of_desk = std::this_thread::get_id() == desk_thread_;
        if (!of_desk) ++stick_changes_;
        if (of_desk && held_) is_held_ = true;
        came_.notify_all();
        came_.wait(lock, [&] { return !of_desk || !held_; });
    }
    /// Stops the desk's thread where it next has news, until it is let go.
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
            desk_->tell(staff_);
            if (is_so()) return;
            lock.lock();
            if (came_.wait_for(lock, kPatience, [&] { return news_ != seen; })) continue;
            FAIL() << "no news any more; the last message is \"" << staff_.message << '"';
        }
    }
    void types(std::string_view code) {
        staff_.stage = Stage::checking;
        desk_->check_code(code);
        wait_until([this] { return staff_.stage != Stage::checking; });
    }
    void looks() {
        desk_->look(std::make_shared<const pack::Library>());
        wait_until([this] { return !staff_.looking && !staff_.on_stick.empty(); });
    }
    /// All that was asked of the desk before has been done.
    void catches_up() {
        desk_->install(root_ / "none");
        wait_until([this] { return !staff_.message.empty() && staff_.installing.empty(); });
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
    std::thread::id desk_thread_;
    int news_ = 0, stick_changes_ = 0;
    bool held_ = false, is_held_ = false;
    std::unique_ptr<StaffDesk> desk_;
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

TEST_F(AtTheDesk, stick_is_opened_behind_the_code_alone_after_an_earlier_visit_too) {
    Opened opened(stick());
    puts("first.candorpack");
    desk_->look(std::make_shared<const pack::Library>());
    types("111111");
    EXPECT_EQ(opened.files(), 0) << "without a code";
    types(kCode);
    ASSERT_EQ(staff_.stage, Stage::open);
    looks();
    EXPECT_GT(opened.files(), 0);
    desk_->lock();
    puts("visitor.candorpack");
    types("111111");  // whatever was to be done before this is done
    EXPECT_EQ(opened.files(), 0) << "a visitor's stick";
}

TEST_F(AtTheDesk, many_changes_while_it_is_busy_are_one_look) {
    puts("first.candorpack");
    types(kCode);
    ASSERT_EQ(staff_.stage, Stage::open);
    Opened opened(stick());
    looks();
    const int once = opened.files();
    ASSERT_GT(once, 0);
    hold(true);
    desk_->look(std::make_shared<const pack::Library>());
    wait_until_held();
    for (int i = 0; i < 400; ++i) desk_->look(std::make_shared<const pack::Library>());
    hold(false);
    catches_up();
    EXPECT_EQ(opened.files(), 2 * once);
}

TEST_F(AtTheDesk, cancelled_installation_changes_nothing_and_the_one_after_it_goes_on) {
    pack::Kiosk clinic;
    trusts(clinic);
    types(kCode);
    const auto newer = clinic.package(5), older = clinic.package(4);
    hold(true);
    desk_->install(newer);
    wait_until_held();
    desk_->cancel();
    desk_->install(older);
    hold(false);
    wait_until([this] { return staff_.message == "staff.installed"; });
    EXPECT_EQ(staff_.message_version, "4") << "had the newer one gone on, this were a downgrade";
    EXPECT_EQ(installed_version(), 4);
}

TEST_F(AtTheDesk, end_of_the_visit_stops_an_installation_and_drops_what_waits_behind_it) {
    pack::Kiosk clinic;
    trusts(clinic);
    types(kCode);
    hold(true);
    desk_->install(clinic.package(5));
    wait_until_held();
    desk_->install(clinic.package(4));
    desk_->lock();
    staff_ = {};
    hold(false);
    types("111111");  // whatever was to be done before this is done
    EXPECT_EQ(installed_version(), 0);
    EXPECT_EQ(staff_.stage, Stage::locked);
    EXPECT_EQ(staff_.message, "") << "the next one at the screen is told nothing of it";
    EXPECT_EQ(staff_.installing, "");
}

TEST_F(AtTheDesk, code_of_an_earlier_visit_opens_nothing) {
    hold(true);
    desk_->check_code("111111");
    wait_until_held();
    desk_->check_code(kCode);
    desk_->lock();
    staff_ = {};
    hold(false);
    types("111111");
    EXPECT_EQ(staff_.stage, Stage::locked);
    EXPECT_TRUE(staff_.wrong);
}

TEST_F(AtTheDesk, version_before_comes_back_and_is_told) {
    pack::Kiosk clinic;
    trusts(clinic);
    types(kCode);
    for (const int version : {3, 4}) {
        desk_->install(clinic.package(version));
        wait_until([&] { return staff_.message_version == std::to_string(version); });
    }
    desk_->roll_back("scratch");
    wait_until([this] { return staff_.message == "staff.rolled-back"; });
    EXPECT_EQ(staff_.message_version, "3");
    EXPECT_EQ(installed_version(), 3);
}

}  // namespace candor::kiosk
