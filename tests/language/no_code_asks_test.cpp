#include <regex>

#include "scratch.h"

namespace candor::language {
namespace {

namespace fs = std::filesystem;

/// The source without its comments.
std::string code_of(const fs::path& file) {
    static const std::regex comment("//[^\n]*");
    return std::regex_replace(text_of(file), comment, "");
}

/// Tables of the checks, of search, of Unicode (SpecialCasing.txt) and of HTML ("tr" is a row).
bool is_table(const fs::path& file) {
    const std::string name = file.string();
    for (const char* table : {"/app/pack/checks/", "/app/pack/search/word_forms",
                              "/app/base/letter_case", "/app/screening/reading/markup"})
        if (name.find(table) != std::string::npos) return true;
    return false;
}

TEST(Code, does_not_ask_which_language_it_is) {
    static const std::regex asks(R"rx(language\w*(\(\))? [=!]= "[a-z]{2}")rx");
    static const std::regex knows(R"rx("(tr|ar|de|es)")rx");
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(CANDOR_SOURCE_DIR "/app")) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        ++files;
        const std::string code = code_of(entry.path());
        std::smatch match;
        const bool known = !is_table(entry.path()) && std::regex_search(code, match, knows);
        EXPECT_FALSE(known) << entry.path() << " " << match[0];
        EXPECT_FALSE(std::regex_search(code, match, asks)) << entry.path() << " " << match[0];
    }
    EXPECT_GT(files, 300);
}

}  // namespace
}  // namespace candor::language
