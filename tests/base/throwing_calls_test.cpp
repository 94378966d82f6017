#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// std::filesystem throws where a disk fails, unless it is given a std::error_code; and its
// iterators throw from ++ even then, when a stick is pulled out between two names. Neither belongs
// into app/.

namespace candor {
namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

const fs::path kAllSources = fs::path(CANDOR_SOURCE_DIR) / "app";

std::string whole_text(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

std::string without_comments(const std::string& source) {
    static const std::regex kComment(R"(//[^\n]*)");
    return std::regex_replace(source, kComment, "");
}

/// What stands between the bracket at `open` and its own end.
std::string arguments_at(const std::string& source, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < source.size(); ++at) {
        if (source[at] == '(') ++depth;
        if (source[at] == ')' && --depth == 0) return source.substr(open + 1, at - open - 1);
    }
    return {};
}

/// The names of every std::error_code in a source.
Names codes_in(const std::string& source) {
    static const std::regex kCode(R"(error_code\s*&?\s*(\w+))");
    Names names;
    for (std::sregex_iterator at(source.begin(), source.end(), kCode), end; at != end; ++at)
        names.insert((*at)[1]);
    return names;
}

std::string last_word(const std::string& arguments) {
    static const std::regex kLast(R"((\w+)\s*$)");
    std::smatch word;
    return std::regex_search(arguments, word, kLast) ? word[1].str() : std::string();
}

/// Calls that throw, and iterators over folders, each as its own text.
std::vector<std::string> throwing_in(const std::string& source_text) {
    static const std::regex kCall(
        R"((?:fs|filesystem)::(absolute|canonical|weakly_canonical|relative|proximate|copy|copy_file)"
        R"(|copy_symlink|create_directory|create_directories|create_symlink|create_hard_link)"
        R"(|current_path|equivalent|exists|file_size|hard_link_count|is_block_file|is_directory)"
        R"(|is_empty|is_fifo|is_other|is_regular_file|is_socket|is_symlink|last_write_time)"
        R"(|permissions|read_symlink|remove|remove_all|rename|resize_file|space|status)"
        R"(|symlink_status|temp_directory_path)\s*\()");
    static const std::regex kIterator(R"((recursive_)?directory_iterator\b)");
    const std::string source = without_comments(source_text);
    const Names codes = codes_in(source);
    std::vector<std::string> found;
    for (std::sregex_iterator at(source.begin(), source.end(), kCall), end; at != end; ++at) {
        const auto open = static_cast<std::size_t>(at->position() + at->length() - 1);
        const std::string arguments = arguments_at(source, open);
        if (!codes.contains(last_word(arguments)))
            found.push_back((*at)[1].str() + "(" + arguments + ")");
    }
    for (std::sregex_iterator at(source.begin(), source.end(), kIterator), end; at != end; ++at)
        found.push_back(at->str());
    return found;
}

}  // namespace

TEST(ThrowingCalls, those_without_an_error_code_are_found) {
    const std::string code = "std::error_code error;\n";
    EXPECT_EQ(throwing_in("fs::exists(file)").size(), 1U);
    EXPECT_EQ(throwing_in(code + "fs::exists(a / \"b\")").size(), 1U);
    EXPECT_EQ(throwing_in("std::filesystem::temp_directory_path()").size(), 1U);
    EXPECT_EQ(throwing_in("fs::rename(from, to(error));").size(), 1U);
    EXPECT_TRUE(throwing_in(code + "fs::exists(file, error)").empty());
    EXPECT_TRUE(throwing_in(code + "fs::rename(from(a), to, error)").empty());
    EXPECT_TRUE(throwing_in("// fs::exists(file)").empty());
}

TEST(ThrowingCalls, iterators_over_folders_are_found) {
    EXPECT_EQ(throwing_in("for (auto& e : fs::directory_iterator(folder, error)) {").size(), 1U);
    EXPECT_EQ(throwing_in("fs::recursive_directory_iterator at(folder, error);").size(), 1U);
}

TEST(ThrowingCalls, none_is_in_the_app) {
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(kAllSources)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        ++files;
        // base::entries_of() is the one way to list a folder, and increments it with an error_code.
        const auto file = entry.path().lexically_relative(kAllSources).string();
        for (const std::string& call : throwing_in(whole_text(entry.path())))
            EXPECT_TRUE(file == "base/files.cpp" && call == "directory_iterator")
                << "app/" << file << ": " << call
                << (call.find('(') == std::string::npos ? ": use base::entries_of()"
                                                        : ": give it a std::error_code");
    }
    EXPECT_GT(files, 100);
}

}  // namespace candor
