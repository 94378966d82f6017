#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/files.h"

namespace candor::testing_packs {

/// What happens to a file while somebody writes it, or to its disk.
enum class Damage { removed, empty, half, garbled };
inline constexpr std::array kDamages{Damage::removed, Damage::empty, Damage::half, Damage::garbled};
inline const char* name_of(Damage damage) {
    constexpr std::array kNames{"removed", "empty", "half written", "garbled"};
    return kNames[static_cast<std::size_t>(damage)];
}

/// A folder with two packs whose files break and are mended: "words" has every kind of block, and
/// "questions" is a self-check with every kind of question.
class FragilePacks {
  public:
    FragilePacks() {
        std::string name = testing::TempDir() + "candor-fragile-XXXXXX";
        if (::mkdtemp(name.data()) != nullptr) folder_ = name;
        const std::filesystem::path source = CANDOR_SOURCE_DIR;
        const auto all = std::filesystem::copy_options::recursive;
        std::filesystem::copy(source / "assets/new-pack", words(), all);
        std::filesystem::copy(source / "tests/screens/forms/controls", questions(), all);
        for (const auto& file : files()) fill_in(file);
    }
    ~FragilePacks() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    FragilePacks(const FragilePacks&) = delete;
    FragilePacks& operator=(const FragilePacks&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path words() const { return folder_ / "words"; }
    std::filesystem::path questions() const { return folder_ / "controls"; }

    /// Every file of a pack, or of both, in order.
    std::vector<std::filesystem::path> files() const { return files_in(folder_); }
    static std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) found.push_back(entry.path());
        std::sort(found.begin(), found.end());
        return found;
    }

    /// Breaks the file, and mends it at its end.
    class Broken {
      public:
        Broken(std::filesystem::path file, Damage damage)
            : file_(std::move(file)), whole_(read(file_)) {
            if (damage == Damage::removed)
                std::filesystem::remove(file_);
            else
                write(file_, damage == Damage::empty  ? ""
                             : damage == Damage::half ? whole_.substr(0, whole_.size() / 2)
                                                      : "\xFF{[<svg: \x01\n  - \t]]" + whole_);
        }
        ~Broken() { write(file_, whole_); }
        Broken(const Broken&) = delete;
        Broken& operator=(const Broken&) = delete;

      private:
        std::filesystem::path file_;
        std::string whole_;
    };

  private:
    static std::string read(const std::filesystem::path& file) {
        constexpr std::size_t kEnough = 4U << 20;
        return base::read_file(file, kEnough).value();
    }
    static void write(const std::filesystem::path& file, const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }
    /// As `candor pack new` does.
    static void fill_in(const std::filesystem::path& file) {
        std::string text = read(file);
        const std::array<std::pair<std::string, std::string>, 3> gaps{
            {{"@ID@", "words"}, {"@TODAY@", "2026-11-22"}, {"@REVIEW_BY@", "2027-11-22"}}};
        for (const auto& [gap, filler] : gaps)
            for (auto at = text.find(gap); at != std::string::npos; at = text.find(gap, at))
                text.replace(at, gap.size(), filler);
        write(file, text);
    }

    std::filesystem::path folder_;
};

}  // namespace candor::testing_packs
