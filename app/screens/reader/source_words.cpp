#include "screens/reader/source_words.h"

namespace candor::screens {
namespace {

constexpr const char* kEarns = "proof-earns";

StrengthMark mark_of_proof(pack::Proof proof) {
    switch (proof) {
        case pack::Proof::pooled_against_dummy:
            return {"proof-pooled", "source.proof.pooled-against-dummy"};
        case pack::Proof::pooled:
            return {"proof-pooled", "source.proof.pooled"};
        case pack::Proof::gathered:
            return {"proof-gathered", "source.proof.gathered"};
        case pack::Proof::against_dummy:
            return {"proof-compared", "source.proof.against-dummy"};
        case pack::Proof::against_other:
            return {"proof-compared", "source.proof.against-other"};
        case pack::Proof::no_comparison:
            return {"proof-alone", "source.proof.no-comparison"};
        case pack::Proof::not_in_people:
            return {"proof-laboratory", "source.proof.not-in-people"};
        case pack::Proof::unsaid:
            break;
    }
    return {};
}

StrengthMark mark_of_payer(pack::PaidBy payer) {
    const bool earns = payer == pack::PaidBy::maker || payer == pack::PaidBy::firm;
    return {earns ? kEarns : std::string_view(), key_of(payer)};
}

bool earns_itself(pack::SourceKind kind) {
    return kind == pack::SourceKind::maker || kind == pack::SourceKind::clinic;
}

constexpr StrengthMark kOneTeam{"proof-one-team", "source.one-team"};

void draw_row(const Drawing& at, ui::Flow& flow, const StrengthMark& mark) {
    if (mark.key == nullptr) return;
    const float icon = at.ui.px(40);
    if (!mark.icon.empty())
        at.ui.icon(mark.icon, {flow.x(), flow.y() + at.ui.px(4), icon, icon}, ui::Colour::blue);
    flow.inset(icon + at.ui.px(24), 0,
               [&](ui::Flow& words) { words.text(at.tr(mark.key), ui::type::kCard); });
    flow.gap(28);
}

}  // namespace

const char* key_of(pack::SourceKind kind) {
    switch (kind) {
        case pack::SourceKind::clinic:
            return "source.clinic";
        case pack::SourceKind::maker:
            return "source.maker";
        case pack::SourceKind::register_:
            return "source.register";
        case pack::SourceKind::trial:
            return "source.trial";
        case pack::SourceKind::review:
            return "source.review";
        case pack::SourceKind::guideline:
            return "source.guideline";
        case pack::SourceKind::regulator:
            return "source.regulator";
        case pack::SourceKind::health_service:
            return "source.health-service";
        case pack::SourceKind::prize:
            return "source.prize";
        case pack::SourceKind::study:
            return "source.study";
        case pack::SourceKind::law:
            return "source.law";
        case pack::SourceKind::society:
            return "source.society";
        case pack::SourceKind::book:
            return "source.book";
        case pack::SourceKind::website:
            return "source.website";
        case pack::SourceKind::unnamed:
            break;
    }
    return nullptr;
}

const char* key_of(pack::PaidBy payer) {
    switch (payer) {
        case pack::PaidBy::maker:
            return "source.paid.maker";
        case pack::PaidBy::firm:
            return "source.paid.firm";
        case pack::PaidBy::public_money:
            return "source.paid.public-money";
        case pack::PaidBy::nobody:
            return "source.paid.nobody";
        case pack::PaidBy::unsaid:
            break;
    }
    return nullptr;
}

StrengthMark strength_mark(const pack::Source& source) {
    if (earns_itself(source.kind)) return {kEarns, key_of(source.kind)};
    const StrengthMark payer = mark_of_payer(source.strength.paid_by);
    if (!payer.icon.empty()) return payer;
    return source.strength.one_team ? kOneTeam : mark_of_proof(source.strength.proof);
}

void draw_strength(const Drawing& at, ui::Flow& flow, const pack::Source& source) {
    draw_row(at, flow, mark_of_proof(source.strength.proof));
    if (source.strength.one_team) draw_row(at, flow, kOneTeam);
    draw_row(at, flow, mark_of_payer(source.strength.paid_by));
}

}  // namespace candor::screens
