#include "desk/studio/preview_stage.h"

#include <algorithm>
#include <cmath>

#include "loop/rounds.h"
#include "paint/shrink.h"

namespace candor::desk {
namespace {

constexpr int kSearchHits = 20;

bool is_pointer(const platform::Event& event) {
    return event.kind <= platform::EventKind::pointer_cancel ||
           event.kind == platform::EventKind::wheel;
}

/// The last block that begins at or before the line; -1: the top.
int block_at(const pack::Page& page, int line) {
    int block = -1;
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
        if (page.blocks[i].line <= line) block = static_cast<int>(i);
    return line == 0 ? -1 : block;
}

}  // namespace

base::Result<std::unique_ptr<PreviewStage>> PreviewStage::create(const ui::Stage::Setup& setup,
                                                                 std::function<void()> on_picture) {
    auto stage = TRY(ui::Stage::create(setup, std::move(on_picture)));
    return std::unique_ptr<PreviewStage>(new PreviewStage(std::move(stage)));
}

void PreviewStage::show(std::shared_ptr<const OpenedPack> pack) {
    if (pack == pack_) return;
    const bool same = pack_ && pack_->head.folder == pack->head.folder;
    pack_ = std::move(pack);
    dirty_ = true;
    if (!same) forget();
    screens::renew(state_, pack_->catalog);
    stage_->look_at_pictures_again();
    screens::open_preview(state_, *this);
}

void PreviewStage::forget() {
    const std::string language = state_.visit.language;
    state_.visit.erase();
    state_.visit.language = language;
    stage_->ui().forget_visit();
}

void PreviewStage::open(const std::string& id, int line) {
    const auto& library = *state_.catalog->library;
    dirty_ = true;
    if (library.packs.empty() || id.empty()) return;
    const pack::Pack& pack = library.packs.front();
    state_.visit.reading.came_from.clear();
    state_.visit.screen = screens::Screen::home;  // so that no way back is kept
    const pack::Page* page = pack.page(state_.visit.language, id);
    screens::apply(
        state_, *this,
        screens::OpenPlace{{pack.id, id, 0, page == nullptr ? -1 : block_at(*page, line)}});
}

void PreviewStage::input(const std::vector<platform::Event>& events, const Preview& preview,
                         std::int64_t now_ms) {
    std::vector<platform::Event> inside;
    const float scale = static_cast<float>(preview.width) / std::max(1.0F, preview.place.w);
    for (platform::Event event : events) {
        const bool here = preview.place.contains(event.at);
        if (!is_pointer(event) || (!here && !pressed_)) continue;
        if (event.kind == platform::EventKind::pointer_move && !pressed_) continue;
        if (event.kind == platform::EventKind::pointer_down) pressed_ = true;
        if (event.kind == platform::EventKind::pointer_up ||
            event.kind == platform::EventKind::pointer_cancel)
            pressed_ = false;
        event.at = {(event.at.x - preview.place.x) * scale, (event.at.y - preview.place.y) * scale};
        event.delta_y *= scale;
        inside.push_back(std::move(event));
    }
    if (!inside.empty()) dirty_ = true;
    stage_->ui().input(inside, now_ms);
}

void PreviewStage::set_language(const std::string& language) {
    if (state_.visit.language != language)
        screens::apply(state_, *this, screens::SetLanguage{language});
}

bool PreviewStage::turn(Preview& preview, std::int64_t now_ms) {
    if (stage_->take_pictures() || stage_->ui().animating()) dirty_ = true;
    const auto w = static_cast<int>(preview.place.w), h = static_cast<int>(preview.place.h);
    if (w != small_w_ || h != small_h_) dirty_ = true;
    if (!dirty_ || !pack_ || w < 1 || h < 1) return false;
    dirty_ = false;
    // Both may be chosen beside the picture, and in it.
    set_language(preview.language);
    state_.visit.text_size = preview.text_size;
    draw(preview, now_ms);
    preview.language = state_.visit.language;
    preview.text_size = state_.visit.text_size;
    paint(preview);
    read_nodes(preview);
    return true;
}

void PreviewStage::draw(const Preview& preview, std::int64_t now_ms) {
    const auto frame = [&] {
        ui::Frame now{preview.width, preview.height, now_ms};
        now.reduced_motion = true;
        return screens::with_state(now, state_);
    };
    loop::draw_in_rounds<screens::Intents>(
        *stage_, frame,
        [this](ui::Ui& ui, screens::Intents& intents) { screens::draw(state_, ui, intents); },
        [this](const screens::Intent& intent) { screens::apply(state_, *this, intent); });
}

void PreviewStage::paint(const Preview& preview) {
    const bool anew = width_ != preview.width || height_ != preview.height;
    width_ = preview.width;
    height_ = preview.height;
    small_w_ = static_cast<int>(preview.place.w);
    small_h_ = static_cast<int>(preview.place.h);
    drawn_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
    small_.resize(static_cast<std::size_t>(small_w_) * static_cast<std::size_t>(small_h_));
    const base::PixelView view{drawn_.data(), width_, height_, width_};
    static_cast<void>(
        stage_->paint(view, anew ? paint::Repaint::everything : paint::Repaint::damage));
    paint::shrink(view, pixels());
}

base::PixelView PreviewStage::pixels() { return {small_.data(), small_w_, small_h_, small_w_}; }

void PreviewStage::read_nodes(Preview& preview) const {
    preview.nodes.clear();
    const float scale = preview.place.w / static_cast<float>(preview.width);
    const base::Rect screen{0, 0, static_cast<float>(preview.width),
                            static_cast<float>(preview.height)};
    for (ui::Node node : stage_->ui().tree().nodes) {
        if (!node.rect.intersects(screen)) continue;
        const float x = std::max(0.0F, node.rect.x), y = std::max(0.0F, node.rect.y);
        const float right = std::min(screen.w, node.rect.right());
        const float bottom = std::min(screen.h, node.rect.bottom());
        node.rect = {preview.place.x + x * scale, preview.place.y + y * scale, (right - x) * scale,
                     (bottom - y) * scale};
        node.id = 0;  // the desk's own are told apart by theirs
        preview.nodes.push_back(std::move(node));
    }
}

base::Result<std::string> PreviewStage::send_request(const screens::State&) {
    return base::fail(base::FaultKind::refused, "preview", "nothing is sent from a preview");
}

std::vector<pack::SearchHit> PreviewStage::search(const std::string& language,
                                                  std::string_view words) {
    return pack_ && pack_->index ? pack_->index->find(language, words, kSearchHits)
                                 : std::vector<pack::SearchHit>{};
}

void PreviewStage::visit_erased() { stage_->ui().forget_visit(); }

}  // namespace candor::desk
