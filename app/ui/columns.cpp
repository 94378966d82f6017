#include "ui/columns.h"

#include <algorithm>
#include <optional>

namespace candor::ui {
namespace {

/// Text beside a picture may be a little longer than the screen: nobody has to come back up for it.
constexpr float kTolerated = 1.3F;
/// A picture stands in turn where so much more of the page is seen at once then.
constexpr float kMuchMore = 1.4F;

/// What goes on below is seen at once where it has so much of the screen.
constexpr float kWorthSeeing = 0.4F;

/// What is joined is parted where it needs more of the screen: much would be left empty for it.
constexpr float kKeptWhole = 0.6F;

/// Some pieces beside each other, from one height on.
struct Spread {
    std::vector<base::Point> places;
    float height = 0;
};

class Placing {
  public:
    Placing(std::span<const Piece> pieces, const ColumnRoom& room) : pieces_(pieces), room_(room) {}

    Placed placed() {
        for (std::size_t at = 0; at < pieces_.size();) {
            if (pieces_[at].stands == Stands::across) {
                commit({{{0, 0}}, pieces_[at].height}, pieces_[at].above);
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < pieces_.size() && pieces_[end].stands != Stands::across) ++end;
            place_run(at, end);
            at = end;
        }
        return std::move(out_);
    }

  private:
    /// Adds pieces to a column, with the gaps between them.
    class Column {
      public:
        explicit Column(float x) : x_(x) {}
        float with(const Piece& piece) const {
            return height_ + (empty_ ? 0 : piece.above) + piece.height;
        }
        base::Point add(const Piece& piece) {
            const float y = with(piece) - piece.height;
            height_ = y + piece.height;
            empty_ = false;
            return {x_, y};
        }
        bool takes(const Piece& piece, float limit) const { return empty_ || with(piece) <= limit; }
        bool empty() const { return empty_; }
        float height() const { return height_; }

      private:
        float x_, height_ = 0;
        bool empty_ = true;
    };
    Column start() const { return Column(0); }
    Column end() const { return Column(room_.width + room_.gap); }

    void commit(const Spread& spread, float above) {
        const float top = out_.places.empty() ? 0 : out_.height + above;
        for (const base::Point& place : spread.places)
            out_.places.push_back({place.x, top + place.y});
        out_.height = top + spread.height;
    }

    void place_run(std::size_t first, std::size_t last) {
        while (first < last) {
            Spread spread = best(first, last);
            const std::size_t next = first + spread.places.size();
            if (next < last) spread.height += out_of_sight(spread.height + above(next));
            commit(spread, above(first));
            first = next;
        }
    }

    /// All that is left on one screen, if it can be; else as much as is seen at once.
    Spread best(std::size_t first, std::size_t last) const {
        const Spread shown = beside_picture(first, last, room_.height);
        if (shown.places.size() == last - first) return shown;
        const Spread even = balanced(first, last);
        if (even.height <= room_.height) return even;
        Spread longer = beside_picture(first, last, room_.height * kTolerated);
        if (longer.places.size() == last - first) return longer;
        Spread full = filled(first, last);
        const bool more = said(first, full) > kMuchMore * said(first, shown);
        return shown.places.empty() || more ? full : shown;
    }

    /// What is read later must not peep in below: how much further down it starts, which would
    /// start at `y`.
    float out_of_sight(float y) const {
        const float left = room_.height - y;
        return left >= kWorthSeeing * room_.height ? 0 : std::max(0.0F, left + room_.faded);
    }
    float above(std::size_t at) const { return pieces_[at].above; }

    /// How much a spread that starts with `first` holds.
    float said(std::size_t first, const Spread& spread) const {
        float sum = 0;
        for (std::size_t i = 0; i < spread.places.size(); ++i) sum += pieces_[first + i].height;
        return sum;
    }

    /// The text in the first column, the first picture in the other. Empty: there is no picture
    /// that the text comes to before its column is full.
    Spread beside_picture(std::size_t first, std::size_t last, float limit) const {
        std::size_t picture = first;
        while (picture < last && pieces_[picture].stands != Stands::beside) ++picture;
        if (picture == last || pieces_[picture].height > limit) return {};
        Spread out;
        Column text = start(), side = end();
        const base::Point at = side.add(pieces_[picture]);
        for (std::size_t i = first; i < last; ++i) {
            const Piece& piece = pieces_[i];
            if (i == picture)
                out.places.push_back(at);
            else if (piece.stands != Stands::in_turn && side.takes(piece, limit))
                out.places.push_back(side.add(piece));
            else if (text.takes(piece, limit))
                out.places.push_back(text.add(piece));
            else
                break;
        }
        if (out.places.size() <= picture - first || text.empty()) return {};
        out.height = std::max(side.height(), text.height());
        return out;
    }

    /// All of them, parted where the longer column is shortest.
    Spread balanced(std::size_t first, std::size_t last) const {
        Spread out;
        for (std::size_t part = first + 1; part <= last; ++part) {
            Spread tried;
            Column one = start(), other = end();
            for (std::size_t i = first; i < last; ++i)
                tried.places.push_back(i < part ? one.add(pieces_[i]) : other.add(pieces_[i]));
            tried.height = std::max(one.height(), other.height());
            if (out.places.empty() || tried.height <= out.height) out = std::move(tried);
        }
        return out;
    }

    /// The first column as far as is seen at once, then the other.
    Spread filled(std::size_t first, std::size_t last) const {
        Spread out;
        Column one = start(), other = end();
        std::size_t at = first;
        for (; at < last && one.takes(pieces_[at], room_.height); ++at)
            out.places.push_back(one.add(pieces_[at]));
        const float limit = std::max(room_.height, one.height());
        for (; at < last && other.takes(pieces_[at], limit); ++at)
            out.places.push_back(other.add(pieces_[at]));
        out.height = std::max(one.height(), other.height());
        return out;
    }

    std::span<const Piece> pieces_;
    ColumnRoom room_;
    Placed out_;
};

/// How many pieces from the first on are one: those that are joined to it, where they are short.
std::size_t whole_from(std::span<const Piece> pieces, std::size_t first, const ColumnRoom& room) {
    std::size_t end = first + 1;
    float height = pieces[first].height;
    for (; end < pieces.size() && pieces[end].joined; ++end)
        height += pieces[end].above + pieces[end].height;
    const bool plain = pieces[first].stands == Stands::in_turn;
    return plain && height <= kKeptWhole * room.height ? end - first : 1;
}

}  // namespace

Placed place_in_columns(std::span<const Piece> pieces, const ColumnRoom& room) {
    std::vector<Piece> wholes;
    std::vector<std::size_t> counts;  // of the pieces in each
    for (std::size_t at = 0; at < pieces.size(); at += counts.back()) {
        counts.push_back(whole_from(pieces, at, room));
        wholes.push_back(pieces[at]);
        for (std::size_t i = at + 1; i < at + counts.back(); ++i)
            wholes.back().height += pieces[i].above + pieces[i].height;
    }
    const Placed whole = Placing(wholes, room).placed();
    Placed placed{{}, whole.height};
    for (std::size_t i = 0; i < wholes.size(); ++i) {
        base::Point at = whole.places[i];
        for (std::size_t part = 0; part < counts[i]; ++part) {
            const std::size_t piece = placed.places.size();
            if (part > 0) at.y += pieces[piece].above;
            placed.places.push_back(at);
            at.y += pieces[piece].height;
        }
    }
    return placed;
}

}  // namespace candor::ui
