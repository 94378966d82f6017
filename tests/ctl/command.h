#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "ctl/program.h"

namespace candor::ctl {

/// What a command printed, and its exit status.
struct Printed {
    int status = 0;
    std::string out, err;
};

/// Runs `candor` with these words.
inline Printed candor(const std::vector<std::string>& words) {
    std::vector<const char*> arguments = {"candor"};
    for (const auto& word : words) arguments.push_back(word.c_str());
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Printed printed;
    printed.status = run(static_cast<int>(arguments.size()), arguments.data());
    printed.out = testing::internal::GetCapturedStdout();
    printed.err = testing::internal::GetCapturedStderr();
    return printed;
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// An empty folder of this test's own; removed with everything in it.
class Folder {
  public:
    Folder() {
        std::string name = testing::TempDir() + "candor-ctl-XXXXXX";
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const char* name) const { return (path_ / name).string(); }
    std::string string() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

}  // namespace candor::ctl
