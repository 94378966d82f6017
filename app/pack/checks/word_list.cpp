#include "pack/checks/word_list.h"
#include "base/localized.h"

#include <algorithm>
#include <array>

namespace candor::pack {
namespace {

/// Particles that a language writes onto the next word, longest first.
constexpr std::string_view kOfParticles = "ar";
constexpr std::array<std::string_view, 12> kParticles{"وال", "فال", "بال", "كال", "ولل", "لل",
                                                      "ال",  "و",   "ف",   "ب",   "ك",   "ل"};

}  // namespace

WordList::WordList(std::string_view patterns, std::string_view language)
    : has_particles_(base::primary_language(language) == kOfParticles) {
    while (!patterns.empty()) {
        const auto bar = std::min(patterns.find('|'), patterns.size());
        const std::string_view pattern = patterns.substr(0, bar);
        patterns.remove_prefix(std::min(bar + 1, patterns.size()));
        std::vector<Word> words;
        for (auto& word : folded_words(pattern))
            words.push_back({word.letters, word.begin > 0 && pattern[word.begin - 1] == '*',
                             word.end < pattern.size() && pattern[word.end] == '*'});
        if (!words.empty()) patterns_.push_back(std::move(words));
    }
}

bool WordList::fits(const Word& pattern, const std::string& word) const {
    const auto plain = [&](std::string_view letters) {
        if (letters.size() < pattern.letters.size()) return false;
        if (pattern.open_start && pattern.open_end)
            return letters.find(pattern.letters) != std::string_view::npos;
        if (pattern.open_start)
            return letters.size() > pattern.letters.size() && letters.ends_with(pattern.letters);
        return pattern.open_end ? letters.starts_with(pattern.letters) : letters == pattern.letters;
    };
    if (plain(word)) return true;
    if (!has_particles_) return false;
    return std::any_of(kParticles.begin(), kParticles.end(), [&](std::string_view particle) {
        return word.size() > particle.size() + 2 && word.starts_with(particle) &&
               plain(std::string_view(word).substr(particle.size()));
    });
}

std::size_t WordList::match(const std::vector<FoldedWord>& words, std::size_t at) const {
    std::size_t best = 0;
    for (const auto& pattern : patterns_) {
        if (pattern.size() <= best || at + pattern.size() > words.size()) continue;
        std::size_t i = 0;
        while (i < pattern.size() && fits(pattern[i], words[at + i].letters)) ++i;
        if (i == pattern.size()) best = i;
    }
    return best;
}

bool WordList::any(const std::vector<FoldedWord>& words) const {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (match(words, i) > 0) return true;
    return false;
}

}  // namespace candor::pack
