#include "pack/package/clinic.h"

#include <gtest/gtest.h>

#include "pack/package/policy.h"
#include "package_scratch.h"

namespace candor::pack {
namespace {

class ClinicFacts : public testing::Test {
  protected:
    Policy read(const std::string& lines) {
        scratch_.write("kiosk.yaml", "clinic:\n" + lines);
        return read_policy(scratch_.path());
    }
    std::string code(const std::string& lines) {
        const auto findings = read(lines).findings;
        return findings.size() == 1 ? findings[0].code + "@" + std::to_string(findings[0].line)
                                    : listing(findings);
    }
    Scratch scratch_;
};

}  // namespace

TEST_F(ClinicFacts, all_of_them_are_read) {
    const Policy policy = read(
        "  name: Klinik Nord\n  language: de\n  address: {de: Kiel, en: \"Kiel, Germany\"}\n"
        "  phone: \"+49 431 123456\"\n  hours: 9 bis 5\n  calls_within: in zwei Tagen\n"
        "  logo: logo.svg\n  colour: \"#0E5E5B\"\n  injects: Dr. A.\n  licence: \"12345\"\n"
        "  licence_check: https://register.example.org\n  crisis: \"116 123\"\n"
        "  prices: [{method: prp, price: {de: ab 300 Euro}}]\n");
    EXPECT_TRUE(policy.findings.empty()) << listing(policy.findings);
    const Clinic& clinic = policy.clinic;
    EXPECT_EQ(clinic.name.in("tr"), "Klinik Nord");
    EXPECT_EQ(clinic.language, "de");
    EXPECT_EQ(clinic.address.in("de"), "Kiel");
    EXPECT_EQ(clinic.address.in("ar"), "Kiel, Germany");
    EXPECT_EQ(clinic.phone, "+49 431 123456");
    EXPECT_EQ(clinic.crisis, "116 123");
    EXPECT_EQ(clinic.colour, (base::Rgba{14, 94, 91, 255}));
    EXPECT_EQ(clinic.logo, scratch_.path() / "logo.svg");
    ASSERT_EQ(clinic.prices.size(), 1U);
    EXPECT_EQ(clinic.prices[0].method, "prp");
    EXPECT_EQ(clinic.prices[0].price.in("de"), "ab 300 Euro");
}

TEST_F(ClinicFacts, each_mistake_is_told_with_its_line) {
    EXPECT_EQ(code("  language: german\n"), "bad-language@2");
    EXPECT_EQ(code("  name: X\n  phone: call us\n"), "bad-number@3");
    EXPECT_EQ(code("  crisis: \"12\"\n"), "bad-number@2");
    EXPECT_EQ(code("  colour: teal\n"), "bad-colour@2");
    EXPECT_EQ(code("  colour: \"#0E5E5\"\n"), "bad-colour@2");
    EXPECT_EQ(code("  colour: \"#8FD3CF\"\n"), "low-contrast@2");
    EXPECT_EQ(code("  logo: ../../etc/passwd.svg\n"), "bad-logo@2");
    EXPECT_EQ(code("  logo: logo.gif\n"), "bad-logo@2");
    EXPECT_EQ(code("  licence_check: http://register\n"), "bad-link@2");
    EXPECT_EQ(code("  prices: [{method: P R P, price: 3}]\n"), "bad-id@2");
    EXPECT_EQ(code("  prices: [{price: 3}]\n"), "missing-key@2");
    EXPECT_EQ(code("  prices:\n  - {method: prp, price: 3}\n  - {method: prp}\n"),
              "duplicate-id@4");
    EXPECT_EQ(code("  name: " + std::string(301, 'x') + "\n"), "too-long@2");
    EXPECT_EQ(code("  nmae: X\n"), "unknown-key@2");
}

TEST_F(ClinicFacts, what_is_right_is_kept_beside_a_mistake) {
    const Policy policy = read("  name: Klinik Nord\n  colour: teal\n");
    EXPECT_EQ(policy.clinic.name.in("en"), "Klinik Nord");
    EXPECT_FALSE(policy.clinic.colour);
}

TEST_F(ClinicFacts, method_without_a_price_is_offered) {
    const Clinic clinic = read("  prices: [{method: prp}]\n").clinic;
    ASSERT_NE(clinic.price_of("prp"), nullptr);
    EXPECT_TRUE(clinic.price_of("prp")->price.empty());
    EXPECT_EQ(clinic.price_of("cells"), nullptr);
}

}  // namespace candor::pack
