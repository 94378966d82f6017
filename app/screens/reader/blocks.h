#pragma once
#include <functional>

#include "screens/reader/rich_text.h"

namespace candor::screens {

/// Draws a block of a pack's page; `place` is named "pack/page/block". One function a kind
/// (blocks_*.cpp).
void draw_block(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                const pack::Block& block);

/// Whether there is room for two things beside each other, each as wide as on a portrait screen.
bool is_wide(const ui::Flow& flow);
/// Draws things that change their heights when they are touched: below each other or, where it is
/// wide, in two columns of as many, so that a touch moves nothing to the other one.
void draw_in_halves(ui::Flow& flow, std::size_t count,
                    const std::function<void(ui::Flow&, std::size_t first, std::size_t end)>& draw);

/// Here starts what limits what the page says, as the "2 more below" of a reader counts it: in
/// sight when its heading is.
void mark_limit(const Drawing& at, ui::Flow& flow, const TextPlace& place);

/// How far the line of a timeline runs on from the middle of an entry's first line: to the next
/// one's, `gap_units` below, or to its own end where the next stands in another column.
float line_on(const ui::Flow& flow, const base::Rect& entry, float first_line, float gap_units);

/// What stands over such a box where its author gave it no heading of its own.
std::string usual_heading(const Drawing& at, pack::AlertKind kind);
std::string heading_of(const Drawing& at, const pack::Alert& block);

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Heading& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Prose& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::List& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Table& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Figure& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Alert& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Steps& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Compare& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Timeline& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::IconArray& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Density& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::QuickCheck& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::AskList& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Faq& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Options& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Course& block);
void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Sequence& block);

}  // namespace candor::screens
