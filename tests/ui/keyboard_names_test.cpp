// Whether the names of Europe can be typed. The alphabets are CLDR's exemplar sets (main letters)
// of the EU's languages with Latin letters, and of Turkish, Icelandic and Norwegian, as facts.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/letter_case.h"
#include "base/utf8.h"
#include "scratch_file.h"
#include "ui/keyboard.h"

namespace candor::ui {
namespace {

constexpr const char* kKeyboards[] = {"en", "tr", "de", "es", "ar"};

/// Besides a to z.
const std::map<std::string, std::string> kAlphabets{
    {"Croatian", "čćđšž"},
    {"Czech", "áčďéěíňóřšťúůýž"},
    {"Danish", "æøå"},
    {"Dutch", "áäéëíïóöúü"},
    {"Estonian", "šžõäöü"},
    {"Finnish", "šžåäö"},
    {"French", "àâæçéèêëîïôœùûüÿ"},
    {"German", "äößü"},
    {"Hungarian", "áéíóöőúüű"},
    {"Irish", "áéíóú"},
    {"Italian", "àéèìóòù"},
    {"Latvian", "āčēģīķļņšūž"},
    {"Lithuanian", "ąčęėįšųūž"},
    {"Maltese", "àċèġħìòùż"},
    {"Polish", "ąćęłńóśźż"},
    {"Portuguese", "áàâãçéêíóôõúü"},
    {"Romanian", "ăâîșțşţ"},
    {"Slovak", "áäčďéíĺľňóôŕšťúýž"},
    {"Slovenian", "čšž"},
    {"Spanish", "áéíñóúü"},
    {"Swedish", "åäöàé"},
    {"Turkish", "çğıöşüâîû"},
    {"Icelandic", "áðéíóúýþæö"},
    {"Norwegian", "æøåàéóòôê"},
};

std::set<std::string> letters_of(std::string_view text) {
    std::set<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = base::letter_after(text, at);
        out.emplace(text.substr(at, next - at));
        at = next;
    }
    return out;
}

KeyboardLayouts layouts_of(const std::string& language) {
    return KeyboardLayouts::load(assets() / "keyboards" / (language + ".yaml")).value();
}

/// What those layouts type, by a touch or by a long press.
std::set<std::string> typed_by(const KeyboardLayouts& keyboard,
                               const std::vector<std::string>& names, bool held) {
    std::set<std::string> out;
    for (const std::string& name : names) {
        const auto layout = keyboard.layouts.find(name);
        if (layout == keyboard.layouts.end()) continue;
        for (const KeyRow& row : layout->second)
            for (const KeySpec& key : row) {
                if (key.special) continue;
                out.insert(key.cap);
                const auto more = keyboard.accents.find(key.cap);
                if (held && more != keyboard.accents.end())
                    out.insert(more->second.begin(), more->second.end());
            }
    }
    return out;
}

}  // namespace

TEST(KeyboardNames, letters_of_european_names_are_there) {
    for (const std::string language : kKeyboards) {
        const auto typed = typed_by(layouts_of(language), {"letters", "latin"}, true);
        for (const auto& [alphabet, letters] : kAlphabets)
            for (const std::string& letter : letters_of(letters))
                EXPECT_TRUE(typed.contains(letter))
                    << language << ": " << alphabet << " " << letter;
        for (char c = 'a'; c <= 'z'; ++c)
            EXPECT_TRUE(typed.contains(std::string(1, c))) << language << ": " << c;
    }
}

TEST(KeyboardNames, every_letter_has_its_capital) {
    for (const auto& [alphabet, letters] : kAlphabets)
        for (const std::string& letter : letters_of(letters))
            EXPECT_NE(base::upper_case(letter, "en"), letter) << alphabet;
}

TEST(KeyboardNames, no_letter_is_offered_twice_by_a_key) {
    for (const std::string language : kKeyboards)
        for (const auto& [key, accents] : layouts_of(language).accents) {
            std::set<std::string> known{key};
            for (const std::string& accent : accents)
                EXPECT_TRUE(known.insert(accent).second) << language << " " << key << accent;
        }
}

TEST(KeyboardNames, hamza_forms_and_latin_letters_are_one_touch_away) {
    const KeyboardLayouts arabic = layouts_of("ar");
    const auto touched = typed_by(arabic, {"letters"}, false);
    for (const char* letter : {"أ", "إ", "آ", "ا", "ء", "ؤ", "ئ", "ى", "ة"})
        EXPECT_TRUE(touched.contains(letter)) << letter;
    std::set<std::string> specials;
    for (const KeyRow& row : arabic.layouts.at("letters"))
        for (const KeySpec& key : row)
            if (key.special) specials.insert(key.cap);
    EXPECT_TRUE(specials.contains("latin"));
    EXPECT_TRUE(typed_by(arabic, {"latin"}, false).contains("p"));
}

TEST(KeyboardNames, digits_are_one_set_everywhere) {
    for (const std::string language : kKeyboards)
        for (const auto& [name, rows] : layouts_of(language).layouts) {
            const auto typed = typed_by(layouts_of(language), {name}, true);
            for (char c = '0'; c <= '9'; ++c)
                EXPECT_TRUE(typed.contains(std::string(1, c))) << language << " " << name;
            for (const std::string& key : typed)
                EXPECT_FALSE(key >= "٠" && key <= "٩") << language << " " << name;
        }
}

TEST(KeyboardNames, signs_of_an_address_and_a_name_are_there) {
    for (const std::string language : kKeyboards) {
        const KeyboardLayouts keyboard = layouts_of(language);
        const auto email = typed_by(keyboard, {"email"}, false);
        for (const char* sign : {"@", ".", "'", "+", "_", "-"})
            EXPECT_TRUE(email.contains(sign)) << language << " " << sign;
        const auto any = typed_by(keyboard, {"email", "symbols"}, false);
        for (const char sign : std::string("!#$%&'*+-/=?^_{|}~"))
            EXPECT_TRUE(any.contains(std::string(1, sign)) || (language == "ar" && sign == '?'))
                << language << " " << sign;
        const auto name = typed_by(keyboard, {"letters", "latin", "symbols"}, false);
        for (const char* sign : {"'", "-"}) EXPECT_TRUE(name.contains(sign)) << language << sign;
        const auto phone = typed_by(keyboard, {"phone"}, false);
        for (const char* sign : {"+", "#", ","}) EXPECT_TRUE(phone.contains(sign)) << language;
    }
}

}  // namespace candor::ui
