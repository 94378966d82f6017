#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "scratch_file.h"
#include "ui/strings.h"

namespace candor::ui {
namespace {

namespace fs = std::filesystem;

/// Every source below these rooms, one after the other.
std::string sources(const std::vector<std::string>& rooms) {
    std::string all;
    for (const std::string& room : rooms) {
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(CANDOR_SOURCE_DIR "/app") / room)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
            std::ifstream file(entry.path());
            all.append(std::istreambuf_iterator<char>(file), {});
        }
    }
    return all;
}

const std::string& interface_sources() {
    static const std::string all = sources({"ui", "content", "screens", "kiosk"});
    return all;
}

std::set<std::string> literals(const std::string& text) {
    static const std::regex literal("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    std::set<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), literal), end; it != end; ++it)
        out.insert((*it)[1]);
    return out;
}

/// The literals of every match's first group.
std::set<std::string> matches(const std::string& text, const char* pattern) {
    const std::regex regex(pattern);
    std::set<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it)
        for (const std::string& word : literals((*it)[0])) out.insert(word);
    return out;
}

Strings english() { return Strings::load(assets() / "strings/en.yaml").value(); }

bool any_starts_with(const Strings& strings, const std::string& prefix) {
    const auto at = strings.all().lower_bound(prefix);
    return at != strings.all().end() && at->first.starts_with(prefix);
}

/// The literals that look like keys: their first word is the first word of some key.
std::set<std::string> key_like(const Strings& strings) {
    std::set<std::string> families, out;
    for (const auto& [key, text] : strings.all())
        if (key.find('.') != std::string::npos) families.insert(key.substr(0, key.find('.')));
    static const std::regex shape("[a-z][a-z-]*(\\.[a-z0-9_-]+)*\\.?");
    static const std::regex file(".*\\.(yaml|svg|png|jpg|db|key|md)");
    for (const std::string& word : literals(interface_sources())) {
        const auto dot = word.find('.');
        if (dot == std::string::npos || families.count(word.substr(0, dot)) == 0) continue;
        if (std::regex_match(word, shape) && !std::regex_match(word, file)) out.insert(word);
    }
    return out;
}

TEST(Assets, every_key_that_is_asked_for_has_words) {
    const Strings strings = english();
    const auto asked = key_like(strings);
    EXPECT_GT(asked.size(), 80U);
    for (const std::string& key : asked) {
        if (key.ends_with("."))
            EXPECT_TRUE(any_starts_with(strings, key)) << key;
        else
            EXPECT_TRUE(strings.has(key) || strings.has(key + ".other")) << key;
    }
    for (const std::string& key : matches(interface_sources(), "\\btr\\(\"[^\"]+\"[,)]"))
        EXPECT_TRUE(strings.has(key)) << key;
    for (const std::string& key : matches(interface_sources(), "plural\\(\"[^\"]+\""))
        EXPECT_TRUE(strings.has(key + ".other")) << key;
}

TEST(Assets, every_key_with_words_is_asked_for) {
    const Strings strings = english();
    auto words = literals(interface_sources());
    // Names of faults end keys, too, those of what keeps the courier from its work, and of keys.
    for (const std::string& word : literals(sources({"base", "consult/handover", "language"})))
        words.insert(word);
    const auto used = [&](std::string key) {
        static const std::regex form("(.*)\\.(zero|one|two|few|many|other)");
        std::smatch match;
        if (words.count(key) > 0) return true;
        if (std::regex_match(key, match, form) && words.count(match[1]) > 0) return true;
        const auto dot = key.rfind('.');
        if (dot == std::string::npos) return false;
        const std::string end = key.substr(dot + 1);
        const bool number =
            std::all_of(end.begin(), end.end(), [](char c) { return c >= '0' && c <= '9'; });
        return words.count(key.substr(0, dot + 1)) > 0 && (number || words.count(end) > 0);
    };
    for (const auto& [key, text] : strings.all())
        EXPECT_TRUE(used(key)) << key << " is never shown";
}

TEST(Assets, fillers_that_are_given_are_the_ones_that_the_words_want) {
    const Strings strings = english();
    const std::set<std::string> names = [] {
        std::set<std::string> out = matches(interface_sources(), "\\{\"[a-z]+\",");
        out.insert("n");  // every plural's
        return out;
    }();
    static const std::regex hole("\\{([^}]*)\\}");
    for (const auto& [key, text] : strings.all())
        for (std::sregex_iterator it(text.begin(), text.end(), hole), end; it != end; ++it)
            EXPECT_EQ(names.count((*it)[1]), 1U) << key << " wants " << (*it)[0];
}

std::vector<std::string> translations() {
    std::vector<std::string> codes;
    for (const auto& entry : fs::directory_iterator(assets() / "strings"))
        if (entry.path().stem() != "en") codes.push_back(entry.path().stem().string());
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::set<std::string> holes(const std::string& text) {
    static const std::regex hole("\\{[^}]*\\}");
    std::set<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), hole), end; it != end; ++it)
        out.insert((*it)[0]);
    return out;
}

/// "home.pages" of "home.pages.few"; empty where the key is no plural form of an English one.
std::string plural_of(const std::string& key, const Strings& strings) {
    const auto dot = key.rfind('.');
    if (dot == std::string::npos) return {};
    const std::string base = key.substr(0, dot);
    return strings.has(base + ".other") && strings.has(base + ".one") ? base : std::string{};
}

std::set<std::string> categories(const Strings& strings) {
    std::set<std::string> out{"other"};
    for (int n = 0; n <= 200; ++n) out.insert(std::string(strings.rules().plural.category(n)));
    return out;
}

TEST(Assets, every_language_has_the_keys_of_english_and_no_others) {
    const Strings strings = english();
    ASSERT_EQ(translations(), (std::vector<std::string>{"ar", "de", "es", "tr"}));
    for (const std::string& code : translations()) {
        const Strings other = Strings::load(assets() / "strings" / (code + ".yaml")).value();
        for (const auto& [key, text] : strings.all())
            EXPECT_TRUE(other.has(key)) << code << " lacks " << key;
        for (const auto& [key, text] : other.all()) {
            EXPECT_TRUE(strings.has(key) || !plural_of(key, strings).empty())
                << code << " has an unknown " << key;
            EXPECT_FALSE(text.empty()) << code << " " << key;
        }
    }
}

TEST(Assets, every_language_has_the_plural_forms_that_it_needs) {
    const Strings strings = english();
    for (const std::string& code : translations()) {
        const Strings other = Strings::load(assets() / "strings" / (code + ".yaml")).value();
        for (const auto& [key, text] : strings.all()) {
            const std::string base = plural_of(key, strings);
            if (base.empty()) continue;
            for (const std::string& category : categories(other))
                EXPECT_TRUE(other.has(base + "." + category)) << code << " " << base << category;
        }
    }
}

TEST(Assets, every_language_fills_the_same_gaps) {
    const Strings strings = english();
    for (const std::string& code : translations()) {
        const Strings other = Strings::load(assets() / "strings" / (code + ".yaml")).value();
        for (const auto& [key, text] : strings.all()) {
            auto wanted = holes(text), given = holes(other.all().at(key));
            if (!plural_of(key, strings).empty()) {  // "one page", "two pages" need no number
                wanted.erase("{n}");
                given.erase("{n}");
            }
            EXPECT_EQ(given, wanted) << code << " " << key;
        }
    }
}

TEST(Assets, every_icon_that_is_drawn_exists) {
    const auto names = matches(
        interface_sources(), "\\b(?:ui\\.)?icon\\((?:[\\w.]+ \\? )?\"[a-z-]+\"(?: : \"[a-z-]+\")?");
    EXPECT_GE(names.size(), 8U);
    for (const std::string& name : names)
        EXPECT_TRUE(fs::exists(assets() / "icons" / (name + ".svg"))) << name;
}

TEST(Assets, icons_are_pictures_that_take_any_colour) {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(assets() / "icons")) {
        ASSERT_EQ(entry.path().extension(), ".svg") << entry.path();
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        EXPECT_NE(text.str().find("viewBox"), std::string::npos) << entry.path();
        EXPECT_EQ(text.str().find("<image"), std::string::npos) << entry.path();
        ++count;
    }
    EXPECT_GT(count, 20);
}

}  // namespace
}  // namespace candor::ui
