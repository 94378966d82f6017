#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "base/files.h"
#include "language/strings.h"

namespace candor::content {
namespace {

namespace fs = std::filesystem;

/// A shipped page as it lies on the disk.
struct PageFile {
    fs::path path;
    std::string text;
};

std::vector<PageFile> pages_in(const std::string& language) {
    std::vector<PageFile> pages;
    for (const auto& pack : fs::directory_iterator(CANDOR_SOURCE_DIR "/content")) {
        if (!fs::is_directory(pack.path() / language)) continue;
        for (const auto& page : fs::directory_iterator(pack.path() / language))
            if (page.path().extension() == ".md")
                pages.push_back({page.path(), base::read_file(page.path(), 1U << 20).value()});
    }
    return pages;
}

/// What the expression's one group holds, at each of its places.
std::vector<std::string> all_of(const std::string& text, const std::regex& wanted) {
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
        found.push_back((*at)[1]);
    return found;
}

std::string first_sentence(const std::string& text) {
    return text.substr(0, text.find_first_of(".?!"));
}

class ShippedWords : public testing::TestWithParam<const char*> {
  protected:
    const std::string language = GetParam();
    const std::vector<PageFile> pages = pages_in(language);
};

}  // namespace

TEST_P(ShippedWords, a_reply_does_not_begin_with_the_heading_above_it) {
    const std::string file = std::string(CANDOR_SOURCE_DIR "/assets/strings/") + language;
    const auto strings = language::Strings::load(file + ".yaml").value();
    const std::vector<std::string> headings{
        strings("quick.right"), strings("quick.not-quite"), "Right", "Richtig", "صحيح", "Así es"};
    int replies = 0;
    for (const PageFile& page : pages)
        for (const auto& reply : all_of(page.text, std::regex("feedback: \"([^\"]*)\""))) {
            ++replies;
            for (const std::string& heading : headings)
                EXPECT_NE(first_sentence(reply), heading) << page.path << ": " << reply;
        }
    EXPECT_GT(replies, 10);
}

TEST_P(ShippedWords, a_page_does_not_say_its_title_twice) {
    for (const PageFile& page : pages) {
        const auto titles = all_of(page.text, std::regex("title: \"?([^\"\n]*)"));
        ASSERT_FALSE(titles.empty()) << page.path;
        for (const auto& first : all_of(page.text, std::regex("---\n\\*\\*([^*\n]*)\\*\\*\n\n")))
            EXPECT_FALSE(titles.front().starts_with(first)) << page.path;
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, ShippedWords, testing::Values("en", "tr", "ar", "de", "es"),
                         [](const auto& of) { return std::string(of.param); });

}  // namespace candor::content
