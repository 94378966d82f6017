#include <gtest/gtest.h>

#include "pack/checks/numbers_in_text.h"
#include "pack/checks/promise.h"
#include "pack/checks/proportions.h"

namespace candor::pack {
namespace {

bool promises(std::string_view text, std::string_view language) {
    return !promises_in(text, language).empty();
}

std::vector<std::string> digits_of(std::string_view text) {
    std::vector<std::string> out;
    for (const auto& number : numbers_in(text)) out.push_back(number.digits);
    return out;
}

using Digits = std::vector<std::string>;

}  // namespace

TEST(Promise, is_found_in_five_languages) {
    EXPECT_TRUE(promises("Results are guaranteed.", "en"));
    EXPECT_TRUE(promises("Sonuç garantilidir.", "tr"));
    EXPECT_TRUE(promises("النتيجة مضمونة.", "ar"));
    EXPECT_TRUE(promises("والشفاء التام ممكن.", "ar"));
    EXPECT_TRUE(promises("Garantierte Ergebnisse.", "de"));
    EXPECT_TRUE(promises("Resultados garantizados.", "es"));
}

TEST(Promise, denied_in_the_same_sentence_is_none_in_five_languages) {
    EXPECT_FALSE(promises("No one can promise a cure.", "en"));
    EXPECT_FALSE(promises("This is not a miracle.", "en"));
    EXPECT_FALSE(promises("It isn’t permanent.", "en"));
    EXPECT_FALSE(promises("Hiç kimse sonucu garanti edemez.", "tr"));
    EXPECT_FALSE(promises("Bu bir mucize değildir.", "tr"));
    EXPECT_FALSE(promises("لا أحد يضمن النتيجة.", "ar"));
    EXPECT_FALSE(promises("هذا ليس معجزة.", "ar"));
    EXPECT_FALSE(promises("Niemand kann das garantieren.", "de"));
    EXPECT_FALSE(promises("Das ist kein Wundermittel.", "de"));
    EXPECT_FALSE(promises("Nadie puede garantizar el resultado.", "es"));
    EXPECT_FALSE(promises("No es un milagro.", "es"));
}

TEST(Promise, denied_in_another_sentence_stays_one) {
    EXPECT_TRUE(promises("It is not new. Results are guaranteed.", "en"));
}

TEST(Promise, no_pain_denies_nothing) {
    EXPECT_EQ(promises_in("No pain, guaranteed.", "en").size(), 2U);
    EXPECT_TRUE(promises("Not only painless, but quick.", "en"));
    EXPECT_TRUE(promises("Ohne Schmerzen und garantiert.", "de"));
    EXPECT_TRUE(promises("Sin dolor y para siempre.", "es"));
    EXPECT_TRUE(promises("Ağrısız bir yöntem.", "tr"));
    EXPECT_TRUE(promises("بدون ألم.", "ar"));
}

TEST(Promise, in_quotes_or_a_question_is_none) {
    EXPECT_FALSE(promises("Some ads say “guaranteed”.", "en"));
    EXPECT_FALSE(promises("Is it painless?", "en"));
    EXPECT_FALSE(promises("¿Es indoloro?", "es"));
}

TEST(Promise, permanent_harm_is_none) {
    EXPECT_TRUE(promises("The result is permanent.", "en"));
    EXPECT_FALSE(promises("It can leave permanent scars.", "en"));
    EXPECT_FALSE(promises_in("The change is permanent.", "en", true).size() > 0);
    EXPECT_FALSE(promises("Kalıcı iz bırakabilir.", "tr"));
    EXPECT_FALSE(promises("Das kann dauerhafte Schäden hinterlassen.", "de"));
}

TEST(Promise, hundred_percent_is_one_however_it_is_written) {
    EXPECT_TRUE(promises("It is 100% safe.", "en"));
    EXPECT_TRUE(promises("%100 güvenli.", "tr"));
    EXPECT_TRUE(promises("آمن ١٠٠٪.", "ar"));
    EXPECT_TRUE(promises("Zu 100 % sicher.", "de"));
    EXPECT_FALSE(promises("26 in 100 women saw regrowth.", "en"));
}

TEST(Promise, words_that_only_look_like_one_are_none) {
    EXPECT_FALSE(promises("Keep it secure.", "en"));
    EXPECT_FALSE(promises("من الطبيعي أن يتساقط الشعر.", "ar"));
    EXPECT_FALSE(promises("Natürlich können Sie fragen.", "de"));
    EXPECT_FALSE(promises("Any words.", "fi"));
}

TEST(NumbersInText, are_the_same_in_every_language) {
    EXPECT_EQ(digits_of("1,148 women"), Digits{"1148"});
    EXPECT_EQ(digits_of("1.148 Frauen"), Digits{"1148"});
    EXPECT_EQ(digits_of("١٬١٤٨ امرأة"), Digits{"1148"});
    EXPECT_EQ(digits_of("رجل و42 امرأة"), Digits{"42"});
    EXPECT_EQ(digits_of("3,5 Punkte"), Digits{"3.5"});
    EXPECT_EQ(digits_of("85 to 90 in 100."), (Digits{"85", "90", "100"}));
    EXPECT_EQ(digits_of("a 6-week trial"), Digits{"6"});
    EXPECT_EQ(digits_of("10\u00A0029 personas"), Digits{"10029"});
    EXPECT_EQ(digits_of("26\u00A0100"), Digits{"26100"});
    EXPECT_EQ(digits_of("14\u00A024 10\u00A02016"), (Digits{"14", "24", "10", "2016"}));
}

TEST(NumbersInText, of_names_are_none) { EXPECT_TRUE(numbers_in("B12 and COVID-19").empty()); }

TEST(NumbersInText, missing_ones_are_named_and_small_ones_may_be_spelt) {
    EXPECT_EQ(missing_numbers("26 in 100", "100 kadından 62", "tr"), "26");
    EXPECT_EQ(missing_numbers("6 of 27", "altısı, 27 kişiden", "tr"), "");
    EXPECT_EQ(missing_numbers("3 visits", "drei Termine", "de"), "");
    EXPECT_EQ(missing_numbers("3 visits", "cinco sesiones", "es"), "3");
    EXPECT_EQ(missing_numbers("3 visits", "5 seans", "tr"), "3");
    EXPECT_EQ(missing_numbers("3 visits", "kolme kertaa", "fi"), "");
}

TEST(NumbersInText, arabic_dual_is_two_and_a_singular_is_one) {
    EXPECT_EQ(missing_numbers("With 2 visits", "ومع جلستين", "ar"), "");
    EXPECT_EQ(missing_numbers("2 weeks", "بعد أسبوعين", "ar"), "");
    EXPECT_EQ(missing_numbers("2 studies", "في دراستان", "ar"), "");
    EXPECT_EQ(missing_numbers("With 2 visits", "ومع جلسات", "ar"), "2");
    EXPECT_EQ(missing_numbers("With 3 visits", "ومع جلستين", "ar"), "3");
    EXPECT_EQ(missing_numbers("1 to 2 weeks", "من أسبوع إلى أسبوعين", "ar"), "");
    EXPECT_EQ(missing_numbers("1 of 16 studies", "دراسة واحدة من 16", "ar"), "");
    EXPECT_EQ(missing_numbers("1 of 16 studies", "دراسات من 16", "ar"), "1");
}

TEST(NumbersInText, one_is_spelt_in_every_language) {
    EXPECT_EQ(missing_numbers("1 of 16", "16 çalışmadan yalnız biri", "tr"), "");
    EXPECT_EQ(missing_numbers("1 of 16", "nur eine von 16", "de"), "");
    EXPECT_EQ(missing_numbers("1 of 16", "solo uno de 16", "es"), "");
    EXPECT_EQ(missing_numbers("nur 1 von 16", "only one of 16", "en"), "");
}

TEST(Proportions, are_found_in_five_languages) {
    const auto of = [](std::string_view text, std::string_view language) {
        const auto found = proportions_in(text, language);
        return found.empty() ? std::string() : found[0].count + "/" + found[0].of;
    };
    EXPECT_EQ(of("1 in 7 people", "en"), "1/7");
    EXPECT_EQ(of("26 out of 100", "en"), "26/100");
    EXPECT_EQ(of("100 kadından 26", "tr"), "26/100");
    EXPECT_EQ(of("26 من كل 100", "ar"), "26/100");
    EXPECT_EQ(of("26 von 100 Frauen", "de"), "26/100");
    EXPECT_EQ(of("26 de cada 100 mujeres", "es"), "26/100");
    EXPECT_EQ(of("3 to 6 months", "en"), "");
}

TEST(Proportions, percentages_are_found_in_five_languages) {
    EXPECT_EQ(percentages_in("26 % of women", "en").size(), 1U);
    EXPECT_EQ(percentages_in("26 percent", "en").size(), 1U);
    EXPECT_EQ(percentages_in("%26", "tr").size(), 1U);
    EXPECT_EQ(percentages_in("yüzde 26", "tr").size(), 1U);
    EXPECT_EQ(percentages_in("٢٦٪", "ar").size(), 1U);
    EXPECT_EQ(percentages_in("26 Prozent", "de").size(), 1U);
    EXPECT_EQ(percentages_in("26 por ciento", "es").size(), 1U);
    EXPECT_TRUE(percentages_in("26 in 100", "en").empty());
}

}  // namespace candor::pack
