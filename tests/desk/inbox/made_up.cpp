#include "made_up.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <stdexcept>

#include "base/instant.h"
#include "consult/keys/seal.h"

namespace candor::desk {
namespace {

std::string answered(const char* link, const char* question, const std::string& value) {
    return std::string(R"({"linkId":")") + link + R"(","text":")" + question + R"(","answer":[{)" +
           value + "}]}";
}

std::string answer(const char* link, const char* question, const char* words) {
    return answered(link, question, std::string(R"("valueCoding":{"display":")") + words + R"("})");
}

std::string answer(const char* link, const char* question, bool yes) {
    return answered(link, question, std::string(R"("valueBoolean":)") + (yes ? "true" : "false"));
}

std::string response() {
    return R"({"resourceType":"QuestionnaireResponse","status":"completed","item":[)" +
           answer("age", "How old are you?", "35–44") + "," +
           answer("picture", "Which picture is closest to your hair?", "Thinner at the temples") +
           "," + answer("since", "Since when?", "1–3 years") + "," +
           answer("sudden", "Did it begin suddenly, or in patches?", false) + "," +
           answer("fine", "Are fine hairs still there?", true) + "," +
           answer("thinner", "Do you take a blood thinner?", true) + "]}";
}

consult::RequestFinding finding(const char* level, const char* id, const char* title,
                                const char* because) {
    return {level, id, title, {because}};
}

}  // namespace

std::string id_of(int number) {
    char text[37];
    std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", number);
    return text;
}

std::string minutes_before_noon(std::int64_t minutes) {
    return base::instant_of(1'795'608'000 - minutes * 60);
}

std::vector<std::uint8_t> sealed_request(const MadeUp& person, const std::string& id,
                                         const consult::PublicKey& key) {
    consult::ContactForm form;
    form.first_name.assign(person.name);
    form.phone.assign(person.phone);
    form.email.assign(person.email);
    form.own_words.assign(person.own_words);
    form.best_time = person.best_time;
    form.language = person.language;
    form.send_answers = person.answers;
    form.send_questions = form.send_topics = form.agreed = true;
    consult::RequestContext context;
    context.request_id = id;
    context.authored = person.authored;
    context.consent_text = "I agree that the clinic may contact me about this";
    context.consent_version = "1";
    context.questions = person.questions;
    context.topics = person.topics;
    if (person.answers) {
        context.response_json = response();
        context.level = person.level;
        context.findings = person.findings;
    }
    const auto bundle = consult::to_bundle(form, context);
    if (!bundle) throw std::runtime_error(bundle.error().detail);
    return consult::seal(bundle->view(), key);
}

MadeUp person_of(int number) {
    static constexpr std::array<const char*, 12> kNames{
        "Marta", "Elif", "سامي", "Jonas", "İnci", "Anna", "Çağla", "Müller-Großkreutz",
        "José",  "Ayşe", "ليلى", "Björn"};
    static constexpr std::array<const char*, 5> kLanguages{"es", "tr", "ar", "de", "en"};
    MadeUp person;
    const auto n = static_cast<std::size_t>(number);
    person.name = kNames[n % kNames.size()];
    if (number >= 12) person.name += " " + std::to_string(number);
    char phone[32];
    std::snprintf(phone, sizeof phone, "+90 532 %03d %02d %02d", number / 10'000 % 1000,
                  number / 100 % 100, number % 100);
    person.phone = phone;
    if (number % 3 == 0) person.email = "person" + std::to_string(number) + "@example.org";
    person.language = kLanguages[n % kLanguages.size()];
    person.best_time = static_cast<consult::BestTime>(number % 4);
    person.questions = {"Which exact method do you use?", "What are the known side effects?",
                        "What evidence do you rely on?"};
    person.topics = {"What stem cells are", "PRP, and how it differs"};
    if (number % 4 == 1) person.own_words = "I would rather come on a Friday, after work.";
    if (number % 5 == 0) {
        person.level = "urgent";
        person.findings.push_back(finding("urgent", "patchy", "Hair that goes in patches",
                                          "Did it begin suddenly, or in patches?: Yes"));
    }
    if (number % 5 == 3) person.level = "less-likely";
    if (number % 3 == 1)
        person.findings.push_back(finding("tell-the-doctor", "thinner", "Takes a blood thinner",
                                          "Do you take a blood thinner?: Yes"));
    person.answers = number % 7 != 6;
    return person;
}

}  // namespace candor::desk
