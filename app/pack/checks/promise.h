#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// Words of a text that promise more than anyone can keep ("guaranteed", "100 %"), as they stand
/// there. Not those that the same sentence denies ("no one can promise a cure"), that stand in
/// quotation marks or in a question. `is_guideline`: the sentence rests on a guideline or a
/// regulator, which may call a result permanent. Nothing in a language without a list.
std::vector<std::string> promises_in(std::string_view text, std::string_view language,
                                     bool is_guideline = false);

}  // namespace candor::pack
