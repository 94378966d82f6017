#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "../scratch_pack.h"
#include "pack/package/build_package.h"
#include "pack/package/install.h"

namespace candor::pack {

/// An empty folder of this test's own; removed with everything in it.
class Scratch {
  public:
    Scratch() {
        std::string name =
            testing::TempDir() + "candor-package-" + std::to_string(::getpid()) + "-XXXXXX";
        path_ = ::mkdtemp(name.data());
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    void write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

  private:
    std::filesystem::path path_;
};

/// A kiosk's state folder and what is installed there: the pack "scratch" in any version, signed by
/// its author and reviewer.
class Kiosk {
  public:
    Kiosk() : author_(new_signing_key()), reviewer_(new_signing_key()) {
        policy_.state = Policy::State::good;
        policy_.keys[Role::author] = {author_.verifying_key()};
        policy_.keys[Role::reviewer] = {reviewer_.verifying_key()};
    }

    /// A signed package of this version; `words` stand on its page.
    std::filesystem::path package(int version, const std::string& words = "Plain words.\n") {
        pack_.change("version: 3", "version: " + std::to_string(version));
        pack_.page(words);
        const auto file = scratch_ / (std::to_string(version) + ".candorpack");
        EXPECT_TRUE(build_package(pack_.folder(), file));
        EXPECT_TRUE(sign_package(file, {Role::author, "2026-11-21", "Ada Byron", "", {}}, author_));
        EXPECT_TRUE(sign_package(
            file, {Role::reviewer, "2026-11-22", "Dr. Rae Viewer", "Dermatologist", {}},
            reviewer_));
        return file;
    }
    base::Result<Installed> install(const std::filesystem::path& file,
                                    const InstallOptions& options = {}) {
        return install_package(file, state(), policy_, options);
    }
    base::Result<Installed> install(int version) { return install(package(version)); }
    std::optional<InstalledPack> live() const {
        return installed_pack(state(), "scratch", policy_);
    }
    int live_version() const { return live() ? live()->version : 0; }
    std::filesystem::path state() const { return scratch_ / "state"; }
    std::filesystem::path folder() const { return state() / "packs/scratch"; }
    /// Folders of versions, and of installations that did not end.
    int folders() const {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder()))
            if (!entry.is_symlink() && entry.is_directory()) ++count;
        return count;
    }
    Policy& policy() { return policy_; }
    ScratchPack& pack() { return pack_; }
    const Scratch& scratch() const { return scratch_; }
    const SigningKey& author() const { return author_; }

  private:
    Scratch scratch_;
    ScratchPack pack_;
    SigningKey author_, reviewer_;
    Policy policy_;
};

}  // namespace candor::pack
