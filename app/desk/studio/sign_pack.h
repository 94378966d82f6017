#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/scratch_folder.h"
#include "base/secret_string.h"
#include "pack/package/build_package.h"

namespace candor::desk {

/// What would be signed: the package of a folder as it was at one moment, in a place of ours.
struct Prepared {
    std::shared_ptr<const base::ScratchFolder> scratch;
    std::filesystem::path package;
    std::string id;
    int version = 0;
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    std::string hash;  ///< the first 16 hex digits of MANIFEST's BLAKE2b-512
};
base::Result<Prepared> prepare_package(const std::filesystem::path& folder,
                                       const pack::Progress& progress = {});
/// "ID-VERSION.candorpack"
std::string package_name(const std::string& id, int version);

struct SigningOrder {
    Prepared prepared;
    std::filesystem::path place;  ///< where the signed package shall be
    std::filesystem::path key;    ///< the signer's secret key file
    std::shared_ptr<const base::SecretString> passphrase;
    pack::Signer signer;
    bool replace = false;  ///< whatever is there already
};
enum class SigningOutcome {
    done,
    other_file_there,  ///< another package, or no package; nothing was done
    signed_already     ///< this package, by this role; nothing was done
};
/// Signs and puts the package at its place. Where the same package is there already, the signature
/// joins those that it has. Faults: those of reading a key, signing and copying.
base::Result<SigningOutcome> sign_pack(const SigningOrder& order,
                                       const pack::Progress& progress = {});

}  // namespace candor::desk
