#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/clock.h"
#include "base/files.h"
#include "headless_kiosk.h"
#include "person.h"
#include "program.h"
#include "scratch_folder.h"

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTooMany = "Too many wrong codes were typed on this kiosk.";

/// A clinic with an author, a reviewer, a staff code, and one kiosk.
class StaffAtTheKiosk : public testing::Test {
  protected:
    StaffAtTheKiosk() {
        fs::create_directory(stick());
        std::ofstream(office / "code") << "246810\n";
        candor({"staff-code", "--state", state.path(), "--code-file", office / "code"});
        std::ofstream policy(state / "kiosk.yaml", std::ios::app);
        policy << "packs:\n  require: [author, reviewer]\n  keys:\n    author: [\""
               << key_of("author") << "\"]\n    reviewer: [\"" << key_of("reviewer") << "\"]\n";
        policy.close();
        starts();
    }

    void starts() {
        kiosk = std::make_unique<HeadlessKiosk>(state.path(), shipped_content(), stick());
        person = std::make_unique<Person>(*kiosk);
    }
    void opens_the_staff_part() {
        person->touch(Role::button, "Touch to start");
        person->touch(Role::button, "Ask staff");
        person->touch(Role::button, "For staff");
    }

    fs::path stick() const { return office / "stick"; }

    static void candor(std::vector<std::string> words) {
        words.insert(words.begin(), built("candor"));
        ASSERT_EQ(run_program(words).status, 0) << words[1] << " " << words[2];
    }

    /// Makes a signer's key; the public one.
    std::string key_of(const char* who) {
        candor({"keys", "create", "--signer", office / who, "--no-passphrase"});
        std::istringstream lines(text_of((office / who).string() + ".pub"));
        std::string line;
        std::getline(lines, line);
        std::getline(lines, line);
        return line;
    }

    /// The shipped pack about PRP as another version, signed by both.
    fs::path made(int version) {
        const fs::path folder = office / "prp";
        fs::remove_all(folder);
        fs::copy(shipped_content() / "prp", folder, fs::copy_options::recursive);
        std::string head = text_of(folder / "pack.yaml");
        head.replace(head.find("version: 1"), 10, "version: " + std::to_string(version));
        std::ofstream(folder / "pack.yaml") << head;
        fs::path made = office / "made.candorpack";
        candor({"pack", "build", folder, "-o", made});
        candor({"pack", "sign", made, "--key", office / "author", "--role", "author"});
        candor({"pack", "sign", made, "--key", office / "reviewer", "--role", "reviewer", "--name",
                "Dr. Ada Byron", "--profession", "Dermatologist"});
        return made;
    }
    void carries(int version) { fs::rename(made(version), stick() / "prp.candorpack"); }
    void installs(int version) {
        candor({"pack", "install", made(version), "--state", state.path()});
    }

    void types_code(std::string_view digits) {
        for (const char digit : digits) person->touch(Role::button, std::string(1, digit));
        person->touch(Role::button, "Done");
    }

    testing::AssertionResult comes_to_read(std::string_view words) {
        const auto reads = [&](const ui::Tree& tree) {
            for (const ui::Node& node : tree.nodes)
                if (node.name.find(words) != std::string::npos) return true;
            return false;
        };
        if (kiosk->await_news(reads)) return testing::AssertionSuccess();
        return testing::AssertionFailure() << "nothing says \"" << words << "\" on\n"
                                           << ui::to_text(kiosk->tree(), ui::Rects::with);
    }

    ScratchFolder state, office;
    std::unique_ptr<HeadlessKiosk> kiosk;
    std::unique_ptr<Person> person;
};

TEST_F(StaffAtTheKiosk, stick_is_looked_at_behind_the_code_and_its_pack_installed_with_a_touch) {
    carries(2);
    EXPECT_TRUE(comes_to_read("Staff code"));
    types_code("111111");
    EXPECT_TRUE(comes_to_read("That is not the code."));
    types_code("246810");
    EXPECT_TRUE(comes_to_read("Reviewed by Dr. Ada Byron, Dermatologist"));
    EXPECT_TRUE(comes_to_read("Came with the kiosk"));
    person->touch(Role::button, "Install PRP, and how it differs, version 2");
    EXPECT_TRUE(comes_to_read("Patients see it from the next visit on."));
    EXPECT_TRUE(comes_to_read("This version is on the kiosk"));
    person->touch(Role::button, "Leave");
    EXPECT_TRUE(person->is_on("attract"));
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "PRP, and how it differs");
    EXPECT_TRUE(person->reads("Reviewed by Dr. Ada Byron, Dermatologist"));
}

TEST_F(StaffAtTheKiosk, newer_version_goes_back_with_a_touch) {
    installs(2);
    installs(3);
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "Ask staff");
    person->touch(Role::button, "For staff");
    types_code("246810");
    EXPECT_TRUE(comes_to_read("Version 3"));
    person->touch(Role::button, "Go back to version 2");
    EXPECT_TRUE(comes_to_read("is back at version 2"));
}

TEST_F(StaffAtTheKiosk, visit_in_progress_keeps_its_pack) {
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "PRP, and how it differs");
    installs(2);
    person->touch(Role::button, "Next: how it is given");
    EXPECT_TRUE(person->is_on("reader"));
    EXPECT_FALSE(person->reads("Reviewed by Dr. Ada Byron"));
    EXPECT_TRUE(person->reads("Sample content, not yet reviewed by a clinician"));
}

TEST_F(StaffAtTheKiosk, pack_of_a_stranger_is_named_and_cannot_be_installed) {
    carries(2);
    fs::remove(office / "reviewer");
    fs::remove(office / "reviewer.pub");
    static_cast<void>(key_of("reviewer"));
    carries(3);
    EXPECT_TRUE(comes_to_read("Staff code"));
    types_code("246810");
    EXPECT_TRUE(comes_to_read("Cannot be installed"));
    EXPECT_TRUE(comes_to_read("A signature is missing or not right."));
}

TEST_F(StaffAtTheKiosk, damaged_pack_falls_back_to_the_version_before_and_staff_are_told) {
    installs(2);
    installs(3);
    kiosk.reset();
    const fs::path live = fs::canonical(state / "packs" / "prp" / "live") / "prp";
    std::ofstream(live / "en/010-what-prp-is.md") << "---\ntitle: Forged\n---\nForged words.\n";
    kiosk = std::make_unique<HeadlessKiosk>(state.path(), shipped_content(), stick());
    person = std::make_unique<Person>(*kiosk);
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "Ask staff");
    person->touch(Role::button, "For staff");
    types_code("246810");
    EXPECT_TRUE(comes_to_read("Version 3 is damaged. Version 2 is shown."));
    person->touch(Role::button, "Leave");
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "PRP, and how it differs");
    EXPECT_TRUE(person->sees(Role::heading, "What PRP is"));
}

TEST_F(StaffAtTheKiosk,
       text_that_is_not_the_installed_one_is_not_shown_to_the_first_visitor_either) {
    installs(2);
    installs(3);
    kiosk.reset();
    const fs::path live = fs::canonical(state / "packs" / "prp" / "live") / "prp";
    const fs::path page = live / "en/010-what-prp-is.md";
    std::string text = text_of(page);
    const auto at = text.find("What PRP is");
    ASSERT_NE(at, std::string::npos);
    std::ofstream(page) << text.replace(at, 11, "PRP cures!!");  // as long as before
    kiosk = std::make_unique<HeadlessKiosk>(state.path(), shipped_content(), stick());
    person = std::make_unique<Person>(*kiosk);
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "PRP, and how it differs");
    EXPECT_TRUE(person->sees(Role::heading, "What PRP is"));
    EXPECT_TRUE(person->reads("Reviewed by Dr. Ada Byron, Dermatologist"));
}

TEST_F(StaffAtTheKiosk,
       picture_that_was_changed_after_the_start_is_not_drawn_and_its_pack_gives_way) {
    installs(2);
    installs(3);
    kiosk = std::make_unique<HeadlessKiosk>(state.path(), shipped_content(), stick());
    person = std::make_unique<Person>(*kiosk);
    person->touch(Role::button, "Touch to start");
    const fs::path live = fs::canonical(state / "packs" / "prp" / "live") / "prp";
    fs::copy_file(shipped_content() / "procedure/images/step-1.svg", live / "images/prp-tube.svg",
                  fs::copy_options::overwrite_existing);
    person->touch(Role::button, "PRP, and how it differs");
    EXPECT_TRUE(kiosk->await_news([this](const ui::Tree&) {
        return fs::read_symlink(state / "packs" / "prp" / "live").string().starts_with("2-");
    }));
    person->touch(Role::button, "Ask staff");
    person->touch(Role::button, "For staff");
    types_code("246810");
    EXPECT_TRUE(comes_to_read("Version 3 is damaged. Version 2 is shown."));
}

TEST_F(StaffAtTheKiosk, five_wrong_codes_make_the_next_one_wait) {
    person->touch(Role::button, "Touch to start");
    person->touch(Role::button, "Ask staff");
    person->touch(Role::button, "For staff");
    for (int i = 0; i < 5; ++i) {
        types_code("000000");
        EXPECT_TRUE(comes_to_read(i < 4 ? "That is not the code." : kTooMany));
    }
    types_code("246810");
    EXPECT_TRUE(comes_to_read(kTooMany));
    EXPECT_TRUE(comes_to_read("It now takes one a minute. Wait "));
    EXPECT_FALSE(person->reads("What this kiosk shows"));
}

TEST_F(StaffAtTheKiosk, restart_gives_no_tries_back_and_a_minute_lets_staff_in) {
    opens_the_staff_part();
    for (int i = 0; i < 5; ++i) {
        types_code("000000");
        EXPECT_TRUE(comes_to_read(i < 4 ? "That is not the code." : kTooMany));
    }
    kiosk.reset();
    starts();
    opens_the_staff_part();
    EXPECT_TRUE(comes_to_read(kTooMany));
    person->waits(61);
    person->touch(Role::button, "I’m still here");
    types_code("246810");
    EXPECT_TRUE(comes_to_read("What this kiosk shows"));
    EXPECT_TRUE(comes_to_read("5 wrong codes were typed here since staff last came in."));
}

TEST_F(StaffAtTheKiosk, another_language_keeps_the_way_to_the_keys) {
    opens_the_staff_part();
    person->touch(Role::button, "English");
    person->touch(Role::radio, "Deutsch");
    person->touch(Role::textbox, "Code");
    for (const char digit : std::string("246810"))
        person->touch(Role::button, std::string(1, digit));
    person->touch(Role::button, "Fertig");
    EXPECT_TRUE(comes_to_read("Was dieser Kiosk zeigt"));
}

TEST_F(StaffAtTheKiosk, clock_that_went_back_is_told_and_withdraws_nothing_until_staff_say) {
    std::ofstream(state / "last-day") << "2081-01-01\n";
    starts();
    opens_the_staff_part();
    types_code("246810");
    EXPECT_TRUE(comes_to_read("but this kiosk has already seen 2081-01-01."));
    EXPECT_TRUE(comes_to_read("PRP, and how it differs"));
    EXPECT_TRUE(comes_to_read("Patients see that it is being reviewed."));
    person->touch(Role::button, "The clock is right");
    EXPECT_TRUE(kiosk->await_news([](const ui::Tree& tree) {
        return tree.find(Role::button, "The clock is right") == nullptr;
    }));
    EXPECT_EQ(text_of(state / "last-day"), base::local_today() + "\n");
}

TEST_F(StaffAtTheKiosk, kiosk_that_takes_no_requests_says_why) {
    std::ofstream(state / "kiosk.yaml", std::ios::app) << "clinic_key: /nowhere/clinic.key.pub\n";
    starts();
    opens_the_staff_part();
    types_code("246810");
    EXPECT_TRUE(comes_to_read("the file with the clinic’s key is missing or damaged."));
    EXPECT_TRUE(comes_to_read("patients read that they should come to the front desk."));
}

TEST_F(StaffAtTheKiosk, damaged_queue_that_was_set_aside_is_told_with_its_name) {
    std::ofstream(state / "consult.db") << std::string(5000, 'x');
    starts();
    opens_the_staff_part();
    types_code("246810");
    EXPECT_TRUE(comes_to_read("Patients can ask to be called."));
    EXPECT_TRUE(comes_to_read("It is kept as consult.db.damaged-"));
    EXPECT_TRUE(comes_to_read("This is a demonstration."));
}

class Preview : public testing::Test {
  protected:
    Preview() { fs::copy(shipped_content() / "prp", pack, fs::copy_options::recursive); }

    bool comes_to_read(std::string_view words) {
        return kiosk->await_news([&](const ui::Tree& tree) {
            for (const ui::Node& node : tree.nodes)
                if (node.name.find(words) != std::string::npos) return true;
            return false;
        });
    }

    ScratchFolder state, office;
    fs::path pack = office / "prp";
    std::unique_ptr<HeadlessKiosk> kiosk;
};

TEST_F(Preview, saved_change_shows_at_once_and_the_place_is_kept) {
    kiosk = HeadlessKiosk::preview(state.path(), pack);
    Person person(*kiosk);
    person.touch(Role::button, "Next: how it is given");
    const fs::path page = pack / "en/020-how-it-is-given.md";
    std::ofstream(page) << "---\ntitle: Another title\nshort: another\n---\nSome words.\n";
    EXPECT_TRUE(comes_to_read("Another title"));
    EXPECT_TRUE(person.is_on("reader"));
}

TEST_F(Preview, broken_file_shows_what_is_wrong_in_its_place) {
    kiosk = HeadlessKiosk::preview(state.path(), pack);
    Person person(*kiosk);
    std::ofstream(pack / "en/010-what-prp-is.md")
        << "---\ntitle: Broken\n---\n```steps\n- {title: [}\n```\n";
    EXPECT_TRUE(comes_to_read("This file cannot be shown yet"));
    std::ofstream(pack / "en/010-what-prp-is.md") << "---\ntitle: Mended\n---\nSome words.\n";
    EXPECT_TRUE(comes_to_read("Mended"));
}

}  // namespace
}  // namespace candor::journeys
