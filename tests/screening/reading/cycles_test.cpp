#include "form.h"
#include "screening/model/outline.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

Item waiting(std::string link_id, std::string question) {
    Item item;
    item.link_id = std::move(link_id);
    item.type = ItemType::boolean;
    if (!question.empty()) item.enable_when = {{question, Operator::not_equal, true}};
    return item;
}

std::string yaml_of(const std::vector<std::pair<std::string, std::string>>& items) {
    std::string yaml;
    for (const auto& [link_id, question] : items)
        yaml += "- {linkId: " + link_id +
                ", type: boolean, text: X, enableWhen: [{question: " + question +
                ", operator: \"=\", answerBoolean: true}]}\n";
    return yaml;
}

}  // namespace

TEST(Cycles, item_that_waits_for_itself_is_found) {
    EXPECT_TRUE(has(findings_of(yaml_of({{"a", "a"}})), "cycle"));
}

TEST(Cycles, circle_of_three_names_all_of_them) {
    const auto findings = findings_of(yaml_of({{"a", "b"}, {"b", "c"}, {"c", "a"}}));
    EXPECT_EQ(findings.size(), 3U);
    EXPECT_TRUE(has(findings, "cycle"));
}

TEST(Cycles, group_that_waits_for_what_is_inside_is_found) {
    EXPECT_TRUE(has(findings_of(R"(
- linkId: g
  type: group
  enableWhen: [{question: inside, operator: "=", answerBoolean: true}]
  item: [{linkId: inside, type: boolean, text: Inside}]
)"),
                    "cycle"));
}

TEST(Cycles, those_in_a_circle_are_disabled_and_those_after_it_go_on) {
    Questionnaire questionnaire;
    questionnaire.items = {waiting("a", "b"), waiting("b", "a"), waiting("after", "a"),
                           waiting("apart", "")};
    EXPECT_EQ(Outline(questionnaire).cyclic(), (std::vector<int>{0, 1}));
    EXPECT_FALSE(shown(questionnaire, Response(), "a"));
    EXPECT_FALSE(shown(questionnaire, Response(), "b"));
    EXPECT_TRUE(shown(questionnaire, Response(), "after"));
    EXPECT_TRUE(shown(questionnaire, Response(), "apart"));
}

TEST(Cycles, questionnaire_with_one_is_not_asked) {
    EXPECT_FALSE(load_questionnaire("resourceType: Questionnaire\nstatus: draft\nitem:\n" +
                                        yaml_of({{"a", "b"}, {"b", "a"}}),
                                    "form.yaml")
                     .questionnaire);
}

}  // namespace candor::screening
