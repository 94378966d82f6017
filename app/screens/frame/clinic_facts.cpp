#include "screens/frame/clinic_facts.h"

namespace candor::screens {
namespace {

std::vector<ClinicFact> contact_of(const Drawing& at) {
    return clinic_contact(at.catalog().clinic, at.ui.strings());
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
    std::vector<ClinicFact> facts;
    for (ClinicFact fact : {ClinicFact{"clinic.phone", strings.left_to_right(clinic.phone)},
                            ClinicFact{"clinic.hours", clinic.hours.in(language)},
                            ClinicFact{"clinic.address", clinic.address.in(language)},
                            ClinicFact{"clinic.crisis", strings.left_to_right(clinic.crisis)}})
        if (!fact.value.empty()) facts.push_back(std::move(fact));
    return facts;
}

std::string brand_of(const Drawing& at) {
    const std::string& name = at.catalog().clinic.name.in(at.language());
    return name.empty() ? at.tr("brand") : name;
}

void draw_clinic_logo(const Drawing& at, ui::Flow& flow, float height) {
    const auto& logo = at.catalog().clinic.logo;
    if (logo.empty()) return;
    const base::Rect rect = flow.take(at.ui.px(height));
    at.ui.picture(logo, rect, 0, paint::Fit::contain, brand_of(at));
    flow.gap(24);
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
