#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace candor::screening {

/// Makes questionnaires and responses to them up, by a seed: all item types, groups in groups,
/// repetitions, conditions that look backwards, forwards and around, rules that answers break, and
/// answers that no one should send.
class FormGenerator {
  public:
    using Json = nlohmann::json;
    explicit FormGenerator(unsigned seed) : random_(seed) {}

    Json questionnaire() {
        asked_.clear();
        waited_for_.clear();
        number_ = 0;
        Json items = Json::array();
        const int count = 3 + below(6);
        for (int i = 0; i < count; ++i) items.push_back(item(0));
        look_forward(items);
        return {{"resourceType", "Questionnaire"}, {"status", "draft"}, {"item", items}};
    }

    Json response(const Json& questionnaire) {
        Json items = answers_to(questionnaire["item"]);
        if (chance(5)) items.push_back({{"linkId", "stranger"}});
        if (chance(5) && !asked_.empty())
            items.push_back(
                {{"linkId", any(asked_)["linkId"]}});  // perhaps where it does not belong
        return {
            {"resourceType", "QuestionnaireResponse"}, {"status", "completed"}, {"item", items}};
    }

  private:
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename List>
    typename List::value_type any(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

    static std::string url(const std::string& name) {
        return "http://hl7.org/fhir/StructureDefinition/" + name;
    }
    static void extend(Json& holder, const std::string& name, const std::string& key, Json value) {
        holder["extension"].push_back({{"url", url(name)}, {key, std::move(value)}});
    }
    static Json coding(const char* code) {
        return {{"system", "urn:s"}, {"code", code}, {"display", code}};
    }

    /// The value[x] that its questions are answered with, and values to answer and to compare with.
    static std::string value_type(const std::string& type) {
        static const std::map<std::string, std::string> kTypes{
            {"boolean", "Boolean"},   {"integer", "Integer"},   {"decimal", "Decimal"},
            {"date", "Date"},         {"dateTime", "DateTime"}, {"time", "Time"},
            {"string", "String"},     {"text", "String"},       {"url", "Uri"},
            {"quantity", "Quantity"}, {"choice", "Coding"},     {"open-choice", "Coding"}};
        return kTypes.at(type);
    }
    static const std::vector<Json>& values(const std::string& type) {
        static const std::map<std::string, std::vector<Json>> kValues{
            {"Boolean", {true, false}},
            {"Integer", {-1, 0, 1, 2, 3}},
            {"Decimal", {-0.5, 0.5, 1.0, 2.25, 0.125}},
            {"Date", {"2025", "2026", "2026-01", "2026-01-15", "2026-02-01"}},
            {"DateTime",
             {"2026-01-15T10:00:00Z", "2026-01-15T12:00:00+02:00", "2026-01-15T10:00:01Z",
              "2026-01-15", "2026-01-16", "2026", "2026-01-15T23:30:00-11:30",
              "2027-03-01T00:00:00+13:45"}},
            {"Time", {"08:00:00", "08:00:00.5", "08:00:00.50", "17:30:00"}},
            {"String", {"a", "bb", "ccc", "DD", "dddd"}},
            {"Uri", {"a", "bb", "urn:c"}},
            {"Quantity",
             {{{"value", 1}, {"unit", "kg"}},
              {{"value", 2.5}, {"unit", "kg"}},
              {{"value", 10}, {"unit", "kg"}},
              {{"value", 10}, {"unit", "g"}}}},
            {"Coding",
             {coding("a"), coding("b"), coding("c"), {{"system", "urn:t"}, {"code", "a"}}}}};
        return kValues.at(type);
    }
    Json value_of(const std::string& type) { return any(values(type)); }

    Json item(int depth) {
        static const std::vector<std::string> kTypes{
            "group",   "group", "display",  "boolean", "integer",
            "decimal", "date",  "dateTime", "time",    "string",
            "text",    "url",   "quantity", "choice",  "open-choice"};
        std::string type = any(kTypes);
        if (depth > 2 && type == "group") type = "boolean";
        Json made{{"linkId", "i" + std::to_string(++number_)}, {"type", type}, {"text", "Words"}};
        if (chance(40)) add_conditions(made, asked_);
        const bool question = type != "group" && type != "display";
        if (type != "display") {
            if (chance(40)) made["required"] = true;
            if (chance(35)) made["repeats"] = true;
            if (chance(20)) add_counts(made);
        }
        if (question) {
            add_options(made, type);
            add_rules(made, type);
            asked_.push_back(made);
        }
        const int inside = type == "group"          ? 1 + below(4)
                           : question && chance(15) ? 1 + below(2)
                                                    : 0;
        for (int i = 0; i < inside; ++i) made["item"].push_back(item(depth + 1));
        return made;
    }

    void add_conditions(Json& made, const std::vector<Json>& about) {
        if (about.empty()) return;
        const int count = 1 + below(3);
        for (int i = 0; i < count; ++i) {
            made["enableWhen"].push_back(condition(any(about)));
            waited_for_.insert(made["enableWhen"].back()["question"].get<std::string>());
        }
        if (count > 1 || chance(20)) made["enableBehavior"] = chance(50) ? "all" : "any";
    }

    Json condition(const Json& question) {
        static const std::vector<std::string> kAll{"exists", "=", "!=", ">", "<", ">=", "<="};
        const std::string asked = question["type"];
        std::string type = value_type(asked);
        const bool ordered =
            type != "Boolean" && type != "String" && type != "Uri" && type != "Coding";
        const std::string op = kAll[static_cast<std::size_t>(below(ordered ? 7 : 3))];
        Json made{{"question", question["linkId"]}, {"operator", op}};
        if (op == "exists") {
            made["answerBoolean"] = chance(60);
            return made;
        }
        Json value = value_of(type);
        if (type == "Uri") type = "String";
        if (asked == "open-choice" && chance(30)) {
            type = "String";
            value = value_of(type);
        }
        if (asked == "integer" && chance(20)) {
            type = "Decimal";
            value = value_of(type);
        }
        made["answer" + type] = value;
        return made;
    }

    void add_counts(Json& made) {
        made["repeats"] = true;
        if (chance(50)) {
            made["required"] = true;
            extend(made, "questionnaire-minOccurs", "valueInteger", 2);
        }
        if (chance(60)) extend(made, "questionnaire-maxOccurs", "valueInteger", 2);
    }

    void add_options(Json& made, const std::string& type) {
        if (type != "choice" && type != "open-choice") return;
        const bool weighed = chance(50);
        for (const char* code : {"a", "b", "c"}) {
            Json option{{"valueCoding", coding(code)}};
            if (weighed)
                extend(option["valueCoding"], "ordinalValue", "valueDecimal", below(8) / 2.0);
            if (*code == 'c' && chance(50))
                extend(option, "questionnaire-optionExclusive", "valueBoolean", true);
            made["answerOption"].push_back(option);
        }
    }

    void add_rules(Json& made, const std::string& type) {
        const bool text = type == "string" || type == "text" || type == "url";
        if (text && chance(30)) made["maxLength"] = 2;
        if (text && chance(30)) extend(made, "minLength", "valueInteger", 2);
        if (text && chance(30)) extend(made, "regex", "valueString", "[a-z]+|urn:.");
        if (type == "decimal" && chance(40)) extend(made, "maxDecimalPlaces", "valueInteger", 1);
        if (type == "quantity" && chance(40))
            extend(made, "questionnaire-unitOption", "valueCoding",
                   {{"system", "urn:u"}, {"code", "kg"}, {"display", "kg"}});
        const std::string value = value_type(type);
        const bool limited = value == "Integer" || value == "Decimal" || value == "Date" ||
                             value == "DateTime" || value == "Time";
        if (limited && chance(30)) extend(made, "minValue", "value" + value, value_of(value));
        if (limited && chance(30)) extend(made, "maxValue", "value" + value, value_of(value));
    }

    /// Items that nothing waits for, and that hold nothing, may wait for what comes after them.
    void look_forward(Json& items) {
        for (auto& made : items) {
            if (made.contains("item")) {
                look_forward(made["item"]);
                continue;
            }
            const std::string id = made["linkId"];
            if (waited_for_.count(id) > 0 || made.contains("enableWhen") || !chance(30)) continue;
            std::vector<Json> others;
            for (const auto& question : asked_)
                if (question["linkId"] != id) others.push_back(question);
            add_conditions(made, others);
        }
    }

    // --- Answers -----------------------------------------------------------------------------

    Json answers_to(const Json& items) {
        Json made = Json::array();
        for (const auto& item : items) {
            const std::string type = item["type"];
            if (type == "display" || chance(20)) continue;
            const int most = item.value("repeats", false) ? 3 : chance(5) ? 2 : 1;
            if (type == "group") {
                for (int i = 1 + below(most); i > 0; --i)
                    made.push_back({{"linkId", item["linkId"]},
                                    {"item", answers_to(item.value("item", Json::array()))}});
                continue;
            }
            Json answer = Json::array();
            for (int i = 1 + below(most); i > 0; --i) answer.push_back(an_answer(item));
            made.push_back({{"linkId", item["linkId"]}, {"answer", answer}});
        }
        return made;
    }

    Json an_answer(const Json& item) {
        Json made = Json::object();
        std::string type = value_type(item["type"]);
        if (chance(8)) {
            made["extension"] = {
                {{"url", url("data-absent-reason")}, {"valueCode", "asked-declined"}}};
            return made;
        }
        if (item["type"] == "open-choice" && chance(30)) type = "String";
        if (chance(4)) type = any(std::vector<std::string>{"Boolean", "Integer", "String", "Date"});
        made["value" + type] = value_of(type);
        if (chance(3) && (type == "Date" || type == "DateTime" || type == "Time"))
            made["value" + type] = type == "Time" ? "25:00:00" : "2026-13";
        if (item.contains("item")) made["item"] = answers_to(item["item"]);
        return made;
    }

    std::mt19937 random_;
    int number_ = 0;
    std::vector<Json> asked_;
    std::set<std::string> waited_for_;
};

}  // namespace candor::screening
