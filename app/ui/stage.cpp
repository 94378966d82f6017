#include "ui/stage.h"

namespace candor::ui {

Stage::Stage(std::filesystem::path assets, std::unique_ptr<paint::ImageStore> images,
             std::unique_ptr<text::Fonts> fonts)
    : images_(std::move(images)),
      fonts_(std::move(fonts)),
      shaper_(*fonts_),
      atlas_(*fonts_),
      renderer_(atlas_, *images_),
      ui_(std::make_unique<Ui>(shaper_, atlas_, *images_, std::move(assets))) {}

base::Result<std::unique_ptr<Stage>> Stage::create(const Setup& setup,
                                                   std::function<void()> on_picture) {
    auto images = std::make_unique<paint::ImageStore>(setup.decoder, std::move(on_picture),
                                                      paint::ImageLimits{}, setup.open_picture,
                                                      setup.kept_pictures);
    if (setup.first_picture) images->request(*setup.first_picture);
    auto fonts = TRY(setup.fonts());
    return std::unique_ptr<Stage>(new Stage(setup.assets, std::move(images), std::move(fonts)));
}

void Stage::draw(const Frame& frame, const std::function<void(Ui&)>& draw) {
    atlas_.begin_frame();
    ui_->begin_frame(frame);
    draw(*ui_);
    drawn_ = &ui_->end_frame();
}

std::vector<base::IntRect> Stage::paint(base::PixelView target, paint::Repaint repaint) {
    auto changed = renderer_.render(*drawn_, target, repaint);
    images_->end_frame();
    return changed;
}

}  // namespace candor::ui
