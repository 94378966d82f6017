#include "pack/checks/syllables.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/utf8.h"
#include "pack/folder/fold.h"

namespace candor::pack {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

int groups(std::string_view word) {
    int count = 0;
    bool inside = false;
    for (const char c : word) {
        if (is_vowel(c) && !inside) ++count;
        inside = is_vowel(c);
    }
    return count;
}

int count_of(std::string_view word, std::initializer_list<std::string_view> patterns) {
    int count = 0;
    for (const auto pattern : patterns)
        for (auto at = word.find(pattern); at != std::string_view::npos;
             at = word.find(pattern, at + 1))
            ++count;
    return count;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return word.ends_with(ending); });
}

/// Is the e of "-e", "-es" or "-ed" silent? `stem` is the word without the ending.
bool is_silent(std::string_view stem, std::string_view ending) {
    if (stem.empty() || is_vowel(stem.back())) return false;
    const bool l_alone = stem.size() > 1 && stem.back() == 'l' &&
                         !is_vowel(stem[stem.size() - 2]) && stem[stem.size() - 2] != 'l';
    if (l_alone) return false;
    if (ending == "es") return !ends_with_any(stem, {"s", "x", "z", "c", "g", "ch", "sh"});
    if (ending == "ed") return stem.back() != 't' && stem.back() != 'd';
    return true;
}

/// Groups of vowels, less an e at the end that is not heard, more where two vowels are.
int english(std::string_view word) {
    int count = groups(word);
    for (const std::string_view ending : {"e", "es", "ed"})
        if (word.size() > ending.size() + 1 && word.ends_with(ending) &&
            is_silent(word.substr(0, word.size() - ending.size()), ending))
            --count;
    count += count_of(word, {"ia", "io", "iu", "eo", "ua", "uou", "iet", "scien", "creat", "area",
                             "idea", "react", "being", "doing", "going", "seeing", "ying", "nuin"});
    count -= count_of(word, {"tio", "cio", "sio", "gio", "xio", "tia", "cia", "sia", "tiu", "qua",
                             "gua", "quot", "geon", "people", "iety"}) -
             count_of(word, {"iety"});
    return count + (ends_with_any(word, {"ism", "isms", "thm", "thms"}) ? 1 : 0);
}

int german(std::string_view word) {
    int count = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (!is_vowel(word[i])) continue;
        ++count;
        if (i + 1 >= word.size()) break;
        constexpr std::array<std::string_view, 14> kPairs{"ei", "ai", "au", "eu", "ie", "aa", "ee",
                                                          "oo", "ey", "ay", "ui", "oy", "ou", "oi"};
        if (std::find(kPairs.begin(), kPairs.end(), word.substr(i, 2)) != kPairs.end()) ++i;
    }
    return count;
}

std::u32string letters_of(std::string_view word) {
    std::u32string out;
    for (std::size_t at = 0; at < word.size();) out += base::next_code_point(word, at);
    return out;
}

/// Strong vowels, and i and u with an accent, each make a syllable; a weak one beside them does
/// not.
int spanish(std::string_view word) {
    constexpr std::u32string_view kStrong = U"aeoáéóíúAEOÁÉÓÍÚ", kWeak = U"iuüyIUÜY";
    const std::u32string letters = letters_of(word);
    int count = 0;
    bool weak_group = false, after_strong = false;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool strong = kStrong.find(letters[i]) != std::u32string_view::npos;
        bool weak = kWeak.find(letters[i]) != std::u32string_view::npos;
        const bool y = letters[i] == U'y' || letters[i] == U'Y';
        if (y && i + 1 < letters.size()) weak = false;
        if ((letters[i] == U'u' || letters[i] == U'U') && i > 0 && i + 1 < letters.size()) {
            const char32_t before = letters[i - 1], next = letters[i + 1];
            const bool front = next == U'e' || next == U'i' || next == U'é' || next == U'í';
            if ((before == U'q' || before == U'Q' || before == U'g' || before == U'G') && front)
                continue;
        }
        if (strong) {
            if (!weak_group) ++count;
            weak_group = false, after_strong = true;
        } else if (weak) {
            if (!after_strong && !weak_group) ++count, weak_group = true;
            after_strong = false;
        } else {
            weak_group = after_strong = false;
        }
    }
    return count;
}

int turkish(const std::string& folded) {
    return static_cast<int>(std::count_if(folded.begin(), folded.end(),
                                          [](char c) { return is_vowel(c) && c != 'y'; }));
}

}  // namespace

int syllables_in(std::string_view word, std::string_view language) {
    using Count = int (*)(std::string_view word);
    static constexpr std::array<std::pair<std::string_view, Count>, 4> kCounts{
        {{"en", [](std::string_view written) { return english(fold(written)); }},
         {"de", [](std::string_view written) { return german(fold(written)); }},
         {"tr", [](std::string_view written) { return turkish(fold(written)); }},
         {"es", [](std::string_view written) { return spanish(written); }}}};
    const auto primary = base::primary_language(language);
    const auto* found = std::find_if(kCounts.begin(), kCounts.end(),
                                     [&](const auto& each) { return each.first == primary; });
    return std::max((found == kCounts.end() ? kCounts.front() : *found).second(word), 1);
}

}  // namespace candor::pack
