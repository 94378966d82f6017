#pragma once
#include <functional>
#include <memory>

#include "kiosk/options.h"
#include "paint/image_store.h"
#include "paint/renderer.h"
#include "screens/screens.h"
#include "text/fonts.h"
#include "text/glyph_atlas.h"
#include "text/shaper.h"
#include "ui/ui.h"

namespace candor::kiosk {

/// The whole way from a state to pixels: fonts, atlas, pictures, ui, renderer. One thread.
class Stage {
  public:
    struct Size {
        int width = 0, height = 0;
    };
    /// `on_picture` is called on another thread when a picture was decoded. The attract screen's
    /// first picture is decoded while fonts are read. Faults: missing fonts.
    static base::Result<std::unique_ptr<Stage>> create(const Options& options, Size size,
                                                       std::function<void()> on_picture);

    ui::Ui& ui() { return *ui_; }
    /// Takes in decoded pictures; true: the screen must be drawn anew.
    bool take_pictures() { return images_->begin_frame(); }
    void wait_for_pictures() { images_->wait_until_idle(); }

    /// Draws the state into ImGui's lists and returns what the person asked for meanwhile.
    screens::Intents draw(const screens::State& state, Size size, std::int64_t now_ms,
                          bool reduced_motion);
    /// Composites what draw() left into `target`; the rectangles that changed.
    std::vector<base::IntRect> paint(base::PixelView target, paint::Repaint repaint);

  private:
    Stage(const Options& options, std::unique_ptr<paint::ImageStore> images,
          std::unique_ptr<text::Fonts> fonts);

    std::unique_ptr<paint::ImageStore> images_;
    std::unique_ptr<text::Fonts> fonts_;
    text::Shaper shaper_;
    text::GlyphAtlas atlas_;
    paint::Renderer renderer_;
    std::unique_ptr<ui::Ui> ui_;
    const ImDrawData* drawn_ = nullptr;
};

}  // namespace candor::kiosk
