#include <algorithm>

#include "pack/checks/check_pack.h"
#include "pack/checks/citing.h"
#include "scratch_pack.h"

namespace candor::pack {
namespace {

/// One page in one language beside sources of three kinds.
class OnePage {
  public:
    OnePage(const std::string& language, const std::string& body) {
        scratch_.change("languages: [en]", "languages: [" + language + "]");
        scratch_.write("sources.yaml",
                       "clinic: {citation: A, kind: clinic, note: {en: B}}\n"
                       "study: {citation: A, kind: study, link: \"https://example.org/a\", note: "
                       "{en: B}}\n"
                       "bare: {citation: A, kind: prize, note: {en: B}}\n"
                       "wordy: {citation: A, kind: law, link: \"see there\", note: {en: B}}\n");
        scratch_.remove("en");
        scratch_.write(language + "/010-first.md", "---\ntitle: T\n---\n" + body + "\n");
    }
    int count(const std::string& code) const {
        const auto findings = check_pack(scratch_.folder(), {.today = "2026-11-22"});
        return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                              [&](const auto& f) { return f.code == code; }));
    }

  private:
    ScratchPack scratch_;
};

int found(const std::string& code, const std::string& language, const std::string& body) {
    return OnePage(language, body).count(code);
}

constexpr const char* kClinic = " [](source:clinic)";
constexpr const char* kStudy = " [](source:study)";

std::vector<std::string> sources_by_sentence(const std::string& words,
                                             std::vector<Piece::Citation> citations) {
    Piece piece;
    piece.words = words;
    piece.citations = std::move(citations);
    std::vector<std::string> out;
    for (const auto& cited : cited_sentences(piece)) {
        std::string all;
        for (const auto& citation : cited.citations) all += citation.source;
        out.push_back(all);
    }
    return out;
}

using PerSentence = std::vector<std::string>;

}  // namespace

TEST(CitedSentences, own_the_marks_in_them_and_those_right_behind_them) {
    EXPECT_EQ(sources_by_sentence("One.  Two. ", {{5, "a"}}), (PerSentence{"a", ""}));
    EXPECT_EQ(sources_by_sentence("One.  Two. ", {{11, "a"}}), (PerSentence{"", "a"}));
    EXPECT_EQ(sources_by_sentence("One. Two.", {{4, "a"}, {4, "b"}}), (PerSentence{"ab", ""}));
    EXPECT_EQ(sources_by_sentence("One and this. Two.", {{3, "a"}}), (PerSentence{"a", ""}));
    EXPECT_EQ(sources_by_sentence("One. Two.", {{5, "a"}}), (PerSentence{"a", ""}));
}

TEST(CitedSentences, mark_before_all_words_is_of_the_first) {
    EXPECT_EQ(sources_by_sentence(" One. Two.", {{0, "a"}}), (PerSentence{"a", ""}));
    EXPECT_TRUE(sources_by_sentence("", {{0, "a"}}).empty());
}

TEST(UnsourcedNumber, is_not_sourced_by_the_next_sentence) {
    const std::string claim = "It helped 26 women in 6 months.", next = " It was a small trial.";
    EXPECT_EQ(found("unsourced-number", "en", claim + next + kStudy), 1);
    EXPECT_EQ(found("unsourced-number", "en", claim + kStudy + next), 0);
    EXPECT_EQ(found("unsourced-number", "en", claim + kStudy + next + kStudy), 0);
}

TEST(UnsourcedNumber, of_a_date_alone_is_none) {
    EXPECT_EQ(found("unsourced-number", "en", std::string("US, 2021. It warned.") + kStudy), 0);
    EXPECT_EQ(found("unsourced-number", "en",
                    std::string("The US warned of it in 2021. It did so again.") + kStudy),
              1);
}

TEST(SourceLinks, are_wanted_of_all_but_the_clinic) {
    const OnePage page("en", "Words.");
    EXPECT_EQ(page.count("source-without-link"), 2);  // "bare", and "wordy", which is no address
}

TEST(ClinicClaim, of_an_effect_is_found_in_five_languages) {
    const std::pair<const char*, const char*> claims[] = {{"en", "It can make hair thicker."},
                                                          {"tr", "Saç sıklaşır."},
                                                          {"ar", "يساعد على نمو الشعر."},
                                                          {"de", "Das Haar wird dichter."},
                                                          {"es", "Mejora el pelo."}};
    for (const auto& [language, words] : claims) {
        EXPECT_EQ(found("clinic-claim", language, std::string(words) + kClinic), 1) << language;
        EXPECT_EQ(found("clinic-claim", language, std::string(words) + kClinic + kStudy), 0)
            << language;
    }
}

TEST(ClinicClaim, of_an_aim_or_denied_is_none_in_five_languages) {
    const std::pair<const char*, const char*> words[] = {
        {"en", "The aim is to help the hair root."},
        {"en", "It does not help smooth, bald skin."},
        {"tr", "Amaç saç köküne yardım etmek."},
        {"tr", "Saçı sıklaştırmaz."},
        {"ar", "الهدف مساعدة جذر الشعرة."},
        {"ar", "لا يساعد كل الناس."},
        {"de", "Das Ziel ist, der Haarwurzel zu helfen."},
        {"de", "Es hilft nicht allen."},
        {"es", "El objetivo es ayudar a la raíz."},
        {"es", "No ayuda a todos."}};
    for (const auto& [language, sentence] : words)
        EXPECT_EQ(found("clinic-claim", language, std::string(sentence) + kClinic), 0) << sentence;
}

TEST(ClinicClaim, is_read_with_the_source_behind_the_next_sentence) {
    EXPECT_EQ(found("clinic-claim", "en",
                    std::string("It makes hair thicker. A clinician does it.") + kClinic),
              1);
    EXPECT_EQ(
        found("clinic-claim", "en",
              std::string("It made hair thicker.") + kStudy + " A clinician does it." + kClinic),
        0);
}

TEST(ClinicClaim, of_what_clinics_do_is_none) {
    for (const char* words :
         {"A clinician asks about your health.", "The sample is worked on in a sterile way.",
          "See [whom it may help](page:other/010-one).", "Some ads say “it works”.",
          "Does it help?"})
        EXPECT_EQ(found("clinic-claim", "en", std::string(words) + kClinic), 0) << words;
}

TEST(ClinicClaim, may_be_an_aim_by_its_rows_label) {
    const std::string head = "```compare\ncolumns:\n  - {title: A}\n  - {title: B}\nrows:\n";
    const std::string cells =
        "    cells: [\"To help the root. [](source:clinic)\", \"To help. [](source:clinic)\"]\n```";
    EXPECT_EQ(found("clinic-claim", "en", head + "  - label: The aim\n" + cells), 0);
    EXPECT_EQ(found("clinic-claim", "en", head + "  - label: What it does\n" + cells), 2);
}

TEST(ClinicClaim, is_a_number_too_and_an_ordinal_is_none) {
    EXPECT_EQ(found("clinic-claim", "en", std::string("It lasts 12 months.") + kClinic), 1);
    EXPECT_EQ(found("clinic-claim", "en", std::string("It lasts 12 months.") + kStudy), 0);
    EXPECT_EQ(found("clinic-claim", "en", std::string("Step 2 comes next.") + kClinic), 0);
}

TEST(ClinicClaim, may_say_that_clinics_say_so_in_five_languages) {
    const std::pair<const char*, const char*> words[] = {
        {"en", "Clinics speak of 3 to 7 days off."},
        {"tr", "Klinikler 3 ila 7 gün izinden söz ediyor."},
        {"ar", "تذكر العيادات من 3 إلى 7 أيام."},
        {"de", "Kliniken nennen 3 bis 7 Tage."},
        {"es", "Las clínicas hablan de 3 a 7 días."}};
    for (const auto& [language, sentence] : words)
        EXPECT_EQ(found("clinic-claim", language, std::string(sentence) + kClinic), 0) << sentence;
}

TEST(ClinicClaim, of_the_self_checks_guidance_is_found) {
    const auto claims = [](const std::string& text) {
        ScratchPack scratch;
        scratch.write("sources.yaml", "one: {citation: A, kind: clinic, note: {en: B}}\n");
        scratch.write("questionnaire.yaml",
                      "resourceType: Questionnaire\nstatus: draft\nitem:\n"
                      "  - {linkId: age, type: integer, text: Age}\n");
        scratch.write(
            "guidance.yaml",
            "levels:\n"
            "  urgent: {title: {en: A}, text: {en: A}}\n"
            "  worth-a-talk: {title: {en: A}, text: {en: A}}\n"
            "  less-likely: {title: {en: A}, text: {en: A}}\n"
            "  tell-the-doctor: {title: {en: A}, text: {en: A}}\n"
            "findings:\n"
            "  - id: one\n    level: worth-a-talk\n"
            "    enableWhen:\n      - {question: age, operator: \">\", answerInteger: 5}\n"
            "    title: {en: A}\n    text: {en: \"" +
                text + "\"}\n    sources: [one]\n");
        const auto findings = check_pack(scratch.folder());
        return std::count_if(findings.begin(), findings.end(),
                             [](const auto& f) { return f.code == "clinic-claim"; });
    };
    EXPECT_EQ(claims("It makes hair thicker."), 1);
    EXPECT_EQ(claims("A clinician looks at your scalp."), 0);
    EXPECT_EQ(claims("Clinics say that it makes hair thicker."), 0);
}

TEST(HairCount, wants_its_area_in_five_languages) {
    const std::array<const char*, 3> counts[] = {
        {"en", "They had 17 more hairs.", "They had 17 more hairs in each square centimetre."},
        {"tr", "17 daha fazla saç vardı.", "Santimetrekarede 17 daha fazla saç vardı."},
        {"ar", "زاد نحو 17 شعرة.", "زاد نحو 17 شعرة في كل سنتيمتر مربع."},
        {"de", "Es waren 17 Haare mehr.", "Es waren 17 Haare mehr pro Quadratzentimeter."},
        {"es", "Tenían 17 pelos más.", "Tenían 17 pelos más por centímetro cuadrado."}};
    for (const auto& [language, bare, placed] : counts) {
        EXPECT_EQ(found("hairs-without-area", language, bare + std::string(kStudy)), 1) << bare;
        EXPECT_EQ(found("hairs-without-area", language, placed + std::string(kStudy)), 0) << placed;
    }
}

TEST(HairCount, of_a_day_a_graft_or_a_hundred_wants_none) {
    for (const char* words :
         {"You lose 50 to 100 hairs a day.", "A graft has 1 to 4 hairs.",
          "They gained 30 hairs for every 100. The others gained 7 hairs.",
          "Did they have 17 more hairs?", "They had 1,148 women with thin hair."})
        EXPECT_EQ(found("hairs-without-area", "en", words + std::string(kStudy)), 0) << words;
}

TEST(HairCount, of_a_sources_note_wants_its_area_too) {
    ScratchPack scratch;
    scratch.write("sources.yaml",
                  "one: {citation: A, kind: clinic, note: {en: They had 17 more hairs.}}\n");
    scratch.page("Words. [](source:one)\n");
    EXPECT_TRUE(has_finding(check_pack(scratch.folder()), "sources.yaml", 1, "hairs-without-area"));
}

TEST(NumbersDiffer, in_the_words_of_a_yaml_file_too) {
    ScratchPack scratch;
    scratch.write("sources.yaml",
                  "one: {citation: A, kind: clinic, note: {en: Of 19 men 2 left., tr: 17 erkekten "
                  "ikisi ayrıldı.}}\n");
    scratch.page("Words. [](source:one)\n");
    const auto findings = check_pack(scratch.folder());
    EXPECT_TRUE(has_finding(findings, "sources.yaml", 1, "numbers-differ"));
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const auto& finding) {
        return finding.code == "numbers-differ" &&
               finding.message.starts_with("The number 19 stands");
    }));
}

TEST(Share, wants_whom_and_how_long_in_five_languages) {
    const std::array<const char*, 3> shares[] = {
        {"en", "It was so in 26 in 100.", "After 6 months it was so in 26 in 100 women."},
        {"tr", "%26 böyleydi.", "6 ay sonra kadınların %26’sı böyleydi."},
        {"ar", "كان ذلك لدى 26 من كل 100.", "بعد 6 أشهر كان ذلك لدى 26 من كل 100 امرأة."},
        {"de", "So war es bei 26 von 100.", "Nach 6 Monaten war es bei 26 von 100 Frauen so."},
        {"es", "Fue así en 26 de cada 100.", "A los 6 meses fue así en 26 de cada 100 mujeres."}};
    for (const auto& [language, bare, whole] : shares) {
        for (const char* code : {"share-without-people", "share-without-time"}) {
            EXPECT_EQ(found(code, language, bare + std::string(kStudy)), 1) << code << bare;
            EXPECT_EQ(found(code, language, whole + std::string(kStudy)), 0) << code << whole;
        }
    }
}

TEST(Share, at_an_age_has_its_time_and_papers_are_no_people) {
    EXPECT_EQ(found("share-without-time", "en",
                    std::string("By the age of 50, 50 in 100 men have it.") + kStudy),
              0);
    EXPECT_EQ(
        found("share-without-people", "en", std::string("21 in 100 papers were for it.") + kStudy),
        0);
}

TEST(Share, of_an_icon_array_may_be_told_by_its_title) {
    const std::string array =
        "```icon-array\ntitle: Women after 6 months, out of 100\nof: 100\ngroups:\n"
        "  - {count: 26, label: \"26 with it\"}\nnote: \"It helped 26 in 100. [](source:study)\"\n"
        "```";
    EXPECT_EQ(found("share-without-people", "en", array), 0);
    EXPECT_EQ(found("share-without-time", "en", array), 0);
}

}  // namespace candor::pack
