#pragma once
#include "screens/reader/rich_text.h"

namespace candor::screens {

/// A block's place on the page: what it needs to draw, and whose page it is.
struct BlockContext {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const pack::Pack& pack;
    std::string key;  ///< "pack/page/block"
    float x = 0, width = 0;
};

/// Draws a block at y and returns its height. One function a kind (blocks_*.cpp).
float draw_block(const BlockContext& at, const pack::Block& block, float y);

float draw(const BlockContext& at, const pack::Heading& block, float y);
float draw(const BlockContext& at, const pack::Prose& block, float y);
float draw(const BlockContext& at, const pack::List& block, float y);
float draw(const BlockContext& at, const pack::Table& block, float y);
float draw(const BlockContext& at, const pack::Figure& block, float y);
float draw(const BlockContext& at, const pack::Alert& block, float y);
float draw(const BlockContext& at, const pack::Steps& block, float y);
float draw(const BlockContext& at, const pack::Compare& block, float y);
float draw(const BlockContext& at, const pack::Timeline& block, float y);
float draw(const BlockContext& at, const pack::IconArray& block, float y);
float draw(const BlockContext& at, const pack::QuickCheck& block, float y);
float draw(const BlockContext& at, const pack::AskList& block, float y);
float draw(const BlockContext& at, const pack::Faq& block, float y);

}  // namespace candor::screens
