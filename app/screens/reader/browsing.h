#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/secret_string.h"
#include "pack/search/search.h"
#include "screens/reader/choosing.h"
#include "screens/reader/playback.h"

namespace candor::screens {

/// A place in the reader.
struct ReadingPlace {
    std::string pack, page;
    int step = 0;    ///< of a `steps` block
    int block = -1;  ///< to scroll to; -1: the top
    int item = -1;   ///< of a list of questions there: the one whose answer is open
    bool operator==(const ReadingPlace&) const = default;
};

/// What was read, and what was touched in it.
struct Browsing {
    ReadingPlace place;
    std::vector<ReadingPlace> came_from;      ///< for Back across page links
    std::set<std::string> read;               ///< "pack/page/page"
    std::set<std::string> ticked;             ///< "pack/question"
    std::map<std::string, int> quick_choice;  ///< "pack/page/block" -> choice
    std::string told;                         ///< the last of them on this page: what is said of
                                              ///< it is brought into sight
    int looked_at = -1;  ///< the block that is brought into sight instead; -1: none
    int looks = 0;       ///< how often one was
    std::map<std::string, bool> found_clear;  ///< pack -> whether the person said so
    std::set<std::string> open_answers;       ///< faq: "pack/page/block/item"
    Choosing choosing;
    Playback playing;

    /// Something else than the place that was opened is brought into sight.
    bool looks_elsewhere() const { return !told.empty() || looked_at >= 0; }
    void look_at_place() { told.clear(), looked_at = -1; }
    /// Whether the person said what matters to them.
    bool holds_something() const { return !choosing.matters.empty(); }
    void erase();
};

struct Searching {
    base::SecretString words{200};
    std::vector<pack::SearchHit> hits;
    std::vector<std::string> nearest;  ///< where there are none: words that packs have

    /// Zeroes the words, and those that were found around them.
    void erase();
};

}  // namespace candor::screens
