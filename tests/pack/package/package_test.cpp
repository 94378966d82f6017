#include "pack/package/package.h"

#include "hostile_package.h"
#include "package_scratch.h"

namespace candor::pack {
namespace {

using base::FaultKind;

/// What `candor pack verify` asks, all of it.
base::Result<void> verify(const std::filesystem::path& file, const Policy& policy) {
    const auto package = Package::open(file);
    if (!package) return tl::unexpected(package.error());
    const auto verdicts = judge(package->manifest_text(), package->signatures(), policy.keys);
    const auto approval = approve(verdicts, policy.require, file.string());
    if (!approval) return tl::unexpected(approval.error());
    return package->check_files();
}

}  // namespace

TEST(Package, good_one_of_the_hostile_kind_verifies_and_installs) {
    for (const auto packing : {Packing::stored, Packing::deflated}) {
        Kiosk kiosk;
        kiosk.policy().require = {Role::author};
        kiosk.scratch().write("x", good_package(kiosk.author(), packing));
        const auto done = verify(kiosk.scratch() / "x", kiosk.policy());
        EXPECT_TRUE(done) << done.error().where << ": " << done.error().detail;
        const auto installed = kiosk.install(kiosk.scratch() / "x");
        ASSERT_TRUE(installed) << installed.error().where << ": " << installed.error().detail;
        EXPECT_TRUE(verify_installed(installed->pack));
    }
}

TEST(Package, every_hostile_one_is_refused_and_leaves_nothing_behind) {
    Kiosk kiosk;
    kiosk.policy().require = {Role::author};
    const auto hostile = hostile_packages(kiosk.author());
    EXPECT_GE(hostile.size(), 60U);
    for (const auto& package : hostile) {
        SCOPED_TRACE(package.name);
        kiosk.scratch().write("x", package.bytes);
        const auto verified = verify(kiosk.scratch() / "x", kiosk.policy());
        EXPECT_FALSE(verified);
        const auto installed = kiosk.install(kiosk.scratch() / "x");
        ASSERT_FALSE(installed);
        const auto words = installed.error().where + ": " + installed.error().detail;
        EXPECT_NE(words.find(package.says), std::string::npos) << words;
        EXPECT_NE(installed.error().kind, FaultKind::internal) << words;
        EXPECT_FALSE(kiosk.live());
        if (std::filesystem::exists(kiosk.folder())) {
            EXPECT_EQ(kiosk.folders(), 0);
        }
        EXPECT_FALSE(std::filesystem::exists(kiosk.state() / "packs/scratch/outside.md"));
        EXPECT_FALSE(std::filesystem::exists("/etc/passwd-candor"));
    }
}

TEST(Package, any_one_flipped_byte_is_refused_or_changes_nothing) {
    Kiosk kiosk;
    const auto file = kiosk.package(3);
    const auto good = kiosk.scratch().read("3.candorpack");
    const auto expected = Package::open(file)->manifest_text();
    for (std::size_t at = 0; at < good.size(); at += 3) {
        auto bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
        kiosk.scratch().write("x", bytes);
        // Times, CRCs and untrusted comments are nobody's business.
        if (verify(kiosk.scratch() / "x", kiosk.policy())) {
            EXPECT_EQ(Package::open(kiosk.scratch() / "x")->manifest_text(), expected) << at;
        }
    }
}

TEST(Package, cut_anywhere_it_is_refused) {
    Kiosk kiosk;
    kiosk.package(3);
    const auto good = kiosk.scratch().read("3.candorpack");
    for (std::size_t size = 0; size < good.size(); size += 7) {
        kiosk.scratch().write("x", good.substr(0, size));
        EXPECT_FALSE(verify(kiosk.scratch() / "x", kiosk.policy())) << size;
    }
}

TEST(BuildPackage, same_folder_gives_the_same_bytes) {
    ScratchPack pack;
    const Scratch scratch;
    ASSERT_TRUE(build_package(pack.folder(), scratch / "a"));
    std::filesystem::copy(pack.folder(), scratch / "scratch",
                          std::filesystem::copy_options::recursive);
    std::filesystem::permissions(scratch / "scratch/pack.yaml", std::filesystem::perms(0600));
    scratch.write("scratch/.hidden", "x");
    scratch.write("scratch/en/010-first.md~", "x");
    scratch.write("scratch/MANIFEST", "x");
    ::setenv("TZ", "Pacific/Auckland", 1);
    ASSERT_TRUE(build_package(scratch / "scratch", scratch / "b"));
    ::unsetenv("TZ");
    EXPECT_EQ(scratch.read("a"), scratch.read("b"));
    EXPECT_FALSE(scratch.read("a").empty());
}

TEST(BuildPackage, other_zip_tools_read_it) {
    if (::access("/usr/bin/python3", X_OK) != 0) GTEST_SKIP() << "needs python3";
    Kiosk kiosk;
    const auto file = kiosk.package(3).string();
    EXPECT_EQ(std::system(("python3 -c \"import zipfile,sys; z=zipfile.ZipFile('" + file +
                           "'); sys.exit(z.testzip() is not None or z.namelist()[0]!='MANIFEST')\"")
                              .c_str()),
              0);
}

TEST(BuildPackage, link_in_the_folder_is_refused_and_writes_nothing) {
    ScratchPack pack;
    const Scratch scratch;
    std::filesystem::create_symlink("/etc/passwd", pack.folder() / "images/link.png");
    const auto built = build_package(pack.folder(), scratch / "a");
    ASSERT_FALSE(built);
    EXPECT_EQ(built.error().kind, FaultKind::refused);
    EXPECT_TRUE(std::filesystem::is_empty(scratch.path()));
}

TEST(BuildPackage, broken_pack_yaml_is_refused) {
    ScratchPack pack;
    const Scratch scratch;
    pack.write("pack.yaml", "id: [\n");
    EXPECT_EQ(build_package(pack.folder(), scratch / "a").error().kind, FaultKind::refused);
    EXPECT_EQ(build_package(scratch / "none", scratch / "a").error().kind, FaultKind::not_found);
}

TEST(SignPackage, another_signature_of_a_role_replaces_the_first_and_changes_nothing_else) {
    Kiosk kiosk;
    const auto file = kiosk.package(3);
    const auto before = Package::open(file)->signatures();
    ASSERT_TRUE(
        sign_package(file, {Role::reviewer, "2026-11-23", "Dr. Else", "", {}}, new_signing_key()));
    const auto package = Package::open(file);
    EXPECT_EQ(package->signatures().at(Role::author), before.at(Role::author));
    EXPECT_NE(package->signatures().at(Role::reviewer), before.at(Role::reviewer));
    EXPECT_TRUE(package->check_files());
    EXPECT_FALSE(verify(file, kiosk.policy()));
}

TEST(SignPackage, damaged_package_is_not_signed_and_stays) {
    Kiosk kiosk;
    kiosk.package(3);
    auto bytes = kiosk.scratch().read("3.candorpack");
    bytes[bytes.find("Plain words")] = 'B';
    kiosk.scratch().write("x", bytes);
    const auto done = sign_package(kiosk.scratch() / "x", {Role::author, "2026-11-23", "", "", {}},
                                   kiosk.author());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, FaultKind::damaged);
    EXPECT_EQ(kiosk.scratch().read("x"), bytes);
}

TEST(SignerComment, reads_back_and_refuses_what_could_deceive) {
    const Signer signer{Role::reviewer, "2026-11-22", "Dr. Zoë Öz", "Dermatologist", {}};
    const auto comment = to_comment(signer);
    ASSERT_TRUE(comment);
    EXPECT_EQ(*comment,
              "candor role=reviewer date=2026-11-22 name=\"Dr. Zoë Öz\" "
              "profession=\"Dermatologist\"");
    EXPECT_EQ(read_comment(*comment, "")->name, signer.name);
    EXPECT_EQ(read_comment(*comment, "")->profession, signer.profession);
    for (const char* name : {"", "a\"b", "a\nb", "a\\b",
                             "\xE2\x80\xAE"
                             "x",
                             "\xFF"})
        EXPECT_FALSE(to_comment({Role::reviewer, "2026-11-22", name, "", {}})) << name;
    EXPECT_FALSE(to_comment({Role::reviewer, "2026-02-30", "A", "", {}}));
    for (const char* text :
         {"", "candor", "role=author date=2026-11-22", "candor role=author",
          "candor role=reviewer date=2026-11-22", "candor role=boss date=2026-11-22",
          "candor role=author date=2026-11-22 role=reviewer", "candor role=author date=2026-13-01",
          "candor role=author date=2026-11-22 name=\"A", "candor role=author date=2026-11-22 x=y",
          "candor role=author date=2026-11-22 name=\"A\"profession=B"})
        EXPECT_FALSE(read_comment(text, "")) << text;
}

}  // namespace candor::pack
