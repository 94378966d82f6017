#include "desk/studio/sign_pack.h"

#include <utility>

#include "base/files.h"
#include "base/scratch_folder.h"
#include "desk/shell/open_key.h"
#include "pack/package/copy_package.h"
#include "pack/package/package.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxKeyFile = 16 * 1024;

base::Result<pack::SigningKey> read_key(const SigningOrder& order) {
    warn_of_open_key(order.key);
    auto text = TRY(base::read_file(order.key, kMaxKeyFile));
    auto key = pack::read_signing_key(text, *order.passphrase, order.key.string());
    base::wipe(text);
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
    const auto ours = TRY(pack::Package::open(order.prepared.package));
    found.same = there->manifest_text() == ours.manifest_text();
    found.has_role = found.same && there->signatures().contains(order.signer.role);
    return found;
}

}  // namespace

std::string package_name(const std::string& id, int version) {
    return id + "-" + std::to_string(version) + ".candorpack";
}

base::Result<Prepared> prepare_package(const fs::path& folder, const pack::Progress& progress) {
    auto scratch = TRY(base::ScratchFolder::in_temp("candor-desk"));
    Prepared prepared;
    prepared.package = scratch.path() / "prepared.candorpack";
    prepared.scratch = std::make_shared<const base::ScratchFolder>(std::move(scratch));
    const auto manifest = TRY(pack::build_package(folder, prepared.package, progress));
    prepared.id = manifest.id;
    prepared.version = manifest.version;
    prepared.files = manifest.files.size();
    prepared.bytes = manifest.total_bytes();
    const std::string name = pack::version_name(manifest, pack::to_text(manifest));
    prepared.hash = name.substr(name.find('-') + 1);
    return prepared;
}

base::Result<SigningOutcome> sign_pack(const SigningOrder& order, const pack::Progress& progress) {
    TRY(pack::to_comment(order.signer));
    const auto found = TRY(look_at(order));
    if (found.has_role && !order.replace) return SigningOutcome::signed_already;
    if (found.anything && !found.same && !order.replace) return SigningOutcome::other_file_there;
    const auto key = TRY(read_key(order));
    const fs::path& signed_one = found.same ? order.place : order.prepared.package;
    TRY(pack::sign_package(signed_one, order.signer, key, progress));
    if (found.same) return SigningOutcome::done;
    const auto overwrite = order.replace ? pack::Overwrite::yes : pack::Overwrite::no;
    TRY(pack::copy_package(order.prepared.package, order.place, overwrite, progress));
    return SigningOutcome::done;
}

}  // namespace candor::desk
