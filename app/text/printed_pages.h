#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "text/style.h"

namespace candor::text {

class Fonts;

/// A paragraph on paper; sizes in points.
struct PrintedText {
    std::string words;   ///< UTF-8
    std::string strong;  ///< what follows in semibold (an answer after its question)
    float size_pt = 10.5F;
    Weight weight = Weight::regular;
    float space_before_pt = 5;
    bool rule_before = false;  ///< a hairline over it
    std::string mark;          ///< hangs before the first line: a bullet, a number
    /// Two columns: the words in the first, the same in another language in the second.
    bool two_columns = false;
    std::string beside;
    /// Small print: such paragraphs that follow each other stand in two columns, none parted.
    bool in_columns = false;
};

/// How much is put on a page.
enum class Fit : std::uint8_t {
    as_it_is,
    one_page  ///< up to a seventh smaller, if that puts all of it on one
};

/// A4 pages (ISO 216) as a PDF, with the fonts in it; `direction` is the page's own, and each
/// paragraph is read by its own first strong character. `foot` stands below every page with its
/// number. A paragraph is broken between its lines only. On the thread of `fonts`. The caller
/// wipes the bytes. Fault internal: cairo failed.
base::Result<std::string> printed_pages(Fonts& fonts, const std::vector<PrintedText>& texts,
                                        Direction direction, const std::string& foot,
                                        Fit fit = Fit::as_it_is);

}  // namespace candor::text
