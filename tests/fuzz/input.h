#pragma once
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/utf8.h"

namespace candor::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// An input of several files: they stand between lines "%%%%". Missing ones are empty.
template <std::size_t count>
std::array<std::string_view, count> parts_of(std::string_view text) {
    constexpr std::string_view kBetween = "%%%%\n";
    std::array<std::string_view, count> parts;
    for (auto& part : parts) {
        const auto end = text.find(kBetween);
        part = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + kBetween.size());
    }
    return parts;
}

/// Ends the program, so that libFuzzer keeps the input, when a promise of a header is broken.
inline void must(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

inline void must_be_showable(const base::Findings& findings) {
    for (const auto& finding : findings) {
        const std::string line = base::to_line(finding);
        must(base::is_utf8(line), "a finding is UTF-8");
        must(line.find('\n') == std::string::npos, "a finding is one line");
    }
}

/// How a target ends that cannot write its files: packaging/fuzz.sh then runs it on disk.
constexpr int kNoScratch = 3;

/// A folder of this process alone, in TMPDIR (which packaging/fuzz.sh points into memory).
class Scratch {
  public:
    explicit Scratch(const char* name)
        : folder_(std::filesystem::temp_directory_path() /
                  (std::string("candor-fuzz-") + name + "-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
        folder_ = std::filesystem::canonical(folder_);
    }
    ~Scratch() { std::filesystem::remove_all(folder_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    void write(const std::string& name, std::string_view bytes) const {
        const std::filesystem::path path = folder_ / name;
        errno = 0;
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (file.good()) return;
        // The machine's fault, not the input's.
        std::fprintf(stderr, "cannot write %s: %s\n", path.c_str(), std::strerror(errno));
        std::_Exit(kNoScratch);
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace candor::fuzz
