#include "screen_reader.h"

#include <gtest/gtest.h>

#include "consult/keys/seal.h"
#include "consult/store/queue.h"
#include "desk_process.h"
#include "made_up.h"
#include "person.h"
#include "program.h"
#include "scratch_folder.h"

// The front desk by somebody who does not see it: the real program in a real window, and a real
// client of AT-SPI on a real bus.

namespace candor::journeys {
namespace {

using ui::Role;

constexpr const char* kDesk = "Candor desk";
constexpr unsigned long kTab = 0xff09;

SessionBus& session_bus() {
    static SessionBus bus;
    return bus;
}

class DeskForAReader : public testing::Test {
  protected:
    void SetUp() override {
        if (!platform::XServer::is_installed() || !SessionBus::is_installed())
            FAIL() << "needs xvfb, dbus and at-spi2-core (packaging/dependencies.txt)";
        session_bus();
        base::SecretString passphrase(64);
        passphrase.assign("sesame");
        key = consult::create_clinic_keys(folder / "clinic.key", passphrase).value();
        auto queue = consult::Queue::open(folder / "consult.db", consult::OpenMode::append).value();
        desk::MadeUp person;
        person.name = "Elif";
        const std::string id = desk::id_of(1);
        queue->append(id, person.authored, key.fingerprint(), desk::sealed_request(person, id, key))
            .value();
        server = std::make_unique<platform::XServer>("1366x768x24");
        desk = std::make_unique<DeskProcess>(
            *server, folder.path(),
            std::vector<std::string>{"--state", folder.path(), "--key", folder / "clinic.key",
                                     "--name", "Ada"});
        reader = std::make_unique<ScreenReader>();
    }
    void TearDown() override {
        reader.reset();
        desk.reset();
        server.reset();
    }
    HeardThing finds(const std::string& role, const std::string& name) {
        return reader->finds(kDesk, role, name);
    }
    /// So many letters stand in the field, which the tree shows as dots.
    bool is_typed(Role role, const std::string& name, std::size_t letters) {
        return desk->await([&](const ui::Tree& tree) {
            const ui::Node* field = tree.find(role, name);
            return field != nullptr && field->value.size() == letters * std::string("•").size();
        });
    }
    void opens() {
        finds("password text", "Passphrase").focuses();
        desk->types("sesame");
        ASSERT_TRUE(is_typed(Role::textbox, "Passphrase", 6));
        finds("push button", "Open the inbox").presses();
    }

    ScratchFolder folder;
    consult::PublicKey key;
    std::unique_ptr<platform::XServer> server;
    std::unique_ptr<DeskProcess> desk;
    std::unique_ptr<ScreenReader> reader;
};

TEST_F(DeskForAReader, hears_all_that_the_tree_holds) {
    opens();
    finds("list item", "Elif");
    ASSERT_TRUE(desk->await(
        [](const ui::Tree& tree) { return tree.find(Role::listitem, "Elif") != nullptr; }));
    const auto heard = reader->things(kDesk);
    ASSERT_EQ(heard.size(), desk->tree().nodes.size());
    for (std::size_t at = 0; at < heard.size(); ++at) {
        const ui::Node& node = desk->tree().nodes[at];
        EXPECT_EQ(heard[at].name(), node.name);
        EXPECT_NE(heard[at].role(), "unknown") << node.name;
        EXPECT_EQ(heard[at].has("selected"), (node.states & ui::kSelected) != 0) << node.name;
        EXPECT_NE(heard[at].has("enabled"), (node.states & ui::kDisabled) != 0) << node.name;
    }
}

TEST_F(DeskForAReader, a_request_is_opened_and_marked_without_eyes) {
    opens();
    finds("list item", "Elif").presses();
    finds("heading", "Elif");
    finds("push button", "Mark as called").presses();
    EXPECT_TRUE(desk->await([](const ui::Tree& tree) {
        const ui::Node* called = tree.find(Role::tab, "Called");
        return called != nullptr && called->value == "1";
    }));
}

TEST_F(DeskForAReader, what_has_the_focus_is_told_as_it_moves) {
    opens();
    finds("list item", "Elif");
    finds("entry", "Name, phone or reference").focuses();
    EXPECT_TRUE(reader->hears_focus_on("Name, phone or reference"));
    desk->presses(kTab);
    EXPECT_TRUE(reader->hears_focus_on("Oldest first"));
    EXPECT_TRUE(finds("push button", "Oldest first").has("focused"));
}

TEST_F(DeskForAReader, a_field_is_read_and_written_letter_by_letter) {
    opens();
    const HeardThing search = finds("entry", "Name, phone or reference");
    search.focuses();
    desk->types("eli ada");
    EXPECT_TRUE(reader->hears_written("eli ada"));
    ASSERT_TRUE(is_typed(Role::searchbox, "Name, phone or reference", 7));
    EXPECT_EQ(search.text(), "eli ada");
    EXPECT_EQ(search.caret(), 7);
    EXPECT_EQ(search.word_at(1), "eli ");
    EXPECT_TRUE(search.places_caret(3));
    EXPECT_TRUE(search.writes("Şule"));
    EXPECT_TRUE(reader->hears_written("Şule"));
    EXPECT_EQ(search.text(), "Şule");
}

TEST_F(DeskForAReader, a_passphrase_is_heard_as_dots) {
    const HeardThing field = finds("password text", "Passphrase");
    field.focuses();
    desk->types("sesame");
    ASSERT_TRUE(is_typed(Role::textbox, "Passphrase", 6));
    EXPECT_TRUE(reader->hears_written("••••••"));
    EXPECT_EQ(field.text(), "••••••");
}

}  // namespace
}  // namespace candor::journeys
