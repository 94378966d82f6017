// How people write what packs write otherwise: endings, articles, compounds, apostrophes, umlauts.
#include <set>

#include "pack/search/search.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

constexpr const char* kLanguages[] = {"en", "tr", "de", "es", "ar"};

class SearchWords : public testing::Test {
  protected:
    SearchWords() {
        scratch_.change("[en]", "[en, tr, de, es, ar]");
        scratch_.remove("en/010-first.md");
    }
    /// A page of that text, named by its number, in that language.
    void write(const std::string& language, int number, const std::string& text) {
        written_.insert(language);
        scratch_.write(language + "/0" + std::to_string(number) + "0-page.md",
                       "---\ntitle: Page " + std::to_string(number) + "\n---\n" + text + "\n");
    }
    /// The numbers of the pages that are found: "12".
    std::string find(const std::string& language, const std::string& words) {
        std::string out;
        for (const auto& hit : index().find(language, words, 10)) out += hit.page.substr(1, 1);
        return out;
    }
    /// The words that the first hit marks.
    std::string marked(const std::string& language, const std::string& words) {
        const auto hits = index().find(language, words, 10);
        std::string out;
        if (hits.empty()) return out;
        for (const auto& [begin, end] : hits.front().matches)
            out += (out.empty() ? "" : "|") + hits.front().snippet.substr(begin, end - begin);
        return out;
    }
    SearchIndex& index() {
        if (index_) return *index_;
        for (const char* language : kLanguages)
            if (!written_.contains(language)) write(language, 9, "Xyz.");
        auto made = SearchIndex::open({}, load_library(scratch_.content()));
        EXPECT_TRUE(made.has_value());
        index_ = std::move(*made);
        return *index_;
    }

    ScratchPack scratch_;
    std::set<std::string> written_;
    std::unique_ptr<SearchIndex> index_;
};

}  // namespace

TEST_F(SearchWords, a_compound_is_found_in_one_word_two_or_with_a_hyphen) {
    write("en", 1, "A stem cell can become another cell.");
    write("en", 2, "Stem-cell words sell.");
    write("en", 3, "The word stemcell is a slip.");
    for (const char* typed : {"stemcell", "stem cell", "stem-cell", "Stem‑Cell", "stemcells"})
        EXPECT_EQ(find("en", typed), "123") << typed;
    EXPECT_EQ(marked("en", "stemcell"), "stem|cell");
    write("de", 1, "Haarausfall hat viele Ursachen.");
    write("de", 2, "Der Haar-Ausfall nach einer Krankheit.");
    index_.reset();
    for (const char* typed : {"Haarausfall", "Haar-Ausfall", "haar ausfall"})
        EXPECT_EQ(find("de", typed), "12") << typed;
}

TEST_F(SearchWords, parts_of_a_compound_stand_side_by_side) {
    write("en", 1, "A cell has a stem.");
    EXPECT_EQ(find("en", "stemcell"), "");
}

TEST_F(SearchWords, no_word_is_found_inside_another) {
    write("en", 1, "A therapy for the hair.");
    write("en", 2, "A therapy.");
    EXPECT_EQ(marked("en", "the hair"), "the|hair");
    EXPECT_EQ(find("en", "the hair"), "1");
    EXPECT_EQ(find("en", "erapy"), "");
    EXPECT_EQ(find("en", "ther"), "12") << "what is being typed may go on";
    EXPECT_EQ(find("en", "hair ther"), "1");
}

TEST_F(SearchWords, beginnings_are_enough_where_whole_words_find_nothing) {
    write("en", 1, "The transplanted hair grows.");
    EXPECT_EQ(find("en", "transplan hair"), "1");
}

TEST_F(SearchWords, endings_do_not_count) {
    write("en", 1, "Injections of platelets were tried.");
    for (const char* typed : {"injection", "injections", "injecting", "platelet", "try platelets"})
        EXPECT_EQ(find("en", typed), "1") << typed;
    EXPECT_EQ(marked("en", "platelet tries"), "platelets|tried");
    write("de", 1, "Haarwurzeln und ihre Stammzellen.");
    write("es", 1, "Las inyecciones duelen; los folículos crecen.");
    write("tr", 1, "Saçlarınız ve kök hücreleri.");
    write("ar", 1, "الحقن في فروة الرأس، والخلايا الجذعية.");
    index_.reset();
    for (const char* typed : {"Haarwurzel", "Stammzelle", "haarwurzeln"})
        EXPECT_EQ(find("de", typed), "1") << typed;
    for (const char* typed : {"inyección", "inyeccion", "foliculo", "folículo", "crecer"})
        EXPECT_EQ(find("es", typed), "1") << typed;
    for (const char* typed : {"saç", "saçlar", "sac", "hücre", "hucreler", "SAÇLAR"})
        EXPECT_EQ(find("tr", typed), "1") << typed;
    for (const char* typed : {"حقن", "خلايا", "جذعية"}) EXPECT_EQ(find("ar", typed), "1") << typed;
}

TEST_F(SearchWords, arabic_is_found_with_and_without_its_article) {
    write("ar", 1, "علاج بالخلايا الجذعية.");
    write("ar", 2, "تجمع الخلايا للشعر.");
    write("ar", 3, "خلايا والشعر.");
    for (const char* typed : {"خلايا", "الخلايا", "والخلايا", "بالخلايا", "للخلايا"})
        EXPECT_EQ(find("ar", typed), "123") << typed;
    for (const char* typed : {"شعر", "الشعر", "للشعر", "وَالشَّعر"})
        EXPECT_EQ(find("ar", typed), "23") << typed;
    EXPECT_EQ(marked("ar", "خلايا"), "بالخلايا");
    EXPECT_EQ(find("ar", "المة"), "") << "too short to be a word with an article";
}

TEST_F(SearchWords, a_suffix_behind_an_apostrophe_does_not_count) {
    write("tr", 1, "PRP'nin etkisi.");
    write("tr", 2, "PRP\u2019den sonra.");
    write("tr", 3, "PRP nedir?");
    for (const char* typed : {"PRP", "prp'nin", "PRP\u2019ye", "prp"})
        EXPECT_EQ(find("tr", typed), "123") << typed;
    write("en", 1, "The clinic\u2019s own text. You don\u2019t pay.");
    index_.reset();
    EXPECT_EQ(find("en", "clinic"), "1");
    EXPECT_EQ(find("en", "dont"), "1");
    EXPECT_EQ(marked("en", "clinics"), "clinic\u2019s");
}

TEST_F(SearchWords, umlauts_are_found_both_ways) {
    write("de", 1, "Die Größe der Haarwurzel, über Jahre.");
    write("de", 2, "Groesse und ueber.");
    for (const char* typed : {"Größe", "groesse", "grosse", "GRÖSSE"})
        EXPECT_NE(find("de", typed).find('1'), std::string::npos) << typed;
    for (const char* typed : {"Größe", "groesse"}) EXPECT_EQ(find("de", typed), "12") << typed;
    EXPECT_EQ(find("de", "ueber"), "12");
    EXPECT_EQ(find("de", "über"), "12");
}

TEST_F(SearchWords, a_slip_in_one_language_is_still_forgiven) {
    write("en", 1, "Swelling and centrifuges.");
    EXPECT_EQ(find("en", "sweling"), "1");
    EXPECT_EQ(find("en", "centrfuge"), "1");
}

TEST_F(SearchWords, nearest_words_are_offered_as_packs_write_them) {
    write("en", 1, "Transplants and Transfusions. Sharp edges.");
    write("tr", 1, "Trafik.");
    const auto near = index().nearest("en", "transporters", 4);
    EXPECT_EQ(near, (std::vector<std::string>{"Transplants", "Transfusions"}));
    EXPECT_EQ(index().nearest("en", "transporters", 1).size(), 1U);
    EXPECT_TRUE(index().nearest("en", "zzzzz", 4).empty());
    EXPECT_TRUE(index().nearest("en", "", 4).empty());
    EXPECT_TRUE(index().nearest("de", "transporters", 4).empty());
}

TEST_F(SearchWords, a_hit_in_a_list_of_questions_names_the_question) {
    write("en", 1,
          "```faq\n- question: \"Does it hurt?\"\n  answer: \"A little.\"\n"
          "- question: \"How long does it last?\"\n  answer: \"Swelling lasts a day.\"\n```");
    ASSERT_EQ(find("en", "swelling"), "1");
    EXPECT_EQ(index().find("en", "swelling", 1).front().item, 1);
    EXPECT_EQ(index().find("en", "hurt", 1).front().item, 0);
    EXPECT_EQ(index().find("en", "page", 1).front().item, -1);
}

TEST_F(SearchWords, private_letters_in_a_text_are_no_stems) {
    write("en", 1, "Word \uE000cell word.");
    write("en", 2, "Cells.");
    EXPECT_EQ(find("en", "\uE000cell"), find("en", "cell"));
}

}  // namespace candor::pack
