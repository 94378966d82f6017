#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/secret_string.h"
#include "consult/request/request.h"
#include "content/catalog.h"
#include "pack/package/library.h"
#include "pack/search/search.h"
#include "screening/model/evaluate.h"
#include "screens/reader/choosing.h"
#include "screens/self_check/entry.h"
#include "screens/staff/staff.h"
#include "ui/keyboard.h"
#include "ui/strings.h"
#include "ui/theme.h"

namespace candor::screens {

enum class Screen {
    attract,
    home,
    reader,
    search,
    self_check,
    guidance,
    request,
    confirmation,
    staff,
    out_of_order
};
/// The contract's name of a screen ("self-check").
const char* name_of(Screen screen);

using content::Catalog;
using content::Language;
using content::SelfCheck;

enum class SheetKind {
    none,
    term,
    source,
    ask_staff,
    questions,
    language,
    text_size,
    finish,
    still_here,
    about_pack,
    options,
    for_the_doctor,  ///< what the answers say that a doctor should hear
};
/// The contract's name of a sheet ("still-here"); empty for none.
const char* name_of(SheetKind sheet);

struct Sheet {
    SheetKind kind = SheetKind::none;
    std::string pack, id;  ///< of a term or source; of `options`: the question's key
};

/// A place in the reader.
struct Place {
    std::string pack, page;
    int step = 0;    ///< of a `steps` block
    int block = -1;  ///< to scroll to; -1: the top
    bool operator==(const Place&) const = default;
};

enum class Field { none, first_name, phone, email, own_words, search, answer, staff_code };

/// A request being sent: what the form shows about it.
struct Sending {
    std::optional<base::Fault> fault;
    std::vector<consult::FormProblem> problems;
    std::string reference;
};

/// Everything about the person in front of the screen. erase() leaves nothing of it.
struct Visit {
    Screen screen = Screen::attract;
    std::string language = "en";
    ui::TextSize text_size = ui::TextSize::normal;
    Sheet sheet;
    Sheet sheet_below;  ///< what the warning "still-here" covers; it comes back
    Place place;
    std::vector<Place> came_from;             ///< for Back across page links
    std::set<std::string> read;               ///< "pack/page/page"
    std::set<std::string> ticked;             ///< "pack/question"
    std::map<std::string, int> quick_choice;  ///< "pack/page/block" -> choice
    std::set<std::string> open_answers;       ///< faq: "pack/page/block/item"
    Choosing choosing;
    screening::Response response;
    std::string question;                 ///< id of the step shown; empty: the summary
    bool from_summary = false;            ///< a change returns to the summary
    std::string changed_group;            ///< key of the group one of whose repetitions is changed,
    int changed_repetition = 0;           ///< to which list a change then returns
    std::set<std::string> asked;          ///< questions that were shown, by key
    std::map<std::string, Draft> drafts;  ///< of the step shown, by key
    std::map<std::string, std::vector<std::string>> problems;  ///< codes by key; of the step shown
    int reveal_count = 0;         ///< how often something had to come into sight
    bool reveal_problem = false;  ///< the last time what Next found wrong, else `answering`
    std::string answering;    ///< key of the question that Field::answer edits, or last turned to
    Part part = Part::words;  ///< and what of its answer
    consult::ContactForm form;
    std::string request_id;
    Sending sending;
    Field field = Field::none;
    std::size_t caret = 0;
    ui::KeyboardState keyboard;
    base::SecretString search_words{200};
    std::vector<pack::SearchHit> hits;
    Screen before = Screen::home;  ///< where Back of the request leads
    Staff staff;

    Visit() = default;
    Visit(Visit&&) = default;
    Visit& operator=(Visit&&) = default;
    /// Whether answers, drafts or a form tell something of a person.
    bool holds_something() const;
    /// Zeroes what was typed, answered and searched, and starts anew.
    void erase();
};

/// The attract screen cycles through this many pictures and texts.
constexpr int kSlides = 3;

struct Attract {
    int slide = 0;
    bool paused = false;
};

struct State {
    std::shared_ptr<const Catalog> catalog;
    Visit visit;
    Attract attract;
    KioskHealth kiosk;
    int seconds_left = 0;  ///< of a warning or of the confirmation's own closing

    const ui::Strings& strings() const;
    /// Of the content that is shown now; nullptr when there is none (any more): ask in each frame.
    const SelfCheck* self_check() const { return catalog->self_check.get(); }
    /// The pack and page on screen; nullptr when there is none (any more).
    const pack::Pack* current_pack() const;
    const pack::Page* current_page() const;
    /// The text that is being edited; nullptr: none.
    const base::SecretString* edited() const;
    /// What is being entered to that question; an empty one where nothing is.
    const Draft& draft(const std::string& key) const;
    /// Whether what is edited is a number or a part of a date or time, from a pad.
    bool on_pad() const;
    /// A request is asked for while none can be stored, and nothing was typed yet.
    bool asks_in_vain() const;
    /// Nobody is being served: the attract screen, or the out-of-order screen as it stands alone.
    bool at_rest() const;
};

/// Shows other content from now on, in the middle of a visit too. What the visit holds stays as far
/// as it fits; answers to what is asked otherwise now, and places that are gone, are forgotten.
void renew(State& state, std::shared_ptr<const Catalog> catalog);

/// A page's first `steps` block; nullptr: it has none.
const pack::Steps* steps_of(const pack::Page& page);
/// How many steps it has; 0: none.
int step_count(const pack::Page& page);
/// Ticked questions as the person read them, in the packs' order.
std::vector<std::string> ticked_questions(const State& state);
/// Titles of the packs of which a page was read, in the packs' order.
std::vector<std::string> topics_read(const State& state);

}  // namespace candor::screens
