#include "screens/frame/clinic_facts.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace candor::screens {
namespace {

std::vector<ClinicFact> said(std::initializer_list<ClinicFact> all) {
    std::vector<ClinicFact> facts;
    for (const ClinicFact& fact : all)
        if (!fact.value.empty()) facts.push_back(fact);
    return facts;
}

std::vector<ClinicFact> contact_of(const Drawing& at) {
    return clinic_contact(at.catalog().clinic, at.ui.strings());
}

/// What an option of the packs is called; empty: none has that id.
std::string title_of_option(const Drawing& at, std::string_view id) {
    for (const pack::Pack& pack : at.catalog().library->packs)
        if (const pack::Option* option = pack.option(at.language(), id)) return option->title;
    return {};
}

/// "PRP: from €300 a session", a line each.
std::string offer_of(const Drawing& at) {
    std::string lines;
    for (const pack::Price& offer : at.catalog().clinic.prices) {
        const std::string title = title_of_option(at, offer.method);
        if (title.empty()) continue;
        const std::string& price = offer.price.in(at.language());
        lines +=
            (lines.empty() ? "" : "\n") +
            (price.empty() ? title : at.tr("clinic.offer", {{"method", title}, {"price", price}}));
    }
    return lines;
}

std::vector<ClinicFact> practice_of(const Drawing& at) {
    const pack::Clinic& clinic = at.catalog().clinic;
    const ui::Strings& strings = at.ui.strings();
    return said({{"clinic.injects", clinic.injects.in(at.language())},
                 {"clinic.licence", strings.isolated(clinic.licence)},
                 {"clinic.licence-check", strings.left_to_right(clinic.licence_check)},
                 {"clinic.offers", offer_of(at)}});
}

void draw_fact(const Drawing& at, ui::Flow& flow, const ClinicFact& fact) {
    ui::Type label = ui::type::kSmall;
    label.weight = text::Weight::semibold;
    flow.text(at.tr(fact.key), label);
    flow.gap(4);
    flow.text(fact.value, ui::type::kCard);
    flow.gap(20);
}

}  // namespace

std::vector<ClinicFact> clinic_contact(const pack::Clinic& clinic, const ui::Strings& strings) {
    const std::string& language = strings.language();
    return said({{"clinic.phone", strings.left_to_right(clinic.phone)},
                 {"clinic.hours", clinic.hours.in(language)},
                 {"clinic.address", clinic.address.in(language)},
                 {"clinic.crisis", strings.left_to_right(clinic.crisis)}});
}

std::string brand_of(const Drawing& at) {
    const std::string& name = at.catalog().clinic.name.in(at.language());
    return name.empty() ? at.tr("brand") : name;
}

void draw_clinic_logo(const Drawing& at, ui::Flow& flow, float height) {
    const auto& logo = at.catalog().clinic.logo;
    if (logo.empty()) return;
    const base::Rect row = flow.take(at.ui.px(height));
    const float width = std::min(row.w, row.h * at.catalog().clinic.logo_aspect);
    at.ui.picture(logo, {row.x, row.y, width, row.h}, 0, paint::Fit::contain, brand_of(at));
    flow.gap(24);
}

std::string clinic_phone(const Drawing& at) {
    return at.ui.strings().left_to_right(at.catalog().clinic.phone);
}

std::string clinic_name(const Drawing& at) {
    const std::string& name = at.catalog().clinic.name.in(at.language());
    return name.empty() ? at.tr("clinic.this") : name;
}

std::string clinic_price(const Drawing& at, std::string_view option) {
    const pack::Price* offer = at.catalog().clinic.price_of(option);
    if (offer == nullptr) return {};
    const std::string& price = offer->price.in(at.language());
    return price.empty()
               ? at.tr("options.clinic-offers", {{"clinic", clinic_name(at)}})
               : at.tr("options.clinic-price", {{"clinic", clinic_name(at)}, {"price", price}});
}

void draw_clinic_practice(const Drawing& at, ui::Flow& flow) {
    for (const ClinicFact& fact : practice_of(at)) draw_fact(at, flow, fact);
}

void draw_clinic_crisis(const Drawing& at, ui::Flow& flow) {
    const std::string number = at.ui.strings().left_to_right(at.catalog().clinic.crisis);
    if (number.empty()) return;
    flow.tinted(ui::Colour::sky, 28, {36, 24, 24}, [&](ui::Flow& inner) {
        inner.text(at.tr("clinic.crisis"), ui::type::kLabel);
        inner.gap(4);
        inner.text(number, ui::type::kTitle);
    });
}

void draw_clinic_contact(const Drawing& at, ui::Flow& flow) {
    for (const ClinicFact& fact : contact_of(at)) draw_fact(at, flow, fact);
}

void draw_clinic_next(const Drawing& at, ui::Flow& flow) {
    const std::string& when = at.catalog().clinic.calls_within.in(at.language());
    if (when.empty() && contact_of(at).empty()) return;
    flow.card({48, 40, 48}, [&](ui::Flow& inner) {
        if (!when.empty()) draw_fact(at, inner, {"clinic.calls-within", when});
        draw_clinic_contact(at, inner);
    });
    flow.gap(32);
}

}  // namespace candor::screens
