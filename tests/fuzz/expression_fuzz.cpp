// FHIRPath expressions, one a line, each worked out over one small form and its answers.
#include "base/utf8.h"
#include "input.h"
#include "screening/model/answer_tree.h"
#include "screening/model/expression.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::fuzz {
namespace {

using namespace screening;

std::string quoted(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= ' ') out += c;
    }
    return out;
}

/// A form whose last item is worked out so.
std::string form_with(std::string_view expression) {
    return R"({"resourceType":"Questionnaire","status":"draft","item":[
      {"linkId":"g","type":"group","repeats":true,"item":[
        {"linkId":"n","type":"integer"},{"linkId":"d","type":"decimal"},
        {"linkId":"t","type":"string"},{"linkId":"day","type":"date"}]},
      {"linkId":"q","type":"choice","repeats":true,
       "answerValueSet":"http://loinc.org/vs/LL358-3"},
      {"linkId":"w","type":"quantity"},
      {"linkId":"x","type":"string","extension":[{"url":
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
        "valueExpression":{"language":"text/fhirpath","expression":")" +
           quoted(expression) + "\"}}]}]}";
}

void work_out(std::string_view text) {
    if (!base::is_utf8(text)) return;
    const auto loaded = load_questionnaire(form_with(text), "form.json");
    must_be_showable(loaded.findings);
    if (!loaded.questionnaire) return;
    const Questionnaire& form = *loaded.questionnaire;
    Response response;
    response.set("n", {std::int64_t{7}});
    response.set("d", {Decimal{"1.75", 1.75}});
    response.set("t", {std::string("Äpfel")});
    response.set("day", {Date{"2000-02-29"}});
    response.set("w", {Quantity{{"70", 70}, {}, "kg", "http://unitsofmeasure.org", "kg"}});
    response.set("q", {Coding{"http://loinc.org", "LA6571-9", {}},
                       Coding{"http://loinc.org", "LA6570-1", {}}});
    add_repetition(form.items[0], response, "g");
    const Outline outline(form);
    const AnswerTree once(outline, response), again(outline, response);
    const auto at = static_cast<std::size_t>(once.of(outline.find("x")).front());
    const auto &values = once.all()[at].values, &same = again.all()[at].values;
    must(values.size() == same.size(), "an expression has the same values each time");
    for (const Value& value : values)
        must(std::get<std::string>(value).size() < 1'000'000, "a value stays small");
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all = candor::fuzz::text_of(data, size);
    for (std::size_t from = 0, lines = 0; from <= all.size() && lines < 8; ++lines) {
        const std::size_t end = std::min(all.find('\n', from), all.size());
        candor::fuzz::work_out(all.substr(from, end - from));
        from = end + 1;
    }
    return 0;
}
