#include "base/letter_case.h"

#include <gtest/gtest.h>

#include <clocale>
#include <cwctype>

namespace candor::base {
namespace {

/// Latin, Greek (without its many accents) and Cyrillic letters, where the C library agrees with
/// Unicode's simple mappings.
template <typename Each>
void for_each_letter(Each each) {
    for (char32_t c = 1; c <= 0x52F; ++c) each(c);
    for (char32_t c = 0x1E00; c <= 0x1EFF; ++c) each(c);
}

/// Letters whose pairs names do not need: digraphs, IPA, Coptic, symbols that look like letters.
bool left_out(char32_t c) {
    return (c >= 0x180 && c <= 0x1CC && c != 0x18F) || (c >= 0x1F0 && c <= 0x1F7) || c == 0x220 ||
           (c >= 0x234 && c <= 0x36F && c != 0x259) || c == 0x370 || (c >= 0x370 && c <= 0x385) ||
           (c >= 0x3CF && c <= 0x3FF) || c == 0x4C0 || c == 0x4CF || c == 0xB5 || c == 0x17F ||
           c == 0x1DD || (c >= 0x1E96 && c <= 0x1E9F) || c == 0x131 || c == 0x130 || c == 0xDF ||
           c == 0x1C4;
}

}  // namespace

TEST(LetterCase, is_the_c_librarys) {
    const locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (unicode == nullptr) GTEST_SKIP() << "no locale C.UTF-8";
    for_each_letter([&](char32_t c) {
        if (left_out(c)) return;
        EXPECT_EQ(upper_case(c), towupper_l(static_cast<wint_t>(c), unicode)) << std::hex << +c;
        EXPECT_EQ(lower_case(c), towlower_l(static_cast<wint_t>(c), unicode)) << std::hex << +c;
    });
    freelocale(unicode);
}

TEST(LetterCase, every_language_has_its_i) {
    EXPECT_EQ(upper_case("istanbul ılık", "tr"), "İSTANBUL ILIK");
    EXPECT_EQ(lower_case("İSTANBUL ILIK", "tr"), "istanbul ılık");
    EXPECT_EQ(upper_case("istanbul", "en"), "ISTANBUL");
    EXPECT_EQ(lower_case("INFO", "de"), "info");
}

TEST(LetterCase, sharp_s_has_its_capital) {
    EXPECT_EQ(upper_case("straße"), "STRAẞE");
    EXPECT_EQ(lower_case("STRAẞE"), "straße");
}

TEST(LetterCase, what_has_no_case_stays) {
    EXPECT_EQ(upper_case("12 ÷ ×, صحة"), "12 ÷ ×, صحة");
    EXPECT_EQ(lower_case("12 ÷ ×, صحة"), "12 ÷ ×, صحة");
    EXPECT_EQ(upper_case("a\xFF"), "A");
}

}  // namespace candor::base
