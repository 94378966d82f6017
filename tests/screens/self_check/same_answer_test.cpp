#include <gtest/gtest.h>

#include "../screening/model/form_generator.h"
#include "consult/request/opened_request.h"
#include "screening/model/answer_tree.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/report.h"
#include "screens/self_check/wording.h"
#include "stage.h"

namespace candor::screens {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr unsigned kAnswerSeed = 20'261'128;
constexpr unsigned kAnswerForms = 60;

std::string value_key(const Json& option) {
    for (const auto& [key, value] : option.items())
        if (key.rfind("value", 0) == 0) return key;
    return {};
}

const Json* extension_of(const Json& holder, const std::string& last) {
    if (holder.is_object() && holder.contains("extension"))
        for (const Json& entry : holder["extension"])
            if (entry["url"].get<std::string>().ends_with(last)) return &entry;
    return nullptr;
}

/// What a form offers, read from its JSON alone.
struct Option {
    explicit Option(const Json& json) : key(value_key(json)), value(json[key]) {
        const bool coded = key == "valueCoding";
        const Json& holder = coded ? value : json;
        const std::string name = coded ? "display" : key;
        if (holder.contains(name))
            text = holder[name].is_string() ? holder[name].get<std::string>() : holder[name].dump();
        if (text.empty()) text = value["code"];
        if (holder.contains("_" + name))
            german = holder["_" + name]["extension"][0]["extension"][1]["valueString"];
        for (const Json* place : {&json, &std::as_const(value)}) {
            exclusive = exclusive || extension_of(*place, "optionExclusive") != nullptr;
            if (const Json* entry = extension_of(*place, "ordinalValue"))
                weight = (*entry)["valueDecimal"].get<double>();
        }
        if (coded) value.erase("extension");
    }
    const std::string& words(const std::string& language) const {
        return language == "de" && !german.empty() ? german : text;
    }

    std::string key;
    Json value;
    std::string text, german;
    bool exclusive = false;
    std::optional<double> weight;
};

/// A question, and by their places the options that should be chosen.
struct Question {
    explicit Question(const Json& json) : id(json["linkId"]), repeats(json["repeats"]) {
        for (const Json& option : json["answerOption"]) options.emplace_back(option);
    }
    bool chose(std::size_t option) const {
        return std::find(chosen.begin(), chosen.end(), option) != chosen.end();
    }
    void touch(std::size_t option) {
        const bool was_chosen = chose(option), exclusive = options[option].exclusive;
        if (!repeats || exclusive) chosen.clear();
        std::erase_if(chosen, [&](std::size_t i) { return i == option || options[i].exclusive; });
        if (!was_chosen) chosen.push_back(option);
    }
    Words words(const std::string& language) const {
        Words all;
        for (const std::size_t option : chosen) all.push_back(options[option].words(language));
        return all;
    }

    std::string id;
    bool repeats;
    std::vector<Option> options;
    std::vector<std::size_t> chosen;
};

/// A finding for each option, named after it.
std::string guidance_for(const Json& form) {
    Json findings = Json::array();
    for (const Json& item : form["item"]) {
        if (!item.contains("answerOption")) continue;
        const Question question(item);
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            Json condition{{"question", question.id}, {"operator", "="}};
            condition["answer" + question.options[i].key.substr(5)] = question.options[i].value;
            findings.push_back({{"id", question.id + "-" + std::to_string(i)},
                                {"level", "worth-a-talk"},
                                {"title", {{"en", "T"}}},
                                {"text", {{"en", "t"}}},
                                {"sources", Json::array()},
                                {"enableWhen", Json::array({condition})}});
        }
    }
    Json levels;
    for (const char* level : {"urgent", "less-likely", "worth-a-talk", "tell-the-doctor"})
        levels[level] = {{"title", {{"en", "T"}}}, {"text", {{"en", "t"}}}};
    return Json{{"levels", levels}, {"findings", findings}}.dump();
}

std::shared_ptr<const Catalog> catalog_with(const Json& form) {
    auto catalog = catalog_asking("  " + form["item"].dump() + "\n");
    const auto& german = shipped_catalog()->strings.at("de");
    catalog->strings.emplace("de", german);
    catalog->languages.push_back({"de", "Deutsch"});
    SelfCheck check{catalog->self_check->pack, catalog->self_check->questionnaire, {}};
    auto loaded =
        screening::load_guidance(guidance_for(form), "guidance.yaml", check.questionnaire);
    for (const auto& finding : loaded.findings)
        if (finding.severity == base::Severity::error) ADD_FAILURE() << base::to_line(finding);
    catalog->self_check = std::make_shared<SelfCheck>(
        SelfCheck{check.pack, std::move(check.questionnaire), std::move(loaded.guidance).value()});
    return catalog;
}

/// One form, answered by touch in one language.
class FormFiller {
  public:
    FormFiller(screening::FormGenerator& generator, const Json& form, std::string language)
        : generator_(generator), language_(std::move(language)), visitor_(catalog_with(form)) {
        for (const Json& item : form["item"])
            if (item.contains("answerOption")) questions_.emplace_back(item);
        visitor_.asks(Start{}).asks(SetLanguage{language_}).asks(BeginSelfCheck{});
    }

    void run() {
        for (Question& question : questions_) answer(question);
        is_told_in_the_summary();
        is_in_the_outcome();
        is_in_the_bundle();
    }

  private:
    const SelfCheck& check() const { return *visitor_.state.catalog->self_check; }
    const screening::Response& response() const { return visitor_.state.visit.check.response; }

    void answer(Question& question) {
        visitor_.asks(ChangeAnswer{question.id});
        for (int touches = 1 + generator_.below(5); touches > 0; --touches) {
            const auto option = static_cast<std::size_t>(
                generator_.below(static_cast<int>(question.options.size())));
            stage_.tap_choice(visitor_, option);
            question.touch(option);
            shows(question);
        }
    }

    void shows(const Question& question) {
        stage_.draw(visitor_.state);
        const auto shown = stage_.choices();
        ASSERT_EQ(shown.size(), question.options.size() + 1);  // and "I'd rather not say"
        for (std::size_t i = 0; i < question.options.size(); ++i) {
            EXPECT_EQ(shown[i]->name, question.options[i].words(language_));
            EXPECT_EQ((shown[i]->states & ui::kChecked) != 0, question.chose(i))
                << question.id << " " << shown[i]->name;
        }
    }

    void is_told_in_the_summary() {
        visitor_.state.visit.check.question.clear();
        stage_.draw(visitor_.state);
        const auto& nodes = stage_.tree().nodes;
        for (const Question& question : questions_) {
            std::string told;
            for (const std::string& words : question.words(language_))
                told += (told.empty() ? "" : ", ") + words;
            if (told.empty()) told = visitor_.state.strings()("check.not-answered");
            const auto asked = std::find_if(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
                return node.name == "Words of " + question.id;
            });
            ASSERT_NE(asked, nodes.end());
            EXPECT_EQ((asked + 1)->name, told);
        }
    }

    /// Conditions, causes and the score.
    void is_in_the_outcome() {
        const auto outcome = screening::evaluate(check().outline, check().guidance, response());
        Words wanted, found;
        double score = 0;
        for (const Question& question : questions_) {
            const auto* after = check().questionnaire.find("after-" + question.id);
            const screening::AnswerTree tree(check().outline, response());
            EXPECT_EQ(tree.enabled_anywhere(check().outline.find(*after)), question.chose(0));
            for (std::size_t i = 0; i < question.options.size(); ++i) {
                if (!question.chose(i)) continue;
                wanted.push_back(question.id + "-" + std::to_string(i) + ": " +
                                 question.options[i].words(language_));
                score += question.options[i].weight.value_or(0);
            }
        }
        for (const auto& matched : outcome.findings)
            for (const auto& cause : matched.causes)
                found.push_back(matched.finding->id + ": " +
                                cause_text(*check().questionnaire.find(cause.link_id), cause,
                                           visitor_.state.strings()));
        EXPECT_EQ(found, wanted);
        EXPECT_DOUBLE_EQ(outcome.score.value_or(0), score);
    }

    void is_in_the_bundle() {
        consult::ContactForm form;
        form.first_name.assign("Elif");
        form.phone.assign("+90 532 415 67 89");
        form.send_answers = form.agreed = true;
        consult::RequestContext context;
        context.request_id = "0b54a1b6-3f0c-4c53-9f0b-6f0a4f0f8a11";
        context.authored = "2026-11-28T10:00:00Z";
        context.response_json =
            screening::to_fhir(check().questionnaire, response(), context.authored, language_);
        const auto bundle = consult::to_bundle(form, context);
        ASSERT_TRUE(bundle);
        const auto opened = consult::read_bundle(bundle->view());
        ASSERT_TRUE(opened);
        const Json whole = Json::parse(bundle->view());
        Json sent;
        for (const Json& entry : whole["entry"])
            if (entry["resource"]["resourceType"] == "QuestionnaireResponse")
                sent = entry["resource"];
        for (const Question& question : questions_) {
            is_read_by_staff(question, *opened);
            holds(question, sent);
        }
        const auto judged =
            screening::report(check().questionnaire, nullptr, sent.dump(), "response.json");
        ASSERT_TRUE(judged.report);
        EXPECT_TRUE(judged.report->invalid.empty()) << sent.dump(1);
    }

    void is_read_by_staff(const Question& question, const consult::OpenedRequest& opened) {
        Words read;
        for (const auto& answer : opened.answers)
            if (answer.link_id == question.id)
                for (const auto& value : answer.values) read.push_back(value.words.read());
        EXPECT_EQ(read, question.words(language_));
    }

    void holds(const Question& question, const Json& sent) {
        Json answers = Json::array();
        for (const Json& item : sent.value("item", Json::array()))
            if (item["linkId"] == question.id) answers = item["answer"];
        ASSERT_EQ(answers.size(), question.chosen.size());
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const Option& option = question.options[question.chosen[i]];
            Json value = answers[i][option.key], wanted = option.value;
            for (Json* each : {&value, &wanted})
                if (each->is_object()) each->erase("_display");
            if (wanted.is_object() && wanted.contains("code"))
                wanted["display"] = option.words(language_);
            EXPECT_EQ(value, wanted);
        }
    }

    screening::FormGenerator& generator_;
    std::string language_;
    Visitor visitor_;
    std::vector<Question> questions_;
    Stage stage_{1080, 1920, "/nonexistent/decoder"};
};

TEST(SameAnswer, is_on_the_screen_in_the_summary_in_the_bundle_and_read_by_staff) {
    for (unsigned i = 0; i < kAnswerForms; ++i) {
        screening::FormGenerator generator(kAnswerSeed + i);
        const Json form = generator.choices();
        const std::string language = i % 2 == 0 ? "en" : "de";
        SCOPED_TRACE("seed " + std::to_string(kAnswerSeed + i) + ", " + language + "\n" +
                     form.dump(1));
        FormFiller(generator, form, language).run();
        if (testing::Test::HasFailure()) return;
    }
}

TEST(SameAnswer, of_two_options_with_the_same_words_is_the_one_that_was_touched) {
    Visitor visitor(catalog_asking(R"(
  - linkId: q
    type: choice
    text: Q
    answerOption:
      - valueCoding: {system: urn:s, code: one, display: Same}
      - valueCoding: {system: urn:s, code: two, display: Same}
)"));
    visitor.asks(Start{}).asks(BeginSelfCheck{});
    Stage stage(1080, 1920, "/nonexistent/decoder");
    const auto code = [&] {
        const auto& values = visitor.state.visit.check.response.values("q");
        return values.empty() ? "" : std::get<screening::Coding>(values[0]).code;
    };
    stage.tap_choice(visitor, 0);
    EXPECT_EQ(code(), "one");
    stage.tap_choice(visitor, 1);
    EXPECT_EQ(code(), "two");
    stage.tap_choice(visitor, 1);
    EXPECT_EQ(code(), "");
}

TEST(SameAnswer, own_words_that_are_an_options_choose_it_once) {
    Visitor visitor(catalog_asking(R"(
  - {linkId: q, type: open-choice, repeats: true, text: Q,
     answerOption: [{valueString: Red}, {valueString: Green}]}
)"));
    visitor.asks(Start{}).asks(BeginSelfCheck{});
    const auto answers = [&] {
        Words all;
        for (const auto& value : visitor.state.visit.check.response.values("q"))
            all.push_back(std::get<std::string>(value));
        return all;
    };
    const auto types = [&](const std::string& words) {
        visitor.asks(EnterAnswer{"q", Part::words, 0})
            .types(words)
            .asks(FocusField{Field::none, 0});
    };
    visitor.asks(ChooseAnswer{"q", std::string("Red")});
    types("Red");
    EXPECT_EQ(answers(), Words{"Red"});
    types("Blue");
    EXPECT_EQ(answers(), (Words{"Red", "Blue"}));
    visitor.asks(ChooseAnswer{"q", std::string("Red")});
    EXPECT_EQ(answers(), Words{"Blue"});
}

}  // namespace
}  // namespace candor::screens
