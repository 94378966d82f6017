#pragma once
#include <map>
#include <memory>

#include "naive_json.h"

namespace candor::screening::naive {

/// What a response leads to, found out again from the JSON alone, by the specification's words and
/// without a thought about time. Knows the elements that the generator writes.
struct Verdict {
    std::vector<std::string> enabled, missing;
    std::set<std::pair<std::string, std::string>> invalid;
    std::optional<double> score;
};

struct Instance {
    const Json* item = nullptr;
    Instance* parent = nullptr;
    int number = 0;  ///< in document order
    bool is_slot = false, declined = false;
    std::vector<Json> answers;  ///< of answers with a value: the pair of its key and the value
    std::set<std::string> counting;
    std::vector<std::unique_ptr<Instance>> inside;
};

class Oracle {
  public:
    Oracle(const Json& questionnaire, const Json& response)
        : questionnaire_(questionnaire), response_(response) {}

    Verdict judge() {
        find_parents(questionnaire_["item"], "");
        expand(questionnaire_["item"], {response_}, root_, "");
        walk(questionnaire_["item"]);
        return verdict_;
    }

  private:
    void find_parents(const Json& items, const std::string& parent) {
        for (const auto& item : items) {
            parents_[item["linkId"]] = parent;
            if (item.contains("item")) find_parents(item["item"], item["linkId"]);
        }
    }

    static const Json& children(const Json& item) {
        return item.contains("item") ? item["item"] : kNothing;
    }

    Instance& add(const Json& item, Instance& parent) {
        parent.inside.push_back(std::make_unique<Instance>());
        Instance& made = *parent.inside.back();
        made.item = &item;
        made.parent = &parent;
        made.number = ++count_;
        return made;
    }

    void expand(const Json& items, const std::vector<Json>& holders, Instance& parent,
                const std::string& parent_id) {
        std::map<std::string, std::vector<Json>> found;
        for (const auto& holder : holders)
            for (const auto& item : holder.value("item", Json::array())) {
                const std::string id = item["linkId"];
                if (parents_.count(id) == 0)
                    verdict_.invalid.insert({id, "unknown-item"});
                else if (parents_[id] != parent_id)
                    verdict_.invalid.insert({id, "misplaced"});
                else
                    found[id].push_back(item);
            }
        for (const auto& item : items) {
            const auto& given = found[item["linkId"]];
            asks(item) ? expand_question(item, given, parent) : expand_group(item, given, parent);
        }
    }

    void expand_group(const Json& item, const std::vector<Json>& given, Instance& parent) {
        const std::vector<Json> all = given.empty() ? std::vector<Json>{Json::object()} : given;
        for (std::size_t i = 0; i < all.size(); ++i) {
            Instance& made = add(item, parent);
            if (i == 0) made.counting = count_codes(item, given.size());
            expand(children(item), {all[i]}, made, item["linkId"]);
        }
    }

    static std::set<std::string> count_codes(const Json& item, std::size_t count) {
        std::set<std::string> codes;
        const Json *least = extension(item, "minOccurs"), *most = extension(item, "maxOccurs");
        if (count > 1 && !item.value("repeats", false)) codes.insert("too-many");
        if (most != nullptr && count > (*most)["valueInteger"]) codes.insert("too-many");
        if (least != nullptr && count > 0 && count < (*least)["valueInteger"])
            codes.insert("too-few");
        return codes;
    }

    void expand_question(const Json& item, const std::vector<Json>& given, Instance& parent) {
        Instance& made = add(item, parent);
        std::vector<Json> answers;
        for (const auto& one : given)
            for (const auto& answer : one.value("answer", Json::array())) answers.push_back(answer);
        for (const auto& answer : answers) {
            if (!key_of(answer, "value").empty()) made.answers.push_back(answer);
            if (extension(answer, "data-absent-reason") != nullptr) made.declined = true;
        }
        if (!made.answers.empty()) made.declined = false;
        const Json& kept = children(item);
        if (kept.empty() && given.empty()) return;
        if (answers.size() < 2) {
            std::vector<Json> holders = given;
            holders.insert(holders.end(), answers.begin(), answers.end());
            expand(kept, holders, made, item["linkId"]);
            return;
        }
        for (const auto& answer : answers) {
            Instance& slot = add(item, made);
            slot.is_slot = true;
            expand(kept, {answer}, slot, item["linkId"]);
        }
    }

    // --- enableWhen --------------------------------------------------------------------------

    static void collect(const Instance& from, const std::string& id,
                        std::vector<const Instance*>& all) {
        if (from.item != nullptr && !from.is_slot && (*from.item)["linkId"] == id)
            all.push_back(&from);
        for (const auto& inner : from.inside) collect(*inner, id, all);
    }

    const Instance* nearest(const Instance& from, const std::string& id) const {
        for (const Instance* around = from.parent; around != nullptr; around = around->parent) {
            if (around->item != nullptr && !around->is_slot && (*around->item)["linkId"] == id)
                return around;
            std::vector<const Instance*> all;
            collect(*around, id, all);
            const Instance* found = all.empty() ? nullptr : all.front();
            for (const auto* one : all)
                if (one->number < from.number) found = one;
            if (found != nullptr) return found;
        }
        return nullptr;
    }

    bool holds(const Json& condition, const Instance& from) const {
        const Instance* asked = nearest(from, condition["question"]);
        std::vector<Json> answers;
        if (asked != nullptr && enabled(*asked)) answers = asked->answers;
        const std::string op = condition["operator"], type = key_of(condition, "answer");
        const Json& wanted = condition["answer" + type];
        if (op == "exists") return !answers.empty() == wanted.get<bool>();
        bool equal = false, any = false;
        for (const auto& answer : answers) {
            const std::string own = key_of(answer, "value");
            if (!unreadable(own, answer["value" + own]).empty()) continue;
            const Order order = compare(own, answer["value" + own], type, wanted);
            if (!order) continue;
            equal = equal || *order == 0;
            any = any || (op == ">" && *order > 0) || (op == "<" && *order < 0) ||
                  (op == ">=" && *order >= 0) || (op == "<=" && *order <= 0);
        }
        return op == "=" ? equal : op == "!=" ? !equal : any;
    }

    bool enabled(const Instance& one) const {
        if (one.item == nullptr) return true;
        if (one.is_slot) return enabled(*one.parent);
        if (!enabled(*one.parent)) return false;
        const Json conditions = one.item->value("enableWhen", Json::array());
        if (conditions.empty()) return true;
        std::size_t holding = 0;
        for (const auto& condition : conditions) holding += holds(condition, one) ? 1 : 0;
        return one.item->value("enableBehavior", "all") == "any" ? holding > 0
                                                                 : holding == conditions.size();
    }

    // --- The verdict -------------------------------------------------------------------------

    void walk(const Json& items) {
        for (const auto& item : items) {
            std::vector<const Instance*> all;
            collect(root_, item["linkId"], all);
            for (const auto& option : item.value("answerOption", kNothing))
                if (weight_of(option) != nullptr) verdict_.score = verdict_.score.value_or(0);
            bool is_enabled = false, is_missing = false;
            for (const auto* one : all) {
                if (!enabled(*one)) continue;
                is_enabled = true;
                is_missing = is_missing || lacks_answer(*one);
                for (const auto& code : codes_of(*one))
                    verdict_.invalid.insert({item["linkId"], code});
                add_score(*one);
            }
            if (is_enabled) verdict_.enabled.push_back(item["linkId"]);
            if (is_missing) verdict_.missing.push_back(item["linkId"]);
            if (item.contains("item")) walk(item["item"]);
        }
    }

    bool lacks_answer(const Instance& one) const {
        if (!one.item->value("required", false)) return false;
        if (asks(*one.item)) return one.answers.empty() && !one.declined;
        int questions = 0, answered = 0;
        count_inside(one, questions, answered);
        return type_of(*one.item) == "group" && questions > 0 && answered == 0;
    }

    void count_inside(const Instance& one, int& questions, int& answered) const {
        for (const auto& inner : one.inside) {
            if (!inner->is_slot && asks(*inner->item) && enabled(*inner)) {
                ++questions;
                if (inner->declined || !inner->answers.empty()) ++answered;
            }
            count_inside(*inner, questions, answered);
        }
    }

    std::set<std::string> codes_of(const Instance& one) const {
        std::set<std::string> codes = one.counting;
        if (!asks(*one.item)) return codes;
        const auto counted = count_codes(*one.item, one.answers.size());
        codes.insert(counted.begin(), counted.end());
        for (const auto& answer : one.answers) {
            const std::string type = key_of(answer, "value");
            judge_value(*one.item, type, answer["value" + type], codes);
        }
        if (one.answers.size() > 1)
            for (const auto& answer : one.answers)
                if (is_exclusive(*one.item, answer)) codes.insert("exclusive");
        return codes;
    }

    static const Json* option_for(const Json& item, const std::string& type, const Json& value) {
        for (const auto& option : item.value("answerOption", kNothing)) {
            const std::string own = key_of(option, "value");
            if (compare(type, value, own, option["value" + own]) == Order(0)) {
                for (const auto& kept : item["answerOption"])
                    if (kept == option) return &kept;
            }
        }
        return nullptr;
    }

    static bool is_exclusive(const Json& item, const Json& answer) {
        const std::string type = key_of(answer, "value");
        const Json* option = option_for(item, type, answer["value" + type]);
        return option != nullptr && extension(*option, "optionExclusive") != nullptr;
    }

    static bool fits(const std::string& type, const std::string& value) {
        static const std::map<std::string, std::set<std::string>> kTypes{
            {"boolean", {"Boolean"}},
            {"integer", {"Integer"}},
            {"decimal", {"Decimal"}},
            {"date", {"Date"}},
            {"dateTime", {"DateTime"}},
            {"time", {"Time"}},
            {"string", {"String"}},
            {"text", {"String"}},
            {"url", {"Uri"}},
            {"quantity", {"Quantity"}},
            {"choice", {"Coding", "String", "Integer", "Date", "Time"}},
            {"open-choice", {"Coding", "String", "Integer", "Date", "Time"}}};
        return kTypes.at(type).count(value) > 0;
    }

    static void judge_value(const Json& item, const std::string& type, const Json& value,
                            std::set<std::string>& codes) {
        if (const auto wrong = unreadable(type, value); !wrong.empty()) {
            codes.insert(wrong);
            return;
        }
        const std::string asked = type_of(item);
        if (!fits(asked, type)) {
            codes.insert("wrong-type");
            return;
        }
        const bool own_words = asked == "open-choice" && type == "String";
        if (item.contains("answerOption") && !own_words && option_for(item, type, value) == nullptr)
            codes.insert("not-an-option");
        judge_limits(item, type, value, codes);
        if (type == "String" || type == "Uri") judge_text(item, value, codes);
        const Json* places = extension(item, "maxDecimalPlaces");
        if (places != nullptr && type == "Decimal") {
            const std::string written = value.dump();
            const auto point = written.find('.');
            if (point != std::string::npos &&
                written.size() - point - 1 > (*places)["valueInteger"])
                codes.insert("too-precise");
        }
        const Json* unit = extension(item, "questionnaire-unitOption");
        if (unit != nullptr && type == "Quantity" &&
            (*unit)["valueCoding"]["display"] != value["unit"])
            codes.insert("wrong-unit");
    }

    static void judge_limits(const Json& item, const std::string& type, const Json& value,
                             std::set<std::string>& codes) {
        for (const auto& [name, wrong] : {std::pair{"minValue", -1}, std::pair{"maxValue", 1}}) {
            const Json* limit = extension(item, name);
            if (limit == nullptr) continue;
            const std::string own = key_of(*limit, "value");
            if (compare(type, value, own, (*limit)["value" + own]) == Order(wrong))
                codes.insert("out-of-range");
        }
    }

    static void judge_text(const Json& item, const std::string& text,
                           std::set<std::string>& codes) {
        if (item.contains("maxLength") && text.size() > item["maxLength"]) codes.insert("too-long");
        const Json *least = extension(item, "minLength"), *regex = extension(item, "/regex");
        if (least != nullptr && text.size() < (*least)["valueInteger"]) codes.insert("too-short");
        if (regex != nullptr &&
            !std::regex_match(text, std::regex((*regex)["valueString"].get<std::string>())))
            codes.insert("no-match");
    }

    /// On its coding, or on the option itself.
    static const Json* weight_of(const Json& option) {
        if (const Json* weight = extension(option, "ordinalValue")) return weight;
        return option.contains("valueCoding") ? extension(option["valueCoding"], "ordinalValue")
                                              : nullptr;
    }

    void add_score(const Instance& one) {
        for (const auto& answer : one.answers) {
            const std::string type = key_of(answer, "value");
            const Json* option = option_for(*one.item, type, answer["value" + type]);
            const Json* weight = option == nullptr ? nullptr : weight_of(*option);
            if (weight != nullptr)
                verdict_.score =
                    verdict_.score.value_or(0) + (*weight)["valueDecimal"].get<double>();
        }
    }

    inline static const Json kNothing = Json::array();
    const Json& questionnaire_;
    const Json& response_;
    std::map<std::string, std::string> parents_;
    Instance root_;
    int count_ = 0;
    Verdict verdict_;
};

}  // namespace candor::screening::naive
