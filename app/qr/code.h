#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace candor::qr {

/// A QR code (ISO/IEC 18004, model 2): `side` × `side` squares, row by row from the top left. What
/// draws it leaves kQuietZone squares of ground free around it, and never flips it.
struct Code {
    int side = 0;
    std::vector<bool> dark;

    bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};
constexpr int kQuietZone = 4;
constexpr int kLargestSide = 177;  ///< of version 40

/// How many bytes of UTF-8 a code holds that has at most that many squares a side; 0: there is no
/// code so small.
std::size_t room_in(int most_side);

/// The text as UTF-8, and marked as such (ECI 26), in the smallest code that holds it, with as much
/// correction of errors as fits in there. Faults: refused (it needs more than `most_side`, or is
/// empty); internal (no memory).
base::Result<Code> encode(std::string_view utf8, int most_side = kLargestSide);

}  // namespace candor::qr
