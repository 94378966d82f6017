#include <fstream>
#include <iterator>

#include "command.h"
#include "ctl/doctor_packs.h"
#include "pack/package/minisign.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A clinic: two signers, a pack of its own, and a kiosk.
class Clinic : public testing::Test {
  protected:
    Clinic() {
        for (const char* key : {"author.key", "reviewer.key"})
            EXPECT_EQ(
                candor({"keys", "create", "--signer", folder_ / key, "--no-passphrase"}).status, 0);
        std::filesystem::copy(CANDOR_SOURCE_DIR "/content/self-check", folder_ / "self-check",
                              std::filesystem::copy_options::recursive);
    }
    std::string package() const { return folder_ / "x.candorpack"; }
    std::string state() const { return folder_ / "state"; }
    Printed build() { return candor({"pack", "build", folder_ / "self-check", "-o", package()}); }
    Printed sign(const char* role, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words = {
            "pack",   "sign", package(), "--key", folder_ / (std::string(role) + ".key").c_str(),
            "--role", role};
        words.insert(words.end(), more.begin(), more.end());
        return candor(words);
    }
    std::string trust(const char* role) const {
        return std::string(role) + "=" + (folder_ / (std::string(role) + ".key.pub").c_str());
    }
    Printed install() { return candor({"pack", "install", package(), "--state", state()}); }
    void write_policy() {
        const auto key = [&](const char* name) {
            return pack::read_verifying_key(read(folder_ / name), name)->to_base64();
        };
        std::filesystem::create_directories(state());
        std::ofstream(pack::policy_file(state()))
            << "packs:\n  require: [author, reviewer]\n  keys: {author: [\""
            << key("author.key.pub") << "\"], reviewer: [\"" << key("reviewer.key.pub") << "\"]}\n";
    }
    void set_version(int version) {
        std::string text = read(folder_ / "self-check/pack.yaml");
        const auto at = text.find("\nversion: ") + 10;
        text.replace(at, text.find('\n', at) - at, std::to_string(version));
        std::ofstream(folder_ / "self-check/pack.yaml") << text;
    }
    void make(int version) {
        set_version(version);
        ASSERT_EQ(build().status, 0);
        ASSERT_EQ(sign("author", {"--name", "Ada Byron"}).status, 0);
        ASSERT_EQ(sign("reviewer", {"--name", "Dr. Rae", "--profession", "Surgeon"}).status, 0);
    }

    Folder folder_;
};

}  // namespace

TEST_F(Clinic, package_is_checked_like_its_folder) {
    ASSERT_EQ(build().status, 0);
    const Printed of_package = candor({"pack", "check", package()});
    EXPECT_EQ(of_package.status, 0) << of_package.err;
    EXPECT_NE(of_package.out.find("0 errors, 0 warnings"), std::string::npos) << of_package.out;
    std::ofstream(package(), std::ios::trunc) << "PK";
    const Printed of_ruin = candor({"pack", "check", package()});
    EXPECT_EQ(of_ruin.status, 1);
    EXPECT_NE(of_ruin.err.find("cannot be looked into"), std::string::npos) << of_ruin.err;
}

TEST_F(Clinic, builds_signs_verifies_installs_and_goes_back) {
    make(100);
    const auto verified = candor(
        {"pack", "verify", package(), "--trust", trust("author"), "--trust", trust("reviewer")});
    EXPECT_EQ(verified.status, 0) << verified.err;
    EXPECT_TRUE(has(verified.out, "reviewer: trusted, Dr. Rae, Surgeon")) << verified.out;
    write_policy();
    const auto installed = install();
    EXPECT_EQ(installed.status, 0) << installed.err;
    EXPECT_TRUE(has(installed.out, "reviewed by Dr. Rae")) << installed.out;
    EXPECT_TRUE(has(install().out, "installed already"));
    make(101);
    EXPECT_EQ(install().status, 0);
    const auto list = candor({"pack", "list", "--state", state()});
    EXPECT_TRUE(has(list.out, "self-check\t101\t")) << list.out;
    EXPECT_TRUE(has(list.out, "Dr. Rae, Surgeon"));
    EXPECT_TRUE(has(list.out, "\tgood\t100\t"));
    EXPECT_EQ(candor({"pack", "rollback", "self-check", "--state", state()}).status, 0);
    EXPECT_EQ(candor({"pack", "rollback", "self-check", "--state", state()}).status, 1);
    EXPECT_TRUE(has(candor({"pack", "list", "--state", state()}).out, "self-check\t100\t"));
}

TEST_F(Clinic, kiosk_without_policy_says_what_to_write) {
    make(1);
    const auto refused = install();
    EXPECT_EQ(refused.status, 1);
    EXPECT_TRUE(has(refused.err, "kiosk.yaml")) << refused.err;
    EXPECT_TRUE(has(refused.err, "require: [author, reviewer]"));
    const auto once =
        candor({"pack", "install", package(), "--state", state(), "--trust", trust("reviewer")});
    EXPECT_EQ(once.status, 0) << once.err;
    EXPECT_TRUE(has(candor({"pack", "list", "--state", state()}).out, "\tgood\t"));
}

TEST_F(Clinic, missing_or_strange_signature_is_1_and_named) {
    ASSERT_EQ(build().status, 0);
    ASSERT_EQ(sign("author").status, 0);
    const auto missing = candor(
        {"pack", "verify", package(), "--trust", trust("author"), "--trust", trust("reviewer")});
    EXPECT_EQ(missing.status, 1);
    EXPECT_TRUE(has(missing.out, "reviewer: missing")) << missing.out;
    const auto stranger = candor(
        {"pack", "verify", package(), "--trust", "author=" + (folder_ / "reviewer.key.pub")});
    EXPECT_EQ(stranger.status, 1);
    EXPECT_TRUE(has(stranger.out, "author: unknown key")) << stranger.out;
    write_policy();
    EXPECT_EQ(install().status, 1);
}

TEST_F(Clinic, reviewer_without_a_name_signs_nothing) {
    ASSERT_EQ(build().status, 0);
    const auto before = read(package());
    const auto refused = sign("reviewer");
    EXPECT_EQ(refused.status, 1);
    EXPECT_TRUE(has(refused.err, "--name")) << refused.err;
    EXPECT_EQ(read(package()), before);
}

TEST_F(Clinic, folder_with_an_error_is_not_built) {
    std::ofstream(folder_ / "self-check/questionnaire.yaml", std::ios::app) << "\n  - {linkId: [\n";
    const auto refused = build();
    EXPECT_EQ(refused.status, 1);
    EXPECT_TRUE(has(refused.err, "questionnaire.yaml:")) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(package()));
}

TEST_F(Clinic, wrong_usage_is_2) {
    EXPECT_EQ(candor({"pack", "verify", package()}).status, 2);
    EXPECT_EQ(candor({"pack", "sign", package(), "--key", "x", "--role", "boss"}).status, 2);
    EXPECT_EQ(candor({"pack", "install", package()}).status, 2);
    EXPECT_EQ(candor({"keys", "create", "--no-passphrase"}).status, 2);
    EXPECT_EQ(candor({"keys", "create", "--clinic", "a", "--signer", "b"}).status, 2);
}

TEST_F(Clinic, staff_code_is_hashed_and_keeps_the_policy) {
    write_policy();
    std::ofstream(folder_ / "code") << "271828\n";
    ASSERT_EQ(candor({"staff-code", "--state", state(), "--code-file", folder_ / "code"}).status,
              0);
    const auto policy = pack::read_policy(state());
    EXPECT_EQ(policy.state, pack::Policy::State::good);
    EXPECT_TRUE(policy.staff_code.starts_with("$argon2id$"));
    EXPECT_FALSE(has(read(pack::policy_file(state())), "271828"));
    std::ofstream(folder_ / "short") << "1234\n";
    EXPECT_EQ(candor({"staff-code", "--state", state(), "--code-file", folder_ / "short"}).status,
              1);
    EXPECT_EQ(pack::read_policy(state()).staff_code, policy.staff_code);
}

TEST_F(Clinic, signer_key_is_never_overwritten) {
    const auto before = read(folder_ / "author.key");
    EXPECT_EQ(
        candor({"keys", "create", "--signer", folder_ / "author.key", "--no-passphrase"}).status,
        1);
    EXPECT_EQ(read(folder_ / "author.key"), before);
}

TEST_F(Clinic, one_key_for_both_roles_draws_a_warning_wherever_packs_are_looked_at) {
    std::filesystem::copy_file(folder_ / "author.key", folder_ / "reviewer.key",
                               std::filesystem::copy_options::overwrite_existing);
    std::string text = read(folder_ / "author.key.pub");
    text.replace(0, text.find('\n'), "untrusted comment: Dr. Rae's own key");
    std::ofstream(folder_ / "reviewer.key.pub") << text;
    make(1);
    const auto warned = [](const Printed& printed) {
        EXPECT_EQ(printed.status, 0) << printed.err;
        return has(printed.err, "warning [shared-key]");
    };
    EXPECT_TRUE(warned(candor(
        {"pack", "verify", package(), "--trust", trust("author"), "--trust", trust("reviewer")})));
    write_policy();
    EXPECT_TRUE(warned(candor({"pack", "verify", package(), "--state", state()})));
    EXPECT_TRUE(warned(install()));
    EXPECT_TRUE(warned(candor({"pack", "list", "--state", state()})));
    const auto checked = check_installed(state());
    ASSERT_EQ(checked.size(), 2U);
    for (const auto& one : checked) EXPECT_EQ(one.health, Health::note) << to_line(one);
}

TEST_F(Clinic, two_keys_draw_no_warning) {
    make(1);
    write_policy();
    EXPECT_EQ(candor({"pack", "verify", package(), "--state", state()}).err.find("warning"),
              std::string::npos);
    EXPECT_FALSE(has(install().err, "warning"));
    EXPECT_EQ(candor({"pack", "list", "--state", state()}).err, "");
    const auto checked = check_installed(state());
    ASSERT_EQ(checked.size(), 1U);
    EXPECT_EQ(checked[0].health, Health::ok) << to_line(checked[0]);
}

TEST_F(Clinic, lost_note_of_the_highest_version_is_told) {
    make(2);
    write_policy();
    ASSERT_EQ(install().status, 0);
    std::filesystem::remove(state() + "/packs/self-check/highest");
    EXPECT_TRUE(has(candor({"pack", "list", "--state", state()}).err, "not noted any more"));
    EXPECT_EQ(check_installed(state()).at(0).health, Health::note);
    std::filesystem::remove(state() + "/packs/self-check/live");
    make(1);
    const auto refused = install();
    EXPECT_EQ(refused.status, 1);
    EXPECT_TRUE(has(refused.err, "version 2 was installed, by its folders")) << refused.err;
}

TEST_F(Clinic, secret_key_that_others_can_read_draws_a_warning) {
    ASSERT_EQ(build().status, 0);
    EXPECT_FALSE(has(sign("author").err, "open-key"));
    namespace fs = std::filesystem;
    for (const auto right : {fs::perms::others_read, fs::perms::group_read}) {
        fs::permissions(folder_ / "author.key", fs::perms::owner_read | right);
        const auto signed_so = sign("author");
        EXPECT_EQ(signed_so.status, 0) << signed_so.err;
        EXPECT_TRUE(has(signed_so.err, "warning [open-key]")) << signed_so.err;
    }
}

}  // namespace candor::ctl
