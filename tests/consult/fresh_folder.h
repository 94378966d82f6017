#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace candor::consult {

/// An empty folder of this test's own; removed with everything in it.
class FreshFolder {
  public:
    FreshFolder() {
        std::string name = testing::TempDir() + "candor-consult-XXXXXX";
        path_ = ::mkdtemp(name.data());
    }
    ~FreshFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    FreshFolder(const FreshFolder&) = delete;
    FreshFolder& operator=(const FreshFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

}  // namespace candor::consult
