#pragma once
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "scratch_file.h"
#include "text/fonts.h"
#include "ui/ui.h"

namespace candor::ui {

/// One set of fonts for all tests of the program: opening them is the slow part.
inline text::Fonts& fonts() {
    static const auto shared = text::Fonts::create().value();
    return *shared;
}

/// One decoder for all of them, too.
inline paint::ImageStore& images() {
    static paint::ImageStore shared(CANDOR_BINARY_DIR "/bin/candor-decode", [] {});
    return shared;
}

/// A Ui on a display in memory, its clock, and fingers on it.
class DrawnUi {
  public:
    explicit DrawnUi(const std::string& language = "en", int width = 1080, int height = 1920)
        : width_(width), height_(height) {
        const std::string words = base::read_file(assets() / "strings/en.yaml", 1U << 20).value();
        auto rules = language::Rules::load(assets() / "languages" / (language + ".yaml"), language);
        strings_ = Strings::load(scratch_file(language + ".yaml", words), std::move(rules).value())
                       .value();
    }

    using Draw = std::function<void(Ui&)>;

    /// Draws a frame.
    void show(const Frame& frame, const Draw& draw) {
        atlas_.begin_frame();
        ui.begin_frame(frame);
        draw(ui);
        ui.end_frame();
    }
    /// A plain one.
    void show(const Draw& draw) {
        show({width_, height_, now_ms, TextSize::normal, &strings_, false}, draw);
    }
    /// The same at a desk.
    void show_with_keyboard(const Draw& draw) {
        Frame frame{width_, height_, now_ms, TextSize::normal, &strings_, false};
        frame.scale = 1;
        frame.keyboard = true;
        show(frame, draw);
    }

    void finger(platform::EventKind kind, base::Point at) {
        platform::Event event;
        event.kind = kind;
        event.time_ms = now_ms;
        event.at = at;
        ui.input(std::vector{event}, now_ms);
    }
    void down(base::Point at) { finger(platform::EventKind::pointer_down, at); }
    void move(base::Point at) { finger(platform::EventKind::pointer_move, at); }
    void up(base::Point at) { finger(platform::EventKind::pointer_up, at); }
    void tap(base::Point at) {
        down(at);
        now_ms += 50;
        up(at);
    }

    /// A frame, a tap in the middle of that node, and the frame that learns of it.
    void tap(Role role, const std::string& name, const Draw& draw) {
        show(draw);
        const Node* node = ui.tree().find(role, name);
        ASSERT_NE(node, nullptr) << to_text(ui.tree(), Rects::with);
        tap({node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2});
        show(draw);
    }

    /// Frames until nothing moves.
    void settle(const Draw& draw) {
        for (int frame = 0; frame < 600; ++frame) {
            show(draw);
            if (!ui.animating()) return;
            now_ms += 16;
        }
        ADD_FAILURE() << "it never comes to rest";
    }

    std::int64_t now_ms = 1000;

  private:
    int width_, height_;
    Strings strings_;
    text::Shaper shaper_{fonts()};
    text::GlyphAtlas atlas_{fonts()};

  public:
    Ui ui{shaper_, atlas_, images(), assets()};
};

}  // namespace candor::ui
