#include "pack/package/store.h"

#include "pack/package/damage_note.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "base/disk.h"
#include "base/files.h"
#include "pack/folder/fields.h"
#include "pack/folder/hasher.h"
#include "pack/folder/installed_files.h"
#include "pack/package/highest.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;
using State = InstalledPack::State;

constexpr std::size_t kMaxSmallFile = 64 * 1024;
constexpr std::size_t kHashBuffer = 256 * 1024;

std::string small_file(const fs::path& path) {
    return base::read_file(path, kMaxSmallFile).value_or("");
}

/// Bad lines are left out: a key that cannot be read trusts nobody.
TrustedKeys noted_keys(const fs::path& version) {
    TrustedKeys keys;
    const std::string text = small_file(version / "KEYS");
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, end - at);
        const auto space = line.find(' ');
        at = end + 1;
        if (space == std::string::npos) continue;
        const auto role = role_named(line.substr(0, space));
        const auto key = read_verifying_key(line.substr(space + 1), "KEYS");
        if (role && key) keys[*role].push_back(*key);
    }
    return keys;
}

SignatureTexts signatures_in(const fs::path& version) {
    SignatureTexts texts;
    for (const Role role : kRoles) {
        auto text = base::read_file(version / signature_file(role), kMaxSmallFile);
        if (text) texts[role] = std::move(*text);
    }
    return texts;
}

/// Under a policy its keys and roles; without one, whoever was trusted when it was installed.
base::Result<Approval> approval_of(const fs::path& version, const std::string& manifest,
                                   const Policy& policy) {
    const bool by_policy = policy.state == Policy::State::good;
    const auto keys = by_policy ? policy.keys : noted_keys(version);
    auto require = policy.require;
    if (!by_policy) {
        require.clear();
        for (const auto& [role, _] : keys) require.push_back(role);
    }
    if (require.empty())
        return base::fail(FaultKind::refused, version.string(), "nobody is trusted to sign it");
    return approve(judge(manifest, signatures_in(version), keys), require, version.string());
}

void set(InstalledPack& pack, State state, const base::Fault& fault) {
    pack.state = state;
    pack.why = fault.detail;
}

/// Every file of a version, held against MANIFEST.
class Verification {
  public:
    Verification(const fs::path& root, const PackageManifest& manifest, const Progress& progress)
        : root_(root), manifest_(manifest), progress_(progress) {}
    base::Result<void> run();

  private:
    base::Result<void> check_file(const PackageFile& file);

    const fs::path& root_;
    const PackageManifest& manifest_;
    const Progress& progress_;
    std::uint64_t done_ = 0, total_ = manifest_.total_bytes();
    std::vector<char> buffer_ = std::vector<char>(kHashBuffer);
};

base::Result<void> Verification::check_file(const PackageFile& file) {
    const auto damaged = [&](std::string why) {
        return base::fail(FaultKind::damaged, file.path, std::move(why));
    };
    const auto open = base::open_plain_file(root_ / file.path);
    if (!open) return damaged(open.error().detail);
    Hasher hasher;
    std::uint64_t size = 0;
    while (true) {
        const auto got = base::read_some(*open, buffer_.data(), buffer_.size(), file.path);
        if (!got) return damaged(got.error().detail);
        if (*got == 0) break;
        hasher.add({buffer_.data(), *got});
        size += *got;
        done_ += *got;
        if (size > file.size) return damaged("it is longer than it was");
        if (progress_ && !progress_(done_, total_))
            return base::fail(FaultKind::cancelled, file.path, "");
    }
    if (hasher.finish() != file.hash) return damaged("its bytes are not those of the MANIFEST");
    return {};
}

base::Result<void> Verification::run() {
    TRY(check_names(root_, manifest_));
    for (const auto& file : manifest_.files) TRY(check_file(file));
    return {};
}

}  // namespace

const char* name_of(State state) {
    switch (state) {
        case State::good:
            return "good";
        case State::damaged:
            return "damaged";
        case State::untrusted:
            break;
    }
    return "untrusted";
}

fs::path packs_folder(const fs::path& state_dir) { return state_dir / "packs"; }

std::string keys_text(const TrustedKeys& keys) {
    std::string text;
    for (const auto& [role, of_role] : keys)
        for (const auto& key : of_role)
            text += std::string(name_of(role)) + " " + key.to_base64() + "\n";
    return text;
}

std::optional<std::string> version_before(const fs::path& state_dir, const std::string& id,
                                          const std::string& version_folder) {
    const auto packs = packs_folder(state_dir) / id;
    std::string before = small_file(packs / version_folder / "AFTER");
    if (before.ends_with('\n')) before.pop_back();
    std::error_code error;
    if (!version_in(before) || before == version_folder || !fs::is_directory(packs / before, error))
        return std::nullopt;
    return before;
}

InstalledPack inspect_version(const fs::path& state_dir, const std::string& id,
                              const std::string& version_folder, const Policy& policy) {
    const auto version = packs_folder(state_dir) / id / version_folder;
    InstalledPack pack;
    pack.id = id;
    pack.version_folder = version_folder;
    pack.folder = version / id;
    pack.version = version_in(version_folder).value_or(0);
    const auto text = base::read_file(version / kManifestName, kMaxManifestBytes);
    if (!text) return set(pack, State::damaged, text.error()), pack;
    auto manifest = read_package_manifest(*text, (version / kManifestName).string());
    if (!manifest) return set(pack, State::damaged, manifest.error()), pack;
    if (manifest->id != id || version_name(*manifest, *text) != version_folder) {
        set(pack, State::damaged, {FaultKind::damaged, "", "its MANIFEST is another pack's"});
        return pack;
    }
    auto approval = approval_of(version, *text, policy);
    if (!approval) return set(pack, State::untrusted, approval.error()), pack;
    pack.approval = std::move(*approval);
    pack.manifest = std::make_shared<const PackageManifest>(std::move(*manifest));
    return pack;
}

std::optional<InstalledPack> installed_pack(const fs::path& state_dir, const std::string& id,
                                            const Policy& policy) {
    const auto packs = packs_folder(state_dir) / id;
    const auto live = base::target_of_link(packs / "live");
    const std::string note = small_file(packs / "damaged");
    if (!is_id(id) || !live || !version_in(*live)) return std::nullopt;
    auto pack = inspect_version(state_dir, id, *live, policy);
    if (!note.empty()) pack.damage_note = note.substr(0, note.find('\n'));
    pack.damaged_version = damaged_version_in(note);
    const auto highest = highest_version(state_dir, id);
    pack.highest_noted = highest && highest->noted;
    if (const auto before = version_before(state_dir, id, *live))
        pack.previous_version = version_in(*before);
    return pack;
}

std::vector<InstalledPack> installed_packs(const fs::path& state_dir, const Policy& policy) {
    std::vector<InstalledPack> found;
    const auto entries = base::entries_of(packs_folder(state_dir));
    if (!entries) return found;
    for (const base::FolderEntry& entry : *entries)
        if (auto pack = installed_pack(state_dir, entry.name(), policy))
            found.push_back(std::move(*pack));
    return found;
}

base::Result<void> verify_installed(const InstalledPack& pack, const Progress& progress) {
    const auto file = pack.folder.parent_path() / kManifestName;
    const auto text = base::read_file(file, kMaxManifestBytes);
    if (!text) return base::fail(FaultKind::damaged, file.string(), text.error().detail);
    const auto manifest = read_package_manifest(*text, file.string());
    if (!manifest) return base::fail(FaultKind::damaged, file.string(), manifest.error().detail);
    if (manifest->id != pack.id || version_name(*manifest, *text) != pack.version_folder)
        return base::fail(FaultKind::damaged, file.string(), "it is another pack's");
    return Verification(pack.folder, *manifest, progress).run();
}

}  // namespace candor::pack
