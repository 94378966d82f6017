#include "kiosk/request_sender.h"

#include "base/clock.h"
#include "base/files.h"
#include "consult/keys/seal.h"
#include "consult/request/reference.h"
#include "consult/request/request.h"
#include "consult/store/digest.h"
#include "kiosk/request_storage.h"
#include "pack/package/key_settings.h"
#include "screening/model/evaluate.h"
#include "screens/self_check/wording.h"

namespace candor::kiosk {
namespace {

constexpr int kBusyMs = 1000;  // a person waits for this; then they are told and may try again

/// What the result's screen said, for staff and as it said it.
void add_result(const screens::State& state, const std::string& staff_language,
                consult::RequestContext& context) {
    const screens::SelfCheck& check = *state.catalog->self_check;
    const std::string& language = state.visit.language;
    const ui::Strings& staff = state.strings_in(staff_language);
    const auto outcome =
        screening::evaluate(check.outline, check.guidance, state.visit.check.response);
    context.level = screening::name_of(outcome.level);
    for (const screening::Matched& matched : outcome.findings) {
        consult::RequestFinding finding{
            screening::name_of(matched.finding->level),
            matched.finding->id,
            {matched.finding->title.in(staff_language), matched.finding->title.in(language)},
            {}};
        for (const screening::Cause& cause : matched.causes)
            if (const auto* item = check.questionnaire.find(cause.link_id))
                finding.because.emplace_back(
                    screens::item_text(*item, staff_language) + " " +
                        screens::cause_text(*item, cause, staff),
                    screens::item_text(*item, language) + " " +
                        screens::cause_text(*item, cause, state.strings()));
        context.findings.push_back(std::move(finding));
    }
}

consult::RequestContext context_of(const screens::State& state, const std::string& id,
                                   const std::string& authored, bool demonstration) {
    const screens::Visit& visit = state.visit;
    const std::string staff = state.catalog->staff_language();
    consult::RequestContext context;
    context.request_id = id;
    context.authored = authored;
    context.consent_text = state.strings()("request.agree");
    context.consent_version = "1";
    context.demonstration = demonstration;
    if (visit.request.form.send_questions)
        context.questions = screens::ticked_questions(state, staff);
    if (visit.request.form.send_topics) context.topics = screens::topics_read(state, staff);
    if (visit.request.form.send_values) context.values = screens::matters(state, staff);
    if (visit.request.form.send_answers && state.catalog->self_check) {
        context.response_json =
            screening::to_fhir(state.catalog->self_check->questionnaire, visit.check.response,
                               context.authored, visit.language, staff);
        add_result(state, staff, context);
    }
    return context;
}

}  // namespace

base::Result<void> RequestSender::open_queue() {
    if (queue_) return {};
    auto queue =
        TRY(consult::Queue::open(request_file(options_.state), consult::OpenMode::append, kBusyMs));
    queue_ = std::move(queue);
    return {};
}

base::Result<void> RequestSender::read_key() {
    TRY(base::ensure_folder(options_.state));
    auto key =
        TRY(consult::ensure_sealing_key(pack::key_settings(options_.state, options_.clinic_key)));
    key_ = std::move(key);
    return {};
}

/// The bundle of what is sent now, which is the last of tries_. A try that failed may be in the
/// queue all the same, so the same id must never stand for other words.
base::Result<base::SecretString> RequestSender::next_try(const screens::State& state) {
    const std::string& visits_own = state.visit.request.id;
    if (!tries_.empty() && tries_.front().id != visits_own) tries_.clear();
    const bool demonstration = key_ ? key_->demonstration : state.catalog->demonstration;
    Try now = tries_.empty() ? Try{visits_own, base::utc_now(), {}} : tries_.back();
    auto bundle = consult::to_bundle(state.visit.request.form,
                                     context_of(state, now.id, now.authored, demonstration));
    if (!bundle) return bundle;
    auto digest = consult::Digest().add(bundle->view()).finish();
    if (!tries_.empty() && digest == tries_.back().digest) return bundle;
    if (!tries_.empty()) {
        now = {consult::new_request_id(), base::utc_now(), {}};
        bundle = consult::to_bundle(state.visit.request.form,
                                    context_of(state, now.id, now.authored, demonstration));
        if (!bundle) return bundle;
        digest = consult::Digest().add(bundle->view()).finish();
    }
    now.digest = std::move(digest);
    tries_.push_back(std::move(now));
    return bundle;
}

base::Result<std::string> RequestSender::store(const std::vector<std::uint8_t>& sealed) {
    TRY(open_queue());
    const Try& now = tries_.back();
    std::vector<std::string> before;
    for (const Try& earlier : tries_)
        if (&earlier != &now) before.push_back(earlier.id);
    auto reference = queue_->append(now.id, now.authored, key_->mark(), sealed, before);
    // A queue that failed is opened afresh for the next try: its disk may have come back.
    if (!reference) queue_.reset();
    return reference;
}

base::Result<std::string> RequestSender::send(const screens::State& state) {
    const bool preview = !options_.preview.empty();
    if (!preview) TRY(read_key());
    const auto bundle = TRY(next_try(state));
    if (preview) return consult::new_reference();
    const auto sealed = consult::seal(bundle.view(), *key_->key);
    auto reference = store(sealed);
    if (reference || reference.error().kind != base::FaultKind::damaged) return reference;
    TRY(set_damage_aside(options_.state, kBusyMs));
    return store(sealed);
}

}  // namespace candor::kiosk
