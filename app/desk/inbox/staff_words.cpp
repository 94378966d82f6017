#include "desk/inbox/staff_words.h"

#include <algorithm>
#include <string_view>

#include "content/catalog_files.h"
#include "pack/package/library.h"
#include "pack/package/policy.h"
#include "pack/package/store.h"
#include "screening/model/questionnaire.h"

namespace candor::desk {
namespace {

using consult::StaffText;

/// A canonical url without its version: questions keep their linkIds from one to the next.
std::string_view without_version(std::string_view canonical) {
    return canonical.substr(0, canonical.find('|'));
}

/// Other words for staff; the person's own stay.
void reword(StaffText& words, const base::Localized& known, const std::string& language) {
    if (known.has(language) && !known.in(language).empty())
        words = StaffText(known.in(language), words.read());
}

/// The option that a Coding names: by code and system, or by its own words where it has no code.
const screening::AnswerOption* option_of(const screening::Item& item,
                                         const consult::OpenedValue& value) {
    const auto found = std::find_if(
        item.options.begin(), item.options.end(), [&](const screening::AnswerOption& option) {
            if (const auto* coding = std::get_if<screening::Coding>(&option.value))
                return coding->code == value.code && coding->system == value.system &&
                       (!coding->code.empty() || coding->display == value.words.text);
            const auto* text = std::get_if<std::string>(&option.value);
            return text != nullptr && value.code.empty() && *text == value.words.text;
        });
    return found == item.options.end() ? nullptr : &*found;
}

class Teller {
  public:
    Teller(const content::SelfCheck& check, std::string language)
        : check_(check), language_(std::move(language)) {}

    void tell(consult::OpenedAnswer& answer) const {
        for (consult::OpenedRepetition& each : answer.within)
            if (const auto* group = check_.questionnaire.find(each.link_id))
                reword(each.title, group->text, language_);
        const auto* item = check_.questionnaire.find(answer.link_id);
        if (item == nullptr) return;
        reword(answer.question, item->text, language_);
        for (consult::OpenedValue& value : answer.values)
            if (const auto* option = option_of(*item, value))
                reword(value.words, option->label, language_);
    }

    void tell(consult::RequestFinding& finding) const {
        for (const screening::GuidanceFinding& known : check_.guidance.findings)
            if (known.id == finding.id) reword(finding.title, known.title, language_);
    }

  private:
    const content::SelfCheck& check_;
    std::string language_;
};

}  // namespace

void say_in(const ui::Strings& strings, const content::SelfCheck* self_check,
            consult::OpenedRequest& request) {
    for (consult::OpenedAnswer& answer : request.answers)
        for (consult::OpenedValue& value : answer.values)
            if (value.yes) value.words = strings(*value.yes ? "request.yes" : "request.no");
    if (self_check == nullptr || self_check->questionnaire.url.empty() ||
        without_version(request.questionnaire) != self_check->questionnaire.url)
        return;
    const Teller teller(*self_check, strings.language());
    for (consult::OpenedAnswer& answer : request.answers) teller.tell(answer);
    for (consult::RequestFinding& finding : request.findings) teller.tell(finding);
}

StaffText beside_each_other(const std::vector<StaffText>& texts, const std::string& between) {
    std::string text, read;
    for (const StaffText& each : texts) {
        text += (text.empty() ? "" : between) + each.text;
        read += (read.empty() ? "" : between) + each.read();
    }
    return {text, read};
}

StaffText value_of(const ui::Strings& strings, const consult::OpenedAnswer& answer) {
    if (answer.declined) return strings("request.declined");
    std::vector<StaffText> values;
    for (const consult::OpenedValue& value : answer.values) values.push_back(value.words);
    return beside_each_other(values, ", ");
}

std::string as_read(const StaffText& question, const StaffText& value) {
    if (question.original.empty() && value.original.empty()) return {};
    return question.read() + " " + value.read();
}

StaffWords::StaffWords(base::Places places, std::shared_ptr<const ui::Strings> strings)
    : places_(std::move(places)), strings_(std::move(strings)) {}

void StaffWords::say(consult::OpenedRequest& request) {
    if (!loaded_) load();
    loaded_ = true;
    say_in(*strings_, self_check_.get(), request);
}

/// What is wrong with packs is told where packs are looked at; here the kiosk's words do.
void StaffWords::load() {
    const pack::Policy policy = pack::read_policy(places_.state);
    library_ = pack::load_library(places_.content, pack::installed_packs(places_.state, policy),
                                  policy.show_shipped);
    self_check_ = content::load_self_check(
        *library_, {[](const base::Fault&) {}, [](const base::Finding&) {}});
}

}  // namespace candor::desk
