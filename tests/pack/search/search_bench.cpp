// Searches a library of PAGES pages (10,000) as people type: whole words, beginnings, several
// words, misspelt ones, words that are nowhere. Prints how long the index took and the percentiles.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "pack/search/search.h"

namespace candor::pack {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Words by Zipf's law, as in any text: few are everywhere, most are rare.
class Words {
  public:
    Words() {
        const std::string consonants = "bcdfghjklmnprstvwz", vowels = "aeiou";
        for (int i = 0; i < kCount; ++i) {
            std::string word;
            const int syllables = 1 + static_cast<int>(random_() % 4);
            for (int s = 0; s < syllables; ++s) {
                word += consonants[random_() % consonants.size()];
                word += vowels[random_() % vowels.size()];
            }
            words_.push_back(word + (random_() % 3 == 0 ? "n" : ""));
        }
        std::vector<double> weights;
        for (int i = 0; i < kCount; ++i) weights.push_back(1.0 / (i + 2));
        pick_ = std::discrete_distribution<int>(weights.begin(), weights.end());
    }
    const std::string& any() { return words_[static_cast<std::size_t>(pick_(random_))]; }
    std::string text(int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + any();
        return out;
    }
    std::mt19937& random() { return random_; }

  private:
    static constexpr int kCount = 12'000;
    std::mt19937 random_{42};
    std::vector<std::string> words_;
    std::discrete_distribution<int> pick_;
};

Library library_of(int pages, Words& words) {
    Library library;
    constexpr int kPacks = 20;
    for (int p = 0; p < kPacks; ++p) {
        Pack pack;
        pack.id = "pack-" + std::to_string(p);
        pack.languages = {"en"};
        for (int i = 0; i < pages / kPacks; ++i) {
            Page page;
            page.id = "page-" + std::to_string(i);
            page.language = "en";
            page.title = page.short_title = words.text(4);
            for (int b = 0; b < 6; ++b)
                page.blocks.push_back(
                    {b + 1, Prose{{{words.text(30), false, false, LinkKind::none, {}}}}});
            pack.pages["en"].push_back(std::move(page));
        }
        library.packs.push_back(std::move(pack));
    }
    return library;
}

std::string query(Words& words, int kind) {
    std::string word = words.any();
    switch (kind) {
        case 0:
            return word;
        case 1:
            return word.substr(0, 2);
        case 2:
            return word + " " + words.any().substr(0, 3);
        case 3:  // two letters changed places
            if (word.size() > 3) std::swap(word[1], word[2]);
            return word;
        default:
            return word + "xqx";
    }
}

int run(int pages) {
    Words words;
    const auto library = std::make_shared<const Library>(library_of(pages, words));
    const auto folder = std::filesystem::temp_directory_path() /
                        ("candor-search-bench-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    auto start = Clock::now();
    auto index = SearchIndex::open(folder / "library.db", library);
    if (!index) return 1;
    std::printf("index of %d pages: %.0f ms\n", pages, ms_since(start));
    index->reset();
    start = Clock::now();
    index = SearchIndex::open(folder / "library.db", library);
    std::printf("opened again: %.0f ms\n", ms_since(start));
    const char* names[] = {"a word", "two letters", "two words", "misspelt", "nowhere"};
    std::vector<double> all;
    for (int kind = 0; kind < 5; ++kind) {
        std::vector<double> times;
        for (int i = 0; i < 400; ++i) {
            const std::string typed = query(words, kind);
            start = Clock::now();
            static_cast<void>((*index)->find("en", typed, 20));
            times.push_back(ms_since(start));
        }
        all.insert(all.end(), times.begin(), times.end());
        std::sort(times.begin(), times.end());
        std::printf("%-12s median %6.2f  99th %6.2f  slowest %6.2f ms\n", names[kind],
                    times[times.size() / 2], times[times.size() * 99 / 100], times.back());
    }
    std::sort(all.begin(), all.end());
    std::printf("%-12s median %6.2f  99th %6.2f  slowest %6.2f ms\n", "all", all[all.size() / 2],
                all[all.size() * 99 / 100], all.back());
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace
}  // namespace candor::pack

int main(int argc, char** argv) {
    return candor::pack::run(argc > 1 ? std::max(20, std::atoi(argv[1])) : 10'000);
}
