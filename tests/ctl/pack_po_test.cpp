#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "command.h"
#include "pack/checks/check_pack.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> files_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder)] = text_of(entry.path());
    return files;
}

/// A shipped pack to translate.
class Translated {
  public:
    explicit Translated(const std::string& id) : id_(id) {
        fs::copy(fs::path(CANDOR_SOURCE_DIR "/content") / id, path(), fs::copy_options::recursive);
    }
    std::string path() const { return folder_ / id_.c_str(); }
    std::string out() const { return folder_ / "po"; }
    std::string po(const std::string& language) const {
        return out() + "/" + id_ + "." + language + ".po";
    }
    Printed write() const { return candor({"pack", "po", path(), "--write", out()}); }
    Printed read(const std::string& language) const {
        return candor({"pack", "po", path(), "--read", po(language)});
    }
    /// In a file of the pack or of the translators.
    static void replace(const fs::path& file, const std::string& from, const std::string& to) {
        std::string text = text_of(file);
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << file << " has no " << from;
        std::ofstream(file, std::ios::binary) << text.replace(at, from.size(), to);
    }
    std::string codes() const {
        std::string out;
        for (const auto& finding : pack::check_pack(path()))
            if (finding.severity != base::Severity::advice)
                out += finding.code + " " + finding.file + "\n";
        return out;
    }

  private:
    Folder folder_;
    std::string id_;
};

}  // namespace

/// Write, translate nothing, read: the same bytes. msgfmt takes what is written.
TEST(PackPo, round_trip_of_all_shipped_packs_changes_no_byte) {
    for (const char* id :
         {"why", "prp", "stem-cells", "procedure", "expectations", "choices", "self-check"}) {
        SCOPED_TRACE(id);
        const Translated pack(id);
        const auto before = files_of(pack.path());
        const auto written = pack.write();
        ASSERT_EQ(written.status, 0) << written.err;
        EXPECT_EQ(written.err, "") << "each page has the source's blocks";
        for (const char* language : {"tr", "ar", "de", "es"}) {
            EXPECT_EQ(std::system(("msgfmt -c -o /dev/null " + pack.po(language)).c_str()), 0);
            const auto read = pack.read(language);
            ASSERT_EQ(read.status, 0) << read.err;
            EXPECT_TRUE(has(read.out, ": 0 texts changed in 0 files")) << read.out;
        }
        EXPECT_EQ(files_of(pack.path()), before);
    }
}

TEST(PackPo, changed_translation_comes_back_and_nothing_else_changes) {
    const Translated pack("prp");
    ASSERT_EQ(pack.write().status, 0);
    const auto before = files_of(pack.path());
    const std::string old = "Plättchenreiches Plasma.";
    Translated::replace(pack.po("de"), old, "Neues Wort.");
    const auto read = pack.read("de");
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_TRUE(has(read.out, ": 1 texts changed")) << read.out;
    auto after = files_of(pack.path());
    for (const auto& [name, bytes] : before)
        if (name != "glossary.yaml" && name != "translations.yaml") {
            EXPECT_EQ(after[name], bytes) << name;
        }
    EXPECT_TRUE(has(after["glossary.yaml"], "meaning: \"Neues Wort."));
}

TEST(PackPo, new_language_is_made_once_a_page_is_whole) {
    const Translated pack("prp");
    fs::remove_all(pack.path() + "/es");
    ASSERT_EQ(pack.write().status, 0);
    ASSERT_EQ(pack.read("es").status, 0);
    EXPECT_FALSE(fs::exists(pack.path() + "/es")) << "nothing is translated yet";
    std::string po = text_of(pack.po("es")), filled;
    // Every text of one page is "translated": its own words, in brackets of another kind.
    std::size_t at = 0;
    for (std::size_t ctxt; (ctxt = po.find("msgctxt \"010-", at)) != std::string::npos;) {
        const auto str = po.find("msgstr \"\"", ctxt);
        filled += po.substr(at, str - at) + "msgstr \"Palabras\"";
        at = str + std::string("msgstr \"\"").size();
    }
    filled += po.substr(at);
    std::ofstream(pack.po("es"), std::ios::binary) << filled;
    const auto read = pack.read("es");
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_EQ(std::distance(fs::directory_iterator(pack.path() + "/es"), {}), 1);
}

TEST(PackPo, translation_that_is_older_than_its_source_is_told_until_it_is_done) {
    const Translated pack("prp");
    ASSERT_EQ(candor({"pack", "po", pack.path(), "--record"}).status, 0);
    EXPECT_EQ(pack.codes(), "");
    Translated::replace(pack.path() + "/en/010-what-prp-is.md", "title: ", "title: Now ");
    Translated::replace(pack.path() + "/pack.yaml", "en: \"", "en: \"Now: ");
    std::string codes = pack.codes();
    for (const char* language : {"tr", "ar", "de", "es"})
        EXPECT_TRUE(
            has(codes, std::string("translation-older ") + language + "/010-what-prp-is.md"))
            << codes;
    EXPECT_TRUE(has(codes, "translation-older pack.yaml")) << codes;
}

TEST(PackPo, older_ones_are_fuzzy_and_done_when_the_translator_says_so) {
    const Translated pack("prp");
    ASSERT_EQ(candor({"pack", "po", pack.path(), "--record"}).status, 0);
    Translated::replace(pack.path() + "/pack.yaml", "en: \"", "en: \"Now: ");
    ASSERT_EQ(pack.write().status, 0);
    EXPECT_TRUE(has(text_of(pack.po("de")), "#, fuzzy"));
    const auto before = files_of(pack.path());
    ASSERT_EQ(pack.read("de").status, 0);
    EXPECT_EQ(files_of(pack.path()), before) << "what is fuzzy is not taken";
    std::string po = text_of(pack.po("de"));
    for (std::size_t at = 0; (at = po.find("#, fuzzy\n", at)) != std::string::npos;)
        po.erase(at, std::string("#, fuzzy\n").size());
    std::ofstream(pack.po("de"), std::ios::binary) << po;
    ASSERT_EQ(pack.read("de").status, 0);
    EXPECT_FALSE(has(pack.codes(), "“de”")) << pack.codes();
    std::string for_german;
    for (const auto& finding : pack::check_pack(pack.path()))
        if (finding.code == "translation-older" && has(finding.message, "“de”"))
            for_german += finding.message;
    EXPECT_EQ(for_german, "");
}

TEST(PackPo, the_text_that_is_older_is_named_and_its_neighbours_are_not) {
    const Translated pack("prp");
    ASSERT_EQ(candor({"pack", "po", pack.path(), "--record"}).status, 0);
    Translated::replace(pack.path() + "/glossary.yaml", "It is the part of your blood",
                        "It is a part of your blood");
    std::vector<std::string> german;
    for (const auto& finding : pack::check_pack(pack.path()))
        if (finding.code == "translation-older" && has(finding.message, "“de”"))
            german.push_back(finding.message + std::to_string(finding.line > 0 ? 1 : 0));
    ASSERT_EQ(german.size(), 1U);
    EXPECT_TRUE(has(german[0], "glossary.yaml ")) << german[0];
    EXPECT_TRUE(has(german[0], "It is a part of your blood")) << german[0];
    EXPECT_TRUE(german[0].ends_with("1")) << "a line";
}

TEST(PackPo, words_of_a_questionnaire_go_out_and_come_back) {
    const Translated pack("self-check");
    ASSERT_EQ(candor({"pack", "po", pack.path(), "--record"}).status, 0);
    const std::string form = pack.path() + "/questionnaire.yaml";
    Translated::replace(form, "text: \"How old are you?\"", "text: \"How old are you now?\"");
    EXPECT_TRUE(has(pack.codes(), "translation-older questionnaire.yaml")) << pack.codes();
    ASSERT_EQ(pack.write().status, 0);
    std::string po = text_of(pack.po("de"));
    const auto entry = po.find("msgctxt \"questionnaire.yaml age.text\"");
    ASSERT_NE(entry, std::string::npos);
    const auto fuzzy = po.rfind("#, fuzzy\n", entry);
    ASSERT_NE(fuzzy, std::string::npos);
    po.erase(fuzzy, std::string("#, fuzzy\n").size());
    std::ofstream(pack.po("de"), std::ios::binary) << po;
    Translated::replace(pack.po("de"), "Wie alt sind Sie?", "Wie alt sind Sie jetzt?");
    const auto read = pack.read("de");
    ASSERT_EQ(read.status, 0) << read.err;
    EXPECT_TRUE(has(text_of(form), "valueString: \"Wie alt sind Sie jetzt?\""));
    for (const auto& finding : pack::check_pack(pack.path()))
        EXPECT_FALSE(finding.code == "translation-older" && has(finding.message, "“de”"))
            << finding.message;
}

TEST(PackPo, record_of_an_earlier_candor_speaks_of_whole_files) {
    const Translated pack("prp");
    std::ofstream(pack.path() + "/translations.yaml")
        << "de:\n  glossary.yaml: \"0123456789abcdef\"\n";
    EXPECT_TRUE(has(pack.codes(), "translation-older glossary.yaml"));
}

TEST(PackPo, texts_that_changed_since_are_left_as_they_are) {
    const Translated pack("prp");
    ASSERT_EQ(pack.write().status, 0);
    Translated::replace(pack.path() + "/glossary.yaml", "It is the part of your blood",
                        "It is a part of your blood");
    Translated::replace(pack.po("de"), "Plättchenreiches Plasma.", "Neues Wort.");
    const auto read = pack.read("de");
    EXPECT_EQ(read.status, 0);
    EXPECT_TRUE(has(read.err, "[translation-older]")) << read.err;
    EXPECT_FALSE(has(text_of(pack.path() + "/glossary.yaml"), "Neues Wort."));
}

TEST(PackPo, what_is_no_po_file_changes_nothing) {
    const Translated pack("prp");
    const auto before = files_of(pack.path());
    fs::create_directories(pack.out());
    std::ofstream(pack.po("de")) << "msgid \"a\nmsgstr";
    EXPECT_EQ(pack.read("de").status, 1);
    std::ofstream(pack.po("de")) << "msgid \"a\"\nmsgstr \"b\"\n";
    EXPECT_EQ(pack.read("de").status, 1) << "no language";
    EXPECT_EQ(pack.read("none").status, 1);
    EXPECT_EQ(files_of(pack.path()), before);
    EXPECT_EQ(candor({"pack", "po", pack.path()}).status, 2);
    EXPECT_EQ(candor({"pack", "po", pack.path(), "--write", pack.out(), "--language", "xx"}).status,
              1);
}

}  // namespace candor::ctl
