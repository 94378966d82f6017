#include <algorithm>
#include <set>

#include "base/files.h"
#include "form.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

/// The self-check that ships.
class SelfCheck : public testing::Test {
  protected:
    void SetUp() override {
        auto loaded = load_questionnaire(read("questionnaire.yaml"), "questionnaire.yaml");
        expect_none(loaded.findings);
        ASSERT_TRUE(loaded.questionnaire);
        questionnaire = std::move(*loaded.questionnaire);
        auto led = load_guidance(read("guidance.yaml"), "guidance.yaml", questionnaire);
        expect_none(led.findings);
        ASSERT_TRUE(led.guidance);
        guidance = std::move(*led.guidance);
    }

    static std::string read(const std::string& name) {
        const std::string folder = std::string(CANDOR_SOURCE_DIR) + "/content/self-check/";
        return base::read_file(folder + name, 1U << 20).value_or("");
    }
    static void expect_none(const base::Findings& findings) {
        for (const auto& finding : findings) ADD_FAILURE() << base::to_line(finding);
    }

    Outcome led_by(const Response& response) const {
        return evaluate(questionnaire, guidance, response);
    }
    Response choosing(const std::string& link_id, const std::string& name) const {
        Response response;
        response.set("age", {code("30-44")});
        response.set(link_id, {code(name)});
        return response;
    }
    std::vector<const Item*> all_questions() const {
        return questions(questionnaire, choosing("age", "30-44"));
    }

    Questionnaire questionnaire;
    Guidance guidance;
};

const std::set<std::pair<std::string, std::string>> kRedFlags{
    {"onset", "sudden"},       {"pattern", "patches"}, {"pattern", "hairline"},
    {"pattern", "crown"},      {"signs", "pain"},      {"signs", "itch-burn"},
    {"signs", "redness"},      {"signs", "scale"},     {"signs", "clumps"},
    {"signs", "brows"},        {"signs", "body"},      {"fine-hairs", "smooth"},
    {"events", "new-medicine"}};

const std::string& code_of(const AnswerOption& option) {
    return std::get<Coding>(option.value).code;
}

}  // namespace

TEST_F(SelfCheck, each_red_flag_is_urgent_and_nothing_else_is) {
    std::size_t seen = 0;
    for (const Item* item : all_questions()) {
        for (const auto& option : item->options) {
            const bool red = kRedFlags.count({item->link_id, code_of(option)}) > 0;
            const auto outcome = led_by(choosing(item->link_id, code_of(option)));
            EXPECT_EQ(outcome.level == Level::urgent, red) << item->link_id << code_of(option);
            seen += red ? 1 : 0;
        }
    }
    EXPECT_EQ(seen, kRedFlags.size());
}

TEST_F(SelfCheck, red_flag_stands_first_whatever_else_is_chosen) {
    for (const auto& [link_id, flag] : kRedFlags) {
        for (const Item* item : all_questions()) {
            for (const auto& option : item->options) {
                if (item->link_id == link_id || code_of(option) == "under-18") continue;
                Response response = choosing(item->link_id, code_of(option));
                response.set(link_id, {code(flag)});
                if (!is_enabled(questionnaire, response, *questionnaire.find(link_id))) continue;
                const auto outcome = led_by(response);
                EXPECT_EQ(outcome.level, Level::urgent) << link_id << item->link_id;
                EXPECT_EQ(outcome.findings.at(0).finding->level, Level::urgent);
            }
        }
    }
}

TEST_F(SelfCheck, several_signs_at_once_are_urgent) {
    Response response = choosing("age", "60-plus");
    response.set("signs", {code("pain"), code("body"), code("clumps")});
    response.set("hopes", {code("full")});
    const auto outcome = led_by(response);
    EXPECT_EQ(outcome.level, Level::urgent);
    Ids urgent;
    for (const Matched& matched : outcome.findings)
        if (matched.finding->level == Level::urgent) urgent.push_back(matched.finding->id);
    EXPECT_EQ(urgent, (Ids{"clumps", "sore-scalp", "body-signs"}));
}

TEST_F(SelfCheck, under_18_hides_all_else_and_ends_kindly) {
    Response response = choosing("signs", "pain");
    response.set("age", {code("under-18")});
    EXPECT_EQ(link_ids(questions(questionnaire, response)), (Ids{"age"}));
    const auto outcome = led_by(response);
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_EQ(outcome.findings[0].finding->id, "under-18");
    EXPECT_EQ(outcome.title.in("en"), outcome.findings[0].finding->title.in("en"));
    EXPECT_TRUE(missing(questionnaire, response).empty());
}

TEST_F(SelfCheck, who_sees_no_loss_is_not_asked_for_its_signs) {
    const Response response = choosing("onset", "no-loss");
    const auto asked = link_ids(questions(questionnaire, response));
    for (const char* link_id : {"signs", "fine-hairs", "duration", "events"})
        EXPECT_EQ(std::count(asked.begin(), asked.end(), link_id), 0) << link_id;
    EXPECT_NE(led_by(response).level, Level::urgent);
}

TEST_F(SelfCheck, all_declined_is_taken_neither_for_adult_nor_for_well) {
    Response response;
    for (const Item* item : questions(questionnaire, response)) response.decline(item->link_id);
    EXPECT_EQ(questions(questionnaire, response).size(), all_questions().size());
    EXPECT_TRUE(missing(questionnaire, response).empty());
    const auto outcome = led_by(response);
    EXPECT_EQ(outcome.level, Level::tell_the_doctor);
    ASSERT_FALSE(outcome.findings.empty());
    EXPECT_EQ(outcome.findings.front().finding->id, "age-not-said");
    EXPECT_FALSE(outcome.title.empty());
    EXPECT_FALSE(outcome.text.empty());
}

TEST_F(SelfCheck, safety_stands_before_hope) {
    for (const char* illness : {"bleeding", "heart", "cancer", "infection", "autoimmune"}) {
        Response response = choosing("pattern", "temples");
        response.set("health", {code(illness)});
        response.set("hopes", {code("full")});
        const auto outcome = led_by(response);
        EXPECT_EQ(outcome.level, Level::tell_the_doctor) << illness;
        EXPECT_EQ(outcome.findings.back().finding->level, Level::worth_a_talk) << illness;
    }
}

TEST_F(SelfCheck, every_question_says_why_and_has_pictures_described) {
    for (const Item* item : all_questions()) {
        EXPECT_FALSE(item->help.empty()) << item->link_id;
        EXPECT_EQ(item->media.empty(), item->media.alt.empty()) << item->link_id;
        for (const auto& option : item->options)
            EXPECT_EQ(option.media.empty(), option.media.alt.empty()) << code_of(option);
    }
}

TEST_F(SelfCheck, words_never_judge_a_person) {
    const std::string words = read("questionnaire.yaml") + read("guidance.yaml");
    for (const char* word : {"candidate", "suitable", "eligible", "diagnos"})
        EXPECT_EQ(words.find(word), std::string::npos) << word;
}

TEST_F(SelfCheck, sources_of_findings_stand_in_sources_yaml) {
    const std::string sources = "\n" + read("sources.yaml");
    for (const auto& finding : guidance.findings)
        for (const auto& source : finding.sources)
            EXPECT_NE(sources.find("\n" + source + ":\n"), std::string::npos) << source;
}

}  // namespace candor::screening
