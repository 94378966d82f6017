// A page's text, loaded in a pack of its own and put through every check. An input that begins
// with a language's code, as in "ar---", is in that language.
#include <map>

#include "base/utf8.h"
#include "input.h"
#include "pack/checks/check_pack.h"
#include "pack/page/pack.h"

namespace candor::fuzz {
namespace {

namespace fs = std::filesystem;

/// A pack a language, the same but for that.
class Packs {
  public:
    Packs() {
        for (const std::string language : {"en", "tr", "ar", "de", "es"}) {
            const std::string folder = language + "/base/";
            fs::create_directories(scratch_.folder() / folder / language);
            fs::copy(fs::path(CANDOR_SOURCE_DIR) / "tests/packs/base/images",
                     scratch_.folder() / folder / "images");
            for (const char* name : {"sources.yaml", "glossary.yaml"})
                fs::copy(fs::path(CANDOR_SOURCE_DIR) / "tests/packs/base" / name,
                         scratch_.folder() / folder / name);
            scratch_.write(folder + "pack.yaml", "id: base\nversion: 3\norder: 20\nlanguages: [" +
                                                     language + "]\ntitle: {" + language +
                                                     ": \"A small pack\"}\n");
        }
    }
    bool has(const std::string& language) const { return fs::exists(scratch_.folder() / language); }
    fs::path with_page(const std::string& language, std::string_view text) const {
        scratch_.write(language + "/base/" + language + "/010-first.md", text);
        return scratch_.folder() / language / "base";
    }

  private:
    Scratch scratch_{"page"};
};

void read(const fs::path& folder) {
    const auto loaded = pack::load_pack(folder);
    if (loaded.pack) {
        for (const auto& [language, pages] : loaded.pack->pages)
            for (const auto& page : pages) {
                must(!page.blocks.empty() && word_count(page) >= 0, "a page that loads has blocks");
                for (const auto& block : page.blocks) {
                    must(block.line >= 1, "a block has a line");
                    must(base::is_utf8(plain_text(block)), "a block's text is UTF-8");
                    if (const auto* figure = std::get_if<pack::Figure>(&block.body))
                        must(figure->aspect >= 0.3F && figure->aspect <= 6, "a figure has a shape");
                }
            }
    } else {
        must(base::has_error(loaded.findings), "a pack that does not load says why");
    }
    must_be_showable(pack::check_pack(folder, {"2026-11-22", {}}));
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace candor::fuzz;
    static const Packs packs;
    std::string_view text = text_of(data, size);
    std::string language = "en";
    if (text.size() > 2 && text[2] == '-' && packs.has(std::string(text.substr(0, 2)))) {
        language = text.substr(0, 2);
        text.remove_prefix(2);
    }
    read(packs.with_page(language, text));
    return 0;
}
