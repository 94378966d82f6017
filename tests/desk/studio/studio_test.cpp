#include "desk/studio/studio.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "base/files.h"
#include "base/mounts.h"
#include "desk/studio/put_pack.h"
#include "desk/studio/studio_intent.h"
#include "desk_in_memory.h"
#include "pack/package/minisign.h"
#include "pack/package/policy.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

const fs::path kContent = CANDOR_SOURCE_DIR "/content";
const fs::path kBroken = CANDOR_SOURCE_DIR "/tests/packs/broken";

/// A folder with a copy of a shipped pack, and a signer's keys.
class StudioTest : public testing::Test {
  protected:
    StudioTest() {
        std::string name = testing::TempDir() + "candor-studio-XXXXXX";
        if (::mkdtemp(name.data()) != nullptr) folder = name;
        fs::copy(kContent / "prp", folder / "prp", fs::copy_options::recursive);
        key = pack::new_signing_key();
        base::SecretString none(1);
        write("signer.key", pack::signing_key_text(key, none).value());
        write("signer.pub", pack::verifying_key_text(key.verifying_key()));
    }
    ~StudioTest() override { fs::remove_all(folder); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << text;
    }
    std::string read(const fs::path& file) const {
        return base::read_file(file, 64U << 20).value_or("");
    }

    SigningOrder order(pack::Role role = pack::Role::author) const {
        SigningOrder out{prepare_package(folder / "prp").value(), folder / "prp-1.candorpack",
                         folder / "signer.key", std::make_shared<base::SecretString>(8)};
        out.signer = {role, "2026-11-25", "Dr. Ada Byron", "Dermatologist"};
        return out;
    }

    fs::path folder;
    pack::SigningKey key;
};

TEST_F(StudioTest, package_that_is_signed_is_verified_by_minisign) {
    if (::access("/usr/bin/minisign", X_OK) != 0) GTEST_SKIP() << "minisign is not installed";
    ASSERT_EQ(sign_pack(order()).value(), SigningOutcome::done);
    const auto package = pack::Package::open(folder / "prp-1.candorpack").value();
    write("MANIFEST", package.manifest_text());
    write("MANIFEST.minisig", package.signatures().at(pack::Role::author));
    const std::string verify = "/usr/bin/minisign -V -q -p " + (folder / "signer.pub").string() +
                               " -m " + (folder / "MANIFEST").string();
    EXPECT_EQ(std::system(verify.c_str()), 0);
    write("MANIFEST", package.manifest_text() + " ");
    EXPECT_NE(std::system((verify + " 2>/dev/null").c_str()), 0);
}

TEST_F(StudioTest, second_role_joins_the_signature_that_is_there) {
    ASSERT_EQ(sign_pack(order(pack::Role::author)).value(), SigningOutcome::done);
    ASSERT_EQ(sign_pack(order(pack::Role::reviewer)).value(), SigningOutcome::done);
    const auto package = pack::Package::open(folder / "prp-1.candorpack").value();
    EXPECT_EQ(package.signatures().size(), 2U);
}

TEST_F(StudioTest, same_role_again_asks_and_changes_nothing) {
    ASSERT_EQ(sign_pack(order()).value(), SigningOutcome::done);
    const std::string before = read(folder / "prp-1.candorpack");
    EXPECT_EQ(sign_pack(order()).value(), SigningOutcome::signed_already);
    EXPECT_EQ(read(folder / "prp-1.candorpack"), before);
}

TEST_F(StudioTest, another_file_at_the_place_is_kept_until_replaced_on_purpose) {
    write("prp-1.candorpack", "somebody's letter");
    SigningOrder wanted = order();
    EXPECT_EQ(sign_pack(wanted).value(), SigningOutcome::other_file_there);
    EXPECT_EQ(read(folder / "prp-1.candorpack"), "somebody's letter");
    wanted.replace = true;
    EXPECT_EQ(sign_pack(wanted).value(), SigningOutcome::done);
    EXPECT_TRUE(pack::Package::open(folder / "prp-1.candorpack"));
}

TEST_F(StudioTest, package_is_the_same_bytes_each_time) {
    const auto first = prepare_package(folder / "prp").value();
    const auto second = prepare_package(folder / "prp").value();
    EXPECT_EQ(read(first.package), read(second.package));
    EXPECT_EQ(first.hash, second.hash);
    EXPECT_GT(first.files, 5U);
}

TEST_F(StudioTest, signed_package_installs_where_its_signer_is_trusted) {
    ASSERT_EQ(sign_pack(order()).value(), SigningOutcome::done);
    fs::create_directories(folder / "state");
    pack::Policy policy;
    policy.state = pack::Policy::State::good;
    policy.require = {pack::Role::author};
    policy.keys[pack::Role::author] = {key.verifying_key()};
    const auto done = pack::install_package(folder / "prp-1.candorpack", folder / "state", policy);
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(pack::installed_packs(folder / "state", policy).size(), 1U);
}

TEST_F(StudioTest, copy_to_a_stick_never_overwrites_silently) {
    ASSERT_EQ(sign_pack(order()).value(), SigningOutcome::done);
    const auto go_on = [](std::uint64_t, std::uint64_t) { return true; };
    write("stick/prp-1.candorpack", "another one");
    const auto refused = put_on_stick(folder / "prp-1.candorpack", folder / "stick", false, go_on);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::FaultKind::refused);
    EXPECT_EQ(read(folder / "stick/prp-1.candorpack"), "another one");
    ASSERT_TRUE(put_on_stick(folder / "prp-1.candorpack", folder / "stick", true, go_on));
    EXPECT_EQ(read(folder / "stick/prp-1.candorpack"), read(folder / "prp-1.candorpack"));
}

TEST_F(StudioTest, copy_that_is_stopped_leaves_nothing_behind) {
    ASSERT_EQ(sign_pack(order()).value(), SigningOutcome::done);
    fs::create_directories(folder / "stick");
    const auto stop = [](std::uint64_t, std::uint64_t) { return false; };
    const auto stopped = put_on_stick(folder / "prp-1.candorpack", folder / "stick", false, stop);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, base::FaultKind::cancelled);
    EXPECT_TRUE(fs::is_empty(folder / "stick"));
}

TEST(Sticks, mounts_are_those_below_the_roots) {
    const char* info =
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        "90 22 8:17 / /media/ada/MY\\040STICK rw - vfat /dev/sdb1 rw\n"
        "91 22 8:18 / /media-other/x rw - vfat /dev/sdb2 rw\n";
    const auto found = base::mounts_below(info, {"/media", "/run/media"});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front(), fs::path("/media/ada/MY STICK"));
}

TEST(Findings, page_and_language_are_those_of_the_file) {
    PackHead head;
    head.languages = {"en", "tr"};
    const base::Finding page{"tr/010-first.md", 3, base::Severity::error, "x", "", ""};
    const base::Finding other{"images/a.svg", 0, base::Severity::error, "x", "", ""};
    EXPECT_EQ(language_of(page, head), "tr");
    EXPECT_EQ(desk::page_of(page), "010-first");
    EXPECT_EQ(language_of(other, head), "");
    EXPECT_EQ(desk::page_of(other), "");
}

TEST(Counted, days_without_a_number_are_fewer_than_five_and_never_today) {
    CountsReport report;
    report.today = "2026-03-01";
    report.counts = {{"2026-02-28", consult::Counted::page_opened, "prp/a", 7},
                     {"2026-02-28", consult::Counted::page_opened, "prp/b", 5},
                     {"2026-02-28", consult::Counted::request_sent, "", 9}};
    const CountedDays days = days_of(report, consult::Counted::page_opened);
    EXPECT_EQ(days.back().day, "2026-02-28");
    EXPECT_EQ(days.back().number, 12);
    EXPECT_EQ(days.front().day, "2026-01-30");
    EXPECT_EQ(days.front().number, 0);
}

class OpenStudio : public StudioTest {
  protected:
    OpenStudio() : at(clinic) { at.unlocks(); }
    void opens(const fs::path& pack) {
        at.desk->apply(ShowPage{Page::packs});
        at.desk->apply(StudioIntent{OpenPackFolder{pack}});
        at.desk->settle();
    }
    Clinic clinic;
    DeskInMemory at;
};

TEST_F(OpenStudio, shipped_pack_shows_its_first_page_and_next_leads_on) {
    opens(folder / "prp");
    ASSERT_TRUE(at.state().studio.opened);
    EXPECT_TRUE(at.state().studio.may_sign());
    const auto& pages = at.state().studio.opened->catalog->library->packs.front().pages_in("en");
    ASSERT_GT(pages.size(), 1U);
    EXPECT_TRUE(at.sees(ui::Role::heading, pages[0].title)) << at.text();
    at.clicks(ui::Role::button, "Next: " + pages[1].short_title);
    EXPECT_TRUE(at.sees(ui::Role::heading, pages[1].title)) << at.text();
}

TEST_F(OpenStudio, typed_folder_is_looked_at_off_the_frame_and_tells_what_is_wrong_with_it) {
    at.desk->apply(ShowPage{Page::packs});
    const auto types = [this](const fs::path& path) {
        at.desk->apply(EditField{Field::pack_path, {ui::Edit::Kind::select_all, {}, 0, false}});
        at.desk->apply(
            EditField{Field::pack_path, {ui::Edit::Kind::type, path.string(), 0, false}});
        at.desk->apply(StudioIntent{OpenTypedFolder{}});
    };
    types(folder / "nothing");
    EXPECT_TRUE(at.state().studio.problem.empty()) << "whoever asked goes on";
    at.desk->settle();
    EXPECT_TRUE(at.reads("There is no such folder.")) << at.text();
    types(folder / "prp/en");
    at.desk->settle();
    EXPECT_TRUE(at.reads("That folder holds no pack")) << at.text();
    types(folder / "nothing");
    at.desk->apply(EditField{Field::pack_path, {ui::Edit::Kind::type, "x", 0, false}});
    at.desk->settle();
    EXPECT_TRUE(at.state().studio.problem.empty()) << "of a path that is not meant any more";
    types(folder);
    at.desk->settle();
    EXPECT_EQ(at.state().studio.root, folder);
    types(folder / "prp");
    at.desk->settle();
    EXPECT_EQ(at.state().studio.folder, folder / "prp");
}

TEST_F(OpenStudio, pack_with_an_error_shows_it_and_cannot_be_signed) {
    std::ofstream(folder / "prp/en/010-what-prp-is.md", std::ios::app)
        << "\nMore in [](source:nobody-knows).\n";
    opens(folder / "prp");
    const Studio& studio = at.state().studio;
    ASSERT_TRUE(studio.opened);
    ASSERT_GT(studio.opened->counts.errors, 0);
    EXPECT_FALSE(studio.may_sign());
    EXPECT_TRUE(at.sees(ui::Role::button, studio.opened->findings.front().message)) << at.text();
    at.desk->apply(StudioIntent{OpenDialog{Dialog::sign}});
    EXPECT_EQ(at.state().studio.dialog, Dialog::none);
}

TEST_F(OpenStudio, locking_forgets_what_was_typed_into_the_dialog) {
    opens(folder / "prp");
    at.desk->apply(StudioIntent{OpenDialog{Dialog::sign}});
    at.desk->settle();
    at.desk->apply(EditField{Field::signer_passphrase, {ui::Edit::Kind::type, "secret", 0, false}});
    ASSERT_FALSE(at.state().studio.signing.passphrase.text.empty());
    at.desk->apply(LockNow{});
    EXPECT_TRUE(at.state().studio.signing.passphrase.text.empty());
    EXPECT_EQ(at.state().studio.dialog, Dialog::none);
}

}  // namespace
}  // namespace candor::desk
