#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/scratch_folder.h"
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
    std::string operator/(const char* name) const { return (folder_.path() / name).string(); }
    std::string string() const { return folder_.path().string(); }

  private:
    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-ctl").value();
};

}  // namespace candor::ctl
