#include "language/rules.h"

#include "document/yaml_file.h"
#include "scratch.h"

namespace candor::language {
namespace {

const std::string kGood =
    "name: \"Polski\"\ndirection: left-to-right\nplural:\n  one: i = 1 and v = 0\n"
    "digits: \"0123456789\"\ndecimal: \",\"\nminus: \"−\"\n"
    "months: [I, II, III, IV, V, VI, VII, VIII, IX, X, XI, XII]\n"
    "dates: {day-month-year: \"{day} {month} {year}\", month-year: \"{month} {year}\",\n"
    "        and-time: \"{date}, {time}\"}\n";

base::Findings findings_of(const std::string& yaml) {
    const Scratch scratch;
    const auto root = document::read_yaml_file(scratch.write("x.yaml", yaml), 1U << 20);
    base::Findings findings;
    if (root)
        read_rules(*root, "pl", "x.yaml", findings);
    else
        ADD_FAILURE() << root.error().detail;
    return findings;
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = kGood;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Rules, whole_file_has_no_findings) {
    EXPECT_TRUE(findings_of(kGood).empty());
    const Scratch scratch;
    const auto rules = Rules::load(scratch.write("pl.yaml", kGood), "pl").value();
    EXPECT_EQ(rules->code, "pl");
    EXPECT_EQ(rules->name, "Polski");
    EXPECT_EQ(rules->months[11], "XII");
    EXPECT_EQ(rules->plural.category(1), "one");
    EXPECT_TRUE(rules->offered);
}

TEST(Rules, every_language_that_ships_has_sound_ones) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(assets() / "languages")) {
        const auto rules = Rules::load(entry.path(), entry.path().stem().string());
        EXPECT_TRUE(rules.has_value()) << entry.path();
        ++count;
    }
    EXPECT_EQ(count, 5);
}

TEST(Rules, direction_and_capitals_are_data) {
    EXPECT_TRUE(shipped_rules("ar")->right_to_left);
    EXPECT_FALSE(shipped_rules("de")->right_to_left);
    EXPECT_EQ(shipped_rules("tr")->capitals.at("i"), "İ");
    EXPECT_TRUE(shipped_rules("en")->capitals.empty());
}

TEST(Rules, each_thing_that_is_wrong_is_named_with_its_line) {
    const std::pair<std::string, int> wrong[] = {
        {changed("name: \"Polski\"", "name: \"\""), 0},
        {changed("left-to-right", "downwards"), 2},
        {changed("one: i = 1 and v = 0", "one: whenever"), 4},
        {changed("one: i = 1 and v = 0", "dual: n = 2"), 4},
        {changed("0123456789", "012345678"), 5},
        {changed("I, II,", "I,"), 8},
        {changed("{day} {month} {year}", "{month} {year}"), 9},
        {changed("name: \"Polski\"", "name: \"" + std::string(200, 'x') + "\""), 1},
        {kGood + "offer: maybe\n", 11},
        {kGood + "capitals: {i: \"\"}\n", 11},
        {kGood + "direktion: left-to-right\n", 11}};
    for (const auto& [yaml, line] : wrong) {
        const auto findings = findings_of(yaml);
        ASSERT_EQ(findings.size(), 1U) << yaml;
        EXPECT_EQ(findings.front().line, line) << base::to_line(findings.front());
    }
}

TEST(Rules, whatever_the_file_holds_is_read_or_told) {
    for (const char* yaml : {"- a\n", "words\n", "name: [a]\n", "plural: [one]\ndates: 3\n",
                             "months: {a: b}\ndigits: [0]\ncapitals: x\n"})
        EXPECT_TRUE(base::has_error(findings_of(yaml))) << yaml;
    const Scratch scratch;
    const auto loaded = Rules::load(scratch.write("pl.yaml", "name: \"Polski\"\n"), "pl");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, base::FaultKind::wrong_format);
}

}  // namespace
}  // namespace candor::language
