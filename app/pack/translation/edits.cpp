#include "pack/translation/edits.h"

#include <algorithm>

#include "pack/translation/units.h"

namespace candor::pack {

std::string with_edits(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string out;
    std::size_t at = 0;
    for (const auto& edit : edits) {
        out += text.substr(at, edit.begin - at);
        out += edit.words;
        at = edit.end;
    }
    out += text.substr(at);
    return out;
}

std::string in_double_quotes(std::string_view words) {
    Unit unit;
    unit.is_value = true;
    return written(unit, words);
}

}  // namespace candor::pack
