#include "pack/translation/catalogue.h"

#include <algorithm>

#include "scratch_pack.h"

namespace candor::pack {
namespace {

/// A pack in English and Turkish whose pages are the English one's alone.
class TwoLanguages : public ScratchPack {
  public:
    TwoLanguages() { change("languages: [en]", "languages: [en, tr]"); }
    const Message* find(const std::string& file, const std::string& source) {
        if (catalogue_.messages.empty()) catalogue_ = read_catalogue(folder(), "tr").value();
        const auto found = std::find_if(catalogue_.messages.begin(), catalogue_.messages.end(),
                                        [&](const Message& message) {
                                            return message.file == file && message.source == source;
                                        });
        return found == catalogue_.messages.end() ? nullptr : &*found;
    }

  private:
    Catalogue catalogue_;
};

}  // namespace

TEST(Catalogue, takes_along_the_words_of_sequences_and_options) {
    TwoLanguages pack;
    pack.write("sequences.yaml",
               "roll:\n  keys:\n  - caption: {en: \"It lies.\", tr: \"Duruyor.\"}\n"
               "  - caption: {en: \"It rolls.\"}\n");
    pack.write("options.yaml", "rows:\n  suits: {en: \"For whom?\"}\n");
    const Message* said = pack.find("sequences.yaml", "It lies.");
    ASSERT_NE(said, nullptr);
    EXPECT_EQ(said->translation, "Duruyor.");
    const Message* open = pack.find("sequences.yaml", "It rolls.");
    ASSERT_NE(open, nullptr);
    EXPECT_TRUE(open->translation.empty());
    EXPECT_NE(pack.find("options.yaml", "For whom?"), nullptr);
}

TEST(Catalogue, puts_a_caption_beside_its_source) {
    TwoLanguages pack;
    pack.write("sequences.yaml", "roll:\n  keys:\n  - caption: {en: \"It rolls.\"}\n");
    const Message* open = pack.find("sequences.yaml", "It rolls.");
    ASSERT_NE(open, nullptr);
    Message done = *open;
    done.translation = "Yuvarlanır.";
    ASSERT_TRUE(write_catalogue(pack.folder(), "tr", {done}));
    std::ifstream in(pack.folder() / "sequences.yaml", std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    EXPECT_NE(text.find("caption: {en: \"It rolls.\", tr: \"Yuvarlanır.\"}"), std::string::npos)
        << text;
}

}  // namespace candor::pack
