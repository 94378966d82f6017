#include "consult/keys/sealing_key.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "base/secret_string.h"
#include "consult/keys/demonstration_keys.h"
#include "pack/package/key_settings.h"

namespace candor::pack {
namespace {

using base::FaultKind;
namespace fs = std::filesystem;

constexpr const char* kDelivery =
    "delivery: {database: \"postgresql://kiosk.n.h@db/candor\", clinic: n, kiosk: h}\n";

base::Result<consult::SealingKey> sealing_key(const fs::path& named, const fs::path& state) {
    return consult::sealing_key(key_settings(state, named));
}
base::Result<consult::SealingKey> ensure_sealing_key(const fs::path& named, const fs::path& state) {
    return consult::ensure_sealing_key(key_settings(state, named));
}

class SealingKeyTest : public testing::Test {
  protected:
    SealingKeyTest() {
        std::string name = testing::TempDir() + "candor-sealing-XXXXXX";
        folder_ = ::mkdtemp(name.data());
        state_ = folder_ / "state";
        fs::create_directory(state_);
        clinic_ =
            consult::create_clinic_keys(folder_ / "clinic.key", base::SecretString(1)).value();
    }
    ~SealingKeyTest() override { fs::remove_all(folder_); }

    void policy(const std::string& text) const { std::ofstream(state_ / "kiosk.yaml") << text; }
    std::string public_file() const { return consult::public_path(folder_ / "clinic.key"); }
    FaultKind refusal(const fs::path& named = {}) const {
        const auto key = ensure_sealing_key(named, state_);
        EXPECT_FALSE(key);
        return key ? FaultKind::internal : key.error().kind;
    }

    fs::path folder_, state_;
    consult::PublicKey clinic_;
};

}  // namespace

TEST_F(SealingKeyTest, nothing_configured_is_a_demonstration_and_says_so_in_the_row) {
    EXPECT_FALSE(sealing_key({}, state_)->key) << "looking makes none";
    EXPECT_TRUE(fs::is_empty(state_));
    const auto key = ensure_sealing_key({}, state_);
    ASSERT_TRUE(key && key->demonstration);
    EXPECT_EQ(key->mark(), "demonstration:" + key->key->fingerprint());
    EXPECT_EQ(sealing_key({}, state_)->key, key->key);
}

TEST_F(SealingKeyTest, kiosk_yaml_names_the_clinics_key_as_a_file_or_as_it_is) {
    policy("clinic_key: " + public_file() + "\n" + kDelivery);
    EXPECT_EQ(ensure_sealing_key({}, state_)->key, clinic_);
    fs::copy(public_file(), state_ / "c.pub");
    policy("clinic_key: c.pub\n");
    EXPECT_EQ(ensure_sealing_key({}, state_)->key, clinic_);
    // Its two lines, as they stand in the file.
    std::ifstream file(public_file());
    std::string text = "clinic_key:\n", line;
    while (std::getline(file, line))
        if (line.starts_with("key:") || line.starts_with("fingerprint:"))
            text += "  " + line + "\n";
    policy(text);
    const auto key = ensure_sealing_key({}, state_);
    ASSERT_TRUE(key) << key.error().detail;
    EXPECT_EQ(key->key, clinic_);
    EXPECT_FALSE(key->demonstration);
    EXPECT_EQ(key->mark(), clinic_.fingerprint());
}

TEST_F(SealingKeyTest, command_line_wins) {
    const auto other =
        consult::create_clinic_keys(folder_ / "o.key", base::SecretString(1)).value();
    policy("clinic_key: " + public_file() + "\n");
    const auto key = ensure_sealing_key(consult::public_path(folder_ / "o.key"), state_);
    EXPECT_EQ(key->key, other);
    EXPECT_EQ(key->named_in, "--clinic-key");
}

TEST_F(SealingKeyTest, delivery_without_a_key_is_refused_and_makes_none) {
    policy(kDelivery);
    EXPECT_EQ(refusal(), FaultKind::refused);
    policy("delivery: {}\nclinic_key: " + public_file() + "x\n");
    EXPECT_EQ(refusal(), FaultKind::not_found);
    EXPECT_FALSE(fs::exists(consult::demonstration_key_file(state_)));
}

TEST_F(SealingKeyTest, demonstrations_own_key_stays_one_whoever_names_it) {
    const auto trial = consult::ensure_demonstration_keys(state_);
    const auto file = consult::public_path(consult::demonstration_key_file(state_));
    EXPECT_TRUE(ensure_sealing_key(file, state_)->demonstration);
    policy("clinic_key: demo-clinic.key.pub\n" + std::string(kDelivery));
    EXPECT_EQ(refusal(), FaultKind::refused);
    EXPECT_EQ(refusal(file), FaultKind::refused);
}

TEST_F(SealingKeyTest, mistake_in_kiosk_yaml_is_no_demonstration) {
    for (const char* text : {"clinic_kee: x\n", "clinic_key:\n", "clinic_key: [x]\n", "packs: [\n",
                             "clinic_key: {key: AAAA, fingerprint: 00}\n"}) {
        policy(text);
        EXPECT_EQ(refusal(), FaultKind::wrong_format) << text;
    }
    EXPECT_EQ(ensure_sealing_key(public_file(), state_)->key, clinic_) << "the command line has it";
}

TEST_F(SealingKeyTest, mistake_elsewhere_does_not_take_the_key_away) {
    policy("clinic_key: " + public_file() + "\npakcs: {}\n");
    EXPECT_EQ(ensure_sealing_key({}, state_)->key, clinic_);
}

TEST_F(SealingKeyTest, mistyped_key_is_found_by_its_fingerprint) {
    std::ifstream file(public_file());
    std::string line, text = "clinic_key:\n  fingerprint: " + clinic_.fingerprint() + "\n  ";
    while (std::getline(file, line))
        if (line.starts_with("key:")) text += line;
    char& letter = text[text.find("key: ", 20) + 10];
    letter = letter == 'A' ? 'B' : 'A';
    policy(text + "\n");
    EXPECT_EQ(refusal(), FaultKind::damaged);
}

}  // namespace candor::pack
