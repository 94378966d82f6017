#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/secret_string.h"
#include "pack/search/search.h"
#include "screens/reader/choosing.h"

namespace candor::screens {

/// A place in the reader.
struct Place {
    std::string pack, page;
    int step = 0;    ///< of a `steps` block
    int block = -1;  ///< to scroll to; -1: the top
    bool operator==(const Place&) const = default;
};

/// What was read, and what was touched in it.
struct Browsing {
    Place place;
    std::vector<Place> came_from;             ///< for Back across page links
    std::set<std::string> read;               ///< "pack/page/page"
    std::set<std::string> ticked;             ///< "pack/question"
    std::map<std::string, int> quick_choice;  ///< "pack/page/block" -> choice
    std::set<std::string> open_answers;       ///< faq: "pack/page/block/item"
    Choosing choosing;

    /// Whether the person said what matters to them.
    bool holds_something() const { return !choosing.matters.empty(); }
    void erase();
};

struct Searching {
    base::SecretString words{200};
    std::vector<pack::SearchHit> hits;

    /// Zeroes the words, and those that were found around them.
    void erase();
};

}  // namespace candor::screens
