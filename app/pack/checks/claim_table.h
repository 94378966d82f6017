#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pack/page/strength.h"

namespace candor::pack {

struct Subject;

/// A claim beside one source that it cites: what a reviewer goes through with the sources at hand.
struct ClaimRow {
    std::string claim;   ///< on one line; what labels it comes first, as in "The aim: to help"
    std::string source;  ///< its id, also of a source that is not there
    std::string_view kind = {};
    Strength strength = {};
    std::vector<std::string> evidence = {};  ///< rows of the clinic's evidence sheet
    std::string language;
    std::string page;  ///< its id; of a self-check, the finding's
    std::string file;
    int line = 0;
};

/// All claims of a pack that cite a source, in reading order, the first language first. A sentence
/// has the sources that it cites itself; a row of a table those of the row, or of the last row when
/// it alone has any; an icon-array or a density is one claim; items below a line that ends with “:”
/// have the sources of that line. A claim with two sources has two rows.
std::vector<ClaimRow> claims_of(const Subject& subject);

}  // namespace candor::pack
