#include <algorithm>
#include <tuple>
#include <vector>

#include "base/localized.h"
#include "screening/model/answer_tree.h"
#include "screening/model/value.h"
#include "screening/reading/fhir_urls.h"
#include "screening/reading/json_writer.h"

namespace candor::screening {
namespace {

/// The languages of a response: staff read the first, the person read the second. Empty: no words.
struct Languages {
    std::string staff, person;
};

/// Words for staff, and as the person read them.
struct Words {
    std::string staff, person, language;  ///< `language`: of `person`
};

std::string in_language(const base::Localized& words, const std::string& language) {
    return language.empty() ? std::string() : words.in(language);
}

Words words_in(const base::Localized& words, const Languages& languages) {
    return {in_language(words, languages.staff), in_language(words, languages.person),
            words.has(languages.person) ? languages.person : base::kFallbackLanguage};
}

Words words_of(const Item& item, const Value& value, const Languages& languages) {
    const auto option =
        std::find_if(item.options.begin(), item.options.end(),
                     [&](const AnswerOption& each) { return equal(each.value, value); });
    if (option == item.options.end() || option->label.empty()) return {};
    return words_in(option->label, languages);
}

/// `text`, with the person's words beside it as a translation.
void write_text(const char* key, const std::string& text, const Words& words, JsonWriter& json) {
    if (!text.empty()) json.field(key, text);
    if (text.empty() || words.person.empty() || words.person == text) return;
    json.key(std::string("_") + key);
    json.open_object();
    json.key("extension");
    json.open_list();
    json.open_object();
    json.field("url", urls::kTranslation);
    json.key("extension");
    json.open_list();
    for (const auto& [url, type, content] : {std::tuple("lang", "valueCode", &words.language),
                                             std::tuple("content", "valueString", &words.person)}) {
        json.open_object();
        json.field("url", url);
        json.field(type, *content);
        json.close_object();
    }
    json.close_list();
    json.close_object();
    json.close_list();
    json.close_object();
}

/// Where its own words, and no code, tell a Coding from others, it keeps those.
void write_coding(const Coding& coding, const Words& words, JsonWriter& json) {
    json.open_object();
    if (!coding.system.empty()) json.field("system", coding.system);
    if (!coding.code.empty()) json.field("code", coding.code);
    const bool own = coding.code.empty() || words.staff.empty();
    write_text("display", own ? coding.display : words.staff, words, json);
    json.close_object();
}

void write_quantity(const Quantity& quantity, JsonWriter& json) {
    json.open_object();
    json.key("value");
    json.raw(quantity.value.text);
    if (!quantity.comparator.empty()) json.field("comparator", quantity.comparator);
    if (!quantity.unit.empty()) json.field("unit", quantity.unit);
    if (!quantity.system.empty()) json.field("system", quantity.system);
    if (!quantity.code.empty()) json.field("code", quantity.code);
    json.close_object();
}

void write_value(const Value& value, const Words& words, JsonWriter& json) {
    if (const auto* text = std::get_if<std::string>(&value))
        return write_text("valueString", *text, words, json);
    json.key(std::string("value") + fhir_type(value));
    if (const auto* flag = std::get_if<bool>(&value)) json.raw(*flag ? "true" : "false");
    if (const auto* integer = std::get_if<std::int64_t>(&value)) json.raw(std::to_string(*integer));
    if (const auto* decimal = std::get_if<Decimal>(&value)) json.raw(decimal->text);
    if (const auto* date = std::get_if<Date>(&value)) json.text(date->iso);
    if (const auto* moment = std::get_if<DateTime>(&value)) json.text(moment->iso);
    if (const auto* time = std::get_if<Time>(&value)) json.text(time->iso);
    if (const auto* uri = std::get_if<Uri>(&value)) json.text(uri->text);
    if (const auto* coding = std::get_if<Coding>(&value)) write_coding(*coding, words, json);
    if (const auto* quantity = std::get_if<Quantity>(&value)) write_quantity(*quantity, json);
}

void write_declined(JsonWriter& json) {
    json.key("extension");
    json.open_list();
    json.open_object();
    json.field("url", urls::kDataAbsentReason);
    json.field("valueCode", "asked-declined");
    json.close_object();
    json.close_list();
}

/// Writes the enabled items that say something, in the shape of the questionnaire.
class ResponseWriter {
  public:
    ResponseWriter(const AnswerTree& tree, Languages languages, JsonWriter& json)
        : tree_(tree), languages_(std::move(languages)), json_(json) {
        says_.resize(tree.all().size(), false);
        for (std::size_t i = says_.size(); i-- > 0;) {
            const auto& self = tree.all()[i];
            if (self.enabled && (self.declined || !self.values.empty())) says_[i] = true;
            if (says_[i] && self.parent >= 0) says_[static_cast<std::size_t>(self.parent)] = true;
        }
    }

    void write_inside(int first, int end) {
        if (!any_says(first, end)) return;
        json_.key("item");
        json_.open_list();
        for (int i = first; i < end; i = at(i).end)
            if (says_[static_cast<std::size_t>(i)]) write_item(i);
        json_.close_list();
    }

  private:
    const Item& item(int i) const { return *tree_.outline()[at(i).place].item; }
    const Occurrence& at(int i) const { return tree_.all()[static_cast<std::size_t>(i)]; }

    bool any_says(int first, int end) const {
        for (int i = first; i < end; i = at(i).end)
            if (says_[static_cast<std::size_t>(i)]) return true;
        return false;
    }

    void write_item(int i) {
        json_.open_object();
        json_.field("linkId", item(i).link_id);
        const Words asked = words_in(item(i).text, languages_);
        write_text("text", asked.staff, asked, json_);
        if (at(i).values.empty() && !at(i).declined)
            write_inside(i + 1, at(i).end);
        else
            write_answers(i);
        json_.close_object();
    }

    // R4 keeps what is inside an answered question inside its answer.
    void write_answers(int i) {
        json_.key("answer");
        json_.open_list();
        bool first = true;
        const auto write = [&](const Value* value) {
            json_.open_object();
            if (value != nullptr)
                write_value(*value, words_of(item(i), *value, languages_), json_);
            else
                write_declined(json_);
            if (first) write_inside(i + 1, at(i).end);
            first = false;
            json_.close_object();
        };
        for (const auto& value : at(i).values) write(&value);
        if (at(i).values.empty()) write(nullptr);
        json_.close_list();
    }

    const AnswerTree& tree_;
    Languages languages_;
    JsonWriter& json_;
    std::vector<bool> says_;
};

}  // namespace

std::string to_fhir(const Questionnaire& questionnaire, const Response& response,
                    const std::string& authored, const std::string& language,
                    const std::string& staff_language) {
    const Languages languages{staff_language.empty() ? language : staff_language, language};
    const Outline outline(questionnaire);
    const AnswerTree tree(outline, response);
    JsonWriter json;
    json.open_object();
    json.field("resourceType", "QuestionnaireResponse");
    if (!languages.staff.empty()) json.field("language", languages.staff);
    if (!questionnaire.url.empty()) {
        const std::string version =
            questionnaire.version.empty() ? "" : "|" + questionnaire.version;
        json.field("questionnaire", questionnaire.url + version);
    }
    json.field("status", "completed");
    if (!authored.empty()) json.field("authored", authored);
    ResponseWriter(tree, languages, json).write_inside(0, static_cast<int>(tree.all().size()));
    json.close_object();
    return json.take();
}

}  // namespace candor::screening
