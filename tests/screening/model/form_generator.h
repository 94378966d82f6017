#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace candor::screening {

/// Makes questionnaires and responses to them up, by a seed: all item types, all kinds of options,
/// groups in groups, with and without titles or questions, pages, repetitions, conditions that look
/// backwards, forwards and around, rules that answers break, and answers that no one should send.
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

    /// A form that asks for choices alone. Of each, "after-ID" shows where its first option is
    /// chosen; half of the options have words in another language too.
    Json choices() {
        number_ = 0;
        Json items = Json::array();
        const int count = 2 + below(4);
        for (int i = 0; i < count; ++i) {
            const std::string id = "i" + std::to_string(++number_);
            Json made{{"linkId", id}, {"text", "Words of " + id}, {"repeats", chance(50)}};
            made["type"] = chance(30) ? "open-choice" : "choice";
            offer(made, any(offers()));
            for (auto& option : made["answerOption"])
                if (chance(50)) translate(option);
            items.push_back(made);
            Json after{{"linkId", "after-" + id}, {"type", "display"}, {"text", "After " + id}};
            const Json& first = made["answerOption"].front();
            const std::string type = type_of_value(first);
            after["enableWhen"].push_back(
                {{"question", id},
                 {"operator", "="},
                 {"answer" + type, without_extension(first["value" + type])}});
            items.push_back(after);
        }
        items.push_back({{"linkId", "end"}, {"type", "boolean"}, {"text", "Words of the end"}});
        return {{"resourceType", "Questionnaire"},
                {"status", "draft"},
                {"language", "en"},
                {"item", items}};
    }

    /// A number below `end`, from the same seed.
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

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
             {coding("a"),
              coding("b"),
              coding("c"),
              {{"system", "urn:t"}, {"code", "a"}},
              {{"code", "a"}},
              {{"display", "a"}},
              {{"display", "Purple"}}}}};
        return kValues.at(type);
    }
    Json value_of(const std::string& type) { return any(values(type)); }

    /// What a question can offer: all kinds of options that R4 has, with codes, without, and with
    /// codes that only their system tells apart.
    static const std::vector<std::vector<Json>>& offers() {
        static const auto words = [](const char* display) -> Json {
            return {{"display", display}};
        };
        static const auto option = [](const char* type, Json value) -> Json {
            return {{std::string("value") + type, std::move(value)}};
        };
        static const auto codings = [](const std::vector<Json>& all) {
            std::vector<Json> made;
            for (const auto& each : all) made.push_back(option("Coding", each));
            return made;
        };
        static const std::vector<std::vector<Json>> kOffers{
            codings({coding("a"), coding("b"), coding("c")}),
            codings({{{"code", "a"}, {"display", "A"}},
                     {{"code", "b"}, {"display", "B"}},
                     {{"code", "c"}}}),
            codings({words("a"), words("No"), words("Maybe, \"not\" sure")}),
            codings({words("Yes"), words("No")}),
            codings({{{"system", "urn:s"}, {"display", "a"}},
                     {{"system", "urn:t"}, {"display", "a"}},
                     {{"display", "a"}},
                     {{"code", "a"}, {"display", "a"}}}),
            codings({coding("a"),
                     {{"system", "urn:t"}, {"code", "a"}, {"display", "Other a"}},
                     {{"code", "a"}, {"display", "Just a"}}}),
            {option("String", "a"), option("String", "bb"), option("String", "A")},
            {option("Integer", 1), option("Integer", 2), option("Integer", -1)},
            {option("Date", "2026"), option("Date", "2026-01"), option("Date", "2026-01-15")},
            {option("Time", "08:00:00"), option("Time", "08:00:01"), option("Time", "17:30:00")},
            {option("String", "1"), option("Integer", 1), option("Coding", words("1"))}};
        return kOffers;
    }

    Json item(int depth) {
        static const std::vector<std::string> kTypes{
            "group",   "group", "display",  "boolean", "integer",
            "decimal", "date",  "dateTime", "time",    "string",
            "text",    "url",   "quantity", "choice",  "open-choice"};
        std::string type = any(kTypes);
        if (depth > 2 && type == "group") type = "boolean";
        const std::string id = "i" + std::to_string(++number_);
        Json made{{"linkId", id}, {"type", type}, {"text", "Words of " + id}};
        if (type == "group" && chance(25)) made.erase("text");
        if (type == "group" && chance(15)) control(made, "page");
        if (type == "display" && chance(10)) control(made, "help");
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
        const bool only_texts = type == "group" && chance(20);
        for (int i = 0; i < inside; ++i)
            made["item"].push_back(only_texts ? text() : item(depth + 1));
        return made;
    }

    Json text() {
        const std::string id = "i" + std::to_string(++number_);
        return {{"linkId", id}, {"type", "display"}, {"text", "Words of " + id}};
    }

    static void control(Json& made, const std::string& code) {
        extend(made, "questionnaire-itemControl", "valueCodeableConcept",
               {{"coding", Json::array({{{"code", code}}})}});
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
        Json offered;
        if (question.contains("answerOption") && chance(80)) {
            offered = any(question["answerOption"].get<std::vector<Json>>());
            type = type_of_value(offered);
        }
        const bool ordered =
            type != "Boolean" && type != "String" && type != "Uri" && type != "Coding";
        const std::string op = kAll[static_cast<std::size_t>(below(ordered ? 7 : 3))];
        Json made{{"question", question["linkId"]}, {"operator", op}};
        if (op == "exists") {
            made["answerBoolean"] = chance(60);
            return made;
        }
        Json value =
            offered.is_null() ? value_of(type) : without_extension(offered["value" + type]);
        if (type == "Uri") type = "String";
        if (asked == "open-choice" && op != "exists" && !is_ordering(op) && chance(30)) {
            type = "String";
            value = value_of(type);
        }
        if (asked == "integer" && offered.is_null() && chance(20)) {
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

    static bool is_ordering(const std::string& op) { return op[0] == '<' || op[0] == '>'; }
    static std::string type_of_value(const Json& option) {
        for (const auto& [key, value] : option.items())
            if (key.rfind("value", 0) == 0) return key.substr(5);
        return "";
    }
    static Json without_extension(Json value) {
        if (value.is_object()) value.erase("extension");
        return value;
    }

    void add_options(Json& made, const std::string& type) {
        if (type == "choice" || type == "open-choice") return offer(made, any(offers()));
        if (type == "text") return;  // R4 lets it choose from nothing
        std::vector<std::vector<Json>> fitting;
        for (const auto& options : offers())
            if (type_of_value(options.front()) == value_type(type) &&
                type_of_value(options.back()) == value_type(type))
                fitting.push_back(options);
        if (!fitting.empty() && chance(25)) offer(made, any(fitting));
    }

    void offer(Json& made, const std::vector<Json>& options) {
        const bool weighed = chance(50);
        for (Json option : options) {
            Json& holder =
                option.contains("valueCoding") && chance(70) ? option["valueCoding"] : option;
            if (weighed) extend(holder, "ordinalValue", "valueDecimal", below(8) / 2.0);
            made["answerOption"].push_back(std::move(option));
        }
        if (chance(40))
            extend(made["answerOption"].back(), "questionnaire-optionExclusive", "valueBoolean",
                   true);
    }

    /// German words, beside those that tell the option from others.
    static void translate(Json& option) {
        const auto beside = [](Json& holder, const std::string& key) {
            const Json lang{{"url", "lang"}, {"valueCode", "de"}};
            const Json content{{"url", "content"},
                               {"valueString", "de: " + holder[key].get<std::string>()}};
            holder["_" + key]["extension"].push_back(
                {{"url", url("translation")}, {"extension", Json::array({lang, content})}});
        };
        if (option.contains("valueString")) beside(option, "valueString");
        if (option.contains("valueCoding") && option["valueCoding"].contains("display"))
            beside(option["valueCoding"], "display");
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
        if (item.contains("answerOption") && chance(75)) {
            const Json option = any(item["answerOption"].get<std::vector<Json>>());
            made["value" + type_of_value(option)] =
                without_extension(option["value" + type_of_value(option)]);
            if (item.contains("item")) made["item"] = answers_to(item["item"]);
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
