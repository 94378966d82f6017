#include <map>
#include <set>

#include "base/files.h"
#include "form.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"

namespace candor::screening {
namespace {

/// A person of stories.yaml.
struct Story {
    std::string name;
    const Node* answers = nullptr;
    std::string level;
    Ids findings, never_asked;
};

std::string shipped(const std::string& path) {
    return base::read_file(std::string(CANDOR_SOURCE_DIR) + "/" + path, 1U << 20).value_or("");
}

Ids texts_of(const Node& node) {
    Ids texts;
    if (!node.text.empty()) texts.push_back(node.text);
    for (const Node& child : node.items) texts.push_back(child.text);
    return texts;
}

class Stories : public testing::Test {
  protected:
    void SetUp() override {
        auto asked = load_questionnaire(shipped("content/self-check/questionnaire.yaml"), "q");
        ASSERT_TRUE(asked.questionnaire);
        questionnaire = std::move(*asked.questionnaire);
        auto led = load_guidance(shipped("content/self-check/guidance.yaml"), "g", questionnaire);
        ASSERT_TRUE(led.guidance);
        guidance = std::move(*led.guidance);
        base::Findings findings;
        auto read =
            parse_node(shipped("tests/screening/proof/stories.yaml"), "stories.yaml", findings);
        for (const auto& finding : findings) ADD_FAILURE() << base::to_line(finding);
        ASSERT_TRUE(read);
        root = std::move(*read);
        for (const Node& node : root.find("stories")->items) {
            const Node* never = node.find("never-asked");
            stories.push_back({node.find("story")->text, node.find("answers"),
                               node.find("level")->text, texts_of(*node.find("findings")),
                               never == nullptr ? Ids() : texts_of(*never)});
        }
    }

    /// The story's answer to that question, else the ordinary one.
    const Node* answer_to(const Story& story, const std::string& link_id) const {
        const Node* own = story.answers->find(link_id);
        return own != nullptr ? own : root.find("ordinary")->find(link_id);
    }

    static void give(Response& response, const Item& item, const Node& answer) {
        const Ids codes = texts_of(answer);
        if (codes == Ids{"rather-not-say"}) return response.decline(item.link_id);
        std::vector<Value> values;
        for (const auto& each : codes) values.emplace_back(code(each));
        EXPECT_TRUE(problems(item, values).empty()) << item.link_id << " = " << codes.front();
        response.set(item.link_id, std::move(values));
    }

    /// Answers what is asked, one question after the other, as the kiosk does.
    Response told(const Story& story) const {
        Response response;
        std::set<std::string> asked;
        for (bool more = true; more;) {
            more = false;
            for (const Item* item : questions(questionnaire, response)) {
                if (!asked.insert(item->link_id).second) continue;
                const Node* answer = answer_to(story, item->link_id);
                if (answer == nullptr)
                    ADD_FAILURE() << story.name << ": no answer to " << item->link_id;
                else
                    give(response, *item, *answer);
                more = true;
                break;
            }
        }
        for (const auto& [link_id, line] : story.answers->keys)
            EXPECT_TRUE(asked.count(link_id)) << story.name << " is never asked for " << link_id;
        for (const auto& link_id : story.never_asked)
            EXPECT_FALSE(asked.count(link_id)) << story.name << " is asked for " << link_id;
        return response;
    }

    Questionnaire questionnaire;
    Guidance guidance;
    Node root;
    std::vector<Story> stories;
};

Ids found_in(const Outcome& outcome) {
    Ids ids;
    for (const Matched& matched : outcome.findings) ids.push_back(matched.finding->id);
    return ids;
}

}  // namespace

TEST_F(Stories, each_person_gets_the_guidance_that_a_clinician_would_give) {
    ASSERT_GE(stories.size(), 40U);
    for (const Story& story : stories) {
        const Response response = told(story);
        EXPECT_TRUE(missing(questionnaire, response).empty()) << story.name;
        const Outcome outcome = evaluate(questionnaire, guidance, response);
        EXPECT_EQ(name_of(outcome.level), story.level) << story.name;
        EXPECT_EQ(found_in(outcome), story.findings) << story.name;
    }
}

TEST_F(Stories, meet_every_finding) {
    std::set<std::string> met;
    for (const Story& story : stories) met.insert(story.findings.begin(), story.findings.end());
    for (const auto& finding : guidance.findings) EXPECT_TRUE(met.count(finding.id)) << finding.id;
}

TEST_F(Stories, of_most_people_are_twelve_questions_long_and_none_longer_than_fifteen) {
    std::map<std::size_t, std::size_t> people_by_length;
    for (const Story& story : stories) {
        const std::size_t length = questions(questionnaire, told(story)).size();
        EXPECT_LE(length, 15U) << story.name;
        ++people_by_length[length <= 12 ? 12 : length];
    }
    EXPECT_GT(2 * people_by_length[12], stories.size());
}

TEST_F(Stories, show_a_reason_for_every_advice) {
    for (const Story& story : stories) {
        const Response response = told(story);
        const Outcome outcome = evaluate(questionnaire, guidance, response);
        EXPECT_FALSE(outcome.findings.empty()) << story.name;
        for (const Matched& matched : outcome.findings)
            EXPECT_FALSE(matched.causes.empty()) << story.name << ": " << matched.finding->id;
    }
}

}  // namespace candor::screening
