#include "pack/package/policy.h"

#include "pack/package/policy_text.h"
#include "package_scratch.h"

namespace candor::pack {
namespace {

class PolicyFile : public testing::Test {
  protected:
    Policy read(const std::string& text) {
        scratch_.write("kiosk.yaml", text);
        return read_policy(scratch_.path());
    }
    std::string good() const {
        return "packs:\n  require: [author, reviewer]\n  keys: {author: [\"" + author_.to_base64() +
               "\"], reviewer: [\"" + reviewer_.to_base64() + "\"]}\n";
    }
    Scratch scratch_;
    VerifyingKey author_ = new_signing_key().verifying_key(),
                 reviewer_ = new_signing_key().verifying_key();
};

}  // namespace

TEST_F(PolicyFile, missing_is_none_and_shows_what_is_shipped) {
    const auto policy = read_policy(scratch_.path());
    EXPECT_EQ(policy.state, Policy::State::none);
    EXPECT_EQ(policy.show_shipped, ShowShipped::yes);
}

TEST_F(PolicyFile, good_one_names_keys_and_days) {
    const auto policy = read(good() +
                             "  show_shipped: false\nreview_grace_days: 30\n"
                             "phone_country: TR\n"
                             "staff_code: \"$argon2id$x\"\n");
    EXPECT_EQ(policy.state, Policy::State::good) << listing(policy.findings);
    EXPECT_EQ(policy.keys.at(Role::author), std::vector{author_});
    EXPECT_EQ(policy.keys.at(Role::reviewer), std::vector{reviewer_});
    EXPECT_EQ(policy.show_shipped, ShowShipped::no);
    EXPECT_EQ(policy.review_grace_days, 30);
    EXPECT_EQ(policy.clinic.phone_country, "TR");
    EXPECT_EQ(policy.staff_code, "$argon2id$x");
}

TEST_F(PolicyFile, printer_and_name_for_the_desk_are_read) {
    const auto policy = read("printer: hall_2.a4\nhelp_from: \"Kiosk 2\"\n");
    EXPECT_TRUE(policy.findings.empty()) << listing(policy.findings);
    EXPECT_EQ(policy.around.printer, "hall_2.a4");
    EXPECT_EQ(policy.around.help_from, "Kiosk 2");
    EXPECT_EQ(read("review_grace_days: 30\n").around.printer, "") << "off unless it is set";
}

TEST_F(PolicyFile, printer_that_could_be_an_option_or_a_command_is_refused) {
    for (const std::string name : {"-o", "hall; rm", "a b", "ipp://host/hall", "hall/1"}) {
        const auto policy = read("\nprinter: \"" + name + "\"\n");
        EXPECT_TRUE(has_finding(policy.findings, "kiosk.yaml", 2, "bad-printer")) << name;
        EXPECT_EQ(policy.around.printer, "") << name;
    }
}

TEST_F(PolicyFile, name_that_fills_the_desk_is_refused) {
    const auto policy = read("help_from: " + std::string(61, 'x') + "\n");
    EXPECT_TRUE(has_finding(policy.findings, "kiosk.yaml", 1, "too-long"));
    EXPECT_EQ(policy.around.help_from, "");
}

TEST_F(PolicyFile, staff_code_alone_is_no_policy_for_packs) {
    const auto policy = read(with_staff_code("", "$argon2id$x"));
    EXPECT_EQ(policy.state, Policy::State::none);
    EXPECT_EQ(policy.staff_code, "$argon2id$x");
}

TEST_F(PolicyFile, display_says_how_the_kiosk_stands_in_its_place) {
    const auto policy = read("display:\n  rotate: 270\n  language: de\n  languages: [de, tr]\n");
    EXPECT_EQ(policy.state, Policy::State::none) << listing(policy.findings);
    EXPECT_EQ(policy.display.rotate, 270);
    EXPECT_EQ(policy.display.language, "de");
    EXPECT_EQ(policy.display.languages, (std::vector<std::string>{"de", "tr"}));
    EXPECT_EQ(read("").display.rotate, std::nullopt);
}

TEST_F(PolicyFile, display_with_mistakes_is_told_and_the_rest_of_it_counts) {
    const auto policy = read(
        "display:\n  rotate: 45\n  language: deutsch!\n  languages: [de, \"!\"]\n  turn: 90\n");
    EXPECT_EQ(policy.display.rotate, std::nullopt);
    EXPECT_EQ(policy.display.language, "");
    EXPECT_EQ(policy.display.languages, std::vector<std::string>{"de"});
    const auto told = listing(policy.findings);
    for (const char* words :
         {"kiosk.yaml:2: error [bad-rotation]", "kiosk.yaml:3: error [bad-language]",
          "kiosk.yaml:4: error [bad-language]", "kiosk.yaml:5: warning [unknown-key]"})
        EXPECT_NE(told.find(words), std::string::npos) << words << "\n" << told;
}

TEST_F(PolicyFile, misspelt_key_is_named_with_its_line_and_the_nearest_right_one) {
    const auto told = listing(read("\n\nphone_contry: TR\nclinic:\n  adress: x\n").findings);
    EXPECT_NE(told.find("kiosk.yaml:3: "), std::string::npos) << told;
    EXPECT_NE(told.find("Did you mean “phone_country”?"), std::string::npos) << told;
    EXPECT_NE(told.find("kiosk.yaml:5: "), std::string::npos) << told;
    EXPECT_NE(told.find("Did you mean “address”?"), std::string::npos) << told;
}

TEST_F(PolicyFile, delivery_names_server_clinic_and_kiosk) {
    const std::string delivery =
        "delivery:\n  database: postgresql://kiosk.north.hall@db/candor\n  clinic: north\n"
        "  kiosk: hall\n";
    const auto policy = read(good() + delivery);
    EXPECT_EQ(policy.state, Policy::State::good) << listing(policy.findings);
    ASSERT_TRUE(policy.delivery);
    EXPECT_EQ(policy.delivery->database, "postgresql://kiosk.north.hall@db/candor");
    EXPECT_EQ(policy.delivery->clinic, "north");
    EXPECT_EQ(policy.delivery->kiosk, "hall");
    EXPECT_EQ(policy.delivery->retention_days, 30);
    EXPECT_EQ(read(delivery + "  retention_days: 7\n").delivery->retention_days, 7);
    EXPECT_EQ(read(delivery).state, Policy::State::none);
}

TEST_F(PolicyFile, mistake_elsewhere_does_not_stop_the_delivery) {
    const auto policy = read(
        "delivery: {database: \"postgresql://k@db/c\", clinic: north, kiosk: hall}\npakcs: {}\n");
    EXPECT_EQ(policy.state, Policy::State::broken);
    EXPECT_TRUE(policy.delivery);
    EXPECT_FALSE(read("packs: 3\n").wants_delivery);
}

TEST_F(PolicyFile, delivery_with_a_mistake_is_wanted_and_not_there) {
    for (const std::string text :
         {"delivery: {}\n", "delivery: {database: x, clinic: north}\n",
          "delivery: {database: x, clinic: No.rth, kiosk: hall}\n",
          "delivery: {database: x, clinic: north, kiosk: hall-1}\n",
          "delivery: {database: x, clinic: north, kiosk: hall, retention: 3}\n",
          "delivery: {database: x, clinic: north, kiosk: hall, retention_days: -1}\n"}) {
        const auto policy = read(text);
        EXPECT_EQ(policy.state, Policy::State::broken) << text;
        EXPECT_TRUE(policy.wants_delivery) << text;
        EXPECT_FALSE(policy.delivery) << text;
    }
}

TEST_F(PolicyFile, clinic_key_is_a_file_or_what_it_holds) {
    const auto file = read("clinic_key: clinic.key.pub\n");
    EXPECT_EQ(file.state, Policy::State::none) << listing(file.findings);
    EXPECT_EQ(file.clinic_key->file, scratch_.path() / "clinic.key.pub");
    EXPECT_EQ(read("clinic_key: /etc/candor/c.pub\n").clinic_key->file, "/etc/candor/c.pub");
    const auto values = read("clinic_key:\n  key: AAAA=\n  fingerprint: 0123456789012345\n");
    EXPECT_EQ(values.state, Policy::State::none) << listing(values.findings);
    EXPECT_EQ(values.clinic_key->key, "AAAA=");
    EXPECT_EQ(values.clinic_key->fingerprint, "0123456789012345");
    EXPECT_FALSE(read(good()).wants_clinic_key);
}

TEST_F(PolicyFile, line_without_a_value_is_a_mistake_and_not_its_absence) {
    for (const std::string text : {"clinic_key:\n", "clinic_key: {}\n", "clinic_key: [a]\n",
                                   "clinic_key: {key: AAAA=}\n", "delivery:\n"}) {
        const auto policy = read(text);
        EXPECT_EQ(policy.state, Policy::State::broken) << text;
        EXPECT_EQ(policy.wants_clinic_key, text.starts_with("clinic_key")) << text;
        EXPECT_EQ(policy.wants_delivery, text.starts_with("delivery")) << text;
        EXPECT_FALSE(policy.clinic_key || policy.delivery) << text;
    }
}

TEST_F(PolicyFile, anything_wrong_breaks_it_and_trusts_nobody) {
    for (const std::string& text :
         {std::string("packs: [\n"), std::string("packs: 3\n"), std::string("pakcs: {}\n"),
          "packs:\n  require: []\n" + good().substr(good().find("  keys")),
          "packs:\n  require: [boss]\n" + good().substr(good().find("  keys")),
          std::string("packs:\n  require: [author]\n  keys: {}\n"),
          std::string("packs:\n  require: [author]\n  keys: {author: [RWxx]}\n"),
          std::string("packs:\n  require: [author]\n"), good() + "  show_shiped: false\n",
          good() + "  show_shipped: perhaps\n", good() + "review_grace_days: -1\n",
          good() + "staff_code: 123456\n", good() + "phone_country: Turkey\n",
          good() + "phone_country: tr\n", std::string("\xFF"), std::string(100'000, ' ')}) {
        const auto policy = read(text);
        EXPECT_EQ(policy.state, Policy::State::broken) << text.substr(0, 200);
        EXPECT_TRUE(policy.keys.empty());
        EXPECT_FALSE(policy.findings.empty());
        EXPECT_EQ(policy.show_shipped, ShowShipped::when_nothing_else);
    }
}

TEST_F(PolicyFile, staff_code_replaces_its_line_alone) {
    const auto once =
        with_staff_code(good() + "staff_code: old\nreview_grace_days: 5", "$argon2id$n");
    EXPECT_EQ(once, good() + "staff_code: \"$argon2id$n\"\nreview_grace_days: 5\n");
    EXPECT_EQ(with_staff_code(once, "$argon2id$n"), once);
}

TEST_F(PolicyFile, keys_of_the_command_line_loosen_nothing_that_is_broken) {
    const TrustedKeys keys{{Role::author, {author_}}};
    EXPECT_EQ(with_keys(read("packs: [\n"), keys).state, Policy::State::broken);
    EXPECT_EQ(with_keys(read(good()), keys).require.size(), 2U);
    const auto none = with_keys(Policy{}, keys);
    EXPECT_EQ(none.require, std::vector{Role::author});
}

TEST_F(PolicyFile, one_key_for_two_roles_is_a_warning_and_breaks_nothing) {
    reviewer_ = author_;
    const auto policy = read(good());
    EXPECT_EQ(policy.state, Policy::State::good);
    ASSERT_EQ(policy.findings.size(), 1U) << listing(policy.findings);
    EXPECT_EQ(policy.findings[0].code, "shared-key");
    EXPECT_EQ(policy.findings[0].severity, base::Severity::warning);
    EXPECT_EQ(policy.keys.at(Role::reviewer), std::vector{author_});
}

TEST_F(PolicyFile, same_key_under_another_id_is_the_same_key) {
    reviewer_ = author_;
    reviewer_.id[0] ^= 1U;
    EXPECT_EQ(read(good()).findings.size(), 1U);
    const auto text = verifying_key_text(author_);
    const auto other_comment =
        "untrusted comment: the reviewer's\n" + text.substr(text.find('\n') + 1);
    EXPECT_TRUE(
        is_same_key(*read_verifying_key(text, "a"), *read_verifying_key(other_comment, "b")));
}

TEST_F(PolicyFile, key_of_the_command_line_may_be_the_other_roles) {
    const auto policy = with_keys(read(good()), {{Role::reviewer, {author_}}});
    ASSERT_EQ(policy.findings.size(), 1U) << listing(policy.findings);
    EXPECT_EQ(policy.findings[0].code, "shared-key");
    EXPECT_TRUE(with_keys(read(good()), {{Role::author, {author_}}}).findings.empty());
}

TEST_F(PolicyFile, pack_that_one_key_signed_twice_says_so) {
    Kiosk kiosk;
    EXPECT_TRUE(kiosk.install(1));
    EXPECT_FALSE(kiosk.live()->approval.by_one_key);
    kiosk.policy().keys[Role::reviewer] = {kiosk.author().verifying_key()};
    const auto file = kiosk.package(2);
    ASSERT_TRUE(
        sign_package(file, {Role::reviewer, "2026-11-22", "Ada Byron", "", {}}, kiosk.author()));
    const auto done = kiosk.install(file);
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_TRUE(done->pack.approval.by_one_key);
}

TEST_F(PolicyFile, says_how_the_screen_stands_and_whether_the_self_check_goes_on) {
    const Policy policy =
        read("display: {height_mm: 477, bottom_mm: 900}\ngo_on_by_itself: true\n");
    EXPECT_TRUE(policy.findings.empty()) << listing(policy.findings);
    EXPECT_EQ(policy.around.stand, (Stand{477, 900, 1220}));
    EXPECT_TRUE(policy.around.goes_on);
    EXPECT_NEAR(policy.around.stand.out_of_reach(), 1 - 320.0 / 477, 0.001);
    const Policy silent = read("");
    EXPECT_EQ(silent.around.stand, Stand{});
    EXPECT_FALSE(silent.around.goes_on);
    EXPECT_EQ(silent.around.stand.out_of_reach(), 0) << "nothing is known of it";
}

TEST_F(PolicyFile, mistake_in_how_the_screen_stands_is_told) {
    for (const char* text : {"display: {height_mm: 47.7 cm}\n", "display: {height_mm: -3}\n",
                             "display: {reach_mm: 100}\n", "display: {hight_mm: 477}\n",
                             "display: 477\n", "go_on_by_itself: soon\n"}) {
        const Policy policy = read(text);
        ASSERT_EQ(policy.findings.size(), 1U) << text << listing(policy.findings);
        EXPECT_EQ(policy.findings[0].line, 1) << text;
        EXPECT_EQ(policy.around.stand, Stand{}) << text;
    }
}

}  // namespace candor::pack
