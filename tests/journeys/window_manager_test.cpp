#include <gtest/gtest.h>

#include <cstdio>

#include "kiosk_process.h"
#include "person.h"
#include "scratch_folder.h"
#include "window_manager.h"

// A site may run the kiosk in an X session of its own, with a window manager. Its keys and menus
// must not lead out of the kiosk, and no window comes before it. (The bare panel's ways out are
// tried in the emulated machine: packaging/machine_test.sh.)

namespace candor::journeys {
namespace {

using platform::XServer;

constexpr int kWide = 1080, kHigh = 1920;
constexpr unsigned long kLongPressMs = 800;

struct Named {
    const char* name;  ///< as openbox binds it
    unsigned long keysym;
};

// Keysyms of X11/keysymdef.h, whose macros would get in gtest's way.
constexpr Named kKeys[] = {{"Tab", 0xff09},    {"Escape", 0xff1b}, {"space", ' '},
                           {"Return", 0xff0d}, {"Delete", 0xffff}, {"BackSpace", 0xff08},
                           {"Left", 0xff51},   {"Up", 0xff52},     {"Right", 0xff53},
                           {"Down", 0xff54},   {"Print", 0xff61},  {"Menu", 0xff67},
                           {"F1", 0xffbe},     {"F2", 0xffbf},     {"F3", 0xffc0},
                           {"F4", 0xffc1},     {"F5", 0xffc2},     {"F7", 0xffc4},
                           {"F8", 0xffc5},     {"F10", 0xffc7},    {"F11", 0xffc8},
                           {"F12", 0xffc9},    {"a", 'a'},         {"d", 'd'},
                           {"e", 'e'},         {"l", 'l'},         {"q", 'q'},
                           {"r", 'r'},         {"t", 't'},         {"w", 'w'},
                           {"x", 'x'},         {"1", '1'}};
struct Held {
    const char* name;
    std::vector<unsigned long> keysyms;
};
const std::vector<Held>& held_keys() {
    static const std::vector<Held> keys{{"A-", {0xffe9}},           {"C-A-", {0xffe3, 0xffe9}},
                                        {"C-", {0xffe3}},           {"W-", {0xffeb}},
                                        {"S-A-", {0xffe1, 0xffe9}}, {"W-S-", {0xffeb, 0xffe1}}};
    return keys;
}

std::vector<WayOut> ways_by_keys() {
    std::vector<WayOut> out;
    for (const Held& held : held_keys())
        for (const Named& key : kKeys) {
            const std::string keys = std::string(held.name) + key.name;
            // Those to another terminal are the X server's own: no window manager hears them.
            const bool is_servers = keys.starts_with("C-A-F");
            out.push_back(
                {"keys " + keys, is_servers ? "" : keys, [&held, &key](const XServer& server) {
                     server.tap_key_with(held.keysyms, key.keysym);
                 }});
        }
    for (const Named& key : {Named{"Print", 0xff61}, Named{"Menu", 0xff67}, Named{"F11", 0xffc8},
                             Named{"F1", 0xffbe}, Named{"F12", 0xffc9}})
        out.push_back({std::string("key ") + key.name, key.name,
                       [key](const XServer& server) { server.tap_key(key.keysym); }});
    return out;
}

std::vector<WayOut> ways_by_mouse() {
    std::vector<WayOut> out;
    const auto add = [&](std::string name, std::function<void(const XServer&)> act) {
        out.push_back({std::move(name), "", std::move(act)});
    };
    const struct {
        const char* name;
        int x, y;
    } places[] = {{"upper left corner", 0, 0},         {"upper right corner", kWide - 1, 0},
                  {"lower left corner", 0, kHigh - 1}, {"lower right corner", kWide - 1, kHigh - 1},
                  {"left edge", 0, kHigh / 2},         {"right edge", kWide - 1, kHigh / 2}};
    for (const auto& at : places) {
        for (const unsigned button : {1U, 2U, 3U, 8U, 9U})
            add("button " + std::to_string(button) + ", " + at.name,
                [at, button](const XServer& server) {
                    server.move(at.x, at.y);
                    server.press(0, button);
                    server.release(0, button);
                });
        add(std::string("long press, ") + at.name, [at](const XServer& server) {
            server.move(at.x, at.y);
            server.press();
            server.release(kLongPressMs);
        });
        add(std::string("drag to the middle, ") + at.name, [at](const XServer& server) {
            server.move(at.x, at.y);
            server.press();
            server.move(kWide / 2, kHigh / 2);
            server.release();
        });
    }
    return out;
}

class UnderAWindowManager : public testing::Test {
  protected:
    void SetUp() override {
        if (!XServer::is_installed())
            FAIL() << "needs Xvfb: apt-get install xvfb (packaging/dependencies.txt)";
        if (!WindowManager::is_installed())
            FAIL() << "needs openbox: apt-get install openbox (packaging/dependencies.txt)";
        server = std::make_unique<XServer>("1080x1920x24");
    }
    void TearDown() override {
        kiosk.reset();
        manager.reset();
        server.reset();
    }
    void begins(const std::vector<WayOut>& ways) {
        manager = std::make_unique<WindowManager>(*server, folder.path() / "manager", ways);
        kiosk = std::make_unique<KioskProcess>(*server, folder.path());
        ASSERT_TRUE(manager->shows_alone(kiosk->pid()));
    }

    ScratchFolder folder;
    std::unique_ptr<XServer> server;
    std::unique_ptr<WindowManager> manager;
    std::unique_ptr<KioskProcess> kiosk;
};

TEST_F(UnderAWindowManager, its_keys_and_menus_do_not_lead_out_of_the_kiosk) {
    const std::vector<WayOut> by_keys = ways_by_keys();
    std::vector<WayOut> ways = by_keys;
    for (WayOut& each : ways_by_mouse()) ways.push_back(std::move(each));
    ASSERT_GE(ways.size(), 120U);
    begins(ways);
    for (const WayOut& way : ways) {
        way.act(*server);
        const bool stays = manager->settles() && manager->shows_alone(kiosk->pid()) &&
                           server->keyboard_is_grabbed();
        std::printf("%s: %s\n", way.name.c_str(), stays ? "stays in the kiosk" : "LEADS OUT");
        ASSERT_TRUE(stays) << way.name;
    }
    EXPECT_NE(kiosk->tree().screen, "staff");
    // It still hears a finger.
    Person person(*kiosk);
    person.touch(Role::button, "Ask staff");
    EXPECT_TRUE(kiosk->await([](const ui::Tree& tree) { return tree.sheet == "ask-staff"; }));

    // Without the kiosk each of those keys does something: they were ways out, and none was taken.
    kiosk->is_killed();
    ASSERT_TRUE(manager->settles());
    for (const WayOut& way : by_keys) {
        if (way.binding.empty()) continue;
        way.act(*server);
        EXPECT_EQ(manager->commands_until(way.name), std::vector<std::string>{way.name});
    }
}

TEST_F(UnderAWindowManager, no_other_window_stays_before_it_and_none_gets_its_keys) {
    begins({});
    for (int i = 0; i < 3; ++i) {
        manager->opens_another_window();
        EXPECT_TRUE(manager->shows_alone(kiosk->pid()));
    }
    Person person(*kiosk);
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "Ask staff");
    manager->opens_another_window();
    EXPECT_TRUE(manager->shows_alone(kiosk->pid()));
    server->tap_key(kKeys[1].keysym);  // Escape
    EXPECT_TRUE(person.is_on("home"));
}

}  // namespace
}  // namespace candor::journeys
