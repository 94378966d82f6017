#include "form.h"
#include "screening/model/answer_tree.h"
#include "screening/reading/load_guidance.h"

namespace candor::screening {
namespace {

const char* const kItems = R"(
- linkId: medicine
  type: group
  repeats: true
  extension: [{url: "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", valueInteger: 3}]
  item:
    - {linkId: name, type: string, text: Name}
    - {linkId: daily, type: boolean, text: Daily, initial: [{valueBoolean: true}]}
    - linkId: dose
      type: group
      repeats: true
      enableWhen: [{question: daily, operator: "=", answerBoolean: true}]
      item:
        - {linkId: hour, type: integer, text: Hour}
- linkId: after
  type: string
  text: After
  enableWhen: [{question: daily, operator: "=", answerBoolean: false}]
)";

/// Somebody's answers to these items.
class AddedRepetitions : public testing::Test {
  protected:
    int add(const std::string& group, const std::string& key) {
        return add_repetition(*questionnaire.find(group), response, key);
    }
    void remove(const std::string& group, const std::string& key, int number) {
        remove_repetition(*questionnaire.find(group), response, key, number);
    }
    void set(const std::string& link_id, int repetition, Value value) {
        response.set(key_of(link_id, repetition), {std::move(value)});
    }
    /// Keys of all that occurs, in document order.
    Ids keys() {
        const Outline outline(questionnaire);
        const AnswerTree tree(outline, response);
        Ids out;
        for (const auto& occurrence : tree.all()) {
            std::string key = tree.key(occurrence);
            if (outline[occurrence.place].item->type == ItemType::group)
                key += "#" + std::to_string(occurrence.repetition);
            if (!occurrence.enabled) key += " off";
            std::replace(key.begin(), key.end(), '\x1f', '/');
            out.push_back(std::move(key));
        }
        return out;
    }

    Questionnaire questionnaire = form(kItems);
    Response response;
};

}  // namespace

TEST_F(AddedRepetitions, key_tells_the_item_and_the_repetition) {
    EXPECT_EQ(key_of("name", 0), "name");
    EXPECT_EQ(link_id_of(key_of("name", 12)), "name");
    EXPECT_EQ(repetition_of(key_of("name", 12)), 12);
    EXPECT_EQ(link_id_of("name"), "name");
    EXPECT_EQ(repetition_of("name"), 0);
}

TEST_F(AddedRepetitions, there_is_one_until_another_is_added) {
    EXPECT_EQ(response.repetitions("medicine"), std::vector{0});
    EXPECT_EQ(keys(), (Ids{"medicine#0", "name", "daily", "dose#0 off", "hour off", "after off"}));
    EXPECT_EQ(add("medicine", "medicine"), 1);
    EXPECT_EQ(response.repetitions("medicine"), (std::vector{0, 1}));
    EXPECT_EQ(keys(), (Ids{"medicine#0", "name", "daily", "dose#0 off", "hour off", "medicine#1",
                           "name/1", "daily/1", "dose/1#1", "hour/1", "after off"}))
        << "the new one has its initial values, the first began without";
}

TEST_F(AddedRepetitions, repetitions_in_a_repetition_are_its_own) {
    response = start(questionnaire);
    add("medicine", "medicine");
    const std::string dose = key_of("dose", 1);
    EXPECT_EQ(response.repetitions(dose), std::vector{1}) << "of the medicine it is in";
    EXPECT_EQ(add("dose", dose), 2);
    EXPECT_EQ(add("dose", "dose"), 3);
    EXPECT_EQ(keys(), (Ids{"medicine#0", "name", "daily", "dose#0", "hour", "dose#3", "hour/3",
                           "medicine#1", "name/1", "daily/1", "dose/1#1", "hour/1", "dose/1#2",
                           "hour/2", "after off"}));
}

TEST_F(AddedRepetitions, condition_looks_at_its_own_repetition) {
    response = start(questionnaire);
    add("medicine", "medicine");
    set("daily", 1, false);
    EXPECT_EQ(keys(), (Ids{"medicine#0", "name", "daily", "dose#0", "hour", "medicine#1", "name/1",
                           "daily/1", "dose/1#1 off", "hour/1 off", "after"}));
}

TEST_F(AddedRepetitions, removing_one_forgets_what_it_held_and_no_other) {
    add("medicine", "medicine");
    add("medicine", "medicine");
    add("dose", key_of("dose", 1));
    for (const int number : {0, 1, 2}) set("name", number, "N" + std::to_string(number));
    set("hour", 1, std::int64_t{8});
    set("hour", 3, std::int64_t{9});
    remove("medicine", "medicine", 1);
    EXPECT_EQ(response.repetitions("medicine"), (std::vector{0, 2}));
    EXPECT_EQ(response.state(key_of("name", 1)), AnswerState::none);
    EXPECT_EQ(response.state(key_of("hour", 1)), AnswerState::none);
    EXPECT_EQ(response.state(key_of("hour", 3)), AnswerState::none);
    EXPECT_EQ(response.repetitions(key_of("dose", 1)), std::vector{1});
    EXPECT_EQ(response.state(key_of("name", 2)), AnswerState::answered);
    EXPECT_EQ(add("medicine", "medicine"), 4) << "a number is not given twice";
}

TEST_F(AddedRepetitions, first_can_be_removed_as_any_other) {
    add("medicine", "medicine");
    set("name", 0, std::string("First"));
    remove("medicine", "medicine", 0);
    EXPECT_EQ(response.repetitions("medicine"), std::vector{1});
    EXPECT_EQ(response.state("name"), AnswerState::none);
    EXPECT_EQ(keys(), (Ids{"medicine#1", "name/1", "daily/1", "dose/1#1", "hour/1", "after off"}));
}

TEST_F(AddedRepetitions, last_one_is_emptied_and_stays) {
    set("name", 0, std::string("First"));
    remove("medicine", "medicine", 0);
    EXPECT_EQ(response.repetitions("medicine"), std::vector{0});
    EXPECT_TRUE(response.empty());
    remove("medicine", "medicine", 7);
    EXPECT_EQ(response.repetitions("medicine"), std::vector{0}) << "there is no such";
}

TEST_F(AddedRepetitions, there_are_no_more_than_the_group_or_the_kiosk_allows) {
    const Item& medicine = *questionnaire.find("medicine");
    const Item& dose = *questionnaire.find("dose");
    EXPECT_TRUE(may_repeat(medicine, response, "medicine"));
    for (int i = 1; i < 3; ++i) add("medicine", "medicine");
    EXPECT_FALSE(may_repeat(medicine, response, "medicine"));
    for (int i = 1; i < kMostRepetitions; ++i) {
        EXPECT_TRUE(may_repeat(dose, response, "dose"));
        add("dose", "dose");
    }
    EXPECT_FALSE(may_repeat(dose, response, "dose"));
}

TEST_F(AddedRepetitions, says_anything_looks_at_what_is_nested_too) {
    const Item& medicine = *questionnaire.find("medicine");
    EXPECT_FALSE(says_anything(medicine, response, 0));
    response.add_repetition("dose");
    response.decline(key_of("hour", 1));
    EXPECT_TRUE(says_anything(medicine, response, 0));
}

TEST_F(AddedRepetitions, answers_of_a_disabled_group_are_forgotten_with_its_repetitions) {
    response = start(questionnaire);
    add("dose", "dose");
    set("hour", 0, std::int64_t{8});
    set("hour", 1, std::int64_t{20});
    response.set("daily", {false});
    drop_disabled(Outline(questionnaire), response);
    EXPECT_EQ(response.state("hour"), AnswerState::none);
    EXPECT_EQ(response.state(key_of("hour", 1)), AnswerState::none);
    EXPECT_EQ(response.repetitions("dose"), std::vector{0});
    EXPECT_EQ(response.state("daily"), AnswerState::answered);
}

TEST_F(AddedRepetitions, erasing_and_moving_take_them_along) {
    add("medicine", "medicine");
    Response moved = std::move(response);
    EXPECT_EQ(moved.repetitions("medicine"), (std::vector{0, 1}));
    moved.erase();
    EXPECT_EQ(moved.repetitions("medicine"), std::vector{0});
    EXPECT_EQ(moved.add_repetition("medicine"), 1) << "the next visit begins anew";
}

// R4: an item of a repeating group for each repetition, all with its linkId.
TEST_F(AddedRepetitions, export_is_read_back_with_every_repetition) {
    response = start(questionnaire);
    set("name", 0, std::string("Minoxidil"));
    set("hour", 0, std::int64_t{8});
    add("dose", "dose");
    set("hour", 1, std::int64_t{20});
    add("medicine", "medicine");
    set("name", 2, std::string("Finasteride"));
    response.set(key_of("daily", 2), {false});
    set("after", 0, std::string("Then"));
    const std::string json = to_fhir(questionnaire, response, "2026-11-25T10:00:00Z");
    const auto group = [](const std::string& items) {
        return R"({"linkId":"medicine","item":[)" + items + "]}";
    };
    const auto answer = [](const std::string& link_id, const std::string& value) {
        return R"({"linkId":")" + link_id + R"(","answer":[{)" + value + "}]}";
    };
    const auto dose = [&](const std::string& hour) {
        return R"({"linkId":"dose","item":[)" + answer("hour", R"("valueInteger":)" + hour) + "]}";
    };
    const std::string wanted =
        R"("item":[)" +
        group(answer("name", R"("valueString":"Minoxidil")") + "," +
              answer("daily", R"("valueBoolean":true)") + "," + dose("8") + "," + dose("20")) +
        "," +
        group(answer("name", R"("valueString":"Finasteride")") + "," +
              answer("daily", R"("valueBoolean":false)")) +
        "," + answer("after", R"("valueString":"Then")") + "]";
    EXPECT_NE(json.find(wanted), std::string::npos) << json;
    const auto read = report(questionnaire, nullptr, json, "response.json");
    EXPECT_TRUE(read.findings.empty());
    ASSERT_TRUE(read.report);
    EXPECT_TRUE(read.report->invalid.empty());
}

TEST_F(AddedRepetitions, any_of_them_raises_a_red_flag) {
    const auto loaded = load_guidance(kLevels + R"(  - id: not-daily
    level: urgent
    enableWhen: [{question: daily, operator: "=", answerBoolean: false}]
    title: {en: T}
    text: {en: t}
    sources: []
)",
                                      "guidance.yaml", questionnaire);
    ASSERT_TRUE(loaded.guidance);
    const Outline outline(questionnaire);
    response = start(questionnaire);
    add("medicine", "medicine");
    EXPECT_TRUE(evaluate(outline, *loaded.guidance, response).findings.empty());
    set("daily", 1, false);
    const auto outcome = evaluate(outline, *loaded.guidance, response);
    ASSERT_EQ(outcome.findings.size(), 1U);
    EXPECT_EQ(outcome.findings[0].finding->id, "not-daily");
}

}  // namespace candor::screening
