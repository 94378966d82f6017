#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "../printing/spool_scripts.h"
#include "../qr/read_code.h"
#include "base/scratch_folder.h"
#include "consult/handover/handover.h"
#include "consult/handover/help_call.h"
#include "kiosk/kiosk.h"
#include "platform/headless/headless_window.h"
#include "screens/take_home/leaflet.h"

// What a person takes home: the code as a phone reads it from the glass, and the page as the
// printer gets it.

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;
using screens::SheetKind;

constexpr float kPanelMm = 274;           // a 22-inch panel is that wide
constexpr float kCameraPixelsAMm = 3.8F;  // at 40 cm, see ui/qr_code.cpp

class TakeHome : public testing::Test {
  protected:
    void starts(const std::string& language, int width = 1080, int height = 1920,
                const std::string& settings = {}) {
        std::ofstream(folder.path() / "kiosk.yaml") << settings;
        Options options;
        options.content = fs::path(CANDOR_SOURCE_DIR) / "content";
        options.assets = fs::path(CANDOR_SOURCE_DIR) / "assets";
        options.decoder = fs::path(CANDOR_BINARY_DIR) / "bin/candor-decode";
        options.state = folder.path();
        options.sticks.clear();
        options.language = language;
        options.reduced_motion = true;
        options.printing = spool.queue();
        kiosk.reset();
        window = std::make_unique<platform::HeadlessWindow>(
            width, height, static_cast<float>(std::min(width, height)) / kPanelMm);
        kiosk = Kiosk::create(options, *window, [this] { return now_ms; }).value();
        kiosk->wait_until_loaded();
        kiosk->ask(screens::Start{});
    }
    /// The most that can be taken along: every page read, every question ticked.
    void takes_all() {
        for (const pack::Pack& pack : kiosk->state().catalog->library->packs) {
            for (const pack::Page& page : pack.pages_in(kiosk->state().visit.language)) {
                kiosk->ask(screens::OpenPlace{{pack.id, page.id}});
                for (const pack::Block& block : page.blocks)
                    if (const auto* list = std::get_if<pack::AskList>(&block.body))
                        for (const pack::AskItem& item : list->items)
                            kiosk->ask(screens::ToggleTick{pack.id + "/" + item.id});
            }
        }
    }
    void opens_sheet() {
        kiosk->ask(screens::OpenSheet{{SheetKind::take_home, {}, {}}});
        settles();
    }
    void settles() {
        for (int i = 0; i < 4; ++i) {
            kiosk->wait_until_loaded();
            kiosk->turn({});
            now_ms += 17;
        }
    }
    /// The printer has its own time, in which the visit does not grow older.
    void waits_for_the_printer() {
        while (kiosk->state().visit.take_home.printing == printing::Printing::under_way)
            kiosk->turn({});
        settles();
    }
    bool says(std::string_view key) const {
        const std::string words = kiosk->state().strings()(key);
        for (const ui::Node& node : kiosk->tree().nodes)
            if (node.name == words) return true;
        return false;
    }

    /// What a phone at 40 cm reads of the code that is on the glass now.
    std::string scanned() {
        const ui::Node* node =
            kiosk->tree().find(ui::Role::img, kiosk->state().strings()("take.code"));
        if (node == nullptr) return "no code on\n" + ui::to_text(kiosk->tree(), ui::Rects::with);
        return qr::read_code(
            qr::seen_at(crop(node->rect), kCameraPixelsAMm / window->pixels_per_mm()));
    }
    qr::GreyPicture crop(const base::Rect& rect) {
        const base::PixelView shown = window->shown();
        qr::GreyPicture picture;
        picture.width = static_cast<int>(rect.w);
        picture.height = static_cast<int>(rect.h);
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; ++x) {
                const int row = static_cast<int>(rect.y) + y, column = static_cast<int>(rect.x) + x;
                const std::uint32_t pixel = shown.pixels[row * shown.stride_px + column];
                picture.shades.push_back(static_cast<std::uint8_t>(pixel >> 8));  // green
            }
        return picture;
    }

    std::int64_t now_ms = 1'000'000;
    base::ScratchFolder folder = base::ScratchFolder::in_temp("candor-take-home").value();
    printing::SpoolScripts spool;
    std::unique_ptr<platform::HeadlessWindow> window;
    std::unique_ptr<Kiosk> kiosk;
};

TEST_F(TakeHome, largest_content_is_read_in_each_language_and_says_that_there_is_more) {
    for (const char* language : {"en", "tr", "ar", "de", "es"}) {
        starts(language);
        takes_all();
        opens_sheet();
        const std::string text = scanned();
        const screens::State& state = kiosk->state();
        const auto leaflet = screens::leaflet_of(state, language);
        ASSERT_FALSE(leaflet.questions.empty()) << language;
        EXPECT_NE(text.find(leaflet.title), std::string::npos) << language << ": " << text;
        EXPECT_NE(text.find(leaflet.questions.front()), std::string::npos) << language;
        EXPECT_TRUE(text.ends_with(state.strings()("take.more-on-screen"))) << text;
    }
}

TEST_F(TakeHome, code_is_read_on_other_displays_and_in_white_on_black) {
    for (const auto& [width, height] : {std::pair{1920, 1080}, {800, 1280}, {2160, 3840}}) {
        starts("ar", width, height);
        takes_all();
        kiosk->ask(screens::SetContrast{ui::Contrast::dark});
        opens_sheet();
        EXPECT_NE(scanned().find(screens::leaflet_of(kiosk->state(), "ar").title),
                  std::string::npos)
            << width;
    }
}

TEST_F(TakeHome, code_holds_the_text_of_one_topic_with_its_links) {
    starts("en");
    kiosk->ask(screens::OpenPlace{{"prp", "010-what-prp-is"}});
    kiosk->ask(screens::ToggleTick{"prp/prp-proof"});
    opens_sheet();
    const std::string text = scanned();
    EXPECT_NE(text.find("Which studies used PRP made the way you make it?"), std::string::npos);
    EXPECT_NE(text.find("PRP, and how it differs"), std::string::npos) << text;
    EXPECT_NE(text.find("https://"), std::string::npos) << text;
    EXPECT_EQ(text.find("What stem cells are"), std::string::npos) << "not read";
}

TEST_F(TakeHome, page_is_handed_to_the_printer_that_kiosk_yaml_names) {
    starts("en", 1080, 1920, "printer: hall\n");
    kiosk->ask(screens::OpenPlace{{"prp", "010-what-prp-is"}});
    opens_sheet();
    ASSERT_TRUE(says("take.print"));
    kiosk->ask(screens::PrintLeaflet{});
    waits_for_the_printer();
    EXPECT_TRUE(says("take.print.done")) << ui::to_text(kiosk->tree(), ui::Rects::without);
    EXPECT_TRUE(spool.text_of("document").starts_with("%PDF"));
}

TEST_F(TakeHome, what_the_printer_lacks_is_said_plainly) {
    starts("de", 1080, 1920, "printer: hall\n");
    spool.says("media-empty-error");
    opens_sheet();
    kiosk->ask(screens::PrintLeaflet{});
    waits_for_the_printer();
    EXPECT_TRUE(says("take.print.paper-out")) << ui::to_text(kiosk->tree(), ui::Rects::without);
    EXPECT_NE(spool.text_of("cancelled"), "") << "nothing waits for paper that others would find";
}

TEST_F(TakeHome, next_person_hears_nothing_of_the_last_ones_page) {
    starts("en", 1080, 1920, "printer: hall\n");
    kiosk->ask(screens::PrintLeaflet{});
    kiosk->ask(screens::FinishVisit{});
    kiosk->ask(screens::Start{});
    while (spool.text_of("document").empty()) kiosk->turn({});
    settles();
    EXPECT_EQ(kiosk->state().visit.take_home.printing, std::nullopt);
}

TEST_F(TakeHome, nothing_is_printed_where_no_printer_is_set) {
    starts("en");
    opens_sheet();
    EXPECT_FALSE(says("take.print"));
    EXPECT_FALSE(says("take.large-print"));
}

TEST_F(TakeHome, help_that_staff_take_is_told_to_who_asked) {
    starts("en", 1080, 1920, "help_from: Kiosk 2\n");
    kiosk->ask(screens::OpenSheet{{SheetKind::ask_staff, {}, {}}});
    settles();
    ASSERT_TRUE(says("help.call"));
    kiosk->ask(screens::CallForHelp{});
    settles();
    EXPECT_TRUE(says("help.asked"));
    const auto call = consult::open_help_call(folder.path());
    ASSERT_TRUE(call);
    EXPECT_EQ(call->from, "Kiosk 2");
    ASSERT_TRUE(consult::take_help_call(folder.path(), *call));
    // The folder's watch has its own time, in which the visit does not grow older.
    while (kiosk->state().visit.help == screens::Help::asked) kiosk->turn({});
    settles();
    EXPECT_TRUE(says("help.coming"));
}

TEST_F(TakeHome, help_that_a_courier_brings_is_told_as_it_goes) {
    const std::string delivers =
        "help_from: Kiosk 2\ndelivery: {database: \"postgresql://k@/c\", clinic: n, kiosk: k}\n";
    starts("en", 1080, 1920, delivers);
    std::filesystem::create_directories(consult::handover_folder(folder.path()));
    const auto courier = consult::CourierLock::take(folder.path());
    ASSERT_TRUE(courier);
    kiosk->ask(screens::CallForHelp{});
    EXPECT_EQ(kiosk->state().visit.help, screens::Help::asking);
    const auto becomes = [&](screens::Help wanted) {
        while (kiosk->state().visit.help != wanted) kiosk->turn({});
        settles();
    };
    const auto call = consult::open_help_call(folder.path()).value();
    ASSERT_TRUE(consult::tell_of_help_call(folder.path(), call, false));
    becomes(screens::Help::not_asked);
    EXPECT_TRUE(says("help.not-asked")) << "the sheet opens by itself";
    ASSERT_TRUE(consult::tell_of_help_call(folder.path(), call, true));
    becomes(screens::Help::asked);
    EXPECT_TRUE(says("help.asked"));
    ASSERT_TRUE(consult::take_help_call(folder.path(), call));
    becomes(screens::Help::coming);
    EXPECT_TRUE(says("help.coming"));
}

TEST_F(TakeHome, nobody_is_told_where_the_courier_does_not_run) {
    starts(
        "en", 1080, 1920,
        "help_from: Kiosk 2\ndelivery: {database: \"postgresql://k@/c\", clinic: n, kiosk: k}\n");
    kiosk->ask(screens::OpenSheet{{SheetKind::ask_staff, {}, {}}});
    kiosk->ask(screens::CallForHelp{});
    settles();
    EXPECT_TRUE(says("help.not-asked"));
}

TEST_F(TakeHome, call_is_taken_back_when_the_visit_ends) {
    starts("en", 1080, 1920, "help_from: Kiosk 2\n");
    kiosk->ask(screens::CallForHelp{});
    ASSERT_TRUE(consult::open_help_call(folder.path()));
    kiosk->ask(screens::FinishVisit{});
    EXPECT_EQ(consult::open_help_call(folder.path()), std::nullopt);
}

TEST_F(TakeHome, nobody_can_call_where_no_name_is_set) {
    starts("en");
    kiosk->ask(screens::OpenSheet{{SheetKind::ask_staff, {}, {}}});
    settles();
    EXPECT_FALSE(says("help.call"));
}

}  // namespace
}  // namespace candor::kiosk
