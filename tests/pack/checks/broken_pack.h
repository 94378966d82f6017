#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "pack/checks/check_pack.h"

namespace candor::pack {

inline std::string text_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder of tests/packs/broken made whole in a temporary folder: the base pack, overlaid with
/// the folder's files and changed by its change.txt (see tests/packs/README.md).
class BrokenPackFolder {
  public:
    explicit BrokenPackFolder(const std::filesystem::path& broken) : broken_(broken) {
        std::istringstream changes(text_of_file(broken / "change.txt"));
        std::string base = "base", line;
        std::vector<std::string> lines;
        while (std::getline(changes, line)) {
            if (line.rfind("base ", 0) == 0) base = line.substr(5);
            lines.push_back(line);
        }
        top_ = std::filesystem::canonical(testing::TempDir()) /
               ("candor-broken-" + broken.filename().string() + "-" + std::to_string(::getpid()));
        std::filesystem::remove_all(top_);
        folder_ = top_ / base;
        std::filesystem::create_directories(top_);
        constexpr auto kAll = std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing;
        std::filesystem::copy(broken.parent_path().parent_path() / base, folder_, kAll);
        std::filesystem::copy(broken, folder_, kAll);
        std::filesystem::remove(folder_ / "expect.txt");
        std::filesystem::remove(folder_ / "change.txt");
        options_.today = "2026-11-22";
        for (const auto& change : lines) apply(change);
    }
    ~BrokenPackFolder() { std::filesystem::remove_all(top_); }
    BrokenPackFolder(const BrokenPackFolder&) = delete;
    BrokenPackFolder& operator=(const BrokenPackFolder&) = delete;

    base::Findings check() const { return check_pack(folder_, options_); }

  private:
    void apply(const std::string& change) {
        std::istringstream words(change);
        std::string verb, name;
        words >> verb >> name;
        const auto path = folder_ / name;
        if (verb == "today") options_.today = name;
        if (verb == "spoken")
            for (; !name.empty(); name = {}, words >> name) options_.spoken.push_back(name);
        if (verb == "installed") options_.installed_version = std::stoi(name);
        if (verb == "delete") std::filesystem::remove_all(path);
        if (verb == "replace") replace(path, change.substr(9 + name.size()));
        if (verb == "link") {
            std::string target;
            words >> target;
            std::filesystem::remove(path);
            std::filesystem::create_symlink(target, path);
        }
        if (verb == "repeat") {
            std::size_t count = 0;
            words >> count;
            std::string text;
            std::getline(words, text);
            std::ofstream out(path, std::ios::app | std::ios::binary);
            while (count-- > 0) out << plain(text.substr(1));
        }
        if (verb == "folder") std::filesystem::create_directories(path);
        if (verb == "pages")
            for (int i = std::stoi(name); i > 0; --i)
                std::ofstream(folder_ / "en" / ("p" + std::to_string(i) + ".md")) << "x";
        if (verb == "cut") std::filesystem::resize_file(path, 40);
    }

    /// "FROM => TO"
    static void replace(const std::filesystem::path& path, const std::string& words) {
        const auto arrow = words.find(" => ");
        const std::string from = plain(words.substr(0, arrow)), to = plain(words.substr(arrow + 4));
        std::string text = text_of_file(path);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        std::ofstream(path, std::ios::binary) << text.replace(at, from.size(), to);
    }

    /// "\n" is a line break, "\xFF" a byte.
    static std::string plain(const std::string& text) {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text.compare(i, 2, "\\n") == 0)
                out += '\n', ++i;
            else if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size())
                out += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16)), i += 3;
            else
                out += text[i];
        }
        return out;
    }

    std::filesystem::path broken_, top_, folder_;
    CheckOptions options_;
};

}  // namespace candor::pack
