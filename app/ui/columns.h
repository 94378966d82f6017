#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/geometry.h"

namespace candor::ui {

/// How a piece of what flows in two columns stands among the others.
enum class Stands : std::uint8_t {
    in_turn,  ///< in a column, after the piece before it
    beside,   ///< a picture: it has the other column than the text; else in turn
    under,    ///< what should be in sight with the text: below such a picture, else in turn
    across    ///< over both columns
};

/// A piece is never parted. Lengths are pixels.
struct Piece {
    float height = 0;
    float above = 0;  ///< the gap to the piece over it, where there is one
    Stands stands = Stands::in_turn;
    bool joined = false;  ///< to the piece before it: they are parted only where both are long
};

/// One column's width, the gap between the two, and the height that is seen at once.
struct ColumnRoom {
    float width = 0, gap = 0, height = 0;
    float faded = 0;  ///< so much below that height is seen as it fades

    float both() const { return 2 * width + gap; }
};

struct Placed {
    std::vector<base::Point> places;  ///< of each piece, from where the columns start
    float height = 0;                 ///< of all
};

/// Two columns that are read one after the other, a screenful at a time: what does not fit on the
/// first goes on below both, and out of sight where too little of it would be seen. The last two
/// are of about one length. Text starts in the first column, also beside a picture.
Placed place_in_columns(std::span<const Piece> pieces, const ColumnRoom& room);

}  // namespace candor::ui
