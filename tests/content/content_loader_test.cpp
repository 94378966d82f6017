#include "content/content_loader.h"

#include <gtest/gtest.h>

#include <functional>
#include <mutex>
#include <thread>

#include "../pack/package/package_scratch.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;

/// A kiosk on which versions of the pack "scratch" are installed, and its loader.
class Loading : public testing::Test {
  protected:
    Loading() {
        places_ = base::default_places();
        places_.content = kiosk_.scratch() / "shipped";
        places_.state = kiosk_.state();
        fs::create_directories(places_.content);
        fs::create_directories(places_.state);
    }
    void starts(const fs::path& preview = {}, Care care = Care::usual) {
        const auto arrives = [this] {
            const std::lock_guard lock(mutex_);
            ++arrivals_;
            arrived_.notify_all();
        };
        loader_ = std::make_unique<ContentLoader>(places_, preview, arrives, care);
    }
    void ends() { loader_.reset(); }
    /// What is shown next; the loader's thread has it.
    Content shown() {
        auto content = loader_->take_content(Wait::yes);
        EXPECT_TRUE(content);
        return content ? std::move(*content)
                       : Content{nullptr, std::make_shared<pack::Library>(), {}};
    }
    static int version_in(const Content& content) {
        const pack::Pack* pack = content.library->find("scratch");
        return pack == nullptr ? 0 : pack->version;
    }
    /// Until the version is shown, whatever is shown before it; gives what was.
    std::vector<int> wait_for(int version) {
        std::vector<int> before;
        const auto look = [&] {
            auto content = loader_->take_content(Wait::no);
            if (content) before.push_back(version_in(*content));
            return !before.empty() && before.back() == version;
        };
        std::unique_lock lock(mutex_);
        EXPECT_TRUE(arrived_.wait_for(lock, std::chrono::seconds(60), look));
        if (!before.empty()) before.pop_back();
        return before;
    }
    /// The loader's thread writes it between two loads.
    void wait_for_note() const {
        while (!fs::exists(places_.state / "packs-went-well")) std::this_thread::yield();
    }
    void damage(const char* file) const {
        std::ofstream(kiosk_.live()->folder / file, std::ios::app) << "x";
    }

    pack::Kiosk kiosk_;
    base::Places places_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    int arrivals_ = 0;
    std::unique_ptr<ContentLoader> loader_;
};

}  // namespace

TEST_F(Loading, everything_is_there_once_it_is_needed_and_is_taken_once) {
    places_.content = fs::path(CANDOR_SOURCE_DIR) / "content";
    starts();
    const Content content = shown();
    EXPECT_NE(content.library->find("prp"), nullptr);
    EXPECT_NE(content.self_check, nullptr);
    EXPECT_TRUE(content.words && content.words->strings.contains("ar"));
    EXPECT_FALSE(loader_->take_content(Wait::no));
    const auto index = loader_->take_index(Wait::yes);
    ASSERT_TRUE(index);
    EXPECT_FALSE(index->find("en", "prp", 5).empty());
    EXPECT_FALSE(loader_->is_loading());
}

TEST_F(Loading, what_is_installed_meanwhile_is_shown_after_a_reload) {
    starts();
    EXPECT_EQ(version_in(shown()), 0);
    ASSERT_TRUE(kiosk_.install(3));
    loader_->reload();
    EXPECT_TRUE(loader_->is_loading());
    EXPECT_EQ(version_in(shown()), 3);
    ASSERT_TRUE(kiosk_.install(4));
    loader_->reload();
    EXPECT_EQ(version_in(shown()), 4);
}

TEST_F(Loading, damaged_text_is_never_shown_and_the_version_before_takes_its_place) {
    ASSERT_TRUE(kiosk_.install(3));
    ASSERT_TRUE(kiosk_.install(4));
    damage("en/010-first.md");
    starts();
    EXPECT_EQ(version_in(shown()), 3);
    EXPECT_EQ(kiosk_.live_version(), 3);
    EXPECT_TRUE(kiosk_.live()->damage_note) << "staff are told";
}

TEST_F(Loading, damaged_picture_is_found_by_itself_and_the_version_before_comes_later) {
    ASSERT_TRUE(kiosk_.install(3));
    ASSERT_TRUE(kiosk_.install(4));
    damage("images/x.png");
    starts();
    wait_for(3);
    EXPECT_EQ(kiosk_.live_version(), 3);
}

TEST_F(Loading, doubt_looks_again_at_what_was_good) {
    ASSERT_TRUE(kiosk_.install(3));
    ASSERT_TRUE(kiosk_.install(4));
    starts();
    wait_for(4);
    const auto index = loader_->take_index(Wait::yes);
    // By now, or soon, every byte was looked at, and a reload alone looks at no byte again.
    damage("images/x.png");
    loader_->doubt(kiosk_.live()->folder);
    wait_for(3);
}

TEST_F(Loading, pack_that_has_no_version_before_it_gives_way_to_the_shipped_one) {
    fs::copy(kiosk_.pack().folder(), places_.content / "scratch", fs::copy_options::recursive);
    ASSERT_TRUE(kiosk_.install(4));
    damage("en/010-first.md");
    starts();
    EXPECT_EQ(version_in(shown()), 3) << "the shipped one";
}

TEST_F(Loading, with_care_has_the_versions_that_went_well_and_keeps_them) {
    ASSERT_TRUE(kiosk_.install(3));
    starts();
    EXPECT_EQ(version_in(shown()), 3);
    loader_->went_well();
    loader_->take_index(Wait::yes);
    wait_for_note();
    ends();
    ASSERT_TRUE(kiosk_.install(4));
    starts({}, Care::safe);
    EXPECT_EQ(version_in(shown()), 3);
    EXPECT_EQ(kiosk_.live_version(), 3);
    EXPECT_TRUE(kiosk_.live()->damage_note) << "staff are told";
    ends();
    starts({}, Care::safe);
    EXPECT_EQ(version_in(shown()), 3) << "that one is trusted";
}

TEST_F(Loading, that_asks_for_staff_shows_no_pack_and_takes_nothing_off) {
    ASSERT_TRUE(kiosk_.install(3));
    starts({}, Care::ask_staff);
    const Content content = shown();
    EXPECT_TRUE(content.library->packs.empty());
    EXPECT_EQ(content.self_check, nullptr);
    EXPECT_TRUE(content.words && content.words->strings.contains("ar"));
    EXPECT_EQ(kiosk_.live_version(), 3);
}

TEST_F(Loading, with_care_does_without_the_clinics_logo_and_keeps_its_words) {
    std::ofstream(places_.state / "kiosk.yaml")
        << "clinic:\n  name: Nord\n  logo: logo.svg\n  colour: \"#0E5E5B\"\n";
    starts({}, Care::safe);
    const auto clinic = shown().clinic;
    EXPECT_EQ(clinic.name.in("en"), "Nord");
    EXPECT_TRUE(clinic.logo.empty());
    EXPECT_FALSE(clinic.colour);
}

TEST_F(Loading, logo_that_is_not_there_or_no_picture_is_left_out_and_told) {
    std::ofstream(places_.state / "kiosk.yaml") << "clinic:\n  name: Nord\n  logo: logo.png\n";
    for (const std::string_view bytes : {"", "no picture"}) {
        if (!bytes.empty()) std::ofstream(places_.state / "logo.png") << bytes;
        testing::internal::CaptureStderr();
        starts();
        const auto clinic = shown().clinic;
        loader_.reset();
        EXPECT_EQ(clinic.name.in("en"), "Nord");
        EXPECT_TRUE(clinic.logo.empty());
        EXPECT_NE(testing::internal::GetCapturedStderr().find("logo.png cannot be drawn"),
                  std::string::npos);
    }
}

TEST_F(Loading, logo_keeps_its_shape_with_a_size_or_without) {
    std::ofstream(places_.state / "kiosk.yaml") << "clinic:\n  name: Nord\n  logo: logo.svg\n";
    for (const auto& [size, aspect] :
         {std::pair{R"(width="40" height="20")", 2.0F}, {R"(viewBox="0 0 50 10")", 5.0F}}) {
        std::ofstream(places_.state / "logo.svg")
            << "<svg xmlns=\"http://www.w3.org/2000/svg\" " << size
            << R"(><rect width="9" height="9"/></svg>)";
        starts();
        const auto clinic = shown().clinic;
        EXPECT_FLOAT_EQ(clinic.logo_aspect, aspect);
        EXPECT_FALSE(clinic.logo.empty());
        loader_.reset();
    }
}

TEST_F(Loading, index_whose_file_cannot_be_written_finds_all_the_same) {
    ASSERT_TRUE(kiosk_.install(3));
    fs::create_directory(places_.state / "library.db");
    starts();
    EXPECT_EQ(version_in(shown()), 3);
    const auto index = loader_->take_index(Wait::yes);
    ASSERT_TRUE(index);
    EXPECT_FALSE(index->find("en", "plain", 5).empty());
}

TEST_F(Loading, preview_is_one_pack_as_it_lies_there_and_leaves_the_state_folder_alone) {
    fs::remove_all(places_.state);
    starts(kiosk_.pack().folder());
    EXPECT_EQ(version_in(shown()), 3);
    EXPECT_NE(loader_->take_index(Wait::yes), nullptr);
    kiosk_.pack().change("version: 3", "version: 9");
    loader_->reload();
    EXPECT_EQ(version_in(shown()), 9);
    loader_.reset();
    EXPECT_FALSE(fs::exists(places_.state));
}

}  // namespace candor::content
