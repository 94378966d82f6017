#include "pack/folder/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace candor::pack {
namespace {

/// Longer words are never misspelt words of a kiosk; this keeps the rows on the stack.
constexpr std::size_t kMaxLetters = 63;
using Row = std::array<int, kMaxLetters + 1>;

bool swapped(std::string_view a, std::string_view b, std::size_t i, std::size_t j) {
    return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
    const int gap = static_cast<int>(a.size()) - static_cast<int>(b.size());
    if (a.size() > kMaxLetters || b.size() > kMaxLetters || std::abs(gap) > limit) return limit + 1;
    Row before_last{}, last{}, row{};
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
            if (swapped(a, b, i, j)) row[j] = std::min(row[j], before_last[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
        before_last = last;
        last = row;
    }
    return std::min(last[b.size()], limit + 1);
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
    int best = word.size() < 4 ? 1 : 3;
    std::string_view found;
    for (const auto candidate : known) {
        const int distance = edit_distance(word, candidate, best);
        if (distance > best || (distance == best && !found.empty())) continue;
        best = distance;
        found = candidate;
    }
    return found;
}

}  // namespace candor::pack
