#pragma once
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "language/strings.h"

namespace candor::language {

inline std::filesystem::path assets() { return CANDOR_SOURCE_DIR "/assets"; }

/// A folder of the running test's own, empty at its start.
class Scratch {
  public:
    Scratch() {
        std::string name = testing::TempDir() + "candor-language-XXXXXX";
        if (::mkdtemp(name.data()) != nullptr) folder_ = name;
    }
    ~Scratch() { std::filesystem::remove_all(folder_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return folder_ / name;
    }
    const std::filesystem::path& path() const { return folder_; }

  private:
    std::filesystem::path folder_;
};

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::shared_ptr<const Rules> shipped_rules(const std::string& code) {
    return Rules::load(assets() / "languages" / (code + ".yaml"), code).value();
}

}  // namespace candor::language
