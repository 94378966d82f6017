#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "paint/image_store.h"
#include "paint/renderer.h"
#include "text/fonts.h"
#include "text/glyph_atlas.h"
#include "text/shaper.h"
#include "ui/ui.h"

namespace candor::ui {

/// The whole way from a draw function to pixels: fonts, atlas, pictures, Ui, renderer. One thread.
class Stage {
  public:
    struct Setup {
        std::filesystem::path assets, decoder;
        std::optional<paint::ImageRequest> first_picture;   ///< decoded while fonts are read
        paint::OpenPicture open_picture = base::open_file;  ///< whatever is decoded
        std::filesystem::path kept_pictures;  ///< see paint/kept_pictures.h; empty: none
        /// Where the fonts come from: here, or from where they were read ahead.
        std::function<base::Result<std::unique_ptr<text::Fonts>>()> fonts = [] {
            return text::Fonts::create();
        };
    };
    /// `on_picture` is called on another thread when a picture was decoded. Faults: missing fonts.
    static base::Result<std::unique_ptr<Stage>> create(const Setup& setup,
                                                       std::function<void()> on_picture);

    Ui& ui() { return *ui_; }
    text::Fonts& fonts() { return *fonts_; }
    /// Takes in decoded pictures; true: the screen must be drawn anew.
    bool take_pictures() { return images_->take_in(); }
    /// Whether pictures that are asked for from now on are kept on the disk.
    void keep_pictures(bool keeps) { images_->keep(keeps); }
    /// Those that the last frame did not show are decoded again when they are asked for.
    void forget_unseen_pictures() { images_->forget_unseen(); }
    /// Files of pictures may have changed: they are decoded again, and shown as they were until
    /// then.
    void look_at_pictures_again() { images_->look_again(); }
    /// A picture that the program paints itself (paint::painted_texture()).
    void show(base::PixelView picture) { renderer_.show(picture); }
    /// Whether one that was asked for is not there yet.
    bool waits_for_pictures() const { return images_->is_loading(); }
    void wait_for_pictures() { images_->wait_until_idle(); }

    /// Runs `draw` once between begin and end of a frame.
    void draw(const Frame& frame, const std::function<void(Ui&)>& draw);
    /// Composites what draw() left into `target`; the rectangles that changed.
    std::vector<base::IntRect> paint(base::PixelView target, paint::Repaint repaint);

  private:
    Stage(std::filesystem::path assets, std::unique_ptr<paint::ImageStore> images,
          std::unique_ptr<text::Fonts> fonts);

    std::unique_ptr<paint::ImageStore> images_;
    std::unique_ptr<text::Fonts> fonts_;
    text::Shaper shaper_;
    text::GlyphAtlas atlas_;
    paint::Renderer renderer_;
    std::unique_ptr<Ui> ui_;
    const ImDrawData* drawn_ = nullptr;
};

}  // namespace candor::ui
