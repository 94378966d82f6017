#include <gtest/gtest.h>

#include <cmath>

#include "pack/checks/reading_measure.h"
#include "pack/checks/sentences.h"
#include "pack/checks/syllables.h"

namespace candor::pack {
namespace {

TextCounts counts_of_text(std::string_view text, std::string_view language) {
    TextCounts counts;
    for (const auto& sentence : sentences_of(text))
        count_sentence(words_of(text, sentence), language, counts);
    return counts;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> out;
    for (const auto& sentence : sentences_of(text)) out.emplace_back(words_of(text, sentence));
    return out;
}

using Sentences = std::vector<std::string>;

}  // namespace

// The example of Wikipedia's "Flesch–Kincaid readability tests": 13 words, 24 syllables,
// grade 11.3.
TEST(ReadingMeasure, flesch_kincaid_of_the_platypus_is_11_3) {
    EXPECT_NEAR(flesch_kincaid({.words = 13, .sentences = 1, .syllables = 24}), 11.3, 0.05);
}

TEST(ReadingMeasure, flesch_kincaid_of_short_words_is_below_zero) {
    const auto counts = counts_of_text("The cat sat on the mat.", "en");
    EXPECT_EQ(counts.words, 6);
    EXPECT_EQ(counts.syllables, 6);
    EXPECT_NEAR(flesch_kincaid(counts), 0.39 * 6 + 11.8 - 15.59, 1e-9);
}

// Ateşman 1997: his easiest text has 2.2 syllables a word and 4 words a sentence, and is 100.
TEST(ReadingMeasure, atesman_of_the_easiest_text_is_100) {
    EXPECT_NEAR(atesman({.words = 40, .sentences = 10, .syllables = 88}), 100.0, 0.01);
}

TEST(ReadingMeasure, atesman_by_hand) {
    // Ali eve geldi. (3 words, 2 + 2 + 2 syllables)
    const auto counts = counts_of_text("Ali eve geldi.", "tr");
    EXPECT_EQ(counts.syllables, 6);
    EXPECT_NEAR(atesman(counts), 198.825 - 40.175 * 2 - 2.610 * 3, 1e-9);
}

// By hand: 100 words, 5 sentences, 200 syllables: 206.84 − 120 − 20.4.
TEST(ReadingMeasure, fernandez_huerta_by_hand) {
    EXPECT_NEAR(fernandez_huerta({.words = 100, .sentences = 5, .syllables = 200}), 66.44, 1e-9);
}

// By hand: MS 20, SL 10, IW 30, ES 50: 3.87 + 1.672 + 3.891 − 1.635 − 0.875.
TEST(ReadingMeasure, wiener_sachtextformel_by_hand) {
    const TextCounts counts{.words = 100,
                            .sentences = 10,
                            .syllables = 180,
                            .of_one_syllable = 50,
                            .of_three_or_more = 20,
                            .over_six_letters = 30};
    EXPECT_NEAR(wiener_sachtextformel(counts), 6.923, 1e-9);
}

// By hand: 100 words, 5 sentences, 200 syllables: 206.835 − 124.6 − 20.
TEST(ReadingMeasure, szigriszt_pazos_by_hand) {
    EXPECT_NEAR(szigriszt_pazos({.words = 100, .sentences = 5, .syllables = 200}), 62.235, 1e-9);
}

// By hand: 10 words a sentence, and 4.5 of what makes a word hard: 200.791 − 10.15 − 108.8145.
TEST(ReadingMeasure, osman_by_hand) {
    const TextCounts counts{.words = 100,
                            .sentences = 10,
                            .syllables = 400,
                            .over_five_letters = 30,
                            .complex = 15,
                            .faseeh = 5};
    EXPECT_NEAR(osman(counts), 81.8265, 1e-9);
}

// With vowel signs, a long and a doubled syllable count twice: ka-ta-ba, kaa-ti-bun, mu-`al-li-mun.
TEST(ReadingMeasure, osman_counts_syllables_by_vowel_signs) {
    EXPECT_EQ(counts_of_text("كَتَبَ.", "ar").syllables, 3);
    EXPECT_EQ(counts_of_text("كَاتِبٌ.", "ar").syllables, 5);
    const auto counts = counts_of_text("مُعَلِّمٌ.", "ar");
    EXPECT_EQ(counts.syllables, 7);
    EXPECT_EQ(counts.complex, 1);
    EXPECT_EQ(counts.over_five_letters, 0);
}

TEST(ReadingMeasure, osman_estimates_syllables_of_words_without_signs) {
    const auto counts = counts_of_text("الشعر ينمو.", "ar");
    EXPECT_EQ(counts.words, 2);
    EXPECT_EQ(counts.syllables, 8);  // the letters but alef
    EXPECT_EQ(counts.over_five_letters, 0);
    EXPECT_EQ(counts_of_text("عشرة 10 1,148.", "ar").words, 4);  // and numbers have one
}

TEST(ReadingMeasure, osman_knows_long_complex_and_formal_words) {
    const auto counts = counts_of_text("يستعملون المستشفيات.", "ar");
    EXPECT_EQ(counts.over_five_letters, 2);
    EXPECT_EQ(counts.complex, 2);
    EXPECT_EQ(counts.faseeh, 1);  // the ending of "يستعملون"
}

TEST(ReadingMeasure, osman_of_short_words_is_easier_than_of_long_ones) {
    EXPECT_GT(osman(counts_of_text("نمو الشعر بطيء. راجع طبيبك.", "ar")),
              osman(counts_of_text("الاستخدامات العلاجية للمستحضرات البيولوجية المستخلصة متنوعة.",
                                   "ar")));
}

TEST(ReadingMeasure, every_language_has_one_and_unknown_ones_none) {
    for (const char* language : {"en", "tr", "ar", "de", "es"})
        EXPECT_FALSE(measures_for(language).empty()) << language;
    EXPECT_TRUE(measures_for("fi").empty());
    ASSERT_EQ(measures_for("de-AT").size(), 1U);
    EXPECT_EQ(measures_for("de-AT")[0].name, "Wiener Sachtextformel 1");
    ASSERT_EQ(measures_for("es").size(), 2U);
    EXPECT_EQ(measures_for("es")[1].name, "INFLESZ");
}

TEST(ReadingMeasure, limits_count_on_the_right_side) {
    EXPECT_TRUE(measures_for("en")[0].passes(6.0, 6));
    EXPECT_FALSE(measures_for("en")[0].passes(6.1, 6));
    EXPECT_TRUE(measures_for("tr")[0].passes(80, 80));
    EXPECT_FALSE(measures_for("tr")[0].passes(79.9, 80));
}

TEST(ReadingMeasure, of_arabic_has_no_limits) {
    EXPECT_FALSE(measures_for("ar")[0].limits);
    for (const char* language : {"en", "tr", "de", "es"})
        EXPECT_TRUE(measures_for(language)[0].limits) << language;
}

TEST(ReadingMeasure, of_nothing_is_a_number) {
    for (const char* language : {"en", "de", "es", "tr", "ar"})
        for (const auto& measure : measures_for(language))
            EXPECT_TRUE(std::isfinite(measure.value({}))) << measure.name;
}

TEST(Syllables, of_english_words) {
    const std::pair<const char*, int> kWords[] = {
        {"the", 1},      {"hair", 1},    {"made", 1},    {"little", 2},   {"called", 1},
        {"tested", 2},   {"needed", 2},  {"moves", 1},   {"places", 2},   {"changes", 2},
        {"people", 2},   {"patient", 2}, {"studies", 2}, {"science", 2},  {"injection", 3},
        {"platelet", 3}, {"being", 2},   {"going", 2},   {"idea", 3},     {"reaction", 3},
        {"medium", 3},   {"society", 4}, {"quiet", 2},   {"question", 2}, {"handled", 2},
        {"follicle", 3}, {"radio", 3},   {"video", 3},   {"area", 3}};
    for (const auto& [word, syllables] : kWords)
        EXPECT_NEAR(syllables_in(word, "en"), syllables, word == std::string("platelet") ? 1 : 0)
            << word;
}

TEST(Syllables, of_turkish_words_are_their_vowels) {
    EXPECT_EQ(syllables_in("saç", "tr"), 1);
    EXPECT_EQ(syllables_in("İyileşme", "tr"), 4);
    EXPECT_EQ(syllables_in("ağrısızlık", "tr"), 4);
    EXPECT_EQ(syllables_in("yağ", "tr"), 1);
}

TEST(Syllables, of_german_words) {
    EXPECT_EQ(syllables_in("Haut", "de"), 1);
    EXPECT_EQ(syllables_in("Häutchen", "de"), 2);
    EXPECT_EQ(syllables_in("Studie", "de"), 2);
    EXPECT_EQ(syllables_in("Haarausfall", "de"), 3);
    EXPECT_EQ(syllables_in("Behandlung", "de"), 3);
    EXPECT_EQ(syllables_in("Theater", "de"), 3);
}

TEST(Syllables, of_spanish_words) {
    EXPECT_EQ(syllables_in("pelo", "es"), 2);
    EXPECT_EQ(syllables_in("estudio", "es"), 3);  // es-tu-dio
    EXPECT_EQ(syllables_in("caída", "es"), 3);    // ca-í-da
    EXPECT_EQ(syllables_in("que", "es"), 1);
    EXPECT_EQ(syllables_in("sangre", "es"), 2);
    EXPECT_EQ(syllables_in("pingüino", "es"), 3);  // pin-güi-no
    EXPECT_EQ(syllables_in("ciudad", "es"), 2);    // ciu-dad
    EXPECT_EQ(syllables_in("hay", "es"), 1);
    EXPECT_EQ(syllables_in("teatro", "es"), 3);  // te-a-tro
    EXPECT_EQ(syllables_in("ya", "es"), 1);
}

TEST(Sentences, end_at_their_marks) {
    EXPECT_EQ(split("It helps. Does it? Yes!"), (Sentences{"It helps.", "Does it?", "Yes!"}));
    EXPECT_EQ(split("One line\nand another"), (Sentences{"One line", "and another"}));
    EXPECT_EQ(split("“It works.” So they say."), (Sentences{"“It works.”", "So they say."}));
    EXPECT_EQ(split("هل يفيد؟ لا نعرف."), (Sentences{"هل يفيد؟", "لا نعرف."}));
}

TEST(Sentences, do_not_end_at_abbreviations_initials_and_ordinals) {
    EXPECT_EQ(split("As E. D. Thomas showed.").size(), 1U);
    EXPECT_EQ(split("Das hilft z. B. bei Dr. Meier.").size(), 1U);
    EXPECT_EQ(split("Ab dem 4. September gilt das.").size(), 1U);
    EXPECT_EQ(split("Bu 3. gün olur.").size(), 1U);
    EXPECT_EQ(split("It rose by 3.5 hairs. It fell in 2016. Then it stopped.").size(), 3U);
}

TEST(Sentences, quoted_words_are_blanked_and_keep_their_length) {
    const std::string text = "They say “a cure”, we do not.";
    const std::string open = without_quoted(text);
    EXPECT_EQ(open.size(), text.size());
    EXPECT_EQ(open.find("cure"), std::string::npos);
    EXPECT_NE(without_quoted("An “open quote").find("quote"), std::string::npos);
    EXPECT_EQ(without_quoted("Sie sagen „garantiert“ dazu").find("garantiert"), std::string::npos);
    EXPECT_EQ(without_quoted("Dicen «milagro» aquí").find("milagro"), std::string::npos);
}

}  // namespace candor::pack
