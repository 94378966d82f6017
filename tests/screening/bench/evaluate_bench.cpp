// One changed answer in a questionnaire of 1,000 items: what the kiosk then asks for, measured
// together and each on its own.
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>

#include "screening/model/evaluate.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

// Groups of ten: a choice with weights, booleans, numbers, dates and texts that wait for each
// other.
std::string item(int number) {
    const std::string id = "q" + std::to_string(number), before = "q" + std::to_string(number - 1);
    const std::string start = "{\"linkId\":\"" + id + "\",\"text\":\"Question\",\"required\":true,";
    const std::string exists =
        "\"enableWhen\":[{\"question\":\"" + before +
        "\",\"operator\":\"exists\",\"answerBoolean\":true},{\"question\":\"q1\","
        "\"operator\":\"!=\",\"answerInteger\":-1}],\"enableBehavior\":\"all\",";
    const std::string condition = number > 1 ? exists : "";
    switch (number % 4) {
        case 0:
            return start + condition +
                   R"("type":"choice","answerOption":[{"valueCoding":{"code":"a","display":"A",)"
                   R"("extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue",)"
                   R"("valueDecimal":1}]}},{"valueCoding":{"code":"b","display":"B"}}]})";
        case 1:
            return start + condition + R"("type":"integer"})";
        case 2:
            return start + condition + R"("type":"boolean"})";
        default:
            return start + condition + R"("type":"date"})";
    }
}

Value answer(int number) {
    switch (number % 4) {
        case 0:
            return Coding{"", "a", ""};
        case 1:
            return std::int64_t{number};
        case 2:
            return true;
        default:
            return Date{"2026-11-22"};
    }
}

constexpr int kQuestions = 910;  // and 90 groups

Questionnaire thousand_items() {
    std::string json = R"({"resourceType":"Questionnaire","status":"draft","item":[)";
    for (int i = 1; i <= kQuestions; ++i) {
        const bool opens = i % 10 == 1 && i < 900, closes = i % 10 == 0 && i <= 900;
        if (i > 1) json += ',';
        if (opens)
            json +=
                "{\"linkId\":\"g" + std::to_string(i) + R"(","type":"group","text":"G","item":[)";
        json += item(i);
        if (closes) json += "]}";
    }
    auto loaded = load_questionnaire(json + "]}", "thousand.json");
    if (!loaded.questionnaire) throw std::runtime_error(base::to_line(loaded.findings.front()));
    return std::move(*loaded.questionnaire);
}

struct Asked {
    Questionnaire questionnaire = thousand_items();
    Outline outline{questionnaire};
    Response response;
    int turn = 0;

    Asked() {
        for (int i = 1; i <= kQuestions; ++i) response.set("q" + std::to_string(i), {answer(i)});
    }
    /// All 909 behind the first question come and go with it.
    void change_one_answer() { response.set("q1", {std::int64_t{++turn % 2 == 0 ? -1 : 1}}); }
};

void OneAnswer(benchmark::State& state) {
    Asked asked;
    for (auto unused : state) {
        asked.change_one_answer();
        benchmark::DoNotOptimize(questions(asked.outline, asked.response));
        benchmark::DoNotOptimize(missing(asked.outline, asked.response));
        benchmark::DoNotOptimize(score(asked.outline, asked.response));
    }
}
BENCHMARK(OneAnswer)->Unit(benchmark::kMillisecond);

void OutlineAnew(benchmark::State& state) {
    const Asked asked;
    for (auto unused : state) benchmark::DoNotOptimize(Outline(asked.questionnaire));
}
BENCHMARK(OutlineAnew)->Unit(benchmark::kMillisecond);

void Questions(benchmark::State& state) {
    Asked asked;
    for (auto unused : state) {
        asked.change_one_answer();
        benchmark::DoNotOptimize(questions(asked.outline, asked.response));
    }
}
BENCHMARK(Questions)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace candor::screening

BENCHMARK_MAIN();
