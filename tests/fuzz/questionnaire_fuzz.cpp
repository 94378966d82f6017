// A questionnaire, its guidance and a response, as YAML or JSON between lines "%%%%".
#include "base/utf8.h"
#include "input.h"
#include "screening/model/evaluate.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/report.h"

namespace candor::fuzz {
namespace {

using namespace screening;

/// Answers the questions as a person in a hurry does: the first option of each, or a word.
void answer(const Questionnaire& questionnaire, Response& response) {
    for (int round = 0; round < 3; ++round)
        for (const Item* item : questions(questionnaire, response)) {
            if (!item->options.empty())
                response.set(item->link_id,
                             toggled(*item, response.values(item->link_id), item->options.front()));
            else if (item->type == ItemType::boolean)
                response.set(item->link_id, {true});
            else if (item->type == ItemType::integer)
                response.set(item->link_id, {std::int64_t{round}});
            else
                response.decline(item->link_id);
            static_cast<void>(problems(*item, response.values(item->link_id)));
        }
}

void ask(const Questionnaire& questionnaire, const Guidance* guidance) {
    Response response = start(questionnaire);
    answer(questionnaire, response);
    drop_disabled(questionnaire, response);
    static_cast<void>(missing(questionnaire, response));
    if (guidance != nullptr) static_cast<void>(evaluate(questionnaire, *guidance, response));
    const auto written = to_fhir(questionnaire, response, "2026-11-22T10:00:00Z");
    const auto again = report(questionnaire, guidance, written, "response.json");
    must(again.report.has_value(), "an exported response can be read");
}

void read(std::string_view form, std::string_view words, std::string_view answers) {
    if (const auto json = to_fhir_json(form, "questionnaire.yaml"))
        must(base::is_utf8(*json), "exported JSON is UTF-8");
    const auto loaded = load_questionnaire(form, "questionnaire.yaml");
    must(loaded.questionnaire.has_value() != base::has_error(loaded.findings),
         "a questionnaire is there unless a finding is an error");
    must_be_showable(loaded.findings);
    if (!loaded.questionnaire) return;
    const auto guidance = load_guidance(words, "guidance.yaml", *loaded.questionnaire);
    must_be_showable(guidance.findings);
    const Guidance* known = guidance.guidance ? &*guidance.guidance : nullptr;
    ask(*loaded.questionnaire, known);
    const auto judged = report(*loaded.questionnaire, known, answers, "response.json");
    must_be_showable(judged.findings);
    if (judged.report) must(base::is_utf8(to_json(*judged.report)), "a report is UTF-8");
}

}  // namespace
}  // namespace candor::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [form, words, answers] =
        candor::fuzz::parts_of<3>(candor::fuzz::text_of(data, size));
    candor::fuzz::read(form, words, answers);
    return 0;
}
