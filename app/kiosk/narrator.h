#pragma once
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "screens/frame/intent.h"
#include "screens/frame/state.h"
#include "speech/speaker.h"
#include "ui/ui.h"

namespace candor::kiosk {

/// What is heard of a kiosk: the page that is read aloud, and for who does not see the screen all
/// that happens on it. It follows the state and the accessible tree, and changes neither. One
/// thread.
class Narrator {
  public:
    /// No `speaker`: nothing can be heard.
    explicit Narrator(std::unique_ptr<speech::Speaker> speaker) : speaker_(std::move(speaker)) {}

    /// How recordings of pages are opened: before any is heard.
    void set_open_recording(speech::Speaker::OpenRecording open) {
        if (speaker_) speaker_->set_open_recording(std::move(open));
    }
    /// Finds out, on another thread, whether anything can be heard.
    void look();
    bool can_be_heard() const;
    /// Brings what is heard up to date with the state; what comes of that.
    screens::Intents follow(const screens::State& state);
    /// A frame stands: says what is new on it, and moves a keypad's focus where that belongs. True:
    /// the focus went elsewhere, and a frame is due.
    bool tell(const screens::State& state, ui::Ui& ui);
    /// Says what it said last.
    void repeat();
    /// Drops what is heard; nothing of it stays.
    void forget();

    /// Somebody listens.
    bool is_speaking() const;
    /// When follow() must be called next; nothing: no need.
    std::optional<std::int64_t> next_deadline_ms(const screens::State& state,
                                                 std::int64_t now_ms) const;
    /// Blocks until what was asked for is made (tests and the tour).
    void wait_until_ready();

  private:
    /// Of a sentence that is read.
    struct Reading {
        std::size_t at = 0;
        int turn = 0;
        bool operator==(const Reading&) const = default;
    };
    /// Where somebody is: another one is a screen of its own.
    struct Place {
        screens::Screen screen = screens::Screen::attract;
        screens::SheetKind sheet = screens::SheetKind::none;
        std::string of_sheet, language, question;
        screens::ReadingPlace page;
        bool spoken = false;
        bool operator==(const Place&) const = default;
    };
    static Place place_of(const screens::State& state);
    static Reading reading_of(const screens::State& state);

    void say(const screens::State& state, std::vector<std::string> texts);
    void say_sentence(const screens::State& state);
    bool enter(const screens::State& state, ui::Ui& ui, const Place& place);
    bool follow_typing(const screens::State& state, ui::Ui& ui);
    bool follow_forms(const screens::State& state, ui::Ui& ui);
    void tell_news(const screens::State& state, const ui::Ui& ui);
    std::string typed_letter(const screens::State& state);
    std::vector<std::string> changed_settings(const screens::State& state);
    std::vector<std::string> new_messages(const screens::State& state, const ui::Tree& tree);

    std::unique_ptr<speech::Speaker> speaker_;
    std::optional<Reading> reading_;  ///< what was said of it last
    bool paused_ = false;
    int volume_ = 0;

    Place place_;
    screens::Field field_ = screens::Field::none;
    std::size_t typed_ = 0;  ///< bytes in that field
    std::string focused_;    ///< what was said of what has the focus
    bool quiet_focus_ = false;
    std::set<std::string> messages_;
    int told_volume_ = 0;
    bool told_dark_ = false;
    std::string forms_of_;  ///< the key whose other forms are open
    ui::WidgetId before_sheet_ = 0, before_typing_ = 0, before_forms_ = 0;
    std::vector<speech::Words> last_;
};

}  // namespace candor::kiosk
