#include "pack/checks/number_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/localized.h"
#include "pack/checks/word_list.h"

namespace candor::pack {
namespace {

constexpr std::size_t kSpelt = 10;

struct SpeltNumbers {
    std::string_view language;
    std::array<std::string_view, kSpelt> words;  ///< of 1, of 2, …
};

constexpr std::array<SpeltNumbers, 5> kSpeltNumbers{
    {{"en",
      {"one|once|a|an|single|first|half", "two|twice|both|second|half|double|pair",
       "three|third|thrice|triple", "four|fourth", "five|fifth", "six|sixth", "seven|seventh",
       "eight|eighth", "nine|ninth", "ten|tenth"}},
     {"tr",
      {"bir|biri*|birer|birinci*|tek|ilk|yarım", "iki*|çift*|yarı*", "üç*", "dört*|dörd*", "beş*",
       "altı*", "yedi*", "sekiz*", "dokuz*", "on|onda|ondan|onu|onun|onuncu*"}},
     {"ar",
      {"واحد*|أحد|إحدى|أول|أولى|مرة|يوم|يوما|أسبوع|أسبوعا|شهر|شهرا|سنة|عام|عاما|ساعة|"
       "دقيقة|جلسة|زيارة|نصف",
       "اثنان|اثنين|اثنتان|اثنتين|كلا|كلتا|كلاهما|كليهما|كلتاهما|ضعف*|نصف|ثاني*|*تين|"
       "*تان|يومين|يومان|أسبوعين|أسبوعان|شهرين|شهران|عامين|عامان|بحثين|بحثان|شخصين|"
       "شخصان|رجلين|رجلان|نوعين|نوعان|علاجين|علاجان|منتجين|منتجان|نصفين|نصفان|جانبين|"
       "جانبان|فريقين|دواءين|طفلين|مريضين|طبيبين|مصدرين|سؤالين|مكانين",
       "ثلاث*|ثلث|ثالث*", "أربع*|رابع*|ربع", "خمس*|خامس*", "ست|ستة|سادس*", "سبع*|سابع*",
       "ثمان*|ثامن*", "تسع*|تاسع*", "عشر*|عاشر*"}},
     {"de",
      {"ein|eine*|einmal|eins|erste*|einzig*|halb*", "zwei*|beide*|zweit*|doppelt*|halb*|hälfte",
       "drei*|dritt*", "vier*", "fünf*", "sechs*", "sieb*", "acht*", "neun*", "zehn*"}},
     {"es",
      {"un|una|uno|unos|unas|primer*|único*|única*|medio|media",
       "dos|ambos|ambas|segund*|doble|mitad", "tres|tercer*|triple", "cuatro|cuart*",
       "cinco|quint*", "seis|sext*", "siete|séptim*", "ocho|octav*", "nueve|noven*",
       "diez|décim*"}}}};

using NumberLists = std::map<std::string, std::vector<WordList>, std::less<>>;

NumberLists make_number_lists() {
    NumberLists lists;
    for (const auto& [language, words] : kSpeltNumbers)
        for (const auto patterns : words)
            lists[std::string(language)].emplace_back(patterns, language);
    return lists;
}

}  // namespace

bool knows_number_words_of(std::string_view language) {
    return std::any_of(kSpeltNumbers.begin(), kSpeltNumbers.end(), [&](const auto& spelt) {
        return spelt.language == base::primary_language(language);
    });
}

bool is_spelt_in(std::string_view digits, std::string_view text, std::string_view language) {
    static const NumberLists kLists = make_number_lists();
    const bool ten = digits == "10";
    if (!ten && (digits.size() != 1 || digits == "0")) return false;
    const auto lists = kLists.find(base::primary_language(language));
    if (lists == kLists.end()) return true;
    const std::size_t place = ten ? kSpelt - 1 : static_cast<std::size_t>(digits[0] - '1');
    return lists->second[place].any(folded_words(text));
}

}  // namespace candor::pack
