#include "hostile_package.h"

#include <archive.h>
#include <archive_entry.h>
#include <sodium.h>

#include <algorithm>
#include <memory>

#include "pack/folder/hasher.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

using Entries = std::vector<Packed>;

Entries good_files() {
    return {{"en/010-first.md", "---\ntitle: First\n---\nPlain words.\n"},
            {"images/cover.svg", "<svg/>"},
            {"pack.yaml", ScratchPack::kPackYaml},
            {"sources.yaml", ScratchPack::kSourcesYaml}};
}

std::string signature(const SigningKey& key, const std::string& manifest, Role role = Role::author,
                      const std::string& name = "Ada Byron") {
    return sign(manifest, *to_comment({role, "2026-11-22", name, "", {}}), key);
}

/// MANIFEST, the author's signature, the files.
Entries signed_entries(const SigningKey& key, const std::string& manifest, const Entries& files) {
    Entries all = {{"MANIFEST", manifest}, {"MANIFEST.author.minisig", signature(key, manifest)}};
    all.insert(all.end(), files.begin(), files.end());
    return all;
}

Entries with(Entries files, const Packed& more) {
    files.push_back(more);
    return files;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) std::abort();
    return text.replace(at, from.size(), to);
}

/// The same bytes elsewhere in the ZIP, in both headers: names of equal length.
std::string renamed(std::string zip, const std::string& from, const std::string& to) {
    for (auto at = zip.find(from); at != std::string::npos; at = zip.find(from, at + to.size()))
        zip.replace(at, from.size(), to);
    return zip;
}

std::string with_number(std::string bytes, std::size_t at, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

/// Where the central header of the n-th entry begins.
std::size_t central_of(const std::string& zip, int n) {
    std::size_t at = zip.find("PK\x01\x02");
    while (n-- > 0) at = zip.find("PK\x01\x02", at + 1);
    return at;
}

std::size_t local_of(const std::string& zip, int n) {
    std::size_t at = 0;
    while (n-- > 0) at = zip.find("PK\x03\x04", at + 1);
    return at;
}

class Maker {
  public:
    explicit Maker(const SigningKey& key) : key_(key) {}

    /// A file of this path, named in a MANIFEST that is rightly signed.
    void path(const std::string& name, const std::string& says, const std::string& path) {
        auto files = with(good_files(), {path, "x"});
        add(name, says, make_zip(signed_entries(key_, manifest_of(files), files)));
    }
    /// Other files than the MANIFEST names.
    void files(const std::string& name, const std::string& says, const Entries& files) {
        add(name, says, make_zip(signed_entries(key_, manifest_of(good_files()), files)));
    }
    void manifest(const std::string& name, const std::string& says, const std::string& text) {
        add(name, says, make_zip(signed_entries(key_, text, good_files())));
    }
    void entries(const std::string& name, const std::string& says, const Entries& entries) {
        add(name, says, make_zip(entries));
    }
    void add(const std::string& name, const std::string& says, std::string bytes) {
        made_.push_back({name, says, std::move(bytes)});
    }
    std::vector<HostilePackage> take() { return std::move(made_); }

  private:
    const SigningKey& key_;
    std::vector<HostilePackage> made_;
};

void add_paths(Maker& maker) {
    maker.path("absolute", "absolute", "/etc/passwd-candor");
    maker.path("parent", "dot", "../outside.md");
    maker.path("parent_inside", "dot", "en/../../outside.md");
    maker.path("dot", "dot", "en/./020.md");
    maker.path("hidden", "dot", "en/.hidden");
    maker.path("empty_part", "empty", "en//020.md");
    maker.path("backslash", "backslash", "en\\020.md");
    maker.path("bell", "control", "en/\a.md");
    maker.path("newline", "", "en/a\nb.md");
    maker.path("turned_direction", "direction",
               "en/\xE2\x80\xAE"
               "dm.md");
    maker.path("zero_width", "nobody sees", "en/a\xE2\x80\x8B.md");
    maker.path("combining_mark", "nobody sees", "en/e\xCC\x81.md");
    maker.path("not_utf8", "UTF-8", "en/\xC3.md");
    maker.path("long_name", "too long", "en/" + std::string(256, 'a'));
    std::string deep;
    for (int i = 0; i < 11; ++i) deep += std::string(100, 'a') + "/";
    maker.path("long_path", "too long", deep + "b");
    maker.path("capitals", "looks like", "Pack.yaml");
    maker.path("accent", "looks like",
               "p\xC3\xA1"
               "ck.yaml");
    maker.path("file_and_folder", "file and a folder", "pack.yaml/x");
    maker.path("folder_in_capitals", "looks like", "EN/020.md");
}

void add_contents(Maker& maker) {
    auto files = good_files();
    files[2].bytes = replaced(files[2].bytes, "Scratch", "Scrotch");
    maker.files("altered_file", "not those of the MANIFEST", files);
    files[2].bytes += "\n";
    maker.files("another_size", "size", files);
    maker.files("file_too_many", "does not name", with(good_files(), {"extra.md", "x"}));
    maker.files("file_twice", "twice", with(good_files(), good_files()[2]));
    files = good_files();
    files.pop_back();
    maker.files("file_missing", "missing", files);
    files = good_files();
    files[1] = {"images/cover.svg", "/etc/passwd", 0120000};
    maker.files("symbolic_link", "link", files);
    files[1] = {"images/cover.svg", "", 0020000};
    maker.files("device", "", files);
    maker.files("folder_entry", "", with(good_files(), {"images/", "", 0040000}));
}

void add_manifests(Maker& maker) {
    const auto good = manifest_of(good_files());
    maker.manifest("first_line", "not a line", replaced(good, "candor-pack 1", "candor-pack 2"));
    maker.manifest("bad_id", "not a line", replaced(good, "scratch", "../tch"));
    maker.manifest("version_0", "not a line", replaced(good, "scratch 3", "scratch 0"));
    maker.manifest("leading_zero", "not a line", replaced(good, "scratch 3", "scratch 03"));
    maker.manifest("huge_version", "not a line", replaced(good, " 3\n", " 99999999999\n"));
    maker.manifest("no_last_newline", "not a line", good.substr(0, good.size() - 1));
    maker.manifest("empty_manifest", "pack.yaml", "candor-pack 1 scratch 3\n");
    const auto second = good.find('\n') + 1;
    const auto third = good.find('\n', second) + 1;
    maker.manifest(
        "unsorted", "not sorted",
        good.substr(0, second) + good.substr(third) + good.substr(second, third - second));
    maker.manifest(
        "line_twice", "twice",
        good.substr(0, third) + good.substr(second, third - second) + good.substr(third));
    maker.manifest("terabytes", "1 GiB",
                   good.substr(0, second) + manifest_line("a", "") + good.substr(second));
}

void add_signatures(Maker& maker, const SigningKey& key) {
    const auto files = good_files();
    const auto manifest = manifest_of(files);
    const auto with_signature = [&](const std::string& text) {
        auto entries = signed_entries(key, manifest, files);
        entries[1].bytes = text;
        return entries;
    };
    auto entries = signed_entries(key, manifest, files);
    entries.erase(entries.begin() + 1);
    maker.entries("unsigned", "missing", entries);
    maker.entries("signed_by_a_stranger", "not trusted here",
                  with_signature(signature(new_signing_key(), manifest)));
    SigningKey thief = new_signing_key();
    thief.id = key.id;
    maker.entries("stranger_with_a_known_name", "forged",
                  with_signature(signature(thief, manifest)));
    maker.entries("signature_of_other_bytes", "forged",
                  with_signature(signature(key, manifest + "x")));
    const auto good = signature(key, manifest);
    maker.entries("altered_comment", "forged",
                  with_signature(replaced(good, "Ada Byron", "Eve Byron")));
    maker.entries("empty_signature", "unreadable", with_signature(""));
    maker.entries("half_signature", "unreadable", with_signature(good.substr(0, good.size() / 2)));
    maker.entries("plain_minisign_comment", "unreadable",
                  with_signature(sign(manifest, "timestamp:1 file:MANIFEST", key)));
    maker.entries("signed_for_another_role", "wrong role",
                  with_signature(signature(key, manifest, Role::reviewer)));
    maker.entries("endless_signature", "too large", with_signature(std::string(100'000, 'x')));
    entries = signed_entries(key, manifest, files);
    entries.insert(entries.begin() + 2, entries[1]);
    maker.entries("signature_twice", "twice", entries);
    std::swap(entries[0], entries[3]);
    maker.entries("manifest_not_first", "first file is not MANIFEST", entries);
    maker.entries("manifest_twice", "does not name",
                  with(signed_entries(key, manifest, files), {"MANIFEST", manifest}));
}

void add_zips(Maker& maker, const SigningKey& key) {
    const auto good = good_package(key);
    const auto end = good.size() - 22;
    const auto directory = good.find("PK\x01\x02");
    maker.add("empty", "not a package", "");
    maker.add("no_zip", "not a package", std::string(1000, 'x'));
    maker.add("cut_off", "cut off", good.substr(0, good.size() / 2));
    maker.add("last_byte_lost", "cut off", good.substr(0, good.size() - 1));
    maker.add("bytes_behind", "stands behind", good + std::string(64, 'x'));
    maker.add("second_zip_behind", "does not end where", good + good);
    maker.add("bytes_before", "", std::string(64, 'x') + good);
    maker.add("comment", "stands behind", with_number(good, end + 20, 1, 2) + "x");
    maker.add("comment_that_is_not_there", "comment", with_number(good, end + 20, 1, 2));
    maker.add("several_parts", "several parts", with_number(good, end + 4, 1, 2));
    maker.add("more_entries_said", "",
              with_number(with_number(good, end + 8, 60, 2), end + 10, 60, 2));
    maker.add("fewer_entries_said", "holds more",
              with_number(with_number(good, end + 8, 3, 2), end + 10, 3, 2));
    maker.add("zip64_entries", "ZIP64",
              with_number(with_number(good, end + 8, 0xFFFF, 2), end + 10, 0xFFFF, 2));
    maker.add("directory_elsewhere", "does not end where", with_number(good, end + 16, 7, 4));
    const auto third = central_of(good, 3);
    maker.add("encrypted", "encrypted", with_number(good, third + 8, 1, 2));
    maker.add("unknown_method", "do not know", with_number(good, third + 10, 99, 2));
    maker.add("zip64_size", "ZIP64",
              with_number(with_number(good, third + 20, 0xFFFFFFFF, 4), third + 24, 0xFFFFFFFF, 4));
    maker.add("two_sizes", "two sizes", with_number(good, third + 24, 5'000'000, 4));
    maker.add(
        "huge_size", "",
        with_number(with_number(good, third + 20, 900'000'000, 4), third + 24, 900'000'000, 4));
    maker.add("entries_overlap", "overlap", with_number(good, third + 42, 0, 4));
    maker.add("other_local_name", "one thing here",
              with_number(good, local_of(good, 3) + 30, 'X', 1));
    maker.add("other_local_method", "one thing here",
              with_number(good, local_of(good, 3) + 8, 8, 2));
    maker.add("encrypted_locally", "one thing here",
              with_number(good, local_of(good, 3) + 6, 1, 2));
    maker.add("no_directory", "", good.substr(0, directory) + good.substr(end));
    // A page that says 30 bytes and unpacks to a megabyte, and the other way round.
    auto files = good_files();
    auto bomb = files;
    bomb[0].bytes = std::string(1 << 20, 'a');
    const auto manifest = manifest_of(files);
    auto packed = make_zip(signed_entries(key, manifest, bomb), Packing::deflated);
    const auto size = static_cast<std::uint32_t>(files[0].bytes.size());
    maker.add("bomb_with_its_size", "size", packed);
    maker.add("bomb_that_lies", "", with_number(packed, central_of(packed, 2) + 24, size, 4));
    maker.add("nul_in_a_name", "", renamed(good, "sources.yaml", std::string("sour\0es.yaml", 12)));
}

}  // namespace

std::string make_zip(const std::vector<Packed>& entries, Packing packing) {
    std::string zip(std::size_t{16} << 20, '\0');
    std::size_t used = 0;
    const std::unique_ptr<struct archive, int (*)(struct archive*)> archive(archive_write_new(),
                                                                            &archive_write_free);
    archive_write_set_format_zip(archive.get());
    archive_write_set_options(archive.get(), packing == Packing::stored
                                                 ? "zip:compression=store"
                                                 : "zip:compression=deflate");
    archive_write_set_bytes_in_last_block(archive.get(), 1);
    archive_write_open_memory(archive.get(), zip.data(), zip.size(), &used);
    for (const auto& packed : entries) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(),
                                                                             &archive_entry_free);
        archive_entry_set_pathname(entry.get(), packed.name.c_str());
        archive_entry_set_filetype(entry.get(), packed.type);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(packed.bytes.size()));
        if (packed.type == 0120000) archive_entry_set_symlink(entry.get(), packed.bytes.c_str());
        archive_write_header(archive.get(), entry.get());
        if (packed.type == 0100000)
            archive_write_data(archive.get(), packed.bytes.data(), packed.bytes.size());
    }
    archive_write_close(archive.get());
    zip.resize(used);
    return zip;
}

std::string manifest_line(const std::string& path, const std::string& bytes) {
    // Nothing is as large as it says.
    if (bytes.empty() && path == "a")
        return std::string(128, '0') + " 1099511627776 " + path + "\n";
    Hasher hasher;
    hasher.add(bytes);
    std::string hex(129, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hasher.finish().data(), sizeof(FileHash));
    hex.pop_back();
    return hex + " " + std::to_string(bytes.size()) + " " + path + "\n";
}

std::string manifest_of(const std::vector<Packed>& files) {
    auto sorted = files;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    std::string text = "candor-pack 1 scratch 3\n";
    for (const auto& file : sorted) text += manifest_line(file.name, file.bytes);
    return text;
}

std::string good_package(const SigningKey& author, Packing packing) {
    const auto files = good_files();
    return make_zip(signed_entries(author, manifest_of(files), files), packing);
}

std::vector<HostilePackage> hostile_packages(const SigningKey& author) {
    Maker maker(author);
    add_paths(maker);
    add_contents(maker);
    add_manifests(maker);
    add_signatures(maker, author);
    add_zips(maker, author);
    return maker.take();
}

}  // namespace candor::pack
