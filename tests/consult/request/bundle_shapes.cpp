// usage: bundle_shapes DIR: writes request Bundles of every shape there, for a FHIR validator.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "consult/request/request.h"

namespace candor::consult {
namespace {

ContactForm person(const char* name, const char* phone, const char* language) {
    ContactForm form;
    form.first_name.assign(name);
    form.phone.assign(phone);
    form.language = language;
    form.agreed = true;
    return form;
}

RequestContext context() {
    RequestContext context;
    context.request_id = "0b54a1b6-3f0c-4c53-9f0b-6f0a4f0f8a11";
    context.authored = "2026-11-22T12:40:00Z";
    context.consent_text = "I agree that the clinic may contact me about this";
    context.consent_version = "1";
    return context;
}

RequestContext whole_context() {
    RequestContext with = context();
    with.questions = {"Which exact method do you use?", "What are the known side effects?"};
    with.topics = {"PRP, and how it differs"};
    with.values = {{"choices/no-operation", "a-lot", "I do not want an operation"}};
    with.level = "urgent";
    with.findings = {{"urgent", "sudden-loss", "Sudden loss", {"Since when? This week"}}};
    with.response_json = R"({"resourceType":"QuestionnaireResponse","status":"completed",
        "questionnaire":"urn:uuid:0edb9d6b-fa17-4dc1-a344-eec5f2137bff|1",
        "authored":"2026-11-22T12:40:00Z","item":[
        {"linkId":"age","text":"Age","answer":[{"valueCoding":{"code":"30-44","display":"30 to 44"}}]},
        {"linkId":"thinner","text":"Blood thinners","answer":[{"valueBoolean":true}]},
        {"linkId":"pregnant","text":"Pregnant","answer":[{"extension":[{
          "url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason",
          "valueCode":"asked-declined"}]}]},
        {"linkId":"medicines","text":"Medicines","item":[
          {"linkId":"medicine","text":"Which?","answer":[{"valueString":"Minoxidil"}]},
          {"linkId":"doses","item":[{"linkId":"dose","answer":[{"valueTime":"08:30:00"}]}]},
          {"linkId":"doses","item":[{"linkId":"dose","answer":[{"valueTime":"21:00:00"}]}]}]},
        {"linkId":"medicines","text":"Medicines","item":[
          {"linkId":"medicine","text":"Which?","answer":[{"valueString":"Finasteride"}]}]}]})";
    return with;
}

bool write(const std::filesystem::path& file, const ContactForm& form, const RequestContext& with) {
    const auto bundle = to_bundle(form, with);
    if (!bundle) return std::cerr << file << ": " << bundle.error().detail << '\n', false;
    return static_cast<bool>(std::ofstream(file) << bundle->view());
}

bool write_all(const std::filesystem::path& folder) {
    ContactForm full = person("Elif", "+90 532 415 50 00", "tr");
    full.email.assign("elif@example.org");
    full.own_words.assign("Is it \"safe\"?\nAnd for how long?");
    full.best_time = BestTime::afternoon;
    full.send_answers = full.send_questions = full.send_topics = full.send_values = true;
    ContactForm arabic = person("سامي", "٠١٢٣٤٥٦٧٨٩", "ar");
    arabic.own_words.assign("أخاف من الألم");
    RequestContext demonstration = whole_context();
    demonstration.demonstration = true;
    return write(folder / "full.json", full, whole_context()) &&
           write(folder / "minimal.json", person("A", "0123456789", ""), context()) &&
           write(folder / "arabic.json", arabic, context()) &&
           write(folder / "demonstration.json", full, demonstration);
}

}  // namespace
}  // namespace candor::consult

int main(int argc, char** argv) { return argc == 2 && candor::consult::write_all(argv[1]) ? 0 : 1; }
