#include <algorithm>

#include "desk_in_memory.h"

namespace candor::desk {
namespace {

using ui::Role;

/// What a receptionist does with one request.
class RequestPageTest : public testing::Test {
  protected:
    const ui::Node* node(Role role, const std::string& name) {
        return at->desk->tree().find(role, name);
    }
    std::string value_of(const std::string& name) {
        const ui::Node* found = node(Role::listitem, name);
        return found == nullptr ? "not in the list" : found->value;
    }
    int dark_pixels(const base::Rect& rect) {
        const base::PixelView shown = at->window.shown();
        int dark = 0;
        for (int y = static_cast<int>(rect.y); y < static_cast<int>(rect.bottom()); ++y)
            for (int x = static_cast<int>(rect.x); x < static_cast<int>(rect.right()); ++x)
                dark += (shown.pixels[y * shown.stride_px + x] & 0xFF) < 0x60 ? 1 : 0;
        return dark;
    }
    void opens_desk() { at = std::make_unique<DeskInMemory>(clinic); }

    Clinic clinic;
    std::unique_ptr<DeskInMemory> at;
};

}  // namespace

TEST_F(RequestPageTest, a_note_and_its_button_are_in_sight_on_the_smallest_desk) {
    MadeUp person = person_of(10);
    person.name = "Elif";
    clinic.receives(person);
    opens_desk();
    at->clicks(Role::listitem, "Elif");
    at->clicks(Role::textbox, "Note");
    at->types("No answer at 10:30");
    for (const auto& [role, name] :
         {std::pair{Role::textbox, "Note"}, {Role::button, "Save the note"}}) {
        const ui::Node* found = node(role, name);
        ASSERT_NE(found, nullptr) << at->text();
        EXPECT_LE(found->rect.bottom(), 768) << at->text();
    }
    at->clicks(Role::button, "Save the note");
    ASSERT_TRUE(at->reads("No answer at 10:30"));
    const std::string page = at->text();
    EXPECT_LT(page.find("No answer at 10:30"), page.find("Questions they want to ask"))
        << "what was done comes before what was sent";
}

TEST_F(RequestPageTest, calls_that_nobody_answered_are_counted_on_top) {
    clinic.receives("Elif");
    opens_desk();
    at->clicks(Role::listitem, "Elif");
    EXPECT_FALSE(at->reads("without an answer"));
    at->clicks(Role::button, "No answer");
    EXPECT_TRUE(at->reads("1 try without an answer")) << at->text();
    at->clicks(Role::textbox, "Note");
    at->types("engaged");
    at->clicks(Role::button, "No answer");
    EXPECT_TRUE(at->reads("2 tries without an answer")) << at->text();
    EXPECT_TRUE(at->reads("No answer · engaged")) << at->text();
    EXPECT_TRUE(at->state().inbox.note.text.empty());
}

TEST_F(RequestPageTest, appointment_and_who_took_the_request_stand_on_top) {
    clinic.receives("Elif");
    opens_desk();
    at->clicks(Role::listitem, "Elif");
    at->clicks(Role::button, "Mark as called");
    at->clicks(Role::tab, "Called");
    at->clicks(Role::listitem, "Elif");
    EXPECT_TRUE(at->reads("Called · Ada")) << at->text();
    at->clicks(Role::textbox, "Note");
    at->types("3 December, 10:30");
    at->clicks(Role::button, "Save as appointment");
    EXPECT_TRUE(at->reads("Appointment: 3 December, 10:30 · Called · Ada")) << at->text();
}

TEST_F(RequestPageTest, a_phone_number_is_copied_alone_and_taken_back_by_the_lock) {
    clinic.receives("Elif");
    opens_desk();
    at->clicks(Role::listitem, "Elif");
    EXPECT_TRUE(at->sees(Role::paragraph, "+90 532 415 50 00")) << at->text();
    at->clicks(Role::button, "Copy number");
    EXPECT_EQ(at->window.clipboard(), "+90 532 415 50 00");
    EXPECT_TRUE(at->sees(Role::button, "Copied"));
    at->presses_control("l");
    EXPECT_EQ(at->window.clipboard(), "");
}

/// Shaped for more room than it was drawn in, it stood elsewhere where the page is mirrored.
TEST_F(RequestPageTest, a_phone_number_is_painted_where_the_tree_says_in_both_directions) {
    clinic.receives("Elif");
    for (const char* language : {"en", "ar"}) {
        at = std::make_unique<DeskInMemory>(clinic, "Ada", language);
        at->clicks(Role::listitem, "Elif");
        const auto& nodes = at->desk->tree().nodes;
        const auto phone = std::find_if(nodes.begin(), nodes.end(), [](const ui::Node& each) {
            return each.role == Role::paragraph &&
                   each.name.find("+90 532 415 50 00") != std::string::npos;
        });
        ASSERT_NE(phone, nodes.end()) << at->text();
        EXPECT_GT(dark_pixels(phone->rect), 200) << language;
    }
}

TEST_F(RequestPageTest, what_was_copied_is_said_of_its_own_request_alone) {
    clinic.receives("Elif");
    clinic.receives("Jonas");
    opens_desk();
    at->clicks(Role::listitem, "Elif");
    at->clicks(Role::button, "Copy number");
    at->clicks(Role::listitem, "Jonas");
    EXPECT_TRUE(at->sees(Role::button, "Copy number"));
}

TEST_F(RequestPageTest, what_came_while_the_desk_was_open_says_so_until_it_is_looked_at) {
    clinic.receives("Elif");
    opens_desk();
    EXPECT_EQ(value_of("Elif").find("Just in"), std::string::npos) << "it was there before";
    clinic.receives("Jonas");
    clinic.receives_junk();
    at->looks();
    EXPECT_NE(value_of("Jonas").find("Just in"), std::string::npos) << at->text();
    EXPECT_EQ(value_of("Elif").find("Just in"), std::string::npos);
    EXPECT_EQ(at->state().inbox.arrived.size(), 1U) << "what cannot be read is no news";
    at->clicks(Role::listitem, "Jonas");
    EXPECT_EQ(value_of("Jonas").find("Just in"), std::string::npos);
    EXPECT_TRUE(at->state().inbox.arrived.empty());
}

}  // namespace candor::desk
