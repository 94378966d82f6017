#pragma once
#include <memory>
#include <vector>

#include "desk/studio/opened_pack.h"
#include "desk/studio/studio.h"
#include "screens/frame/apply.h"
#include "screens/frame/screens.h"
#include "ui/stage.h"

namespace candor::desk {

/// The kiosk's own screens, drawn at a kiosk's size into a picture of the desk. What a person does
/// there is carried out as on a kiosk, but nothing is sent, kept or installed. One thread.
class PreviewStage final : private screens::Services {
  public:
    /// Faults: missing fonts.
    static base::Result<std::unique_ptr<PreviewStage>> create(const ui::Stage::Setup& setup,
                                                              std::function<void()> on_picture);

    /// Shows a pack as it is now. The same pack again keeps the place, and all that was touched.
    void show(std::shared_ptr<const OpenedPack> pack);
    void set_language(const std::string& language);
    /// The page, at the block that holds the line; empty: what is no page of its own.
    void open(const std::string& page, int line);
    /// Events of the desk's window, over the place where the picture is shown.
    void input(const std::vector<platform::Event>& events, const Preview& preview,
               std::int64_t now_ms);
    /// Draws anew if something changed; true: pixels() and nodes differ.
    bool turn(Preview& preview, std::int64_t now_ms);
    /// The picture, at the size of the place.
    base::PixelView pixels();
    bool moving() const { return dirty_ || stage_->ui().animating(); }
    void changed() { dirty_ = true; }
    void wait_for_pictures() { stage_->wait_for_pictures(); }

  private:
    explicit PreviewStage(std::unique_ptr<ui::Stage> stage) : stage_(std::move(stage)) {}
    void forget();
    void draw(const Preview& preview, std::int64_t now_ms);
    void paint(const Preview& preview);
    void read_nodes(Preview& preview) const;

    // screens::Services
    base::Result<std::string> send_request(const screens::State&) override;
    std::vector<pack::SearchHit> search(const std::string& language,
                                        std::string_view words) override;
    std::vector<std::string> nearest_words(const std::string&, std::string_view) override {
        return {};  // nor does a preview search
    }
    void print_leaflet(const screens::State&) override {}
    screens::Help call_for_help(const screens::State&) override { return screens::Help::asked; }
    void reset_scroll(std::string_view region) override { stage_->ui().scrolls().reset(region); }
    void check_staff_code(std::string_view) override {}
    void install_pack(const std::string&) override {}
    void roll_back_pack(const std::string&) override {}
    void cancel_install() override {}
    void believe_clock() override {}
    void visit_erased() override;

    std::unique_ptr<ui::Stage> stage_;
    std::shared_ptr<const OpenedPack> pack_;
    screens::State state_;
    std::vector<std::uint32_t> drawn_, small_;
    int width_ = 0, height_ = 0, small_w_ = 0, small_h_ = 0;
    bool dirty_ = false, pressed_ = false;
};

}  // namespace candor::desk
