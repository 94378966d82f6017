#include "ui/strings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = CANDOR_SOURCE_DIR "/assets/desk-strings";

ui::Strings strings(const std::string& language) {
    return ui::Strings::load(kFolder / (language + ".yaml")).value();
}

std::string sources() {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(CANDOR_SOURCE_DIR "/app/desk")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path());
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

/// A plural's key without its form.
std::string without_form(const std::string& key) {
    static const std::regex form("(.*)\\.(zero|one|two|few|many|other)");
    std::smatch match;
    return std::regex_match(key, match, form) ? match[1].str() : key;
}

std::set<std::string> keys(const ui::Strings& words) {
    std::set<std::string> out;
    for (const auto& [key, _] : words.all()) out.insert(without_form(key));
    return out;
}

std::multiset<std::string> holes(const std::string& text) {
    static const std::regex hole("\\{[a-z]+\\}");
    return {std::sregex_token_iterator(text.begin(), text.end(), hole), {}};
}

TEST(DeskStrings, every_language_has_the_same_keys_and_fillers) {
    const ui::Strings english = strings("en");
    for (const char* language : {"tr", "ar", "de", "es"}) {
        const ui::Strings other = strings(language);
        EXPECT_EQ(keys(other), keys(english)) << language;
        for (const auto& [key, text] : english.all()) {
            if (key != without_form(key)) continue;
            EXPECT_EQ(holes(other(key)), holes(text)) << language << " " << key;
        }
    }
}

TEST(DeskStrings, every_key_that_is_asked_for_has_words) {
    const ui::Strings english = strings("en");
    const std::string all = sources();
    static const std::regex asked("\"([a-z]+\\.[a-z-]+)\"");
    std::set<std::string> families;
    for (const auto& key : keys(english)) families.insert(key.substr(0, key.find('.')));
    int found = 0;
    for (std::sregex_iterator it(all.begin(), all.end(), asked), end; it != end; ++it) {
        const std::string key = (*it)[1];
        if (families.count(key.substr(0, key.find('.'))) == 0 || key.ends_with(".h") ||
            key.ends_with("-") || key.ends_with(".pdf") || key.ends_with(".db"))
            continue;
        ++found;
        EXPECT_TRUE(english.has(key) || english.has(key + ".other")) << key;
    }
    EXPECT_GT(found, 50);
}

TEST(DeskStrings, every_key_with_words_is_asked_for) {
    const std::string all = sources();
    for (const std::string& key : keys(strings("en"))) {
        const auto dot = key.find('.');
        // The end of these is made of a name: of a page, a progress, a language, a fault, …
        const bool made =
            all.find("\"" + key.substr(0, dot + 1) + "\"") != std::string::npos ||
            all.find("\"" + key.substr(0, key.rfind('.') + 1) + "\"") != std::string::npos ||
            all.find("\"" + key.substr(0, key.rfind('-') + 1) + "\"") != std::string::npos;
        EXPECT_TRUE(made || all.find("\"" + key + "\"") != std::string::npos) << key;
    }
}

}  // namespace
}  // namespace candor::desk
