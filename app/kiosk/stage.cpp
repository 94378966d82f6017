#include "kiosk/stage.h"

namespace candor::kiosk {

Stage::Stage(const Options& options, std::function<void()> on_picture,
             std::unique_ptr<text::Fonts> fonts)
    : images_(options.decoder, std::move(on_picture)),
      fonts_(std::move(fonts)),
      shaper_(*fonts_),
      atlas_(*fonts_),
      renderer_(atlas_, images_),
      ui_(std::make_unique<ui::Ui>(shaper_, atlas_, images_, options.assets)) {}

base::Result<std::unique_ptr<Stage>> Stage::create(const Options& options,
                                                   std::function<void()> on_picture) {
    auto fonts = text::Fonts::create();
    if (!fonts) return tl::unexpected(fonts.error());
    return std::unique_ptr<Stage>(new Stage(options, std::move(on_picture), std::move(*fonts)));
}

screens::Intents Stage::draw(const screens::State& state, Size size, std::int64_t now_ms,
                             bool reduced_motion) {
    atlas_.begin_frame();
    ui_->begin_frame({size.width, size.height, now_ms, state.visit.text_size, &state.strings(),
                      reduced_motion});
    screens::Intents intents;
    screens::draw(state, *ui_, intents);
    drawn_ = &ui_->end_frame();
    return intents;
}

std::vector<base::IntRect> Stage::paint(base::PixelView target, paint::Repaint repaint) {
    return renderer_.render(*drawn_, target, repaint);
}

}  // namespace candor::kiosk
