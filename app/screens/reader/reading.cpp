#include "screens/reader/reading.h"

namespace candor::screens {

void Reading::erase() { *this = {}; }

void Searching::erase() {
    words.clear();
    for (pack::SearchHit& hit : hits) base::wipe(hit.snippet);
    *this = {};
}

}  // namespace candor::screens
