// A *.candorpack: the bytes of a ZIP; or, where the input is no ZIP, the names and contents that
// one is made of (NAME, content, NAME, content … between lines "%%%%").
#include "input.h"
#include "pack/package/package.h"
#include "pack/package/zip_writer.h"

namespace candor::fuzz {
namespace {

/// Counts, and holds each file to what its package promised of it.
class Counter : public pack::FileSink {
  public:
    base::Result<void> begin(const pack::PackageFile& file) override {
        expected_ = file.size, got_ = 0, ++files;
        return {};
    }
    base::Result<void> add(std::string_view bytes) override {
        got_ += bytes.size();
        must(got_ <= expected_, "no file gives more bytes than its size");
        return {};
    }
    base::Result<void> end(const pack::PackageFile&) override {
        must(got_ == expected_, "a file that is good has all its bytes");
        return {};
    }
    std::size_t files = 0;

  private:
    std::uint64_t expected_ = 0, got_ = 0;
};

pack::TrustedKeys trusted_keys() {
    const auto key = pack::read_verifying_key(
        "RWQPa8KW6D3azir3Aju4V86sPEM/5WM376K7YXdtYGlxprJrP9AOzUd1", "a key");
    must(key.has_value(), "the trusted key can be read");
    return {{pack::Role::author, {*key}}, {pack::Role::reviewer, {*key}}};
}

void open(const std::filesystem::path& path) {
    static const pack::TrustedKeys kTrusted = trusted_keys();
    const auto package = pack::Package::open(path);
    if (!package) return;
    const auto verdicts = pack::judge(package->manifest_text(), package->signatures(), kTrusted);
    must(verdicts.size() == pack::kRoles.size(), "there is a verdict a role");
    static_cast<void>(pack::approve(verdicts, {pack::Role::author}, "package"));
    Counter counter;
    const auto read = package->read_files(counter);
    must(!read || counter.files == package->manifest().files.size(),
         "a package that is good has all its files");
    must(package->check_files().has_value() == read.has_value(), "checking is reading");
}

std::filesystem::path zipped(const Scratch& scratch, std::string_view text) {
    const auto path = scratch.folder() / "made.candorpack";
    std::filesystem::remove(path);
    auto writer = pack::ZipWriter::create(path);
    must(writer.has_value(), "a package can be made");
    const auto parts = parts_of<16>(text);
    for (std::size_t i = 0; i + 1 < parts.size() && !parts[i].empty(); i += 2) {
        const auto name = parts[i].substr(0, parts[i].find('\n'));
        if (!writer->add_file(std::string(name), parts[i + 1])) return path;
    }
    static_cast<void>(writer->finish());
    return path;
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor::fuzz;
    static const Scratch scratch("package");
    const std::string_view bytes = text_of(data, size);
    if (bytes.starts_with("MANIFEST")) {
        open(zipped(scratch, bytes));
    } else {
        scratch.write("x.candorpack", bytes);
        open(scratch.folder() / "x.candorpack");
    }
    return 0;
}
