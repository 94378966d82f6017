#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "consult/request/opened_request.h"
#include "consult/request/request.h"

namespace candor::consult {
namespace {

ContactForm person(bool send_values) {
    ContactForm form;
    form.first_name.assign("Elif");
    form.phone.assign("+90 532 415 50 00");
    form.language = "tr";
    form.agreed = true;
    form.send_values = send_values;
    return form;
}

RequestContext with_values() {
    RequestContext context;
    context.request_id = "0b54a1b6-3f0c-4c53-9f0b-6f0a4f0f8a11";
    context.authored = "2026-11-22T12:40:00Z";
    context.values = {{"choices/no-operation", "a-lot", {"No operation", "Ameliyat istemiyorum"}},
                      {"choices/cost", "somewhat", "Fiyatı\x01"}};
    return context;
}

}  // namespace

TEST(RequestValues, go_along_by_id_with_the_persons_words) {
    const auto opened = read_bundle(to_bundle(person(true), with_values())->view());
    ASSERT_TRUE(opened);
    ASSERT_EQ(opened->values.size(), 2U);
    EXPECT_EQ(opened->values[0].id, "choices/no-operation");
    EXPECT_EQ(opened->values[0].importance, "a-lot");
    EXPECT_EQ(opened->values[0].title.text, "No operation") << "for staff";
    EXPECT_EQ(opened->values[0].title.original, "Ameliyat istemiyorum");
    EXPECT_EQ(opened->values[1].title.text, "Fiyatı") << "no control characters";
}

TEST(RequestValues, stay_behind_without_the_persons_agreement) {
    const auto bundle = to_bundle(person(false), with_values());
    EXPECT_EQ(bundle->view().find("no-operation"), std::string_view::npos);
    EXPECT_EQ(bundle->view().find("Ameliyat"), std::string_view::npos);
    EXPECT_TRUE(read_bundle(bundle->view())->values.empty());
}

TEST(RequestValues, are_concepts_of_the_task) {
    const auto json = nlohmann::json::parse(to_bundle(person(true), with_values())->view());
    const auto& task = json["entry"].back()["resource"];
    ASSERT_EQ(task["resourceType"], "Task");
    const auto& input = task["input"][0];
    EXPECT_EQ(input["type"]["text"], "What matters to the person");
    EXPECT_EQ(input["valueCodeableConcept"]["coding"].size(), 2U);
    EXPECT_EQ(input["valueCodeableConcept"]["text"], "No operation");
}

TEST(RequestValues, too_many_to_read_are_refused) {
    RequestContext flood = with_values();
    flood.values.assign(12'000, flood.values[0]);
    EXPECT_EQ(to_bundle(person(true), flood).error().kind, base::FaultKind::too_large);
}

TEST(RequestValues, cleared_form_sends_none) {
    ContactForm form = person(true);
    form.clear();
    EXPECT_FALSE(form.send_values);
}

}  // namespace candor::consult
