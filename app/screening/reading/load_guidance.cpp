#include "screening/reading/load_guidance.h"

#include <algorithm>
#include <optional>

#include "screening/model/outline.h"
#include "screening/reading/condition_reader.h"
#include "screening/reading/reading.h"

namespace candor::screening {
namespace {

using base::Severity;
constexpr std::array<std::string_view, 10> kFindingKeys{
    "id",         "level",          "ending", "noRequest", "distress",
    "enableWhen", "enableBehavior", "title",  "text",      "sources"};

std::optional<Level> level_named(const std::string& name) {
    for (std::size_t i = 0; i < Guidance{}.levels.size(); ++i)
        if (name == name_of(static_cast<Level>(i))) return static_cast<Level>(i);
    return std::nullopt;
}

void need_words(const Node& node, const base::Localized& words, const char* what,
                Reading& reading) {
    if (words.empty())
        reading.error(node, "missing-words", std::string("there is no ") + what + ".",
                      std::string("Write ") + what + ": {en: \"…\"}.");
}

void read_levels(const Node& root, Guidance& guidance, Reading& reading) {
    const Node* levels = root.find("levels");
    for (std::size_t i = 0; i < guidance.levels.size(); ++i) {
        reading.set_subject(std::string("Level \"") + name_of(static_cast<Level>(i)) + "\"");
        const Node* node =
            levels == nullptr ? nullptr : levels->find(name_of(static_cast<Level>(i)));
        if (node == nullptr || !node->is(Node::Kind::map)) {
            reading.error(levels == nullptr ? root : *levels, "level-without-words",
                          "the level has no words.", "Write its title and text under levels.");
            continue;
        }
        guidance.levels[i] = {reading.by_language(*node, "title"),
                              reading.by_language(*node, "text")};
        need_words(*node, guidance.levels[i].title, "title", reading);
        need_words(*node, guidance.levels[i].text, "text", reading);
    }
    if (levels == nullptr) return;
    for (const auto& [key, line] : levels->keys)
        if (!level_named(key))
            reading.error(*levels, "unknown-level", "\"" + key + "\" is not a level.",
                          "Use urgent, tell-the-doctor, less-likely, worth-a-talk.");
}

void read_sources(const Node& node, GuidanceFinding& finding, Reading& reading) {
    const Node* list = node.find("sources");
    if (list == nullptr) {
        reading.warning(node, "no-source", "there are no sources.",
                        "Name the ids in sources.yaml.");
        return;
    }
    for (const auto& entry : list->items) {
        const auto* id = string_in(&entry);
        if (id == nullptr)
            reading.error(entry, "wrong-type", "a source is not an id.",
                          "Name one of sources.yaml.");
        else
            finding.sources.push_back(*id);
    }
}

void read_level(const Node& node, GuidanceFinding& finding, Reading& reading) {
    const std::string name = reading.text(node, "level");
    const auto level = level_named(name);
    if (!level)
        reading.error(node, "unknown-level", "\"" + name + "\" is not a level.",
                      "Use urgent, tell-the-doctor, less-likely or worth-a-talk.");
    finding.level = level.value_or(Level::worth_a_talk);
}

void read_finding_conditions(const Node& node, const Outline& outline, GuidanceFinding& finding,
                             Reading& reading) {
    Conditions conditions = read_conditions(node, reading);
    for (std::size_t i = 0; i < conditions.list.size(); ++i) {
        const int place = outline.find(conditions.list[i].question);
        check_condition(conditions.list[i], place < 0 ? nullptr : outline[place].item,
                        conditions.lines[i], Severity::error, reading);
    }
    if (conditions.list.empty())
        reading.error(node, "no-conditions", "the finding has no conditions, so it never shows.",
                      "Give it an enableWhen.");
    finding.enable_when = std::move(conditions.list);
    finding.enable_behavior = conditions.behavior;
}

void refuse_unknown(const Node& node, Reading& reading) {
    for (const auto& [key, line] : node.keys)
        if (std::find(kFindingKeys.begin(), kFindingKeys.end(), key) == kFindingKeys.end())
            reading.error(node, "unknown-element", "\"" + key + "\" is not part of a finding.",
                          "Check its spelling.");
}

GuidanceFinding read_finding(const Node& node, const Outline& outline, Reading& reading) {
    GuidanceFinding finding;
    finding.id = reading.text(node, "id");
    reading.set_subject("Finding \"" + finding.id + "\"");
    if (finding.id.empty())
        reading.error(node, "no-id", "the finding has no id.", "Give it one, such as sudden-loss.");
    refuse_unknown(node, reading);
    read_level(node, finding, reading);
    finding.ending = reading.flag(node, "ending");
    finding.no_request = reading.flag(node, "noRequest");
    finding.distress = reading.flag(node, "distress");
    read_finding_conditions(node, outline, finding, reading);
    finding.title = reading.by_language(node, "title");
    finding.text = reading.by_language(node, "text");
    need_words(node, finding.title, "title", reading);
    need_words(node, finding.text, "text", reading);
    read_sources(node, finding, reading);
    return finding;
}

void read_findings(const Node& root, const Outline& outline, Guidance& guidance, Reading& reading) {
    for (const Node* node : reading.maps(root, "findings")) {
        reading.set_subject({});
        GuidanceFinding finding = read_finding(*node, outline, reading);
        const bool known =
            std::any_of(guidance.findings.begin(), guidance.findings.end(),
                        [&](const GuidanceFinding& f) { return f.id == finding.id; });
        if (known && !finding.id.empty())
            reading.error(*node, "doubled-id", "two findings have this id.", "Rename one.");
        guidance.findings.push_back(std::move(finding));
    }
    reading.set_subject({});
    if (guidance.findings.empty())
        reading.error(root, "no-findings", "there are no findings.", "Write some under findings.");
}

}  // namespace

LoadedGuidance load_guidance(std::string_view yaml, const std::string& where,
                             const Questionnaire& questionnaire) {
    LoadedGuidance loaded;
    const auto root = parse_node(yaml, where, loaded.findings);
    if (!root) return loaded;
    Reading reading(where, loaded.findings);
    const Outline outline(questionnaire);
    Guidance guidance;
    for (const auto& [key, line] : root->keys)
        if (key != "levels" && key != "findings")
            reading.error(*root, "unknown-element", "\"" + key + "\" is not part of guidance.",
                          "It holds levels and findings.");
    read_levels(*root, guidance, reading);
    read_findings(*root, outline, guidance, reading);
    if (!base::has_error(loaded.findings)) loaded.guidance = std::move(guidance);
    return loaded;
}

}  // namespace candor::screening
