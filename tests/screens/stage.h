#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "paint/renderer.h"
#include "screens/frame/screens.h"
#include "text/fonts.h"
#include "ui/touch.h"
#include "visitor.h"

namespace candor::screens {

/// A display in memory on which a visitor's state is drawn, and touched.
class Stage {
  public:
    Stage(int width, int height, const std::filesystem::path& decoder)
        : width_(width), height_(height), images(decoder, [] {}) {}

    /// Draws a frame; what it asks for meanwhile.
    Intents draw(const State& state) {
        images.take_in();
        atlas_.begin_frame();
        ui::Frame frame{width_, height_, now_ms_};
        frame.reduced_motion = reduced_motion;
        ui.begin_frame(with_state(frame, state));
        Intents intents;
        screens::draw(state, ui, intents);
        drawn_ = &ui.end_frame();
        return intents;
    }

    /// The last frame's pixels.
    base::PixelView pixels() {
        pixels_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
        const base::PixelView view{pixels_.data(), width_, height_, width_};
        renderer_.render(*drawn_, view, paint::Repaint::everything);
        return view;
    }
    /// What it was made of.
    const ImDrawData& drawn() const { return *drawn_; }

    void let_pass(std::int64_t ms) { now_ms_ += ms; }

    /// Draws, scrolls to that node, taps its middle and carries out what comes of it.
    void tap(Visitor& visitor, ui::Role role, const std::string& name) {
        tap(visitor, name, [&] { return ui.tree().find(role, name); });
    }
    /// The same for an answer by its place among all that are offered.
    void tap_choice(Visitor& visitor, std::size_t number) {
        tap(visitor, "choice " + std::to_string(number), [&]() -> const ui::Node* {
            const auto all = choices();
            return number < all.size() ? all[number] : nullptr;
        });
    }
    /// The answers to choose from, as they were drawn.
    std::vector<const ui::Node*> choices() const {
        std::vector<const ui::Node*> all;
        for (const ui::Node& node : ui.tree().nodes)
            if (node.role == ui::Role::radio || node.role == ui::Role::checkbox)
                all.push_back(&node);
        return all;
    }

    const ui::Tree& tree() const { return ui.tree(); }
    const text::Shaper& shaper() const { return shaper_; }
    std::int64_t now_ms() const { return now_ms_; }
    /// Time goes by.
    void wait(std::int64_t ms) { now_ms_ += ms; }

    bool reduced_motion = true;

  private:
    void tap(Visitor& visitor, const std::string& name,
             const std::function<const ui::Node*()>& find) {
        const bool sheet = visitor.state.visit.sheet.kind != SheetKind::none;
        const ui::Node* node = nullptr;
        base::Point middle;
        for (int part = 0; part < 60; ++part) {
            draw(visitor.state);
            node = find();
            ASSERT_NE(node, nullptr) << name << " is not on\n"
                                     << ui::to_text(ui.tree(), ui::Rects::with);
            middle = {node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2};
            if (middle.y > 0 && middle.y < static_cast<float>(height_)) break;
            ui.scrolls().jump(sheet ? "sheet" : "main", 200.0F * static_cast<float>(part));
            draw(visitor.state);  // finds the end
        }
        platform::Event event;
        event.at = middle;
        now_ms_ += ui::Touch::kDoubleTapMs;
        for (const auto kind :
             {platform::EventKind::pointer_down, platform::EventKind::pointer_up}) {
            event.kind = kind;
            event.time_ms = now_ms_ += 40;
            ui.input(std::vector{event}, now_ms_);
        }
        for (const Intent& intent : draw(visitor.state)) visitor.asks(intent);
    }

    int width_, height_;
    std::int64_t now_ms_ = 1000;
    std::unique_ptr<text::Fonts> fonts_ = text::Fonts::create().value();
    text::Shaper shaper_{*fonts_};
    text::GlyphAtlas atlas_{*fonts_};

    const ImDrawData* drawn_ = nullptr;
    std::vector<std::uint32_t> pixels_;

  public:
    paint::ImageStore images;
    ui::Ui ui{shaper_, atlas_, images, source_folder() / "assets"};

  private:
    paint::Renderer renderer_{atlas_, images};
};

inline std::filesystem::path decoder() { return CANDOR_BINARY_DIR "/bin/candor-decode"; }

}  // namespace candor::screens
