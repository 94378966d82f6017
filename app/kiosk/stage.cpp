#include "kiosk/stage.h"

namespace candor::kiosk {

Stage::Stage(const Options& options, std::unique_ptr<paint::ImageStore> images,
             std::unique_ptr<text::Fonts> fonts)
    : images_(std::move(images)),
      fonts_(std::move(fonts)),
      shaper_(*fonts_),
      atlas_(*fonts_),
      renderer_(atlas_, *images_),
      ui_(std::make_unique<ui::Ui>(shaper_, atlas_, *images_, options.assets)) {}

base::Result<std::unique_ptr<Stage>> Stage::create(const Options& options, Size size,
                                                   std::function<void()> on_picture) {
    auto images = std::make_unique<paint::ImageStore>(options.decoder, std::move(on_picture));
    const auto art = screens::attract_art(options.assets, 0, static_cast<float>(size.width),
                                          static_cast<float>(size.height));
    images->request({art.file, static_cast<int>(art.rect.w), static_cast<int>(art.rect.h),
                     paint::Fit::cover, paint::Channels::colour, 0});
    auto fonts = text::Fonts::create();
    if (!fonts) return tl::unexpected(fonts.error());
    return std::unique_ptr<Stage>(new Stage(options, std::move(images), std::move(*fonts)));
}

screens::Intents Stage::draw(const screens::State& state, Size size, std::int64_t now_ms,
                             bool reduced_motion) {
    atlas_.begin_frame();
    ui_->begin_frame(
        {size.width, size.height, now_ms, state.visit.text_size, &state.strings(), reduced_motion});
    screens::Intents intents;
    screens::draw(state, *ui_, intents);
    drawn_ = &ui_->end_frame();
    return intents;
}

std::vector<base::IntRect> Stage::paint(base::PixelView target, paint::Repaint repaint) {
    return renderer_.render(*drawn_, target, repaint);
}

}  // namespace candor::kiosk
