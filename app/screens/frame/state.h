#pragma once
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/secret_string.h"
#include "content/catalog.h"
#include "pack/package/library.h"
#include "screens/frame/hearing.h"
#include "screens/frame/screen.h"
#include "screens/frame/typing.h"
#include "screens/reader/browsing.h"
#include "screens/request/requesting.h"
#include "screens/self_check/answering.h"
#include "screens/staff/staff.h"
#include "screens/take_home/taking_home.h"
#include "ui/strings.h"
#include "ui/theme.h"

namespace candor::screens {

using content::Catalog;
using content::Language;
using content::SelfCheck;

/// Whether somebody was asked to come to the kiosk.
enum class Help {
    none,
    asking,  ///< the desk is being told
    asked,
    coming,
    not_asked  ///< it could not be told
};

/// Of what a kiosk offers by itself, once a visit.
enum class Offer { none, stands, over };

/// Everything about the person in front of the screen, each part kept by the room that it is of.
struct Visit {
    Screen screen = Screen::attract;
    std::string language = base::kFallbackLanguage;
    ui::TextSize text_size = ui::TextSize::normal;
    ui::Contrast contrast = ui::Contrast::standard;
    bool lowered = false;       ///< what is touched stands within reach of who sits
    bool steady_touch = false;  ///< ui/touch.h
    Offer steady_offer = Offer::none;
    bool more_time = false;  ///< was asked for: the visit waits as long as privacy allows
    Sheet sheet;
    Sheet sheet_below;  ///< what the warning "still-here" covers; it comes back
    Typing typing;
    Browsing reading;
    Searching search;
    Answering check;
    Requesting request;
    TakingHome take_home;
    Help help = Help::none;
    Staff staff;
    Hearing hearing;

    /// Whether answers, drafts or a form tell something of a person.
    bool holds_something() const;
    /// Zeroes what was typed, answered and searched, and starts anew: nothing of it is left.
    void erase();
};

/// The attract screen cycles through this many pictures and texts.
constexpr int kSlides = 3;

struct Attract {
    int slide = 0;
    bool paused = false;
    bool next_is_near = false;  ///< so its picture is decoded by then
    bool after_visit = false;   ///< one has just been erased; told until the next slide
};

struct State {
    std::shared_ptr<const Catalog> catalog;
    Visit visit;
    Attract attract;
    KioskHealth kiosk;
    bool is_heard = false;                                 ///< there is sound, and a voice
    bool headphones = false;                               ///< nobody else hears it
    ui::Contrast first_contrast = ui::Contrast::standard;  ///< what a visit starts with
    int seconds_left = 0;                                  ///< of a warning

    const ui::Strings& strings() const;
    /// Of that language; those of the visit where the kiosk does not have it.
    const ui::Strings& strings_in(const std::string& language) const;
    /// Of the content that is shown now; nullptr when there is none (any more): ask in each frame.
    const SelfCheck* self_check() const { return catalog->self_check.get(); }
    /// The pack and page on screen; nullptr when there is none (any more).
    const pack::Pack* current_pack() const;
    const pack::Page* current_page() const;
    /// The text that is being edited; nullptr: none.
    const base::SecretString* edited() const;
    base::SecretString* edited();
    /// Whether what is edited is a number or a part of a date or time, from a pad.
    bool on_pad() const;
    /// The keys of the person's language; nullptr: no language has any.
    const ui::KeyboardLayouts* keyboard() const;
    /// A request is asked for while none can be stored, and nothing was typed yet.
    bool asks_in_vain() const;
    /// Something can be read aloud in the person's language.
    bool can_listen() const;
    /// Nobody is being served: the attract screen, or the out-of-order screen as it stands alone.
    bool at_rest() const;
};

/// The share of a display, from its top, that nothing is touched in for this visit: kiosk.yaml's
/// where it says how the screen stands, and about half of one that stands upright; less where keys
/// are up and need the room.
float lowered_share(const State& state, int width_px, int height_px);

/// Shows other content from now on, in the middle of a visit too. What the visit holds stays as far
/// as it fits; answers to what is asked otherwise now, and places that are gone, are forgotten.
void renew(State& state, std::shared_ptr<const Catalog> catalog);

/// A page's first `steps` block; nullptr: it has none.
const pack::Steps* steps_of(const pack::Page& page);
/// The pack after the current one that has pages in the person's language; nullptr: there is none.
const pack::Pack* next_pack(const State& state);
/// How many steps it has; 0: none.
int step_count(const pack::Page& page);
/// Whether one of the ids ("pack/…") is of that pack.
bool is_of_pack(const std::set<std::string>& ids, const std::string& pack);
/// Ticked questions in the packs' order, for staff and as the person read them; empty
/// `staff_language`: the same.
std::vector<consult::StaffText> ticked_questions(const State& state,
                                                 const std::string& staff_language = {});
/// Titles of the packs of which a page was read, in the packs' order; the same of languages.
std::vector<consult::StaffText> topics_read(const State& state,
                                            const std::string& staff_language = {});

}  // namespace candor::screens
