#include "screening/reading/report.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "screening/model/limits.h"
#include "screening/model/outcome.h"
#include "screening/reading/json_writer.h"
#include "screening/reading/response_reader.h"

namespace candor::screening {
namespace {

void judge_items(const AnswerTree& tree, const ResponseReader& read, Report& report) {
    std::size_t steps = kLimitSteps;
    for (int place = 0; place < static_cast<int>(tree.outline().places().size()); ++place) {
        const std::string& link_id = tree.outline()[place].item->link_id;
        if (tree.enabled_anywhere(place)) report.enabled.push_back(link_id);
        std::set<std::string> codes;
        for (const int occurrence : tree.of(place)) {
            const auto found = read.codes().find(occurrence);
            const bool counts = tree.all()[static_cast<std::size_t>(occurrence)].enabled;
            if (counts && found != read.codes().end())
                codes.insert(found->second.begin(), found->second.end());
            if (counts && is_outside_limits(tree, occurrence, steps)) codes.insert("out-of-range");
        }
        for (const auto& code : codes) report.invalid.push_back({link_id, code});
    }
    for (const int place : missing_places(tree))
        report.missing.push_back(tree.outline()[place].item->link_id);
    for (const auto& [link_id, code] : read.strangers()) report.invalid.push_back({link_id, code});
}

void check_which(const Node& root, const Questionnaire& questionnaire, Reading& reading) {
    const std::string named = reading.text(root, "questionnaire");
    if (named.empty() || questionnaire.url.empty()) return;
    if (named.substr(0, named.find('|')) != questionnaire.url)
        reading.warning(root, "other-questionnaire",
                        "the response answers \"" + named + "\", not this questionnaire.",
                        "Check that the two belong together.");
}

void write_texts(const std::vector<std::string>& texts, JsonWriter& json) {
    json.open_list();
    for (const auto& text : texts) json.text(text);
    json.close_list();
}

// 15 digits, so that 0.1 and 0.2 come out as 0.3.
std::string number_text(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                   std::chars_format::general, 15);
    return {text.data(), end.ptr};
}

void write_outcome(const std::optional<Outcome>& outcome, JsonWriter& json) {
    if (!outcome) return json.raw("null");
    json.open_object();
    json.field("level", name_of(outcome->level));
    json.key("findings");
    json.open_list();
    for (const auto& matched : outcome->findings) json.text(matched.finding->id);
    json.close_list();
    json.close_object();
}

}  // namespace

LoadedReport report(const Questionnaire& questionnaire, const Guidance* guidance,
                    std::string_view response, const std::string& where) {
    LoadedReport loaded;
    const auto root = parse_node(response, where, loaded.findings);
    if (!root) return loaded;
    Reading reading(where, loaded.findings);
    const Outline outline(questionnaire);
    AnswerTree tree(outline);
    ResponseReader reader(outline, tree, reading);
    if (!reader.read(*root)) return loaded;
    check_which(*root, questionnaire, reading);
    if (base::has_error(loaded.findings)) return loaded;
    if (!tree.resolve()) {
        reading.error(*root, "too-large", "it has too many answers for so many conditions.",
                      "Evaluate a smaller response.");
        return loaded;
    }
    Report report;
    judge_items(tree, reader, report);
    report.score = score_of(tree);
    if (guidance != nullptr) report.outcome = outcome_of(tree, *guidance);
    loaded.report = std::move(report);
    return loaded;
}

std::string to_json(const Report& report) {
    JsonWriter json;
    json.open_object();
    json.key("enabled");
    write_texts(report.enabled, json);
    json.key("missing");
    write_texts(report.missing, json);
    json.key("invalid");
    json.open_list();
    for (const auto& invalid : report.invalid) {
        json.open_object();
        json.field("linkId", invalid.link_id);
        json.field("code", invalid.code);
        json.close_object();
    }
    json.close_list();
    if (report.score) {
        json.key("score");
        json.raw(number_text(*report.score));
    }
    json.key("guidance");
    write_outcome(report.outcome, json);
    json.close_object();
    return json.take();
}

}  // namespace candor::screening
