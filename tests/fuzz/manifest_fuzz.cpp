// pack.yaml, sources.yaml, glossary.yaml and kiosk.yaml, between lines "%%%%"; or the MANIFEST of a
// package, which begins with its name.
#include "input.h"
#include "pack/folder/package_manifest.h"
#include "pack/package/policy.h"
#include "pack/page/manifest.h"

namespace candor::fuzz {
namespace {

void read_manifest(std::string_view text) {
    const auto manifest = pack::read_package_manifest(text, "MANIFEST");
    if (!manifest) return;
    must(to_text(*manifest) == text, "a MANIFEST is exactly what to_text() writes");
    for (const auto& file : manifest->files)
        must(manifest->file(file.path) == &file, "a file is found by its path");
    must(manifest->total_bytes() <= pack::kMaxPackageBytes, "files are no more than the limit");
    must(version_name(*manifest, text).size() <= 27, "a version's name is short");
}

void read_files(std::string_view text) {
    static const Scratch scratch("manifest");
    static const std::array<const char*, 4> kNames{"pack.yaml", "sources.yaml", "glossary.yaml",
                                                   "kiosk.yaml"};
    const auto parts = parts_of<kNames.size()>(text);
    for (std::size_t i = 0; i < kNames.size(); ++i) scratch.write(kNames[i], parts[i]);
    pack::PackFolder folder(scratch.folder());
    pack::Pack pack;
    base::Findings findings;
    pack.folder = folder.path();
    const bool good = pack::read_manifest(folder, pack, findings);
    must(good || base::has_error(findings), "a pack.yaml that is refused says why");
    pack::read_sources(folder, pack, findings);
    pack::read_glossary(folder, pack, findings);
    for (const auto& source : pack.sources)
        must(pack.source(source.id) != nullptr, "a source is found by its id");
    must_be_showable(findings);
    const auto policy = pack::read_policy(scratch.folder());
    must(policy.state != pack::Policy::State::good || !policy.require.empty(),
         "a good policy asks for a signature");
    must_be_showable(policy.findings);
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = candor::fuzz::text_of(data, size);
    if (text.starts_with("candor-pack"))
        candor::fuzz::read_manifest(text);
    else
        candor::fuzz::read_files(text);
    return 0;
}
