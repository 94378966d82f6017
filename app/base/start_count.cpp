#include "base/start_count.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "base/descriptor.h"

namespace candor::base {
namespace {

constexpr int kMostCounted = 100;

}  // namespace

int starts_in_vain(const std::filesystem::path& file) {
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file, error);
    return error ? 0 : static_cast<int>(std::min<std::uintmax_t>(bytes, kMostCounted));
}

void count_start(const std::filesystem::path& file) {
    if (starts_in_vain(file) >= kMostCounted) return;
    const Descriptor count(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!count) return;
    [[maybe_unused]] const auto written = ::write(count.get(), ".", 1);
}

void leave_starts(const std::filesystem::path& file, int count) {
    if (starts_in_vain(file) <= count) return;
    std::error_code ignored;
    std::filesystem::resize_file(file, static_cast<std::uintmax_t>(count), ignored);
}

}  // namespace candor::base
