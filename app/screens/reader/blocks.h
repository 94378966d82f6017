#pragma once
#include "screens/reader/rich_text.h"

namespace candor::screens {

/// Draws a block of a pack's page; `place` is named "pack/page/block". One function a kind
/// (blocks_*.cpp).
void draw_block(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                const pack::Block& block);

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
