#include "ctl/kiosk_yaml.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/disk.h"
#include "base/files.h"
#include "pack/package/policy.h"

namespace candor::ctl {
namespace {

constexpr std::size_t kMaxPolicy = 64 * 1024;

/// Written by root, it must still be readable for the kiosk's own user.
base::Result<void> give_to_owner_of(const std::filesystem::path& folder,
                                    const std::filesystem::path& file) {
    struct stat owner {};
    if (::geteuid() != 0) return {};
    if (::stat(folder.c_str(), &owner) != 0 ||
        ::chown(file.c_str(), owner.st_uid, owner.st_gid) != 0)
        return tl::unexpected(base::fault_of_write(errno, file.string()));
    return {};
}

}  // namespace

base::Result<std::string> read_kiosk_yaml(const std::filesystem::path& state) {
    auto text = base::read_file(pack::policy_file(state), kMaxPolicy);
    if (!text && text.error().kind == base::FaultKind::not_found) return std::string();
    return text;
}

base::Result<void> write_kiosk_yaml(const std::filesystem::path& state, const std::string& text) {
    const auto file = pack::policy_file(state);
    TRY(base::ensure_folder(state));
    TRY(base::write_file_atomically(file, text, base::Privacy::owner_only));
    return give_to_owner_of(state, file);
}

}  // namespace candor::ctl
