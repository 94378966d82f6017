#include "kiosk/request_sender.h"

#include "base/clock.h"
#include "base/files.h"
#include "consult/demonstration_keys.h"
#include "consult/request.h"
#include "consult/seal.h"
#include "screening/evaluate.h"
#include "screens/wording.h"

namespace candor::kiosk {
namespace {

constexpr int kBusyMs = 1000;  // a person waits for this; then they are told and may try again

/// What the result's screen said, in the language that it said it in.
void add_result(const screens::State& state, consult::RequestContext& context) {
    const screens::SelfCheck& check = *state.catalog->self_check;
    const std::string& language = state.visit.language;
    const auto outcome = screening::evaluate(check.outline, check.guidance, state.visit.response);
    context.level = screening::name_of(outcome.level);
    for (const screening::Matched& matched : outcome.findings) {
        consult::RequestFinding finding{screening::name_of(matched.finding->level),
                                        matched.finding->id,
                                        matched.finding->title.in(language),
                                        {}};
        for (const screening::Cause& cause : matched.causes)
            if (const auto* item = check.questionnaire.find(cause.link_id))
                finding.because.push_back(screens::item_text(*item, language) + " " +
                                          screens::cause_text(*item, cause, state.strings()));
        context.findings.push_back(std::move(finding));
    }
}

consult::RequestContext context_of(const screens::State& state) {
    const screens::Visit& visit = state.visit;
    consult::RequestContext context;
    context.request_id = visit.request_id;
    context.authored = base::utc_now();
    context.consent_text = state.strings()("request.agree");
    context.consent_version = "1";
    context.demonstration = state.catalog->demonstration;
    if (visit.form.send_questions) context.questions = screens::ticked_questions(state);
    if (visit.form.send_topics) context.topics = screens::topics_read(state);
    if (visit.form.send_answers && state.catalog->self_check) {
        context.response_json =
            screening::to_fhir(state.catalog->self_check->questionnaire, visit.response,
                               context.authored, visit.language);
        add_result(state, context);
    }
    return context;
}

}  // namespace

base::Result<void> RequestSender::ready() {
    if (const auto folder = base::ensure_folder(options_.state); !folder) return folder;
    if (!key_) {
        auto key = demonstration() ? consult::ensure_demonstration_keys(options_.state)
                                   : consult::load_public_key(options_.clinic_key);
        if (!key) return tl::unexpected(key.error());
        key_ = *key;
    }
    if (!queue_) {
        auto queue =
            consult::Queue::open(options_.state / "consult.db", consult::OpenMode::append, kBusyMs);
        if (!queue) return tl::unexpected(queue.error());
        queue_ = std::move(*queue);
    }
    return {};
}

base::Result<std::string> RequestSender::send(const screens::State& state) {
    if (auto prepared = ready(); !prepared) return tl::unexpected(prepared.error());
    const consult::RequestContext context = context_of(state);
    const auto bundle = consult::to_bundle(state.visit.form, context);
    if (!bundle) return tl::unexpected(bundle.error());
    const auto sealed = consult::seal(bundle->view(), *key_);
    auto reference =
        queue_->append(context.request_id, context.authored, key_->fingerprint(), sealed);
    // A queue that failed is opened afresh for the next try: its disk may have come back.
    if (!reference) queue_.reset();
    return reference;
}

}  // namespace candor::kiosk
