#include "base/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

#include "base/disk.h"

namespace candor::base {

Result<ScratchFolder> ScratchFolder::make(const std::filesystem::path& beginning) {
    std::string name = beginning.string() + "XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
        return tl::unexpected(fault_of_write(errno, beginning.string()));
    return ScratchFolder(name);
}

Result<ScratchFolder> ScratchFolder::in_temp(std::string_view name) {
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    if (error) return tl::unexpected(fault_of_write(error.value(), "temporary folder"));
    return make(folder / (std::string(name) + "-"));
}

ScratchFolder::~ScratchFolder() {
    if (!path_.empty()) remove_folder(path_);
}

ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})) {}

ScratchFolder& ScratchFolder::operator=(ScratchFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
}

}  // namespace candor::base
