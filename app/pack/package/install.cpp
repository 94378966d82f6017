#include "pack/package/install.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <system_error>

#include "base/clock.h"
#include "base/disk.h"
#include "base/files.h"
#include "base/scratch_folder.h"
#include "pack/package/damage_note.h"
#include "pack/package/highest.h"
#include "pack/package/unpack.h"
#include "pack/page/self_check.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;
using State = InstalledPack::State;

bool has_key(const Policy& policy) {
    for (const auto& [_, keys] : policy.keys)
        if (!keys.empty()) return true;
    return false;
}

base::Result<void> check_policy(const Policy& policy, const fs::path& state_dir) {
    const auto where = policy_file(state_dir).string();
    if (policy.state == Policy::State::broken)
        return base::fail(
            FaultKind::refused, where,
            "the kiosk's policy has errors, so nothing can be installed" +
                (policy.findings.empty() ? std::string() : ": " + policy.findings[0].message));
    if (policy.state == Policy::State::none || !has_key(policy))
        return base::fail(FaultKind::refused, where,
                          "the kiosk does not know yet whose packs it may show");
    return {};
}

/// Everything in a pack's folder but what is live, what was live before, and what somebody reads.
void remove_others(const fs::path& state_dir, const std::string& id, const std::string& live) {
    const auto folder = packs_folder(state_dir) / id;
    const auto before = version_before(state_dir, id, live);
    const auto entries = base::entries_of(folder);
    if (!entries) return;
    for (const base::FolderEntry& entry : *entries)
        if (entry.is_folder() && !entry.is_link() && entry.name() != live && entry.name() != before)
            remove_unless_held(entry.path());
}

/// Installs one package, under the lock.
class Installation {
  public:
    Installation(const Package& package, const fs::path& state_dir, const Policy& policy,
                 const InstallOptions& options)
        : package_(package),
          state_dir_(state_dir),
          policy_(policy),
          options_(options),
          id_(package.manifest().id),
          version_(version_name(package.manifest(), package.manifest_text())),
          folder_(packs_folder(state_dir) / id_) {}
    base::Result<Installed> run();

  private:
    base::Result<bool> is_already_there();
    base::Result<void> unpack_beside();
    base::Result<void> write_notes();
    base::Result<void> check_pack() const;
    base::Result<void> check_while_syncing(const base::Descriptor& disk) const;
    base::Result<void> give_name();
    Installed result(Installed::Outcome outcome) const;
    const fs::path& beside() const { return beside_->path(); }

    const Package& package_;
    const fs::path& state_dir_;
    const Policy& policy_;
    const InstallOptions& options_;
    std::string id_, version_;
    fs::path folder_;
    std::optional<base::ScratchFolder> beside_;  ///< until it has its name
    std::optional<std::string> after_;
};

Installed Installation::result(Installed::Outcome outcome) const {
    return {outcome, installed_pack(state_dir_, id_, policy_).value_or(InstalledPack{})};
}

base::Result<bool> Installation::is_already_there() {
    const auto live = installed_pack(state_dir_, id_, policy_);
    // What rollback brought back on purpose may be mended by its own package.
    const bool same = live && live->version_folder == version_;
    if (!same) TRY(check_not_below(state_dir_, package_.manifest(), version_));
    if (!live) return false;
    after_ = same ? version_before(state_dir_, id_, version_) : live->version_folder;
    if (!same || live->state != State::good) return false;
    const auto whole = verify_installed(*live, options_.progress);
    if (!whole && whole.error().kind == FaultKind::cancelled) return tl::unexpected(whole.error());
    return whole.has_value() && signatures_are_the_same(package_, folder_ / version_);
}

base::Result<void> Installation::unpack_beside() {
    auto scratch = TRY(base::ScratchFolder::make(folder_ / kUnfinished));
    beside_ = std::move(scratch);
    static_cast<void>(::chmod(beside().c_str(), 0755));
    TRY(unpack(package_, beside() / id_, options_.progress));
    return write_notes();
}

base::Result<void> Installation::write_notes() {
    const auto write = [&](const std::string& name, const std::string& text) -> base::Result<void> {
        const auto file = TRY(base::create_file(beside() / name));
        return base::write_all(file, text, (beside() / name).string());
    };
    TRY(write(kManifestName, package_.manifest_text()));
    for (const auto& [role, text] : package_.signatures()) TRY(write(signature_file(role), text));
    TrustedKeys keys;
    for (const Role role : policy_.require)
        if (const auto known = policy_.keys.find(role); known != policy_.keys.end())
            keys.insert(*known);
    TRY(write("KEYS", keys_text(keys)));
    return after_ ? write("AFTER", *after_ + "\n") : base::Result<void>{};
}

base::Result<void> Installation::check_pack() const {
    auto loaded = load_pack(beside() / id_);
    if (loaded.pack && loaded.pack->is_self_check)
        for (auto& finding : self_check_findings(*loaded.pack))
            loaded.findings.push_back(std::move(finding));
    if (loaded.pack && options_.check)
        for (auto& finding : options_.check(*loaded.pack))
            loaded.findings.push_back(std::move(finding));
    for (const auto& finding : loaded.findings)
        if (finding.severity == base::Severity::error)
            return base::fail(FaultKind::refused, id_, base::to_line(finding));
    if (!loaded.pack || loaded.pack->id != id_ ||
        loaded.pack->version != package_.manifest().version)
        return base::fail(FaultKind::refused, id_, "its pack.yaml is not of this id and version");
    return {};
}

/// The disk and the processor have work at the same time. Without a thread to be had, one by one.
base::Result<void> Installation::check_while_syncing(const base::Descriptor& disk) const {
    auto synced = std::async([&] { return base::sync_disk_of(disk, folder_.string()); });
    const auto checked = check_pack();
    const auto on_disk = synced.get();
    return checked ? on_disk : checked;
}

/// From hidden to VERSION. A damaged folder of the same name trades places with it at once.
base::Result<void> Installation::give_name() {
    const auto named = folder_ / version_;
    const auto live = base::target_of_link(folder_ / "live");
    if (live != version_) base::remove_folder(named);
    std::error_code unknown;
    const unsigned how =
        live == version_ && fs::exists(named, unknown) ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, beside().c_str(), AT_FDCWD, named.c_str(), how) != 0)
        return tl::unexpected(base::fault_of_write(errno, named.string()));
    beside_->keep();
    return base::sync_folder(folder_);
}

base::Result<Installed> Installation::run() {
    TRY(base::ensure_folder(folder_));
    TRY(base::sync_folder(packs_folder(state_dir_)));
    const auto there = TRY(is_already_there());
    if (there) return result(Installed::Outcome::already_there);
    // Before folders go by which alone it may be known.
    TRY(keep_highest(state_dir_, id_));
    remove_others(state_dir_, id_, base::target_of_link(folder_ / "live").value_or(""));
    const base::Descriptor disk(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    auto done = unpack_beside();
    if (done) done = check_while_syncing(disk);
    if (done) done = give_name();
    if (done) done = note_highest(state_dir_, id_, version_);
    if (done) done = base::point_link(folder_ / "live", version_);
    if (!done) return tl::unexpected(done.error());
    std::error_code ignored;
    fs::remove(folder_ / "damaged", ignored);
    remove_others(state_dir_, id_, version_);
    return result(Installed::Outcome::done);
}

/// A version that may be shown: trusted, and every byte of it.
base::Result<InstalledPack> good_version(const fs::path& state_dir, const std::string& id,
                                         const std::string& version, const Policy& policy,
                                         const Progress& progress) {
    auto pack = inspect_version(state_dir, id, version, policy);
    if (pack.state != State::good)
        return base::fail(pack.state == State::damaged ? FaultKind::damaged : FaultKind::refused,
                          id + " " + std::to_string(pack.version), pack.why);
    TRY(verify_installed(pack, progress));
    return pack;
}

base::Result<void> take_off(const fs::path& link) {
    if (::unlink(link.c_str()) != 0 && errno != ENOENT)
        return tl::unexpected(base::fault_of_write(errno, link.string()));
    return base::sync_folder(base::folder_of(link));
}

}  // namespace

base::Result<FolderLock> lock_packs(const fs::path& state_dir) {
    const auto packs = packs_folder(state_dir);
    TRY(base::ensure_folder(packs));
    return FolderLock::take(packs / ".lock");
}

base::Result<Installed> install_package(const fs::path& package_file, const fs::path& state_dir,
                                        const Policy& policy, const InstallOptions& options) {
    TRY(check_policy(policy, state_dir));
    const auto package = TRY(Package::open(package_file));
    const auto verdicts = judge(package.manifest_text(), package.signatures(), policy.keys);
    TRY(approve(verdicts, policy.require, package_file.string()));
    const auto held = TRY(lock_packs(state_dir));
    return Installation(package, state_dir, policy, options).run();
}

base::Result<InstalledPack> roll_back(const fs::path& state_dir, const std::string& id,
                                      const Policy& policy, const Progress& progress) {
    const auto held = TRY(lock_packs(state_dir));
    const auto live = installed_pack(state_dir, id, policy);
    if (!live) return base::fail(FaultKind::not_found, id, "no pack of this name is installed");
    const auto before = version_before(state_dir, id, live->version_folder);
    if (!before) return base::fail(FaultKind::not_found, id, "there is no version before this one");
    const auto good = good_version(state_dir, id, *before, policy, progress);
    if (!good) return good;
    TRY(keep_highest(state_dir, id));
    TRY(base::point_link(packs_folder(state_dir) / id / "live", *before));
    return installed_pack(state_dir, id, policy).value_or(*good);
}

base::Result<std::optional<InstalledPack>> fall_back(const fs::path& state_dir,
                                                     const InstalledPack& damaged,
                                                     const base::Fault& why, const Policy& policy) {
    const auto held = TRY(lock_packs(state_dir));
    const auto folder = packs_folder(state_dir) / damaged.id;
    const auto live = base::target_of_link(folder / "live");
    // Installed anew or taken back since it was looked at.
    if (live != damaged.version_folder) return installed_pack(state_dir, damaged.id, policy);
    std::optional<InstalledPack> now;
    if (const auto before = version_before(state_dir, damaged.id, damaged.version_folder))
        if (auto good = good_version(state_dir, damaged.id, *before, policy, {})) now = *good;
    TRY(keep_highest(state_dir, damaged.id));
    const auto shown = now ? std::optional(now->version) : std::nullopt;
    const auto note = damage_note(base::utc_now(), damaged.version, why, shown);
    TRY(base::write_file_atomically(folder / "damaged", note));
    TRY(now ? base::point_link(folder / "live", now->version_folder) : take_off(folder / "live"));
    return installed_pack(state_dir, damaged.id, policy);
}

base::Result<void> mend_highest(const fs::path& state_dir, const std::string& id) {
    const auto held = TRY(lock_packs(state_dir));
    return keep_highest(state_dir, id);
}

}  // namespace candor::pack
