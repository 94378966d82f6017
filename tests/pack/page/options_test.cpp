#include <filesystem>

#include "scratch_pack.h"

namespace candor::pack {
namespace {

/// A scratch pack with the options of tests/packs/base-options, and changes to them.
class OptionsPack : public ScratchPack {
  public:
    OptionsPack() {
        const auto base = std::filesystem::path(CANDOR_SOURCE_DIR) / "tests/packs/base-options";
        std::ifstream in(base / "options.yaml", std::ios::binary);
        options_.assign(std::istreambuf_iterator<char>(in), {});
        write(
            "sources.yaml",
            "trial:\n  citation: T\n  link: https://example.org/t\n  kind: trial\n  note: {en: S}\n"
            "guide:\n  citation: G\n  link: https://example.org/g\n  kind: trial\n  note: {en: "
            "S}\n");
        show("side-by-side");
        write("options.yaml", options_);
    }
    void show(const std::string& face) { page("```options\nshow: " + face + "\n```\n"); }
    OptionsPack& change_options(const std::string& from, const std::string& to) {
        const auto at = options_.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        write("options.yaml", options_.replace(at, from.size(), to));
        return *this;
    }
    Options options() const {
        const auto all = blocks();
        return all.empty() ? Options{} : body_of<Options>(all[0]);
    }

  private:
    std::string options_;
};

constexpr const char* kFile = "options.yaml";

}  // namespace

TEST(ReadOptions, cells_are_words_numbers_levels_and_named_blanks) {
    const Options read = OptionsPack().options();
    ASSERT_EQ(read.options.size(), 2U);
    EXPECT_EQ(read.label(OptionRow::harms), "What can go wrong?");
    EXPECT_FALSE(read.options[0].treatment);
    const Option& lotion = read.options[1];
    EXPECT_TRUE(lotion.treatment);
    EXPECT_EQ(lotion.cell(OptionRow::sure).certainty, Certainty::fair);
    EXPECT_EQ(lotion.cell(OptionRow::price).blank, OptionBlank::ask_for_the_price);
    EXPECT_EQ(lotion.cell(OptionRow::stops).blank, OptionBlank::nobody_knows);
    EXPECT_EQ(lotion.cell(OptionRow::harms).text.back().target, "trial");
    EXPECT_EQ(lotion.cell(OptionRow::harms).line, 40);
    const OptionNumber& number = lotion.cell(OptionRow::chance).number.value();
    EXPECT_EQ(number.with, 26);
    EXPECT_EQ(number.without, 14);
    EXPECT_EQ(number.weeks, 24);
    EXPECT_EQ(number.source.at(0).target, "trial");
    ASSERT_EQ(read.values.size(), 2U);
    EXPECT_EQ(read.values[0].rows, std::vector<OptionRow>{OptionRow::price});
}

TEST(ReadOptions, page_shows_what_it_asks_for) {
    OptionsPack pack;
    EXPECT_EQ(pack.options().face, OptionsFace::side_by_side);
    pack.show("choices");
    EXPECT_EQ(pack.options().face, OptionsFace::choices);
    pack.show("values");
    EXPECT_EQ(pack.options().face, OptionsFace::values);
}

TEST(ReadOptions, what_is_shown_is_what_can_be_found) {
    OptionsPack pack;
    const auto words = [&] { return plain_text(pack.blocks().at(0)); };
    EXPECT_NE(words().find("Itching."), std::string::npos);
    EXPECT_NE(words().find("women reported new hair"), std::string::npos);
    pack.show("choices");
    EXPECT_NE(words().find("Costs nothing."), std::string::npos);
    EXPECT_EQ(words().find("Itching."), std::string::npos);
    pack.show("values");
    EXPECT_EQ(words(), "The cost\nAll the rest");
}

TEST(ReadOptions, another_face_is_refused_on_its_page) {
    OptionsPack pack;
    pack.show("grid");
    EXPECT_TRUE(has_finding(pack.load().findings, "en/010-first.md", 5, "wrong-value"));
}

TEST(ReadOptions, values_that_are_not_there_are_refused_on_their_page) {
    OptionsPack pack;
    pack.change_options("values:\n- {id: cost, rows: [price], title: {en: \"The cost\"}}\n",
                        "values:\n");
    pack.change_options(
        "- {id: all, rows: [suits, chance, sure, harms, starts, stops, effort, "
        "approved], title: {en: \"All the rest\"}}\n",
        "");
    pack.show("values");
    EXPECT_TRUE(has_finding(pack.load().findings, "en/010-first.md", 5, "no-options"));
}

TEST(ReadOptions, blank_that_has_no_name_is_refused) {
    OptionsPack pack;
    pack.change_options("stops: {blank: nobody-knows}\n  effort: {text: {en: \"Every",
                        "stops: {blank: unknown}\n  effort: {text: {en: \"Every");
    EXPECT_TRUE(has_finding(pack.load().findings, kFile, 42, "wrong-value"));
}

TEST(ReadOptions, price_alone_is_asked_for) {
    OptionsPack pack;
    pack.change_options("harms: {text: {en: \"Itching. [](source:trial)\"}}",
                        "harms: {blank: ask-for-the-price}");
    EXPECT_TRUE(has_finding(pack.load().findings, kFile, 40, "wrong-value"));
}

TEST(ReadOptions, certainty_stands_in_its_row_alone) {
    OptionsPack pack;
    pack.change_options("harms: {text: {en: \"Itching. [](source:trial)\"}}",
                        "harms: {level: good}");
    EXPECT_TRUE(has_finding(pack.load().findings, kFile, 40, "wrong-value"));
}

TEST(ReadOptions, number_needs_its_own_source_and_what_it_was_compared_with) {
    OptionsPack pack;
    pack.change_options("      instead: {en: \"with a dummy\"}\n", "");
    pack.change_options("      source: trial\n", "      source: nobody\n");
    const auto findings = pack.load().findings;
    EXPECT_TRUE(has_finding(findings, kFile, 32, "missing-key"));
    EXPECT_TRUE(has_finding(findings, kFile, 37, "unknown-source"));
}

TEST(ReadOptions, more_than_all_is_refused) {
    OptionsPack pack;
    pack.change_options("with: 26", "with: 126");
    EXPECT_TRUE(has_finding(pack.load().findings, kFile, 32, "wrong-value"));
}

TEST(ReadOptions, weeks_and_months_are_not_told_together) {
    OptionsPack pack;
    pack.change_options("weeks: 24", "weeks: 24\n      months: 6");
    EXPECT_TRUE(has_finding(pack.load().findings, kFile, 35, "wrong-value"));
}

TEST(ReadOptions, words_that_lack_in_a_language_are_told_once) {
    OptionsPack pack;
    pack.change("languages: [en]", "languages: [en, tr]");
    pack.write("tr/010-first.md", "---\ntitle: T\n---\n```options\nshow: choices\n```\n");
    const auto loaded = pack.load();
    int told = 0;
    for (const auto& finding : loaded.findings)
        if (finding.code == "missing-translation" && finding.line == 27) ++told;
    EXPECT_EQ(told, 1);
}

TEST(ReadOptions, text_in_each_language_has_its_own_line) {
    OptionsPack pack;
    pack.change("languages: [en]", "languages: [en, tr]");
    pack.change_options("harms: {text: {en: \"Itching. [](source:trial)\"}}",
                        "harms:\n    text:\n      en: \"Itching. [](source:trial)\"\n"
                        "      tr: \"Kaşıntı. [](source:nobody)\"");
    EXPECT_TRUE(has_finding(pack.load().findings, kFile, 43, "unknown-source"));
}

TEST(ReadOptions, two_options_are_read_in_the_time_of_the_two_longest) {
    OptionsPack pack;
    const auto words = [&] { return word_count(*pack.load().pack->page("en", "010-first")); };
    const int two = words();
    pack.change_options("values:\n",
                        "- id: third\n"
                        "  title: {en: Third}\n  summary: {en: Third.}\n"
                        "  suits: {blank: nobody-knows}\n  chance: {blank: nobody-knows}\n"
                        "  sure: {level: low}\n  harms: {blank: nobody-knows}\n"
                        "  starts: {blank: nobody-knows}\n  stops: {blank: nobody-knows}\n"
                        "  effort: {blank: nobody-knows}\n  price: {blank: nobody-knows}\n"
                        "  approved: {blank: nobody-knows}\nvalues:\n");
    EXPECT_EQ(words(), two);
}

}  // namespace candor::pack
