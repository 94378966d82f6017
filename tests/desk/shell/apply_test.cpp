#include <gtest/gtest.h>

#include "desk/shell/intent.h"
#include "made_up.h"

namespace candor::desk {
namespace {

using consult::Progress;

/// The world as a list of what was asked of it.
/// The pages that look something up when they are shown; the studio's own work has its own tests.
class StudioRecorder : public StudioServices {
  public:
    void look_at_packs() override {}
    void look_at_folder(const std::filesystem::path&) override {}
    void open_pack() override {}
    void prepare() override {}
    void sign(SigningOrder) override {}
    void find_sticks() override {}
    bool is_stick(const std::filesystem::path&) override { return false; }
    void put(PuttingOrder) override {}
    void stop_work() override {}
    void preview_changed() override {}
    void show_page(const std::string&, int) override {}
    bool open_in_file_manager(const std::filesystem::path&) override { return false; }
    void look_at_kiosk() override { asked.emplace_back("kiosk"); }
    void look_at_counts() override { asked.emplace_back("counts"); }
    void scroll_to_top(std::string_view) override {}
    void copy(const std::string&) override {}

    std::vector<std::string> asked;
};

class Recorder final : public Services, private ui::Clipboard {
  public:
    void look_for_key() override { asked.push_back("look for key"); }
    void unlock(base::SecretString passphrase) override {
        asked.push_back("unlock " + std::string(passphrase.view()));
    }
    void lock() override { asked.emplace_back("lock"); }
    void set_progress(const std::string& id, std::int64_t seen, Progress to) override {
        asked.push_back(id + " seen " + std::to_string(seen) + " to " + consult::name_of(to));
    }
    void add_note(const std::string& id, const consult::Note& note) override {
        const bool words = note.kind == consult::NoteKind::words;
        const bool called = note.kind == consult::NoteKind::no_answer;
        asked.push_back(id +
                        (words    ? " note "
                         : called ? " no answer "
                                  : " appointment ") +
                        std::string(note.words.view()));
    }
    void read_history(const std::string& id) override { asked.push_back("history " + id); }
    void read_tries(std::vector<std::string> ids) override {
        for (const std::string& id : ids) asked.push_back("tries of " + id);
    }
    void print(EntryPtr request) override { asked.push_back("print " + request->row.request.id); }
    void send_to_record(const std::string& id) override { asked.push_back("send " + id); }
    base::Result<void> take_help_call(const consult::HelpCall& call) override {
        asked.push_back("take " + call.id);
        return {};
    }
    void read_folder(std::uint64_t number, std::vector<std::filesystem::path> candidates) override {
        asked.push_back("folder " + std::to_string(number));
        folders = std::move(candidates);
    }
    void look_at_choice(std::uint64_t, const std::filesystem::path& choice) override {
        asked.push_back("choice " + choice.string());
    }
    void stop_reading_folders() override { asked.emplace_back("no folders"); }
    void show_picked(std::size_t picked) override { row = picked; }
    StudioServices& studio() override { return studio_; }
    ui::Clipboard& clipboard() override { return *this; }
    void focus(std::string_view key) override { focused = key; }
    void reset_scroll(std::string_view) override {}
    void show_row(std::size_t index) override { row = index; }

    std::vector<std::string> asked;
    std::vector<std::filesystem::path> folders;
    std::string focused;
    std::size_t row = 99;

    const std::vector<std::string>& asked_of_studio() const { return studio_.asked; }

  private:
    std::string get() override { return {}; }
    void set(const std::string&) override {}
    StudioRecorder studio_;
};

class DeskIntents : public testing::Test {
  protected:
    void SetUp() override {
        auto requests = std::make_shared<Requests>();
        for (int i = 0; i < 3; ++i) {
            auto entry = std::make_shared<Entry>();
            entry->row.request.id = std::to_string(i);
            entry->row.revision = 7;
            entry->opened.first_name = "P" + std::to_string(i);
            entry->searched = "p" + std::to_string(i);
            requests->add(entry);
        }
        state.vault = Vault::open;
        state.inbox.take(requests);
        state.refresh();
    }
    void asks(const Intent& intent) { apply(state, world, intent); }
    void types(Field field, const std::string& text) {
        asks(EditField{field, {ui::Edit::Kind::type, text, 0, false}});
    }

    State state;
    Recorder world;
};

TEST_F(DeskIntents, change_names_the_revision_that_was_seen_and_is_asked_for_once) {
    asks(SelectRequest{"1"});
    asks(SetProgress{Progress::called});
    asks(SetProgress{Progress::called});
    EXPECT_EQ(world.asked, (std::vector<std::string>{"history 1", "1 seen 7 to called"}));
    EXPECT_TRUE(state.inbox.saving);
}

TEST_F(DeskIntents, folder_that_was_read_for_a_picker_that_is_closed_is_nothing) {
    asks(PickerIntent{OpenPicker{Field::search}});
    EXPECT_FALSE(state.picker) << "no path stands in it";
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    ASSERT_TRUE(state.picker);
    const std::uint64_t first = state.picker->number;
    const auto listing = std::make_shared<FolderListing>();
    asks(PickerIntent{ClosePicker{}});
    take(state, world, ListingRead{first, listing});
    EXPECT_FALSE(state.picker);
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    take(state, world, ListingRead{first, listing});
    EXPECT_EQ(state.picker->listing, nullptr);
    take(state, world, ListingRead{state.picker->number, listing});
    EXPECT_EQ(state.picker->listing, listing);
    asks(ShowPage{Page::counts});
    EXPECT_FALSE(state.picker);
}

TEST_F(DeskIntents, nothing_is_changed_while_a_conflict_is_unread) {
    asks(SelectRequest{"1"});
    state.inbox.conflict = ChangedMeanwhile{"1", Progress::called, Progress::booked, "Bob", ""};
    asks(SetProgress{Progress::closed});
    EXPECT_EQ(world.asked.size(), 1U);
    asks(LookAgain{});
    asks(SetProgress{Progress::closed});
    EXPECT_EQ(world.asked.size(), 2U);
}

TEST_F(DeskIntents, arrows_stop_at_the_ends_and_enter_the_list_at_its_first) {
    asks(MoveSelection{1, true});
    EXPECT_EQ(state.inbox.selected, "0");
    EXPECT_EQ(world.focused, "0");
    asks(MoveSelection{-1, true});
    EXPECT_EQ(state.inbox.selected, "0");
    asks(MoveSelection{50, false});
    EXPECT_EQ(state.inbox.selected, "2");
    EXPECT_EQ(world.row, 2U);
    EXPECT_EQ(world.focused, "0");
}

TEST_F(DeskIntents, after_the_open_request_left_the_list_the_next_takes_its_place) {
    asks(SelectRequest{"1"});
    state.inbox.shown.erase(state.inbox.shown.begin() + 1);
    asks(MoveSelection{1, false});
    EXPECT_EQ(state.inbox.selected, "2");
}

TEST_F(DeskIntents, search_narrows_the_list_and_escape_takes_it_back_step_by_step) {
    types(Field::search, "P2");
    ASSERT_EQ(state.inbox.shown.size(), 1U);
    asks(SelectRequest{"2"});
    asks(OpenMenu{Menu::language});
    asks(GoBack{});
    EXPECT_EQ(state.inbox.menu, Menu::none);
    EXPECT_EQ(state.inbox.shown.size(), 1U);
    asks(GoBack{});
    EXPECT_EQ(state.inbox.shown.size(), 3U);
    EXPECT_EQ(state.inbox.selected, "2");
    asks(GoBack{});
    EXPECT_EQ(state.inbox.selected, "");
}

TEST_F(DeskIntents, empty_note_is_not_saved) {
    asks(SelectRequest{"1"});
    asks(SaveNote{});
    EXPECT_EQ(world.asked.size(), 1U);
    types(Field::note, "Friday");
    asks(SaveNote{});
    EXPECT_EQ(world.asked.back(), "1 note Friday");
    EXPECT_EQ(state.inbox.note.text.view(), "Friday");  // until it is stored
}

TEST_F(DeskIntents, that_nobody_answered_is_noted_by_one_touch_and_loses_no_draft) {
    asks(SelectRequest{"1"});
    asks(SaveNote{consult::NoteKind::no_answer});
    EXPECT_EQ(world.asked.back(), "1 no answer ");
    state.inbox.saving = false;
    types(Field::note, "Friday");
    asks(SaveNote{consult::NoteKind::no_answer});
    EXPECT_EQ(world.asked.back(), "1 no answer Friday");
    state.inbox.saving = false;
    asks(SaveNote{consult::NoteKind::appointment});
    EXPECT_EQ(world.asked.back(), "1 appointment Friday");
}

TEST_F(DeskIntents, appointment_needs_its_day) {
    asks(SelectRequest{"1"});
    asks(SaveNote{consult::NoteKind::appointment});
    EXPECT_EQ(world.asked.size(), 1U);
}

TEST_F(DeskIntents, request_is_sent_once_however_often_the_button_is_pressed) {
    state.record = "https://fhir.example.org/r4";
    asks(SelectRequest{"1"});
    asks(SendToRecord{});
    asks(SendToRecord{});
    EXPECT_EQ(world.asked, (std::vector<std::string>{"history 1", "send 1"}));
    EXPECT_TRUE(state.inbox.is_being_sent("1"));
    // Another one waits for nobody, and one that failed may be sent again.
    asks(SelectRequest{"2"});
    asks(SendToRecord{});
    EXPECT_EQ(world.asked.back(), "send 2");
    state.inbox.sendings["1"] = not_opened({});
    asks(SelectRequest{"1"});
    asks(SendToRecord{});
    EXPECT_EQ(world.asked.back(), "send 1");
}

TEST_F(DeskIntents, nothing_is_sent_without_a_server_or_an_opened_request) {
    asks(SelectRequest{"1"});
    asks(SendToRecord{});
    state.record = "https://fhir.example.org/r4";
    asks(SelectRequest{""});
    asks(SendToRecord{});
    auto damaged = std::make_shared<Entry>();
    damaged->row.request.id = "3";
    damaged->problem = Problem::damaged;
    auto requests = std::make_shared<Requests>();
    requests->add(damaged);
    state.inbox.requests = requests;
    asks(SelectRequest{"3"});
    asks(SendToRecord{});
    EXPECT_EQ(world.asked, (std::vector<std::string>{"history 1", "history 3"}));
    EXPECT_TRUE(state.inbox.sendings.empty());
}

TEST_F(DeskIntents, lock_forgets_what_was_sent) {
    state.record = "https://fhir.example.org/r4";
    asks(SelectRequest{"1"});
    asks(SendToRecord{});
    asks(LockNow{});
    asks(SendToRecord{});
    EXPECT_TRUE(state.inbox.sendings.empty());
    EXPECT_EQ(world.asked.back(), "lock");
}

TEST_F(DeskIntents, lock_wipes_and_asks_for_the_passphrase_again) {
    types(Field::search, "P2");
    asks(SelectRequest{"2"});
    types(Field::note, "Friday");
    asks(LockNow{});
    EXPECT_EQ(state.vault, Vault::locked);
    EXPECT_EQ(state.inbox.requests, nullptr);
    EXPECT_TRUE(state.inbox.shown.empty());
    EXPECT_TRUE(state.inbox.search.text.empty());
    EXPECT_TRUE(state.inbox.note.text.empty());
    EXPECT_EQ(world.asked.back(), "lock");
    EXPECT_EQ(world.focused, "passphrase");
    types(Field::passphrase, "open sesame");
    asks(Unlock{});
    EXPECT_EQ(world.asked.back(), "unlock open sesame");
    EXPECT_EQ(state.vault, Vault::opening);
}

TEST_F(DeskIntents, page_cannot_be_changed_while_locked) {
    asks(LockNow{});
    asks(ShowPage{Page::booked});
    EXPECT_EQ(state.page, Page::fresh);
}

}  // namespace
TEST_F(DeskIntents, pages_of_kiosks_and_counts_look_when_they_are_shown) {
    asks(ShowPage{Page::kiosks});
    asks(ShowPage{Page::counts});
    EXPECT_EQ(world.asked_of_studio(), (std::vector<std::string>{"kiosk", "counts"}));
}

}  // namespace candor::desk
