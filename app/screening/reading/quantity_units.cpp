#include "screening/reading/quantity_units.h"

#include <algorithm>
#include <map>
#include <utility>

#include "screening/model/expression.h"
#include "screening/model/unit_print.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

using Named = std::vector<Quantity>;

void add_unit_of(const Value& value, Named& named) {
    const auto* quantity = std::get_if<Quantity>(&value);
    if (quantity == nullptr || (quantity->unit.empty() && quantity->code.empty())) return;
    const bool known = std::any_of(named.begin(), named.end(), [&](const Quantity& each) {
        return same_unit(each, *quantity);
    });
    if (!known) named.push_back(*quantity);
}

/// The units that conditions name, by the question that they wait for.
void collect_units(const std::vector<Item>& items, std::map<std::string, Named>& named) {
    for (const Item& item : items) {
        for (const EnableWhen& condition : item.enable_when)
            add_unit_of(condition.answer, named[condition.question]);
        collect_units(item.items, named);
    }
}

class TakingUnits {
  public:
    TakingUnits(std::map<std::string, Named> named, const std::vector<int>& lines, Reading& reading)
        : named_(std::move(named)), lines_(lines), reading_(reading) {}

    void visit(std::vector<Item>& items, bool hidden) {
        for (Item& item : items) {
            const int line = place_ < lines_.size() ? lines_[place_] : 0;
            ++place_;
            const bool unseen = hidden || item.hidden;
            if (item.type == ItemType::quantity && item.units.empty() && !unseen &&
                !is_worked_out(item))
                take(item, line);
            visit(item.items, unseen);
        }
    }

  private:
    void take(Item& item, int line) {
        Named named = named_[item.link_id];
        for (const auto* limit : {&item.min_value, &item.max_value})
            if (*limit) add_unit_of(**limit, named);
        for (const Value& value : item.initial) add_unit_of(value, named);
        reading_.set_subject("Item \"" + item.link_id + "\"");
        if (named.size() == 1) {
            const Quantity& one = named.front();
            item.units.push_back(unit_of({one.system, one.code, one.unit}, base::Localized()));
            item.other_units = true;
            reading_.at_line(line, base::Severity::warning, "unit-taken",
                             "it has no unit to answer in, so it is asked in \"" +
                                 item.units.front().label.in(base::kFallbackLanguage) +
                                 "\", the only one that the form compares it with.",
                             "Write that unit as questionnaire-unit.");
        } else {
            reading_.at_line(line, base::Severity::warning, "no-unit",
                             named.empty()
                                 ? "it has no unit to answer in, so its answer is a bare number."
                                 : "it has no unit to answer in, and the form compares it in "
                                   "several: a bare number is never equal to any.",
                             "Write its units as questionnaire-unit or -unitOption, or make it a "
                             "decimal.");
        }
        reading_.set_subject({});
    }

    std::map<std::string, Named> named_;
    const std::vector<int>& lines_;
    Reading& reading_;
    std::size_t place_ = 0;
};

}  // namespace

Unit unit_of(Coding coding, const base::Localized& display) {
    std::map<std::string, std::string> words;
    for (const auto& [language, name] : display.all())
        words[language] = unit_words(name, coding.code);
    if (words.empty()) words[base::kFallbackLanguage] = unit_words(coding.display, coding.code);
    return {std::move(coding), base::Localized(std::move(words))};
}

void take_units(Questionnaire& questionnaire, const ItemReader& read, Reading& reading) {
    std::map<std::string, Named> named;
    collect_units(questionnaire.items, named);
    TakingUnits(std::move(named), read.lines(), reading).visit(questionnaire.items, false);
}

}  // namespace candor::screening
