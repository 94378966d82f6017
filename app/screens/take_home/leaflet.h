#pragma once
#include <string>
#include <vector>

#include "screens/frame/clinic_facts.h"
#include "screens/frame/state.h"

namespace candor::screens {

/// What a person takes home, in one language. It never holds a name, an answer or a result.
struct Leaflet {
    /// A key message, and the places of its sources in `sources`, from 1.
    struct Point {
        std::string words;
        std::vector<int> sources;
    };
    struct Topic {
        std::string pack, title;
        std::vector<Point> points;
    };
    struct Reference {
        std::string citation, link;  ///< a link may be missing
    };
    std::string title;
    std::string reference;  ///< of the request, for people; empty: there is none, or not wanted
    std::vector<std::string> questions;  ///< that were ticked
    std::vector<Topic> topics;  ///< those that were read or asked about; all, where there is none
    std::vector<Reference> sources;
    std::vector<ClinicFact> clinic;
};

/// In a language that the kiosk offers, else in the visit's.
Leaflet leaflet_of(const State& state, const std::string& language);

}  // namespace candor::screens
