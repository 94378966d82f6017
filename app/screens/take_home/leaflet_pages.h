#pragma once
#include <vector>

#include "screens/take_home/leaflet.h"
#include "text/printed_pages.h"

namespace candor::screens {

/// The leaflet as it stands on paper.
struct LeafletPages {
    std::vector<text::PrintedText> texts;
    text::Direction direction = text::Direction::left_to_right;
    std::string foot;
    text::Fit fit = text::Fit::one_page;  ///< but for large print
};

/// As the person wants it: in their language or beside the clinic's, in usual or in large print.
LeafletPages leaflet_pages(const State& state);

/// The other language on paper; empty: the clinic's staff read what the person does.
std::string second_language(const State& state);

}  // namespace candor::screens
