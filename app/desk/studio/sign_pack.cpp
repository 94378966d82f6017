#include "desk/studio/sign_pack.h"

#include <cerrno>
#include <cstdlib>

#include "base/files.h"
#include "desk/shell/log.h"
#include "pack/package/copy_package.h"
#include "pack/package/package.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxKeyFile = 16 * 1024;

base::Result<pack::SigningKey> read_key(const SigningOrder& order) {
    warn_of_open_key(order.key);
    auto text = base::read_file(order.key, kMaxKeyFile);
    if (!text) return tl::unexpected(text.error());
    auto key = pack::read_signing_key(*text, *order.passphrase, order.key.string());
    base::wipe(*text);
    return key;
}

/// What is at the place already, as far as it is the package that shall be signed.
struct Found {
    bool anything = false, same = false, has_role = false;
};

base::Result<Found> look_at(const SigningOrder& order) {
    Found found;
    std::error_code error;
    found.anything = fs::exists(order.place, error);
    if (!found.anything) return found;
    const auto there = pack::Package::open(order.place);
    if (!there) return found;
    const auto ours = pack::Package::open(order.prepared.package);
    if (!ours) return tl::unexpected(ours.error());
    found.same = there->manifest_text() == ours->manifest_text();
    found.has_role = found.same && there->signatures().contains(order.signer.role);
    return found;
}

}  // namespace

base::Result<std::shared_ptr<const Scratch>> Scratch::make() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "candor-desk-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        return tl::unexpected(base::fault_of_errno(errno, pattern));
    return std::shared_ptr<const Scratch>(new Scratch(pattern));
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string package_name(const std::string& id, int version) {
    return id + "-" + std::to_string(version) + ".candorpack";
}

base::Result<Prepared> prepare_package(const fs::path& folder, const pack::Progress& progress) {
    auto scratch = Scratch::make();
    if (!scratch) return tl::unexpected(scratch.error());
    Prepared prepared;
    prepared.scratch = *scratch;
    prepared.package = (*scratch)->folder() / "prepared.candorpack";
    const auto manifest = pack::build_package(folder, prepared.package, progress);
    if (!manifest) return tl::unexpected(manifest.error());
    prepared.id = manifest->id;
    prepared.version = manifest->version;
    prepared.files = manifest->files.size();
    prepared.bytes = manifest->total_bytes();
    const std::string name = pack::version_name(*manifest, pack::to_text(*manifest));
    prepared.hash = name.substr(name.find('-') + 1);
    return prepared;
}

base::Result<SigningOutcome> sign_pack(const SigningOrder& order, const pack::Progress& progress) {
    if (const auto comment = pack::to_comment(order.signer); !comment)
        return tl::unexpected(comment.error());
    const auto found = look_at(order);
    if (!found) return tl::unexpected(found.error());
    if (found->has_role && !order.replace) return SigningOutcome::signed_already;
    if (found->anything && !found->same && !order.replace) return SigningOutcome::other_file_there;
    const auto key = read_key(order);
    if (!key) return tl::unexpected(key.error());
    const fs::path& signed_one = found->same ? order.place : order.prepared.package;
    if (auto done = pack::sign_package(signed_one, order.signer, *key, progress); !done)
        return tl::unexpected(done.error());
    if (found->same) return SigningOutcome::done;
    const auto overwrite = order.replace ? pack::Overwrite::yes : pack::Overwrite::no;
    auto copied = pack::copy_package(order.prepared.package, order.place, overwrite, progress);
    if (!copied) return tl::unexpected(copied.error());
    return SigningOutcome::done;
}

}  // namespace candor::desk
