#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/localized.h"
#include "pack/folder/report.h"
#include "pack/folder/yaml.h"

// What a clinic says of itself in kiosk.yaml. All of it may be left out; each text is one for all
// languages, or a map by language:
//
//   clinic:
//     name: Klinik Nord
//     language: de                          # staff read requests in it; none: as the person read
//     address: {de: "Hauptstr. 1, Kiel", en: "Hauptstr. 1, Kiel, Germany"}
//     phone: "+49 431 123456"               # 6 to 15 digits
//     hours: {de: "Mo-Fr 9-17 Uhr", en: "Mon-Fri, 9 to 5"}
//     calls_within: {de: "in zwei Werktagen", en: "within two working days"}
//     logo: logo.svg                        # in kiosk.yaml's folder; .svg, .png or .jpg
//     colour: "#0E5E5B"                     # white on it must be readable: 4.5:1
//     injects: {de: "Dr. A. Beispiel, Hautärztin"}   # who gives the treatment
//     licence: "12345"
//     licence_check: https://register.example.org    # where anybody can look it up
//     crisis: "116 123"                     # whom to call in distress, day and night
//     prices:                               # the methods that it offers; `price` may be left out
//     - {method: prp, price: {de: "ab 300 € je Sitzung"}}

namespace candor::pack {

/// A method that the clinic offers.
struct Price {
    std::string method;     ///< id of an option ("prp")
    base::Localized price;  ///< empty: it names none
};

/// Shown around the packs, never in them. Empty: the clinic does not say.
struct Clinic {
    base::Localized name, address, hours, calls_within, injects;
    std::string language;       ///< of its staff
    std::string phone_country;  ///< of numbers without one (ISO 3166; `phone_country`)
    std::string phone, licence, licence_check, crisis;
    std::filesystem::path logo;  ///< as it stands there; of a Policy: in kiosk.yaml's folder
    float logo_aspect = 3;       ///< width over height; who loads it knows it
    std::optional<base::Rgba> colour;
    std::vector<Price> prices;

    /// nullptr: it does not say that it offers this method.
    const Price* price_of(std::string_view method) const;
};

/// Reads the map `clinic`. What does not fit is left out, with a finding that says why.
Clinic read_clinic(const YamlNode& node, Report& report);

}  // namespace candor::pack
