#include "desk/shell/file_picker.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include "desk_in_memory.h"

// Paths are chosen from a list, by mouse, by keys alone and by screen reader.

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using platform::Key;
using ui::Role;

/// A home with a folder of packs in it, and a desk that is open at its packs.
class PickerTest : public testing::Test {
  protected:
    PickerTest() {
        if (const char* home = std::getenv("HOME")) home_before_ = home;
        makes("home/notes.txt");
        makes("home/keys/ada.key");
        makes("home/packs/readme.txt");
        fs::copy(CANDOR_SOURCE_DIR "/tests/packs/base", root() / "packs/base",
                 fs::copy_options::recursive);
        fs::create_directories(root() / "packs/second/empty");
        ::setenv("HOME", root().c_str(), 1);
    }
    ~PickerTest() override { ::setenv("HOME", home_before_.c_str(), 1); }

    fs::path root() const { return folder_.path() / "home"; }
    void makes(const fs::path& name) const {
        fs::create_directories((folder_.path() / name).parent_path());
        std::ofstream(folder_.path() / name, std::ios::binary) << "words";
    }
    void opens_desk(const std::string& language = "en") {
        Options options;
        options.packs = root() / "packs";
        at = std::make_unique<DeskInMemory>(clinic, "Ada", language, 1366, 768, options);
        at->desk->apply(ShowPage{Page::packs});
        at->desk->settle();
    }
    void asks(const Intent& intent) {
        at->desk->apply(intent);
        at->desk->settle();
    }
    void asks(PickerIntent intent) { asks(Intent{std::move(intent)}); }
    void asks(StudioIntent intent) { asks(Intent{std::move(intent)}); }
    /// "Approve and sign" of the first pack, and the list for the signer's key.
    void opens_keys() {
        asks(StudioIntent{OpenPackFolder{root() / "packs/base"}});
        ASSERT_TRUE(at->state().studio.may_sign()) << at->text();
        asks(StudioIntent{OpenDialog{Dialog::sign}});
        asks(PickerIntent{OpenPicker{Field::signer_key}});
        ASSERT_TRUE(at->state().picker);
    }
    const FilePicker& picker() const { return *at->state().picker; }
    bool is_open() const { return at->state().picker.has_value(); }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < picker().shown.size(); ++i)
            out.push_back(picker().row(i)->shown);
        return out;
    }
    std::string in_field(Field field) const {
        State& state = const_cast<State&>(at->state());
        return std::string(state.edited(field)->text.view());
    }
    std::string focused() const {
        for (const ui::Node& node : at->desk->tree().nodes)
            if ((node.states & ui::kFocused) != 0) return node.name;
        return {};
    }
    /// Tab until that has the focus.
    void goes_to(const std::string& name) {
        for (int i = 0; i < 40 && focused() != name; ++i) at->presses(Key::tab);
        ASSERT_EQ(focused(), name) << at->text();
    }
    /// What comes by itself within a few seconds.
    template <typename Condition>
    bool comes(Condition condition) {
        for (int i = 0; i < 100; ++i) {
            at->desk->settle();
            if (condition()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return false;
    }

    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-picker").value();
    Clinic clinic;
    std::unique_ptr<DeskInMemory> at;

  private:
    std::string home_before_;
};

/// Without root's rights on every thread, which may read everything.
class WithoutRights {
  public:
    WithoutRights() : root_(::geteuid() == 0) {
        if (root_) {
            EXPECT_EQ(::seteuid(65534), 0);
        }
    }
    ~WithoutRights() {
        if (root_) {
            EXPECT_EQ(::seteuid(0), 0);
        }
    }
    WithoutRights(const WithoutRights&) = delete;
    WithoutRights& operator=(const WithoutRights&) = delete;

  private:
    bool root_;
};

/// A screen reader that presses what it is told to.
class Hands final : public ui::Assistant {
  public:
    void show(const ui::Tree& tree, const platform::Standing&) override { nodes_ = tree.nodes; }
    std::vector<ui::Asked> take_asked() override { return std::exchange(asked_, {}); }
    void presses(Role role, const std::string& name) {
        const auto found = std::find_if(nodes_.begin(), nodes_.end(), [&](const ui::Node& node) {
            return node.role == role && node.name == name;
        });
        ASSERT_NE(found, nodes_.end()) << name;
        asked_.push_back({ui::Asked::Kind::press, found->id, 0, {}});
    }

  private:
    std::vector<ui::Node> nodes_;
    std::vector<ui::Asked> asked_;
};

}  // namespace

TEST(ShownNames, have_no_character_that_is_unseen_or_turns_what_stands_around_it) {
    EXPECT_EQ(shown_name("Ordner für Ümit"), "Ordner für Ümit");
    EXPECT_EQ(shown_name("نماذج"), "نماذج");
    EXPECT_EQ(shown_name("می\u200Cخواهم"), "می\u200Cخواهم") << "Persian needs its joiner";
    EXPECT_EQ(shown_name("a\nb\tc\x1B[31m\x7F"), "a\uFFFDb\uFFFDc\uFFFD[31m\uFFFD");
    EXPECT_EQ(shown_name("gpj.\u202Eexe"), "gpj.\uFFFDexe");
    EXPECT_EQ(shown_name("\u2066\u200F\uFEFF\u2028"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(shown_name("caf\xE9\xC3"), "caf\uFFFD\uFFFD");
}

TEST(Parents, are_the_nearest_first_up_to_the_root) {
    EXPECT_EQ(with_parents("/a/b"), (std::vector<fs::path>{"/a/b", "/a", "/"}));
    EXPECT_EQ(with_parents("a/b"), (std::vector<fs::path>{"a/b", "a"}));
    EXPECT_TRUE(with_parents("").empty());
}

TEST_F(PickerTest, pack_is_found_by_keys_alone_and_opens) {
    opens_desk();
    goes_to("Browse…");
    at->presses(Key::enter);
    ASSERT_TRUE(is_open()) << at->text();
    EXPECT_TRUE(at->sees(Role::dialog, "Choose a folder")) << at->text();
    EXPECT_TRUE(at->sees(Role::status, (root() / "packs").string())) << at->text();
    EXPECT_EQ(names(), (std::vector<std::string>{"base", "second", "readme.txt"}));
    EXPECT_EQ(focused(), "base");
    at->presses(Key::down);
    EXPECT_EQ(focused(), "second");
    at->presses(Key::up);
    at->presses(Key::enter);
    EXPECT_TRUE(at->sees(Role::status, (root() / "packs/base").string())) << at->text();
    EXPECT_TRUE(at->sees(Role::listitem, "pack.yaml")) << at->text();
    goes_to("Choose this folder");
    at->presses(Key::enter);
    EXPECT_FALSE(is_open());
    EXPECT_EQ(in_field(Field::pack_path), (root() / "packs/base").string());
    EXPECT_EQ(at->state().studio.folder, root() / "packs/base");
}

TEST_F(PickerTest, mouse_selects_with_one_click_and_opens_with_the_next) {
    opens_desk();
    at->clicks(Role::button, "Browse…");
    at->clicks(Role::listitem, "second");
    EXPECT_EQ(picker().selected_entry()->name, "second");
    EXPECT_TRUE(at->sees(Role::status, (root() / "packs").string()));
    at->clicks(Role::listitem, "second");
    EXPECT_TRUE(at->sees(Role::status, (root() / "packs/second").string())) << at->text();
    at->clicks(Role::button, "One folder up");
    EXPECT_EQ(picker().selected_entry()->name, "second") << "where one came from";
    at->clicks(Role::button, "Open folder");
    EXPECT_TRUE(at->sees(Role::status, (root() / "packs/second").string())) << at->text();
    at->clicks(Role::button, "Home folder");
    EXPECT_EQ(names(), (std::vector<std::string>{"keys", "packs", "notes.txt"}));
}

TEST_F(PickerTest, escape_closes_it_alone_and_the_focus_is_back_at_its_button) {
    opens_desk();
    at->clicks(Role::textbox, "A folder with packs, or one pack’s folder");
    at->types("/nonexistent/place");
    goes_to("Browse…");
    at->presses(Key::enter);
    ASSERT_TRUE(is_open());
    at->types("x");
    at->presses(Key::escape);
    EXPECT_FALSE(is_open());
    EXPECT_EQ(focused(), "Browse…");
    EXPECT_EQ(in_field(Field::pack_path), "/nonexistent/place");
    EXPECT_EQ(at->state().page, Page::packs);
}

TEST_F(PickerTest, escape_over_a_dialog_leaves_the_dialog) {
    opens_desk();
    opens_keys();
    at->presses(Key::escape);
    EXPECT_FALSE(is_open());
    EXPECT_EQ(at->state().studio.dialog, Dialog::sign);
    at->presses(Key::escape);
    EXPECT_EQ(at->state().studio.dialog, Dialog::none);
}

TEST_F(PickerTest, letters_and_ends_of_the_list_are_reached_by_keys) {
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    at->types("R");
    EXPECT_EQ(focused(), "readme.txt");
    at->presses(Key::home);
    EXPECT_EQ(focused(), "base");
    at->presses(Key::end);
    EXPECT_EQ(focused(), "readme.txt");
    at->presses(Key::backspace);
    EXPECT_TRUE(at->sees(Role::status, root().string())) << at->text();
    EXPECT_EQ(focused(), "packs");
}

TEST_F(PickerTest, file_in_a_folder_that_is_wanted_is_seen_and_not_taken) {
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    at->clicks(Role::listitem, "readme.txt");
    at->clicks(Role::listitem, "readme.txt");
    EXPECT_TRUE(is_open());
    EXPECT_EQ(picker().choice(), root() / "packs");
}

TEST_F(PickerTest, key_file_is_chosen_and_its_folder_remembered_until_the_lock) {
    opens_desk();
    opens_keys();
    EXPECT_TRUE(at->sees(Role::dialog, "Choose a file"));
    EXPECT_TRUE(at->sees(Role::status, root().string())) << at->text();
    EXPECT_NE(at->desk->tree().find(Role::button, "Choose")->states & ui::kDisabled, 0U)
        << "a folder is no file";
    at->clicks(Role::listitem, "keys");
    ASSERT_EQ(picker().listing->folder, root()) << "what the list begins with is not clicked yet";
    at->presses(Key::enter);
    EXPECT_EQ(picker().selected_entry()->name, "ada.key");
    at->clicks(Role::button, "Choose");
    EXPECT_FALSE(is_open());
    EXPECT_EQ(in_field(Field::signer_key), (root() / "keys/ada.key").string());
    asks(EditField{Field::signer_key, {ui::Edit::Kind::select_all, {}, 0, false}});
    asks(EditField{Field::signer_key, {ui::Edit::Kind::erase_before, {}, 0, false}});
    asks(PickerIntent{OpenPicker{Field::signer_key}});
    EXPECT_EQ(picker().listing->folder, root() / "keys");
    asks(LockNow{});
    EXPECT_FALSE(is_open());
    EXPECT_TRUE(at->state().picked.empty());
    EXPECT_TRUE(at->state().last_picked.empty());
}

TEST_F(PickerTest, list_starts_at_the_typed_file_or_at_what_is_left_of_its_path) {
    opens_desk();
    opens_keys();
    asks(PickerIntent{ClosePicker{}});
    const auto types = [this](const std::string& text) {
        asks(EditField{Field::signer_key, {ui::Edit::Kind::select_all, {}, 0, false}});
        asks(EditField{Field::signer_key, {ui::Edit::Kind::type, text, 0, false}});
        asks(PickerIntent{OpenPicker{Field::signer_key}});
    };
    types((root() / "keys/ada.key").string());
    EXPECT_EQ(picker().selected_entry()->name, "ada.key");
    asks(PickerIntent{ClosePicker{}});
    types((root() / "keys/gone/deeper/ada.key").string());
    EXPECT_EQ(picker().listing->folder, root() / "keys");
}

TEST_F(PickerTest, packages_alone_are_listed_until_everything_is_asked_for) {
    makes("home/packs/base-1.candorpack");
    makes("home/packs/loud.CANDORPACK");
    makes("home/packs/.hidden.candorpack");
    fs::create_symlink("/nonexistent/x", root() / "packs/broken-link");
    opens_desk();
    asks(StudioIntent{OpenPackFolder{root() / "packs/base"}});
    asks(StudioIntent{OpenDialog{Dialog::put}});
    asks(PickerIntent{OpenPicker{Field::put_package}});
    EXPECT_EQ(names(),
              (std::vector<std::string>{"base", "second", "base-1.candorpack", "loud.CANDORPACK"}));
    at->clicks(Role::button, "Show everything");
    EXPECT_EQ(picker().shown.size(), 7U);
    at->clicks(Role::listitem, "broken-link");
    at->clicks(Role::listitem, "broken-link");
    EXPECT_TRUE(is_open()) << "it leads nowhere";
    EXPECT_TRUE(picker().choice().empty());
    at->clicks(Role::listitem, "base-1.candorpack");
    at->presses(Key::enter);
    EXPECT_FALSE(is_open());
    EXPECT_EQ(in_field(Field::put_package), (root() / "packs/base-1.candorpack").string());
}

TEST_F(PickerTest, package_that_is_to_be_made_keeps_its_name_in_the_chosen_folder) {
    opens_desk();
    opens_keys();
    asks(PickerIntent{ClosePicker{}});
    const std::string name = fs::path(in_field(Field::signed_package)).filename().string();
    ASSERT_NE(name.find(".candorpack"), std::string::npos);
    asks(PickerIntent{OpenPicker{Field::signed_package}});
    asks(PickerIntent{PickerGoTo{root() / "keys"}});
    asks(PickerIntent{PickerChoose{}});
    EXPECT_EQ(in_field(Field::signed_package), (root() / "keys" / name).string());
}

TEST_F(PickerTest, mounted_sticks_are_one_click_away) {
    Options options;
    options.packs = root() / "packs";
    options.sticks = {"/"};  // all that is mounted, and that is always
    at = std::make_unique<DeskInMemory>(clinic, "Ada", "en", 1366, 768, options);
    asks(ShowPage{Page::packs});
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    at->clicks(Role::button, "proc");
    EXPECT_EQ(picker().listing->folder, "/proc") << at->text();
}

TEST_F(PickerTest, link_to_a_folder_is_gone_into) {
    fs::create_directory_symlink(root() / "keys", root() / "packs/to-keys");
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    at->clicks(Role::listitem, "to-keys");
    at->presses(Key::enter);
    EXPECT_EQ(names(), std::vector<std::string>{"ada.key"});
    at->clicks(Role::button, "One folder up");
    EXPECT_EQ(picker().listing->folder, root() / "packs");
}

TEST_F(PickerTest, empty_folder_and_one_without_what_is_needed_say_so) {
    opens_desk();
    opens_keys();
    asks(PickerIntent{PickerGoTo{root() / "packs/second/empty"}});
    EXPECT_TRUE(at->sees(Role::status, "This folder is empty.")) << at->text();
    EXPECT_EQ(focused(), "One folder up");
    asks(PickerIntent{ClosePicker{}});
    asks(StudioIntent{CloseDialog{}});
    asks(StudioIntent{OpenDialog{Dialog::put}});
    asks(PickerIntent{OpenPicker{Field::put_package}});
    asks(PickerIntent{PickerGoTo{root() / "keys"}});
    EXPECT_TRUE(at->reads("Nothing here is of the kind that is needed. 1 entry is hidden"))
        << at->text();
}

TEST_F(PickerTest, folder_without_a_right_says_so_and_is_left_by_going_up) {
    fs::create_directories(root() / "packs/locked/within");
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    {
        fs::permissions(root() / "packs/locked", fs::perms::none);
        const WithoutRights without;
        asks(PickerIntent{PickerGoTo{root() / "packs/locked"}});
    }
    EXPECT_TRUE(at->reads("This folder cannot be read: this account has no right to it"))
        << at->text();
    EXPECT_TRUE(picker().choice().empty());
    EXPECT_NE(at->desk->tree().find(Role::button, "Choose this folder")->states & ui::kDisabled,
              0U);
    fs::permissions(root() / "packs/locked", fs::perms::owner_all);
    at->presses(Key::backspace);
    EXPECT_EQ(picker().listing->folder, root() / "packs") << at->text();
}

TEST_F(PickerTest, folder_that_vanishes_while_it_is_open_says_so_by_itself) {
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    asks(PickerIntent{PickerGoTo{root() / "packs/second/empty"}});
    fs::remove_all(root() / "packs/second");
    EXPECT_TRUE(comes([this] { return at->reads("That is not there any more"); })) << at->text();
    at->clicks(Role::button, "One folder up");
    EXPECT_EQ(picker().listing->folder, root() / "packs") << "the nearest that is there";
}

TEST_F(PickerTest, folder_that_vanished_a_moment_ago_is_not_taken) {
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    asks(PickerIntent{PickerGoTo{root() / "packs/second"}});
    fs::remove_all(root() / "packs/second");
    asks(PickerIntent{PickerChoose{}});
    EXPECT_TRUE(is_open());
    EXPECT_TRUE(at->reads("That is not there any more")) << at->text();
    EXPECT_EQ(in_field(Field::pack_path), "");
}

TEST_F(PickerTest, file_that_became_a_folder_is_not_taken) {
    opens_desk();
    opens_keys();
    asks(PickerIntent{PickerGoTo{root() / "keys"}});
    fs::remove(root() / "keys/ada.key");
    fs::create_directory(root() / "keys/ada.key");
    asks(PickerIntent{PickerChoose{}});
    EXPECT_TRUE(is_open());
    EXPECT_EQ(in_field(Field::signer_key), "");
}

TEST_F(PickerTest, what_comes_while_it_is_open_is_listed_and_the_selection_stays) {
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    at->presses(Key::down);
    ASSERT_EQ(picker().selected_entry()->name, "second");
    fs::create_directory(root() / "packs/a new one");
    EXPECT_TRUE(comes([this] { return at->sees(Role::listitem, "a new one"); })) << at->text();
    EXPECT_EQ(picker().selected_entry()->name, "second");
}

TEST_F(PickerTest, hostile_names_are_shown_harmlessly_and_never_come_into_a_field) {
    const std::string hostile[] = {"line\nbreak", "gpj.\u202Eexe", "caf\xE9", "\x1B[2Jclear"};
    for (const std::string& name : hostile) fs::create_directory(root() / "keys" / name);
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    asks(PickerIntent{PickerGoTo{root() / "keys"}});
    for (const char* shown : {"line\uFFFDbreak", "gpj.\uFFFDexe", "caf\uFFFD", "\uFFFD[2Jclear"})
        EXPECT_TRUE(at->sees(Role::listitem, shown)) << shown << at->text();
    for (const std::string& name : hostile) {
        asks(PickerIntent{PickerGoTo{root() / "keys" / name}});
        ASSERT_FALSE(picker().listing->fault) << "it is gone into all the same";
        asks(PickerIntent{PickerChoose{}});
        EXPECT_TRUE(at->reads("has characters that cannot be shown")) << at->text();
        EXPECT_EQ(in_field(Field::pack_path), "");
    }
    const std::string all = at->text();
    for (const char* raw : {"\u202E", "\x1B", "caf\xE9"})
        EXPECT_EQ(all.find(raw), std::string::npos);
}

TEST_F(PickerTest, path_that_no_field_holds_is_told) {
    fs::path deep = root() / "packs";
    for (int i = 0; i < 5; ++i) deep /= std::string(240, 'd');
    fs::create_directories(deep);
    opens_desk();
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    asks(PickerIntent{PickerGoTo{deep}});
    asks(PickerIntent{PickerChoose{}});
    EXPECT_TRUE(at->reads("This path is too long for the field.")) << at->text();
    EXPECT_EQ(in_field(Field::pack_path), "");
}

TEST_F(PickerTest, ten_thousand_names_are_read_off_the_frame_and_those_in_sight_drawn) {
    fs::create_directory(root() / "many");
    for (int i = 0; i < 10'000; ++i) {
        const std::string number = std::to_string(i);
        std::ofstream(root() / "many" / ("f" + std::string(5 - number.size(), '0') + number));
    }
    opens_desk();
    opens_keys();
    at->desk->apply(PickerIntent{PickerGoTo{root() / "many"}});
    EXPECT_EQ(picker().listing, nullptr) << "whoever asked goes on";
    at->desk->settle();
    ASSERT_EQ(picker().shown.size(), 10'000U);
    const auto rows = [this] {
        const auto& nodes = at->desk->tree().nodes;
        return std::count_if(nodes.begin(), nodes.end(),
                             [](const ui::Node& node) { return node.role == Role::listitem; });
    };
    EXPECT_LT(rows(), 20);
    at->presses(Key::end);
    EXPECT_EQ(focused(), "f09999") << at->text();
    EXPECT_LT(rows(), 20);
    at->presses(Key::enter);
    EXPECT_EQ(in_field(Field::signer_key), (root() / "many/f09999").string());
}

TEST_F(PickerTest, is_mirrored_in_arabic_while_paths_go_from_left_to_right) {
    fs::create_directory(root() / "packs/نماذج");
    opens_desk("ar");
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    const ui::Node* card = at->desk->tree().find(Role::dialog, "اختر مجلدا");
    ASSERT_NE(card, nullptr) << at->text();
    const ui::Node* choose = at->desk->tree().find(Role::button, "اختر هذا المجلد");
    ASSERT_NE(choose, nullptr) << at->text();
    EXPECT_GT(choose->rect.x, card->rect.x + card->rect.w / 2) << "at the start, which is right";
    EXPECT_TRUE(at->sees(Role::status, (root() / "packs").string())) << at->text();
    at->clicks(Role::listitem, "نماذج");
    at->presses(Key::enter);
    EXPECT_TRUE(at->sees(Role::status, (root() / "packs/نماذج").string())) << at->text();
}

TEST_F(PickerTest, screen_reader_goes_through_it_with_one_press_each) {
    Options options;
    options.assets = CANDOR_SOURCE_DIR "/assets";
    options.decoder = CANDOR_BINARY_DIR "/bin/candor-decode";
    options.state = clinic.folder();
    options.key = clinic.key_file();
    options.packs = root() / "packs";
    platform::HeadlessWindow window(1366, 768);
    std::int64_t now_ms = 1'000'000;
    const auto open = [this] { return consult::open_sqlite_inbox(clinic.database()); };
    auto made = std::make_unique<Hands>();
    Hands& hands = *made;
    const auto desk = Desk::create(
                          options, window, [&now_ms] { return ++now_ms; }, {open}, std::move(made))
                          .value();
    desk->settle();
    const auto presses = [&](Role role, const std::string& name) {
        hands.presses(role, name);
        desk->turn({});
        desk->settle();
    };
    presses(Role::tab, "Packs");
    presses(Role::button, "Browse…");
    ASSERT_TRUE(desk->state().picker);
    presses(Role::listitem, "base");
    EXPECT_EQ(desk->state().picker->listing->folder, root() / "packs/base");
    presses(Role::button, "Choose this folder");
    EXPECT_EQ(desk->state().studio.folder, root() / "packs/base");
}

TEST_F(PickerTest, every_path_field_has_a_button_that_says_what_it_is_for) {
    opens_desk();
    const auto abouts = [this] {
        std::vector<std::string> out;
        for (const ui::Node& node : at->desk->tree().nodes)
            if (node.role == Role::button && node.name == "Browse…") out.push_back(node.value);
        return out;
    };
    EXPECT_EQ(abouts(), std::vector<std::string>{"A folder with packs, or one pack’s folder"});
    asks(StudioIntent{OpenPackFolder{root() / "packs/base"}});
    asks(StudioIntent{OpenDialog{Dialog::sign}});
    EXPECT_EQ(abouts(),
              (std::vector<std::string>{"Your secret key file", "Where the package goes"}));
    asks(StudioIntent{CloseDialog{}});
    asks(StudioIntent{OpenDialog{Dialog::put}});
    asks(StudioIntent{ChooseTarget{Putting::Target::stick}});
    EXPECT_EQ(abouts(), (std::vector<std::string>{"The signed package", "The stick’s folder"}));
}

}  // namespace candor::desk
