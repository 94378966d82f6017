#include "screens/reader/browsing.h"

namespace candor::screens {

void Browsing::erase() { *this = {}; }

void Searching::erase() {
    words.clear();
    for (pack::SearchHit& hit : hits) base::wipe(hit.snippet);
    *this = {};
}

}  // namespace candor::screens
