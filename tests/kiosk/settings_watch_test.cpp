#include "kiosk/settings_watch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>

#include "base/files.h"
#include "base/scratch_folder.h"
#include "kiosk/kiosk.h"
#include "platform/headless/headless_window.h"

// kiosk.yaml is changed while the kiosk runs.

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
constexpr std::chrono::seconds kUntilFollowed{60};  // only what never comes takes so long

class SettingsWatchTest : public testing::Test {
  protected:
    void save(const std::string& text) const {
        ASSERT_TRUE(base::write_file_atomically(folder_.path() / "kiosk.yaml", text));
    }
    void begin() {
        watch_.emplace(folder_.path());
        watch_->begin([this] {
            const std::lock_guard lock(mutex_);
            ++told_;
            news_.notify_all();
        });
        ASSERT_TRUE(watch_->works());
    }
    void wait_until_told(int times) {
        std::unique_lock lock(mutex_);
        ASSERT_TRUE(news_.wait_for(lock, kUntilFollowed, [&] { return told_ >= times; }));
        EXPECT_EQ(told_, times);
    }
    /// Until another watch of the same folder has seen it.
    void change_and_wait(const std::string& file, const std::string& text) {
        std::mutex mutex;
        std::condition_variable seen;
        int times = 0;
        const base::FolderWatch other({folder_.path()}, 0, [&] {
            const std::lock_guard lock(mutex);
            ++times;
            seen.notify_all();
        });
        std::ofstream(folder_.path() / file) << text;
        std::unique_lock lock(mutex);
        ASSERT_TRUE(seen.wait_for(lock, kUntilFollowed, [&] { return times > 0; }));
    }

    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-settings").value();
    std::mutex mutex_;
    std::condition_variable news_;
    int told_ = 0;
    std::optional<SettingsWatch> watch_;
};

/// A kiosk that follows its kiosk.yaml.
class FollowedSettings : public testing::Test {
  protected:
    void save(const std::string& text) const {
        ASSERT_TRUE(base::write_file_atomically(folder_.path() / "kiosk.yaml", text));
    }
    void starts(bool language_of_command_line = false) {
        Options options;
        options.content = fs::path(CANDOR_SOURCE_DIR) / "content";
        options.assets = fs::path(CANDOR_SOURCE_DIR) / "assets";
        options.decoder = fs::path(CANDOR_BINARY_DIR) / "bin/candor-decode";
        options.state = folder_.path();
        options.sticks.clear();
        options.reduced_motion = true;
        options.follows_display = true;
        options.follows_language = !language_of_command_line;
        kiosk_ = Kiosk::create(options, window_, [this] { return now_ms_; }).value();
        kiosk_->turn({});
        kiosk_->wait_until_loaded();
        kiosk_->turn({});
    }
    const screens::State& state() const { return kiosk_->state(); }
    std::string name() const { return state().catalog->clinic.name.in("en"); }
    std::vector<std::string> offered() const {
        std::vector<std::string> codes;
        for (const auto& language : state().catalog->languages) codes.push_back(language.code);
        return codes;
    }
    bool await(const std::function<bool()>& wanted) {
        const auto end = std::chrono::steady_clock::now() + kUntilFollowed;
        while (!wanted() && std::chrono::steady_clock::now() < end) {
            std::vector<platform::Event> events;
            window_.wait(100, events);
            kiosk_->turn(events);
        }
        return wanted();
    }

    std::int64_t now_ms_ = 1'000'000;
    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-settings").value();
    platform::HeadlessWindow window_{540, 960};
    std::unique_ptr<Kiosk> kiosk_;
};

}  // namespace

TEST_F(SettingsWatchTest, change_is_told_once_and_other_files_are_not) {
    save("phone_country: DE\n");
    begin();
    change_and_wait("counts.db", "counts");
    save("phone_country: TR\n");
    wait_until_told(1);
    change_and_wait("kiosk.yaml", "phone_country: TR\n");  // saved, but the same
    save("phone_country: ES\n");
    wait_until_told(2);
}

TEST_F(SettingsWatchTest, mistake_is_not_followed_until_it_is_mended) {
    begin();
    change_and_wait("kiosk.yaml", "phone_cuntry: DE\n");
    save("phone_country: DE\n");
    wait_until_told(1);
}

TEST_F(FollowedSettings, facts_and_languages_are_shown_without_a_restart) {
    starts();
    EXPECT_EQ(offered().size(), 5U);
    save("clinic: {name: Nord}\ndisplay: {language: de, languages: [de, tr]}\n");
    ASSERT_TRUE(await([&] { return name() == "Nord"; }));
    EXPECT_EQ(offered(), (std::vector<std::string>{"de", "tr"}));
    EXPECT_EQ(state().visit.language, "de");
    kiosk_->ask(screens::Start{});
    kiosk_->ask(screens::SetLanguage{"tr"});
    kiosk_->ask(screens::FinishVisit{});
    EXPECT_EQ(state().visit.language, "de") << "the next visit starts in it, too";
    save("clinic: {name: South}\n");
    ASSERT_TRUE(await([&] { return name() == "South"; }));
    EXPECT_EQ(offered().size(), 5U);
    EXPECT_EQ(state().visit.language, "en");
}

TEST_F(FollowedSettings, visit_keeps_what_it_began_with) {
    save("clinic: {name: Nord}\n");
    starts();
    kiosk_->ask(screens::Start{});
    save("clinic: {name: South}\ndisplay: {language: ar}\nclinic_key: nowhere.pub\n");
    ASSERT_TRUE(await([&] { return !state().kiosk.takes_requests; })) << "that is known at once";
    kiosk_->wait_until_loaded();
    kiosk_->turn({});
    EXPECT_EQ(name(), "Nord");
    EXPECT_EQ(state().visit.language, "en");
    kiosk_->ask(screens::FinishVisit{});
    ASSERT_TRUE(await([&] { return name() == "South"; }));
    EXPECT_EQ(state().visit.language, "ar");
}

TEST_F(FollowedSettings, language_of_the_command_line_wins) {
    starts(true);
    save("clinic: {name: Nord}\ndisplay: {language: de, languages: [de, tr]}\n");
    ASSERT_TRUE(await([&] { return name() == "Nord"; }));
    EXPECT_EQ(offered(), (std::vector<std::string>{"en", "de", "tr"}));
    EXPECT_EQ(state().visit.language, "en");
}

}  // namespace candor::kiosk
