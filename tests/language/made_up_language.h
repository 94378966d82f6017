#pragma once
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "language/found.h"

namespace candor::testing_language {

/// The code of a language that nobody speaks, from the range that BCP 47 keeps free.
inline constexpr const char* kMadeUp = "qps";

/// English, each Latin letter as an Arabic one; what stands in braces stays.
inline std::string made_up(std::string_view english) {
    static constexpr std::array<std::string_view, 26> kLetters{
        "ا", "ب", "ث", "د", "ى", "ف", "غ", "ه", "ئ", "ج", "ك", "ل", "م",
        "ن", "و", "پ", "ق", "ر", "س", "ت", "ؤ", "ڤ", "ش", "خ", "ي", "ز"};
    std::string out;
    bool filler = false;
    for (const char c : english) {
        if (c == '{') filler = true;
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!filler && lower >= 'a' && lower <= 'z')
            out += kLetters[static_cast<std::size_t>(lower - 'a')];
        else
            out += c;
        if (c == '}') filler = false;
    }
    return out;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A line `key: "text"` of a file of strings.
struct TextLine {
    std::string key, text;
};

inline std::vector<TextLine> text_lines(const std::filesystem::path& file) {
    std::vector<TextLine> out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(": \"");
        if (line.starts_with('#') || colon == std::string::npos) continue;
        out.push_back({line.substr(0, colon), line.substr(colon + 3, line.size() - colon - 4)});
    }
    return out;
}

/// Every text, and for each plural a form that English does not have.
inline std::string made_up_strings(const std::filesystem::path& english) {
    std::string out;
    for (const auto& [key, text] : text_lines(english)) {
        const std::string line = ": \"" + made_up(text) + "\"\n";
        out += key + line;
        constexpr std::string_view kOther = ".other";
        const std::string stem =
            key.ends_with(kOther) ? key.substr(0, key.size() - kOther.size()) : std::string{};
        if (!stem.empty() && out.find("\n" + stem + ".one:") != std::string::npos)
            out += stem + ".few: \"٭" + made_up(text) + "\"\n";
    }
    return out;
}

/// Writes the made-up language, written from right to left, with plural forms and digits of its
/// own, as data alone.
inline void write_made_up_language(const std::filesystem::path& assets,
                                   const language::Files& files) {
    const auto write = [](const std::filesystem::path& file, const std::string& text) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    };
    write(files.rules, "name: \"" + made_up("Made up") +
                           "\"\ndirection: right-to-left\noffer: yes\n"
                           "plural: {one: n % 10 = 1, few: n % 10 = 2..4}\n"
                           "digits: \"۰۱۲۳۴۵۶۷۸۹\"\ndecimal: \"٫\"\nminus: \"−\"\n"
                           "months: [يا, يب, يث, يد, يى, يف, يغ, يه, يئ, يج, يك, يل]\n"
                           "dates:\n  day-month-year: \"{year}، {month} {day}\"\n"
                           "  month-year: \"{year}، {month}\"\n  and-time: \"{time} - {date}\"\n");
    write(files.strings, made_up_strings(assets / "strings/en.yaml"));
    write(files.desk_strings, made_up_strings(assets / "desk-strings/en.yaml"));
    write(files.keyboard, bytes_of(assets / "keyboards/ar.yaml"));
}

/// Does `shown` say what `text` says, with anything in its fillers?
inline bool says(std::string_view shown, std::string_view text) {
    while (!text.empty()) {
        const auto open = text.find('{');
        const std::string_view plain = text.substr(0, open);
        if (!shown.starts_with(plain)) return false;
        shown.remove_prefix(plain.size());
        if (open == std::string_view::npos) return shown.empty();
        text.remove_prefix(text.find('}') + 1);
        const auto next = text.substr(0, text.find('{'));
        const auto at = next.empty() ? shown.size() : shown.find(next);
        if (at == std::string_view::npos) return false;
        shown.remove_prefix(at);
    }
    return shown.empty();
}

/// The words in quotes on a line of an accessible tree's text.
inline std::vector<std::string> quoted_in(const std::string& line) {
    std::vector<std::string> out;
    for (auto open = line.find('"'); open != std::string::npos;) {
        const auto close = line.find('"', open + 1);
        if (close == std::string::npos) break;
        out.push_back(line.substr(open + 1, close - open - 1));
        open = line.find('"', close + 1);
    }
    return out;
}

/// What was not said in the made-up language on the screens that a tour wrote to `folder`: English
/// of the interface, keys without words, fillers that were not filled. A line each.
inline std::vector<std::string> not_made_up(const std::filesystem::path& folder,
                                            const std::filesystem::path& english) {
    std::vector<TextLine> texts;
    for (auto& line : text_lines(english)) {
        // A text of fillers alone, or of none of our letters, is the same in each language.
        const auto plain = line.text.substr(0, line.text.find('{'));
        if (made_up(plain) != plain) texts.push_back(std::move(line));
    }
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            for (const std::string& shown : quoted_in(line)) {
                const std::string place = entry.path().filename().string() + ": " + shown;
                for (const auto& [key, text] : texts) {
                    if (says(shown, text)) out.push_back(place + " is English: " + key);
                    if (shown.find("<" + key + ">") != std::string::npos)
                        out.push_back(place + " has no words");
                    for (auto at = text.find('{'); at != std::string::npos;
                         at = text.find('{', at + 1))
                        if (shown.find(text.substr(at, text.find('}', at) + 1 - at)) !=
                            std::string::npos)
                            out.push_back(place + " has an empty filler");
                }
            }
        }
    }
    return out;
}

}  // namespace candor::testing_language
