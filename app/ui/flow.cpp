#include "ui/flow.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/widgets.h"

namespace candor::ui {

/// Pieces are found while all is measured, each by the number of the between() that it follows;
/// they are put in their places by the same numbers when it is drawn.
struct Flow::Parting {
    ColumnRoom room;
    float left = 0, top = 0;  ///< where the columns start
    std::vector<Piece> pieces{1};
    std::vector<std::size_t> after{0};  ///< of each piece
    std::size_t betweens = 0;
    bool ended = false;               ///< the next thing starts a piece
    float piece_top = 0;              ///< of the piece that is measured
    std::vector<base::Point> places;  ///< once known
    std::size_t drawn = 0;            ///< the piece that is drawn

    bool measuring() const { return places.empty(); }
    void start_piece(float y, float above, bool joined) {
        pieces.back().height = y - piece_top;
        pieces.push_back({0, above, Stands::in_turn, joined});
        after.push_back(betweens);
        piece_top = y + above;
    }
    float width_of(const Piece& piece) const {
        return piece.stands == Stands::across ? room.both() : room.width;
    }
};

void Flow::settle() {
    if (parting_ != nullptr && parting_->measuring() && parting_->ended)
        parting_->start_piece(y_, between_, joined_);
    if (parting_ != nullptr) parting_->ended = false;
    y_ += between_;
    between_ = 0;
}

void Flow::joint(float units) {
    between(units);
    joined_ = true;
}

void Flow::between(float units) {
    between_ = ui_.px(units);
    joined_ = false;
    if (parting_ == nullptr) return;
    Parting& parting = *parting_;
    ++parting.betweens;
    parting.ended = true;
    if (parting.measuring()) return;
    const std::size_t next = parting.drawn + 1;
    if (next == parting.pieces.size() || parting.after[next] != parting.betweens) return;
    parting.drawn = next;
    x_ = parting.left + parting.places[next].x;
    y_ = parting.top + parting.places[next].y;
    width_ = parting.width_of(parting.pieces[next]);
    between_ = 0;
}

float Flow::y() {
    settle();
    return y_;
}

base::Rect Flow::take(float height_px) {
    settle();
    const base::Rect rect{x_, y_, width_, height_px};
    y_ += height_px;
    return rect;
}

void Flow::text(std::string_view words, const Type& type, Role role, text::Align align) {
    settle();
    y_ += ui_.text(x_, y_, width_, words, type, role, align);
}

void Flow::words(const text::Paragraph& paragraph) {
    const base::Rect rect = take(paragraph.height());
    ui_.canvas().paragraph(paragraph, rect.x, rect.y, rect.w);
}

void Flow::group(const Draw& draw) {
    if (parting_ == nullptr) return inset(0, 0, draw);
    settle();
    draw(*this);
    between_ = 0;
    parting_->ended = false;
}

void Flow::piece(Stands stands, const Draw& draw) {
    if (parting_ == nullptr || stands == Stands::in_turn) return group(draw);
    settle();
    if (parting_->measuring()) {
        parting_->pieces.back().stands = stands;
        width_ = parting_->width_of(parting_->pieces.back());
    }
    inset(0, 0, draw);
    if (parting_->measuring()) width_ = parting_->room.width;
}

bool Flow::goes_on_below() const {
    if (parting_ == nullptr || parting_->measuring()) return true;
    const std::size_t at = parting_->drawn, next = at + 1;
    if (next == parting_->places.size()) return false;
    const base::Point &here = parting_->places[at], &there = parting_->places[next];
    const float below = here.y + parting_->pieces[at].height + parting_->pieces[next].above;
    return there.x == here.x && there.y > here.y && there.y < below + 1;
}

void Flow::columns(const Columns& spec, const Draw& draw) {
    settle();
    Parting parting;
    parting.room = {column_width(2, spec.gap_units), ui_.px(spec.gap_units), spec.seen_px,
                    spec.faded_px};
    parting.left = x_;
    parting.top = y_;
    Flow flow(ui_, x_, 0, parting.room.width);
    flow.parting_ = &parting;
    ui_.measure([&] { draw(flow); });
    parting.pieces.back().height = flow.y_ - parting.piece_top;
    Placed placed = place_in_columns(parting.pieces, parting.room);
    parting.places = std::move(placed.places);
    parting.betweens = 0;
    parting.ended = false;
    Flow drawn(ui_, x_ + parting.places.front().x, y_ + parting.places.front().y,
               parting.width_of(parting.pieces.front()));
    drawn.parting_ = &parting;
    draw(drawn);
    y_ += placed.height;
}

void Flow::inset(float start_px, float end_px, const Draw& draw) {
    settle();
    Flow inner(ui_, x_ + start_px, y_, width_ - start_px - end_px);
    draw(inner);
    y_ += inner.height();
}

void Flow::content(const Padding& padding, const Draw& draw) {
    gap(padding.above);
    inset(ui_.px(padding.sides), ui_.px(padding.sides), draw);
    gap(padding.below);
}

void Flow::on(const Ground& ground, const Padding& padding, const Draw& draw) {
    settle();
    const float top = y_;
    ui_.canvas().over(
        [&] {
            ground({x_, top, width_, y_ - top});
        },
        [&] { content(padding, draw); });
}

void Flow::card(const Padding& padding, const Draw& draw) {
    on([this](const base::Rect& rect) { ui::card(ui_, rect); }, padding, draw);
}

void Flow::tinted(Colour colour, float radius_units, const Padding& padding, const Draw& draw) {
    const auto ground = [&](const base::Rect& rect) {
        ui::tinted(ui_, rect, ui_.px(radius_units), colour);
    };
    on(ground, padding, draw);
}

Touched Flow::touchable(Node node, std::string_view key,
                        const std::function<void(const base::Rect& rect, const Touched&)>& ground,
                        const Padding& padding, const Draw& draw) {
    settle();
    const float top = y_;
    Touched touched;
    const Ui::Registered before = ui_.registered();
    ui_.canvas().over(
        [&] {
            node.rect = {x_, top, width_, y_ - top};
            const base::Rect rect = node.rect;
            touched = ui_.touchable_around(before, std::move(node), key);
            ground(rect, touched);
        },
        [&] { content(padding, draw); });
    return touched;
}

void Flow::row(std::span<const float> widths_px, float gap_units, const Cell& draw) {
    settle();
    float x = x_, tallest = 0;
    for (std::size_t i = 0; i < widths_px.size(); ++i) {
        Flow cell(ui_, x, y_, widths_px[i]);
        draw(cell, i);
        tallest = std::max(tallest, cell.height());
        x += widths_px[i] + ui_.px(gap_units);
    }
    y_ += tallest;
}

float Flow::column_width(std::size_t count, float gap_units) const {
    const auto n = static_cast<float>(std::max<std::size_t>(1, count));
    return std::floor((width_ - ui_.px(gap_units) * (n - 1)) / n);
}

void Flow::row(std::size_t count, float gap_units, const Cell& draw) {
    const std::vector<float> widths(count, column_width(count, gap_units));
    row(widths, gap_units, draw);
}

void Flow::grid(const Grid& grid,
                const std::function<float(std::size_t index, float width)>& height_of,
                const std::function<void(std::size_t index, const base::Rect&)>& draw) {
    const float width = column_width(grid.columns, grid.gap_units);
    for (std::size_t first = 0; first < grid.count; first += grid.columns) {
        const std::size_t end = std::min(grid.count, first + grid.columns);
        float tallest = 0;
        for (std::size_t i = first; i < end; ++i) tallest = std::max(tallest, height_of(i, width));
        if (first > 0) gap(grid.gap_units);
        const base::Rect row = take(tallest);
        float x = row.x;
        for (std::size_t i = first; i < end; ++i) {
            draw(i, {x, row.y, width, tallest});
            x += width + ui_.px(grid.gap_units);
        }
    }
}

ScrollRegions::Extent scroll(Ui& ui, const ScrollSpec& spec, const Flow::Draw& draw) {
    Flow flow(ui, spec.x, ui.begin_scroll(spec.key, spec.viewport), spec.width);
    draw(flow);
    return ui.end_scroll(flow.height() + ui.px(spec.below_units));
}

}  // namespace candor::ui
