#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "screens/frame/drawing.h"

namespace candor::screens {

// What the clinic says of itself in kiosk.yaml (pack/package/clinic.h): around the packs, never in
// them.

/// A line with its label.
struct ClinicFact {
    const char* key;  ///< the label's string
    std::string value;
};
/// Phone, hours, address, and whom to call in distress, as far as it says them.
std::vector<ClinicFact> clinic_contact(const pack::Clinic& clinic, const ui::Strings& strings);

/// The clinic's name, where it gives one; else the program's.
std::string brand_of(const Drawing& at);
/// Its logo, at most `height` design units high; nothing where it has none.
void draw_clinic_logo(const Drawing& at, ui::Flow& flow, float height);
/// What it is called where a sentence names it; "This clinic" where it gives no name.
std::string clinic_name(const Drawing& at);
/// Its price for an option, as it stands beside what the packs say of prices; empty: it does not
/// offer it.
std::string clinic_price(const Drawing& at, std::string_view option);

/// Phone, hours, address, and whom to call in distress, each on a line with its label; nothing
/// where it says none of them.
void draw_clinic_contact(const Drawing& at, ui::Flow& flow);
/// Its phone number, read from the left in every language; empty where it gives none.
std::string clinic_phone(const Drawing& at);
/// Who gives the treatment, its licence and where anybody can check that, and what it offers.
void draw_clinic_practice(const Drawing& at, ui::Flow& flow);
/// When it calls back, and its contact, on a card; nothing where it says nothing.
void draw_clinic_next(const Drawing& at, ui::Flow& flow);
/// Whom to call in distress, where a text speaks of it; nothing where the clinic names nobody.
void draw_clinic_crisis(const Drawing& at, ui::Flow& flow);

}  // namespace candor::screens
