#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "consult/keys/demonstration_keys.h"
#include "consult/keys/seal.h"
#include "consult/request/opened_request.h"
#include "consult/store/queue.h"
#include "content/catalog_files.h"
#include "kiosk/request_sender.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr const char* kForm = R"(resourceType: Questionnaire
status: draft
item:
  - linkId: scars
    text: Does your scalp scar?
    type: boolean
)";
constexpr const char* kGuidance = R"(levels:
  urgent: {title: {en: U}, text: {en: u}}
  less-likely: {title: {en: L}, text: {en: l}}
  worth-a-talk: {title: {en: W}, text: {en: w}}
  tell-the-doctor: {title: {en: T}, text: {en: t}}
findings:
  - id: scarring
    level: tell-the-doctor
    enableWhen: [{question: scars, operator: "=", answerBoolean: true}]
    title: {en: Scars}
    text: {en: A doctor should look.}
)";

pack::Pack pack_with_a_question() {
    pack::Pack pack;
    pack.id = "p";
    pack.languages = {"en"};
    pack.title = base::Localized(std::map<std::string, std::string>{{"en", "Pack p"}});
    pack::Page page;
    page.id = "010-first";
    pack::AskItem item;
    item.id = "cost";
    item.text = {{"What does it cost?", false, false, pack::LinkKind::none, {}}};
    pack::AskList list;
    list.items.push_back(item);
    page.blocks.push_back({.body = list});
    pack.pages["en"].push_back(page);
    return pack;
}

/// Somebody who read a page, ticked a question, answered the self-check and fills in the form.
class SentAlong : public testing::Test {
  protected:
    SentAlong() {
        std::string name = testing::TempDir() + "candor-along-XXXXXX";
        options_.state = ::mkdtemp(name.data());
        auto catalog =
            std::make_shared<screens::Catalog>(**content::load_interface(options_.assets, "en"));
        auto library = std::make_shared<pack::Library>();
        library->packs.push_back(pack_with_a_question());
        catalog->library = library;
        auto form = screening::load_questionnaire(kForm, "form.yaml").questionnaire.value();
        auto guidance = screening::load_guidance(kGuidance, "guidance.yaml", form).guidance.value();
        catalog->self_check = std::make_shared<screens::SelfCheck>(
            screens::SelfCheck{&library->packs.front(), std::move(form), std::move(guidance)});
        state_.catalog = catalog;
        screens::Visit& visit = state_.visit;
        visit.request.id = consult::new_request_id();
        visit.request.form.first_name.assign("Elif");
        visit.request.form.phone.assign("+90 532 456 78 90");
        visit.request.form.language = "en";
        visit.request.form.agreed = true;
        visit.reading.read.insert("p/010-first");
        visit.reading.ticked.insert("p/cost");
        visit.check.response = screening::start(catalog->self_check->questionnaire);
        visit.check.response.set("scars", {true});
    }
    ~SentAlong() override {
        std::error_code ignored;
        fs::remove_all(options_.state, ignored);
    }

    consult::ContactForm& form() { return state_.visit.request.form; }
    /// What the clinic opens.
    consult::OpenedRequest sent() {
        const auto reference = sender_.send(state_);
        EXPECT_TRUE(reference) << reference.error().detail;
        const auto key = consult::load_secret_key(consult::demonstration_key_file(options_.state),
                                                  base::SecretString(1));
        const auto queue =
            *consult::Queue::open(options_.state / "consult.db", consult::OpenMode::read);
        const auto bundle = consult::open(queue->list()->back().sealed, *key);
        return *consult::read_bundle(bundle->view());
    }

    Options options_{base::default_places()};
    screens::State state_;
    RequestSender sender_{options_};
};

}  // namespace

TEST_F(SentAlong, nothing_goes_along_that_was_not_ticked) {
    const auto request = sent();
    EXPECT_EQ(request.first_name, "Elif");
    EXPECT_TRUE(request.answers.empty());
    EXPECT_TRUE(request.level.empty());
    EXPECT_TRUE(request.findings.empty());
    EXPECT_TRUE(request.questions.empty());
    EXPECT_TRUE(request.topics.empty());
}

TEST_F(SentAlong, each_tick_sends_its_own_and_nothing_else) {
    form().send_questions = true;
    const auto questions = sent();
    EXPECT_EQ(questions.questions.size(), 1U);
    EXPECT_TRUE(questions.topics.empty() && questions.answers.empty() && questions.level.empty());
    form().send_questions = false;
    form().send_topics = true;
    const auto topics = sent();
    EXPECT_EQ(topics.topics.size(), 1U);
    EXPECT_TRUE(topics.questions.empty() && topics.answers.empty() && topics.level.empty());
}

TEST_F(SentAlong, answers_take_what_they_led_to_with_them) {
    form().send_answers = true;
    const auto request = sent();
    ASSERT_EQ(request.answers.size(), 1U);
    EXPECT_EQ(request.level, "tell-the-doctor");
    ASSERT_EQ(request.findings.size(), 1U);
    EXPECT_EQ(request.findings[0].id, "scarring");
    EXPECT_EQ(request.findings[0].because.size(), 1U);
    EXPECT_TRUE(request.questions.empty() && request.topics.empty());
}

TEST_F(SentAlong, answers_to_a_self_check_that_was_taken_away_stay_here) {
    form().send_answers = true;
    auto without = std::make_shared<screens::Catalog>(*state_.catalog);
    without->self_check = nullptr;
    state_.catalog = without;
    const auto request = sent();
    EXPECT_TRUE(request.answers.empty() && request.level.empty());
}

TEST_F(SentAlong, what_was_agreed_to_goes_along_in_its_words) {
    EXPECT_EQ(sent().consent_text, state_.strings()("request.agree"));
}

}  // namespace candor::kiosk
