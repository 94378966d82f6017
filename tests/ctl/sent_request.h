#pragma once
#include "command.h"
#include "consult/keys/demonstration_keys.h"
#include "consult/keys/seal.h"
#include "consult/request/reference.h"
#include "consult/request/request.h"
#include "consult/store/queue.h"
#include "sqlite/database.h"

namespace candor::ctl {

/// A state folder in which Elif has sent a request.
class SentRequest {
  public:
    SentRequest() {
        form_.first_name.assign("Elif");
        form_.phone.assign("+90 532 415 50 00");
        form_.own_words.assign("Is it\nsore?");
        form_.best_time = consult::BestTime::afternoon;
        form_.language = "tr";
        form_.send_questions = form_.send_answers = form_.agreed = true;
        context_.request_id = consult::new_request_id();
        context_.authored = "2026-11-22T12:40:00Z";
        context_.questions = {"Which exact method do you use?"};
        context_.response_json = R"({"resourceType":"QuestionnaireResponse","status":"completed",
            "item":[{"linkId":"age","text":"Age","answer":[{"valueCoding":{"display":"35-44"}}]}]})";
        const auto key = consult::ensure_demonstration_keys(folder_.string());
        sealed_ = consult::seal(consult::to_bundle(form_, context_)->view(), *key);
        store(key->fingerprint(), sealed_, context_.request_id);
    }
    /// Another row, which reference() names from then on.
    void store(const std::string& fingerprint, const std::vector<std::uint8_t>& sealed,
               const std::string& id = consult::new_request_id()) {
        const auto queue = consult::Queue::open(folder_ / "consult.db", consult::OpenMode::append);
        const auto reference = (*queue)->append(id, context_.authored, fingerprint, sealed);
        reference_ = consult::display_reference(*reference);
    }
    void store_text(std::string_view text, const std::string& id = consult::new_request_id()) {
        const auto key = consult::ensure_demonstration_keys(folder_.string());
        store(key->fingerprint(), consult::seal(text, *key), id);
    }
    Printed opening(const std::string& verb, const std::string& reference,
                    const std::string& key = "demo-clinic.key") const {
        return candor({"inbox", verb, reference, "--state", folder_.string(), "--key",
                       folder_ / key.c_str()});
    }
    Printed show() const { return opening("show", reference_); }
    /// A verb of `candor inbox` that needs no key.
    Printed run(std::vector<std::string> words) const {
        words.insert(words.begin(), "inbox");
        words.insert(words.end(), {"--state", folder_.string()});
        return candor(words);
    }
    void sql(const char* sql) const {
        auto database =
            sqlite::Database::open((folder_ / "consult.db"), sqlite::Access::read_write, 2000);
        EXPECT_TRUE(database && database->run(sql)) << sql;
    }
    const std::string& authored() const { return context_.authored; }
    const std::string& reference() const { return reference_; }
    /// Elif's.
    const std::vector<std::uint8_t>& sealed() const { return sealed_; }
    const Folder& folder() const { return folder_; }

  private:
    Folder folder_;
    consult::ContactForm form_;
    consult::RequestContext context_;
    std::string reference_;
    std::vector<std::uint8_t> sealed_;
};

}  // namespace candor::ctl
