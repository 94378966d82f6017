#include "form.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

std::string exported(const std::string& items) {
    return to_fhir_json("resourceType: Questionnaire\nitem:\n" + items, "q.yaml").value_or("");
}

}  // namespace

TEST(Export, element_tells_numbers_from_texts) {
    EXPECT_EQ(exported("- {linkId: 1, initial: [{valueQuantity: {value: 5.0, unit: 7}}]}"),
              R"({"resourceType":"Questionnaire","item":[{"linkId":"1","initial":)"
              R"([{"valueQuantity":{"value":5.0,"unit":"7"}}]}]})");
    EXPECT_EQ(
        exported("- {linkId: a, contact: [{value: 12}]}"),
        R"({"resourceType":"Questionnaire","item":[{"linkId":"a","contact":[{"value":"12"}]}]})");
}

TEST(Export, what_is_no_number_stays_a_text) {
    EXPECT_EQ(exported("- {linkId: a, extension: [{url: urn:x, valueInteger: ten}]}"),
              R"({"resourceType":"Questionnaire","item":[{"linkId":"a","extension":)"
              R"([{"url":"urn:x","valueInteger":"ten"}]}]})");
}

}  // namespace candor::screening
