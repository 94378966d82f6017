#include "pack/package/install.h"

#include <sys/wait.h>

#include <thread>

#include "../base/small_disk.h"
#include "base/files.h"
#include "pack/folder/hasher.h"
#include "pack/package/library.h"
#include "package_scratch.h"

namespace candor::pack {
namespace {

using base::FaultKind;
using State = InstalledPack::State;

FaultKind kind_of(const base::Result<Installed>& done) {
    return done ? FaultKind::internal : done.error().kind;
}

void damage(const Kiosk& kiosk, const char* file = "en/010-first.md") {
    std::ofstream(kiosk.live()->folder / file, std::ios::app) << "x";
}

}  // namespace

TEST(Install, first_version_is_live_with_its_approval) {
    Kiosk kiosk;
    const auto done = kiosk.install(3);
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->outcome, Installed::Outcome::done);
    EXPECT_EQ(done->pack.version, 3);
    EXPECT_EQ(done->pack.state, State::good);
    EXPECT_EQ(done->pack.approval.reviewer->name, "Dr. Rae Viewer");
    EXPECT_EQ(done->pack.approval.reviewer->date, "2026-11-22");
    EXPECT_EQ(done->pack.approval.author->name, "Ada Byron");
    EXPECT_FALSE(done->pack.previous_version);
    EXPECT_TRUE(verify_installed(done->pack));
    EXPECT_EQ(installed_packs(kiosk.state(), kiosk.policy()).size(), 1U);
}

TEST(Install, version_before_is_kept_and_older_ones_are_removed) {
    Kiosk kiosk;
    for (const int version : {1, 2, 3}) ASSERT_TRUE(kiosk.install(version));
    EXPECT_EQ(kiosk.live_version(), 3);
    EXPECT_EQ(kiosk.live()->previous_version, 2);
    EXPECT_EQ(kiosk.folders(), 2);
}

TEST(Install, lower_version_is_a_downgrade) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(3));
    const auto done = kiosk.install(2);
    EXPECT_EQ(kind_of(done), FaultKind::refused);
    EXPECT_NE(done.error().detail.find("downgrade"), std::string::npos);
    EXPECT_EQ(kiosk.live_version(), 3);
    EXPECT_EQ(kiosk.folders(), 1);
}

TEST(Install, same_version_is_there_already_and_with_other_content_refused) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(3));
    const auto again = kiosk.install(kiosk.scratch() / "3.candorpack");
    ASSERT_TRUE(again);
    EXPECT_EQ(again->outcome, Installed::Outcome::already_there);
    EXPECT_EQ(kind_of(kiosk.install(kiosk.package(3, "Other words.\n"))), FaultKind::refused);
    EXPECT_TRUE(verify_installed(*kiosk.live()));
}

TEST(Install, damaged_live_version_is_mended_by_the_same_package) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(2));
    ASSERT_TRUE(kiosk.install(3));
    damage(kiosk);
    ASSERT_FALSE(verify_installed(*kiosk.live()));
    const auto again = kiosk.install(kiosk.scratch() / "3.candorpack");
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(again->outcome, Installed::Outcome::done);
    EXPECT_TRUE(verify_installed(*kiosk.live()));
    EXPECT_EQ(kiosk.live()->previous_version, 2);
}

TEST(Install, unfinished_one_is_removed_by_the_next) {
    Kiosk kiosk;
    std::filesystem::create_directories(kiosk.folder() / ".new-abcdef/scratch");
    ASSERT_TRUE(kiosk.install(3));
    EXPECT_EQ(kiosk.folders(), 1);
}

TEST(Install, policy_decides) {
    Kiosk kiosk;
    const auto file = kiosk.package(3);
    const Policy good = kiosk.policy();
    kiosk.policy() = Policy{};
    EXPECT_EQ(kind_of(kiosk.install(file)), FaultKind::refused);
    kiosk.policy() = good;
    kiosk.policy().state = Policy::State::broken;
    EXPECT_EQ(kind_of(kiosk.install(file)), FaultKind::refused);
    kiosk.policy() = good;
    kiosk.policy().keys[Role::reviewer] = {new_signing_key().verifying_key()};
    EXPECT_EQ(kind_of(kiosk.install(file)), FaultKind::refused);
    EXPECT_FALSE(std::filesystem::exists(kiosk.folder()));
    kiosk.policy().require = {Role::author};
    const auto done = kiosk.install(file);
    ASSERT_TRUE(done);
    EXPECT_FALSE(done->pack.approval.reviewer);
}

TEST(Install, signer_who_left_the_policy_is_not_shown_and_does_not_block_the_next_version) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(9));
    const auto next = kiosk.package(3);
    const auto reviewer = kiosk.policy().keys[Role::reviewer];
    kiosk.policy().keys[Role::reviewer] = {new_signing_key().verifying_key()};
    EXPECT_EQ(kiosk.live()->state, State::untrusted);
    EXPECT_TRUE(
        load_library("/none", installed_packs(kiosk.state(), kiosk.policy()), ShowShipped::no)
            ->packs.empty());
    kiosk.policy().require = {Role::author};
    EXPECT_EQ(kiosk.live()->state, State::good);
    kiosk.policy().require = {Role::author, Role::reviewer};
    kiosk.policy().keys[Role::author] = {};
    EXPECT_EQ(kind_of(kiosk.install(next)), FaultKind::refused);
    kiosk.policy().keys[Role::author] = {kiosk.author().verifying_key()};
    kiosk.policy().keys[Role::reviewer] = reviewer;
    EXPECT_EQ(kind_of(kiosk.install(next)), FaultKind::refused);
}

TEST(Install, without_a_policy_later_the_keys_of_the_installation_count) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(3));
    for (const auto state : {Policy::State::none, Policy::State::broken}) {
        Policy later;
        later.state = state;
        const auto packs = installed_packs(kiosk.state(), later);
        ASSERT_EQ(packs.size(), 1U);
        EXPECT_EQ(packs[0].state, State::good) << packs[0].why;
        EXPECT_EQ(packs[0].approval.reviewer->name, "Dr. Rae Viewer");
    }
    std::filesystem::remove(kiosk.live()->folder.parent_path() / "MANIFEST.reviewer.minisig");
    EXPECT_EQ(installed_packs(kiosk.state(), Policy{})[0].state, State::untrusted);
}

TEST(Install, pack_that_does_not_load_or_fails_the_check_is_refused) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(2));
    EXPECT_EQ(kind_of(kiosk.install(kiosk.package(3, "```steps\n- [\n```\n"))), FaultKind::refused);
    InstallOptions options;
    options.check = [](const Pack& pack) {
        EXPECT_EQ(pack.version, 3);
        return base::Findings{{"pack.yaml", 1, base::Severity::error, "no", "No.", ""}};
    };
    EXPECT_EQ(kind_of(kiosk.install(kiosk.package(3), options)), FaultKind::refused);
    EXPECT_EQ(kiosk.live_version(), 2);
    EXPECT_EQ(kiosk.folders(), 1);
}

TEST(Install, cancelled_at_any_moment_it_leaves_everything_as_it_was) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(2));
    const auto file = kiosk.package(3);
    bool cancelled = true;
    int last = 0;
    for (int stop = 1; cancelled; ++stop) {
        InstallOptions options;
        int calls = 0;
        options.progress = [&](std::uint64_t done, std::uint64_t total) {
            EXPECT_LE(done, total);
            return ++calls < stop;
        };
        const auto done = kiosk.install(file, options);
        cancelled = !done;
        last = stop;
        if (!cancelled) break;
        EXPECT_EQ(kind_of(done), FaultKind::cancelled);
        EXPECT_EQ(kiosk.live_version(), 2);
        EXPECT_EQ(kiosk.folders(), 1);
    }
    EXPECT_GT(last, 3);
    EXPECT_EQ(kiosk.live_version(), 3);
}

TEST(Install, second_one_at_the_same_time_is_locked) {
    Kiosk kiosk;
    const auto file = kiosk.package(3);
    InstallOptions options;
    FaultKind inner = FaultKind::internal;
    options.check = [&](const Pack&) {
        inner = kind_of(kiosk.install(file));
        return base::Findings{};
    };
    ASSERT_TRUE(kiosk.install(file, options));
    EXPECT_EQ(inner, FaultKind::locked);
}

TEST(Install, full_disk_is_disk_full_and_a_later_try_works) {
    Kiosk kiosk;
    const base::SmallDisk disk(kiosk.state());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    ASSERT_TRUE(kiosk.install(2));
    const auto file = kiosk.package(3, std::string(100'000, 'a') + "\n");
    { std::ofstream(kiosk.state() / "ballast") << std::string(400'000, 'b'); }
    const auto done = kiosk.install(file);
    EXPECT_EQ(kind_of(done), FaultKind::disk_full);
    EXPECT_EQ(kiosk.live_version(), 2);
    EXPECT_EQ(kiosk.folders(), 1);
    EXPECT_TRUE(verify_installed(*kiosk.live()));
    std::filesystem::remove(kiosk.state() / "ballast");
    EXPECT_TRUE(kiosk.install(file));
}

TEST(Install, read_only_disk_is_read_only_and_still_shows_what_is_there) {
    Kiosk kiosk;
    const base::SmallDisk disk(kiosk.state());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    ASSERT_TRUE(kiosk.install(2));
    const auto file = kiosk.package(3);
    ASSERT_TRUE(disk.set_read_only(true));
    EXPECT_EQ(kind_of(kiosk.install(file)), FaultKind::read_only);
    EXPECT_EQ(roll_back(kiosk.state(), "scratch", kiosk.policy()).error().kind,
              FaultKind::read_only);
    EXPECT_EQ(kiosk.live_version(), 2);
    EXPECT_TRUE(verify_installed(*kiosk.live()));
    EXPECT_FALSE(fall_back(kiosk.state(), *kiosk.live(), {}, kiosk.policy()));
    ASSERT_TRUE(disk.set_read_only(false));
    EXPECT_TRUE(kiosk.install(file));
}

TEST(RollBack, goes_to_the_version_before_once_and_forward_again_by_installing) {
    Kiosk kiosk;
    EXPECT_EQ(roll_back(kiosk.state(), "scratch", kiosk.policy()).error().kind,
              FaultKind::not_found);
    for (const int version : {1, 2, 3}) ASSERT_TRUE(kiosk.install(version));
    const auto now = roll_back(kiosk.state(), "scratch", kiosk.policy());
    ASSERT_TRUE(now) << now.error().detail;
    EXPECT_EQ(now->version, 2);
    EXPECT_EQ(kiosk.live_version(), 2);
    EXPECT_EQ(roll_back(kiosk.state(), "scratch", kiosk.policy()).error().kind,
              FaultKind::not_found);
    ASSERT_TRUE(kiosk.install(kiosk.scratch() / "3.candorpack"));
    EXPECT_EQ(kiosk.live_version(), 3);
    EXPECT_EQ(kiosk.live()->previous_version, 2);
}

TEST(RollBack, damaged_version_before_is_refused) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(1));
    damage(kiosk);
    ASSERT_TRUE(kiosk.install(2));
    EXPECT_EQ(roll_back(kiosk.state(), "scratch", kiosk.policy()).error().kind, FaultKind::damaged);
    EXPECT_EQ(kiosk.live_version(), 2);
}

TEST(VerifyInstalled, anything_changed_is_damage_named_by_its_file) {
    const auto broken = [](auto&& how) {
        Kiosk kiosk;
        EXPECT_TRUE(kiosk.install(3));
        const auto pack = *kiosk.live();
        how(pack.folder);
        const auto done = verify_installed(pack);
        EXPECT_FALSE(done);
        return done ? "" : done.error().where;
    };
    namespace fs = std::filesystem;
    EXPECT_EQ(broken([](const auto& f) { std::ofstream(f / "pack.yaml", std::ios::app) << "x"; }),
              "pack.yaml");
    EXPECT_EQ(broken([](const auto& f) { fs::resize_file(f / "images/x.png", 1); }),
              "images/x.png");
    EXPECT_EQ(broken([](const auto& f) { fs::remove(f / "images/x.png"); }), "images/x.png");
    EXPECT_EQ(broken([](const auto& f) { std::ofstream(f / "en/020.md") << "x"; }), "en/020.md");
    EXPECT_EQ(broken([](const auto& f) {
                  fs::rename(f / "images/x.png", f.parent_path() / "x.png");
                  fs::create_symlink("../../x.png", f / "images/x.png");
              }),
              "images/x.png");
    broken([](const auto& f) { fs::resize_file(f.parent_path() / "MANIFEST", 100); });
    broken([](const auto& f) { fs::remove(f.parent_path() / "MANIFEST"); });
    broken([](const auto& f) { fs::remove_all(f); });
}

TEST(VerifyInstalled, can_be_cancelled) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(3));
    const auto done = verify_installed(*kiosk.live(), [](auto, auto) { return false; });
    EXPECT_EQ(done.error().kind, FaultKind::cancelled);
}

TEST(FallBack, damaged_version_gives_way_to_the_one_before_and_says_so) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(1));
    ASSERT_TRUE(kiosk.install(2));
    const auto damaged = *kiosk.live();
    damage(kiosk);
    const auto why = verify_installed(damaged).error();
    const auto now = fall_back(kiosk.state(), damaged, why, kiosk.policy());
    ASSERT_TRUE(now && *now);
    EXPECT_EQ((*now)->version, 1);
    ASSERT_TRUE((*now)->damage_note);
    EXPECT_NE((*now)->damage_note->find("version 2 is damaged"), std::string::npos);
    EXPECT_NE((*now)->damage_note->find("en/010-first.md"), std::string::npos);
    ASSERT_TRUE(kiosk.install(kiosk.scratch() / "2.candorpack"));
    EXPECT_FALSE(kiosk.live()->damage_note);
    EXPECT_EQ(kiosk.live_version(), 2);
}

TEST(FallBack, without_a_good_version_before_the_pack_is_taken_off) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(1));
    damage(kiosk);
    ASSERT_TRUE(kiosk.install(2));
    const auto damaged = *kiosk.live();
    damage(kiosk);
    const auto now = fall_back(kiosk.state(), damaged, {}, kiosk.policy());
    ASSERT_TRUE(now);
    EXPECT_FALSE(*now);
    EXPECT_TRUE(std::filesystem::exists(kiosk.folder() / "damaged"));
    ASSERT_TRUE(kiosk.install(kiosk.scratch() / "2.candorpack"));
    EXPECT_TRUE(verify_installed(*kiosk.live()));
}

TEST(FallBack, version_installed_meanwhile_stays) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(1));
    const auto damaged = *kiosk.live();
    ASSERT_TRUE(kiosk.install(2));
    const auto now = fall_back(kiosk.state(), damaged, {}, kiosk.policy());
    ASSERT_TRUE(now && *now);
    EXPECT_EQ((*now)->version, 2);
}

TEST(LibraryOfInstalled, signed_review_and_installed_version_take_the_place_of_the_shipped) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(5));
    ScratchPack& shipped = kiosk.pack();
    shipped.write("pack.yaml", ScratchPack::kPackYaml);
    const auto packs = installed_packs(kiosk.state(), kiosk.policy());
    const auto library = load_library(shipped.content(), packs, ShowShipped::yes);
    ASSERT_EQ(library->packs.size(), 1U) << listing(library->findings);
    EXPECT_EQ(library->packs[0].version, 5);
    EXPECT_EQ(library->packs[0].review.status, ReviewStatus::reviewed);
    EXPECT_EQ(library->packs[0].review.name, "Dr. Rae Viewer");
    EXPECT_EQ(library->packs[0].review.role, "Dermatologist");
    EXPECT_EQ(library->packs[0].review.review_by, "2027-11-22");
    EXPECT_EQ(load_library(shipped.content(), {}, ShowShipped::yes)->packs[0].version, 3);
    EXPECT_TRUE(load_library(shipped.content(), {}, ShowShipped::no)->packs.empty());
    EXPECT_EQ(load_library(shipped.content(), {}, ShowShipped::when_nothing_else)->packs.size(),
              1U);
}

TEST(LibraryOfInstalled, version_that_is_shown_stays_while_two_others_are_installed) {
    Kiosk kiosk;
    ASSERT_TRUE(kiosk.install(1));
    const auto shown = kiosk.live()->folder;
    auto visit = load_library(kiosk.scratch() / "none", {*kiosk.live()}, ShowShipped::no);
    ASSERT_EQ(visit->packs.size(), 1U);
    ASSERT_TRUE(kiosk.install(2));
    ASSERT_TRUE(kiosk.install(3));
    EXPECT_TRUE(std::filesystem::exists(shown / "pack.yaml"));
    visit.reset();
    ASSERT_TRUE(kiosk.install(4));
    EXPECT_FALSE(std::filesystem::exists(shown));
}

TEST(LibraryOfInstalled, pack_that_calls_itself_reviewed_is_a_draft_without_a_signature) {
    Kiosk kiosk;
    kiosk.pack().write("pack.yaml", std::string(ScratchPack::kPackYaml));
    kiosk.policy().require = {Role::author};
    auto text = std::string(ScratchPack::kPackYaml);
    text.replace(text.find("status: draft"), 13, "status: reviewed");
    text.replace(text.find("role: \"\""), 8, "role: \"Boss\"");
    text.replace(text.find("name: \"\""), 8, "name: \"Me\"");
    text.replace(text.find("date: \"\""), 8, "date: 2026-01-01");
    kiosk.pack().write("pack.yaml", text);
    const auto file = kiosk.scratch() / "x";
    ASSERT_TRUE(build_package(kiosk.pack().folder(), file));
    ASSERT_TRUE(sign_package(file, {Role::author, "2026-11-21", "", "", {}}, kiosk.author()));
    ASSERT_TRUE(kiosk.install(file));
    const auto library = load_library("/none", {*kiosk.live()}, ShowShipped::no);
    ASSERT_EQ(library->packs.size(), 1U);
    EXPECT_EQ(library->packs[0].review.status, ReviewStatus::draft);
    EXPECT_TRUE(library->packs[0].review.name.empty());
}

TEST(LibraryOfInstalled, text_with_other_bytes_is_damage_and_nothing_of_the_pack_is_shown) {
    for (const char* file : {"pack.yaml", "sources.yaml", "glossary.yaml", "en/010-first.md"}) {
        Kiosk kiosk;
        ASSERT_TRUE(kiosk.install(3));
        const auto path = kiosk.live()->folder / file;
        std::string text = base::read_file(path, 100'000).value();
        text.back() = text.back() == ' ' ? '\n' : ' ';  // as long as before
        std::ofstream(path, std::ios::trunc) << text;
        const auto library = load_library("/none", {*kiosk.live()}, ShowShipped::no);
        EXPECT_TRUE(library->packs.empty()) << file;
        ASSERT_EQ(library->damaged.size(), 1U) << file;
        EXPECT_EQ(library->damaged[0].id, "scratch");
        EXPECT_EQ(library->damaged[0].why.kind, FaultKind::damaged);
        EXPECT_EQ(library->damaged[0].why.where, file);
    }
}

TEST(LibraryOfInstalled, file_too_few_too_much_or_a_link_is_damage) {
    namespace fs = std::filesystem;
    const auto is_damaged = [](auto&& how) {
        Kiosk kiosk;
        EXPECT_TRUE(kiosk.install(3));
        how(kiosk.live()->folder);
        return load_library("/none", {*kiosk.live()}, ShowShipped::no)->damaged.size() == 1;
    };
    EXPECT_TRUE(is_damaged([](const auto& f) { fs::remove(f / "glossary.yaml"); }));
    EXPECT_TRUE(is_damaged([](const auto& f) { fs::remove(f / "images/x.png"); }));
    EXPECT_TRUE(is_damaged([](const auto& f) { fs::resize_file(f / "images/x.png", 1); }));
    EXPECT_TRUE(is_damaged([](const auto& f) { std::ofstream(f / "en/020-new.md") << "x"; }));
    EXPECT_TRUE(is_damaged([](const auto& f) {
        fs::rename(f / "en/010-first.md", f.parent_path() / "x.md");
        fs::create_symlink("../../x.md", f / "en/010-first.md");
    }));
    EXPECT_FALSE(is_damaged([](const auto&) {}));
}

TEST(LibraryOfInstalled, self_check_with_other_bytes_is_damage) {
    Kiosk kiosk;
    kiosk.pack().remove("en");
    kiosk.pack().write("questionnaire.yaml", "item: [{linkId: a, type: display, text: Hello}]\n");
    kiosk.pack().write("guidance.yaml", "findings: []\n");
    const auto manifest = [&] {
        PackageManifest made{"scratch", 3, {}};
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(kiosk.pack().folder())) {
            if (!entry.is_regular_file()) continue;
            const auto bytes = base::read_file(entry.path(), 100'000).value();
            Hasher hasher;
            hasher.add(bytes);
            made.files.push_back({entry.path().lexically_relative(kiosk.pack().folder()).string(),
                                  bytes.size(), hasher.finish()});
        }
        std::sort(made.files.begin(), made.files.end(),
                  [](const auto& a, const auto& b) { return a.path < b.path; });
        return std::make_shared<const PackageManifest>(std::move(made));
    }();
    const auto loaded = [&] {
        return load_pack(kiosk.pack().folder(), Keep::what_can_be_shown, manifest);
    };
    ASSERT_TRUE(loaded().pack);
    EXPECT_EQ(loaded().pack->guidance, "findings: []\n");
    kiosk.pack().write("guidance.yaml", "findings: {}\n");
    EXPECT_FALSE(loaded().pack);
    ASSERT_TRUE(loaded().damage);
    EXPECT_EQ(loaded().damage->where, "guidance.yaml");
}

}  // namespace candor::pack
