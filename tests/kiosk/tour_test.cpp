#include "kiosk/tour.h"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <ctime>
#include <map>

#include "../packs/fragile_packs.h"

namespace {

std::atomic<int> looks_at_the_clock = 0;
std::atomic<bool> machine_is_busy = false;

}  // namespace

/// This program's clock. On a busy machine each look at it comes half a minute after the last.
extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
    const auto done = static_cast<int>(::syscall(SYS_clock_gettime, clock, now));
    if (machine_is_busy && clock == CLOCK_BOOTTIME) now->tv_sec += 30 * ++looks_at_the_clock;
    return done;
}

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using testing_packs::FragilePacks;

constexpr std::size_t kEnough = 64U << 20;

class TourTest : public testing::Test {
  protected:
    TourTest() {
        std::string name = testing::TempDir() + "candor-tour-test-XXXXXX";
        if (::mkdtemp(name.data()) != nullptr) folder = name;
    }
    ~TourTest() override { fs::remove_all(folder); }

    Options options(const fs::path& content) const {
        Options out;
        out.content = content;
        out.assets = fs::path(CANDOR_SOURCE_DIR) / "assets";
        out.decoder = fs::path(CANDOR_BINARY_DIR) / "bin/candor-decode";
        out.screens = folder / "screens";
        out.size = {540, 960};
        return out;
    }

    /// Every file that the tour wrote, by name.
    std::map<std::string, std::string> seen() const {
        std::map<std::string, std::string> out;
        for (const fs::path& file : FragilePacks::files_in(folder / "screens"))
            out[file.filename().string()] = base::read_file(file, kEnough).value();
        fs::remove_all(folder / "screens");
        return out;
    }
    static bool has(const std::map<std::string, std::string>& files, std::string_view part) {
        return std::any_of(files.begin(), files.end(), [&](const auto& file) {
            return file.first.find(part) != std::string::npos;
        });
    }

    /// A decoder that takes its time with each picture.
    fs::path slow_decoder() const {
        const fs::path script = folder / "decoder";
        std::ofstream(script) << "#!/bin/sh\nsleep 0.4\nexec " << CANDOR_BINARY_DIR
                              << "/bin/candor-decode\n";
        fs::permissions(script, fs::perms::owner_all);
        return script;
    }

    void write(const fs::path& file, const std::string& text) const {
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::trunc) << text;
    }

    fs::path folder;
    FragilePacks packs;
};

}  // namespace

TEST_F(TourTest, gives_the_same_bytes_however_slow_pictures_are) {
    Options slow = options(packs.folder());
    ASSERT_EQ(render_tour(slow), 0);
    const auto first = seen();
    slow.decoder = slow_decoder();
    ASSERT_EQ(render_tour(slow), 0);
    const auto second = seen();
    ASSERT_EQ(first.size(), second.size());
    ASSERT_GT(first.size(), 100U);
    for (const auto& [name, bytes] : first) EXPECT_TRUE(second.at(name) == bytes) << name;
}

TEST_F(TourTest, shows_no_warning_that_nobody_is_there_on_a_busy_machine) {
    machine_is_busy = true;
    const int ended = render_tour(options(packs.folder()));
    machine_is_busy = false;
    ASSERT_EQ(ended, 0);
    for (const auto& [name, bytes] : seen()) {
        if (!name.ends_with(".txt") || name.find("still-here") != std::string::npos) continue;
        EXPECT_EQ(bytes.find("Are you still there?"), std::string::npos) << name;
    }
}

TEST_F(TourTest, ends_well_without_any_pack) {
    fs::create_directories(folder / "nothing");
    EXPECT_EQ(render_tour(options(folder / "nothing")), 0);
    EXPECT_TRUE(has(seen(), "out-of-order"));
}

TEST_F(TourTest, ends_well_without_a_self_check) {
    fs::remove_all(packs.questions());
    EXPECT_EQ(render_tour(options(packs.folder())), 0);
    const auto files = seen();
    EXPECT_FALSE(has(files, "guidance"));
    EXPECT_TRUE(has(files, "confirmation"));
}

TEST_F(TourTest, ends_well_with_a_self_check_alone) {
    fs::remove_all(packs.words());
    EXPECT_EQ(render_tour(options(packs.folder())), 0);
    const auto files = seen();
    EXPECT_TRUE(has(files, "guidance"));
    EXPECT_FALSE(has(files, "out-of-order"));
}

TEST_F(TourTest, ends_well_with_a_broken_pack_and_with_broken_packs_alone) {
    write(packs.words() / "pack.yaml", "id: [words\nversion: {");
    EXPECT_EQ(render_tour(options(packs.folder())), 0);
    EXPECT_TRUE(has(seen(), "guidance"));
    write(packs.questions() / "questionnaire.yaml", "resourceType: Patient\n");
    EXPECT_EQ(render_tour(options(packs.folder())), 0);
    EXPECT_TRUE(has(seen(), "out-of-order"));
}

TEST_F(TourTest, shows_what_the_clinic_of_that_state_folder_says_of_itself) {
    Options here = options(packs.folder());
    here.state = folder / "state";
    write(here.state / "kiosk.yaml", "clinic:\n  name: Klinik Nord\n  phone: \"+49 431 123456\"\n");
    EXPECT_EQ(render_tour(here), 0);
    const auto files = seen();
    EXPECT_TRUE(std::any_of(files.begin(), files.end(), [](const auto& file) {
        return file.first.ends_with("ask-staff.txt") &&
               file.second.find("+49 431 123456") != std::string::npos;
    }));
    EXPECT_EQ(FragilePacks::files_in(here.state).size(), 1U);  // and writes nothing there
}

TEST_F(TourTest, names_of_questions_may_be_anything) {
    std::string form = "resourceType: Questionnaire\nurl: urn:uuid:1\nstatus: draft\nitem:\n";
    for (const std::string& id :
         {std::string("/44250-9"), std::string("../../x"), std::string("a b"),
          std::string("\u0633\u0624\u0627\u0644"), std::string("."), std::string(250, 'x')})
        form += "  - {linkId: \"" + id + "\", type: boolean, text: \"Is it so?\"}\n";
    write(packs.questions() / "questionnaire.yaml", form);
    std::string guidance = "levels:\n";
    for (const char* level : {"urgent", "worth-a-talk", "less-likely", "tell-the-doctor"})
        guidance += "  " + std::string(level) + ": {title: {en: \"So\"}, text: {en: \"So\"}}\n";
    guidance +=
        "findings:\n  - id: so\n    level: urgent\n    enableWhen:\n"
        "      - {question: /44250-9, operator: \"=\", answerBoolean: true}\n"
        "    title: {en: \"So\"}\n    text: {en: \"So\"}\n";
    write(packs.questions() / "guidance.yaml", guidance);
    EXPECT_EQ(render_tour(options(packs.folder())), 0);
    const auto files = seen();
    EXPECT_TRUE(has(files, "self-check--44250-9"));
    EXPECT_TRUE(has(files, "self-check-xxx"));
    EXPECT_TRUE(has(files, "guidance"));
}

}  // namespace candor::kiosk
