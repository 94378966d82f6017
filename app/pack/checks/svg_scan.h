#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

struct SvgFacts {
    bool whole = false;  ///< tags open and close in pairs, and the root is an svg with a size
    bool has_text = false, has_script = false;
    std::vector<std::string> outside;  ///< references that leave the file
};

/// Looks at the tags of an SVG without drawing it. A DOCTYPE (its entities have no bound) counts as
/// a reference outside. Linear in the size of the text.
SvgFacts scan_svg(std::string_view text);

}  // namespace candor::pack
