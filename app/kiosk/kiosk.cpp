#include "kiosk/kiosk.h"

#include <sodium.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "base/secret_string.h"
#include "content/languages.h"
#include "kiosk/keypad.h"
#include "loop/rounds.h"
#include "pack/package/key_settings.h"
#include "paint/image_store.h"
#include "screens/take_home/leaflet_pages.h"
#include "text/printed_pages.h"

namespace candor::kiosk {
namespace {

constexpr int kSearchHits = 20, kNearestWords = 4;
constexpr const char* kReferenceOfTour = "K7Q4FM8";  // others are random, and its pictures are not
constexpr std::int64_t kLookMs = 60'000;             // whether requests can be stored
constexpr std::int64_t kWellAfterMs = 120'000;       // a start that went well
constexpr std::int64_t kMostHeldMs = 3'000;          // where packs are slow to come

/// Overwrites what calls that have returned left on the stack: short strings live there.
[[gnu::noinline]] void scrub_stack() {
    char room[256 * 1024];
    sodium_memzero(room, sizeof room);
}

/// How much there is to read, in sight or not.
int words_on(const ui::Tree& tree) {
    int words = 0;
    for (const ui::Node& node : tree.nodes)
        words += static_cast<int>(std::count(node.name.begin(), node.name.end(), ' ')) +
                 (node.name.empty() ? 0 : 1);
    return words;
}

/// What decides, besides the display, how the first screen looks while nothing was changed.
std::string makers_of_first_screen(const Options& options) {
    std::string makers = base::stamp_of("/proc/self/exe") + '\n' + options.assets.string() + '\n' +
                         options.language + '\n' +
                         std::to_string(static_cast<int>(options.contrast)) + '\n';
    for (const std::string& code : options.offered) makers += code + ' ';
    return makers;
}

/// With the attract screen's first picture, which the first frame shows.
ui::Stage::Setup setup_of(const Options& options, const platform::Window& window) {
    const auto art = screens::attract_art(options.assets, 0, static_cast<float>(window.width()),
                                          static_cast<float>(window.height()));
    return {
        options.assets, options.decoder,
        paint::ImageRequest{art.file, static_cast<int>(art.rect.w), static_cast<int>(art.rect.h),
                            paint::Fit::cover, paint::Channels::colour, 0}};
}

}  // namespace

Kiosk::Kiosk(Options options, platform::Window& window, Clock clock,
             std::unique_ptr<speech::Speaker> speaker)
    : options_(std::move(options)),
      window_(window),
      clock_(std::move(clock)),
      session_(clock_()),
      narrator_(std::move(speaker)),
      sender_(options_),
      pictures_(std::make_shared<pack::CheckedPictures>(options_.state)) {}

Kiosk::~Kiosk() {
    printer_.reset();
    help_.reset();
    courier_.reset();
    requests_.reset();
    counter_.reset();
    packs_watch_.reset();
    settings_watch_.reset();
    staff_.reset();
    loader_.reset();
    state_.visit.erase();
    const bool in_order = state_.catalog && std::uncaught_exceptions() == 0;
    if (starts_ && in_order) starts_->went_well();
}

base::Result<std::unique_ptr<Kiosk>> Kiosk::create(const Options& options, platform::Window& window,
                                                   Clock clock, FontsAhead* fonts,
                                                   std::unique_ptr<speech::Speaker> speaker) {
    std::unique_ptr<Kiosk> kiosk(new Kiosk(options, window, std::move(clock), std::move(speaker)));
    TRY(kiosk->open(fonts));
    return kiosk;
}

/// A kiosk that ended again and again does without what may be left out.
void Kiosk::take_care() {
    if (!options_.is_in_its_place()) return;
    starts_.emplace(options_.state / "starts");
    well_at_ms_ = clock_() + kWellAfterMs;
    care_ = starts_->care();
    if (care_ == content::Care::usual) return;
    base::log(care_ == content::Care::safe
                  ? "The last starts ended soon: this one has the packs that went well before, and "
                    "neither the clinic's own languages nor its logo."
                  : "Careful starts ended soon, too: this one shows no packs, and asks for staff.");
    options_.contrast = ui::Contrast::standard;
    options_.languages = options_.state / "languages-left-out";
}

/// Before anything that takes time.
void Kiosk::show_first_screen() {
    if (!options_.is_in_its_place() || care_ != content::Care::usual) return;
    first_screen_.emplace(options_.state / "first-screen", makers_of_first_screen(options_));
    if (first_screen_->show(window_)) held_until_ms_ = clock_() + kMostHeldMs;
}

/// Whoever is there wants an answer, and a display of another size has lost what stood there.
void Kiosk::look_whether_to_hold(const loop::News& news) {
    if (!held_until_ms_) return;
    const bool lost = std::any_of(
        news.events.begin(), news.events.end(),
        [](const platform::Event& event) { return event.kind == platform::EventKind::resized; });
    if (!lost && !news.somebody && news.now_ms < *held_until_ms_) return;
    held_until_ms_.reset();
    loop_->change();
}

/// As it stands for who comes next: whole, and as nobody has changed it.
void Kiosk::keep_first_screen() {
    if (!first_screen_ || !is_first_screen_due_ || !settled()) return;
    const screens::Attract& attract = state_.attract;
    const screens::Visit& visit = state_.visit;
    const bool is_first = visit.screen == screens::Screen::attract && attract.slide == 0 &&
                          !attract.paused && !attract.after_visit &&
                          visit.sheet.kind == screens::SheetKind::none && !visit.hearing.keypad &&
                          visit.language == options_.language;
    if (!is_first) return;
    if (loop_->stage().waits_for_pictures() || loop_->stage().ui().finger_down()) return;
    is_first_screen_due_ = false;
    first_screen_->keep(window_);
}

/// After two minutes of work.
void Kiosk::look_how_it_goes(std::int64_t now_ms) {
    if (!starts_ || now_ms < well_at_ms_) return;
    starts_->went_well();
    starts_.reset();
    if (loader_ && care_ == content::Care::usual) loader_->went_well();
}

base::Result<void> Kiosk::open(FontsAhead* fonts) {
    take_care();
    show_first_screen();
    auto setup = setup_of(options_, window_);
    if (fonts != nullptr && *fonts) setup.fonts = [fonts] { return std::move(**fonts); };
    setup.open_picture = [pictures = pictures_](const auto& path, std::size_t max_bytes) {
        return pictures->open(path, max_bytes);
    };
    narrator_.set_open_recording(setup.open_picture);
    if (options_.is_in_its_place() && care_ == content::Care::usual)
        setup.kept_pictures = options_.state / "pictures";
    loop_ = TRY(loop::FrameLoop::create({setup, options_.observe}, window_, clock_, *this));
    auto catalog = content::load_interface(content::language_places(options_), options_.language,
                                           [](const std::string& words) { base::log(words); });
    if (!catalog) return tl::unexpected(catalog.error());
    content::offer(**catalog, options_.offered);
    const bool preview = !options_.preview.empty();
    const auto key = consult::sealing_key(pack::key_settings(options_.state, options_.clinic_key));
    state_.kiosk.takes_requests = key || preview;
    (*catalog)->demonstration = key && key->demonstration;
    (*catalog)->preview = preview;
    state_.catalog = *catalog;
    options_.language = (*catalog)->languages.front().code;
    state_.visit.language = options_.language;
    state_.visit.contrast = state_.first_contrast = options_.contrast;
    return {};
}

void Kiosk::start_loading() {
    if (loader_) return;
    const bool preview = !options_.preview.empty(), in_its_place = options_.is_in_its_place();
    if (in_its_place) settings_watch_.emplace(options_.state);  // before the loader reads it
    loader_ = std::make_unique<content::ContentLoader>(
        options_, options_.preview, [this] { window_.wake(); }, care_);
    loaded_on_ = base::local_today();
    narrator_.look();
    const auto watched = preview ? options_.preview : pack::packs_folder(options_.state);
    if (!preview) static_cast<void>(base::ensure_folder(watched));
    packs_watch_ = std::make_unique<base::FolderWatch>(std::vector{watched}, preview ? 2 : 1,
                                                       [this] { loader_->reload(); });
    if (!packs_watch_->works()) base::log("Changed files are not noticed: inotify cannot be used.");
    if (preview) return;
    staff_ = std::make_unique<StaffWork>(
        options_, clock_,
        StaffWork::Calls{[this] { window_.wake(); }, [this] { loader_->reload(); }});
    help_ = std::make_unique<HelpBell>(options_.state, [this] { window_.wake(); });
    requests_ = std::make_unique<RequestWatch>(options_, [this] { window_.wake(); });
    next_look_ms_ = clock_() + kLookMs;
    if (!in_its_place) return;
    counter_ = std::make_unique<Counter>(options_.state / "counts.db");
    settings_watch_->begin([this] {
        settings_changed_ = true;
        window_.wake();
    });
}

/// A visit keeps what it began with; in a preview what was saved shows at once.
void Kiosk::take_loaded(content::Wait wait) {
    if (wait == content::Wait::yes) start_loading();
    if (!loader_) return;
    if (auto content = loader_->take_content(wait)) waiting_ = std::move(content);
    const bool between_visits =
        !content_loaded_ || state_.at_rest() || state_.visit.screen == screens::Screen::staff;
    if (waiting_ && (between_visits || !options_.preview.empty())) use_content();
    if (waiting_) return;  // its index finds what this visit does not show
    if (auto index = loader_->take_index(wait)) index_ = std::move(index);
}

void Kiosk::use_content() {
    auto catalog = std::make_shared<screens::Catalog>(*state_.catalog);
    if (waiting_->words) content::take_words(*catalog, *waiting_->words);
    if (waiting_->display) follow_display(*catalog, *waiting_->display);
    content::offer(*catalog, options_.offered);
    catalog->library = std::move(waiting_->library);
    pictures_->hold(*catalog->library);
    catalog->self_check = std::move(waiting_->self_check);
    catalog->clinic = std::move(waiting_->clinic);
    catalog->around = std::move(waiting_->around);
    state_.headphones = waiting_->hearing.headphones;
    keypad_ = std::move(waiting_->hearing.keypad);
    own_colours_.reset();
    if (catalog->clinic.colour) own_colours_ = ui::Palette::with(*catalog->clinic.colour);
    waiting_.reset();
    screens::renew(state_, catalog);
    if (content_loaded_) loop_->stage().look_at_pictures_again();
    content_loaded_ = is_first_screen_due_ = true;
    loop_->change();
    screens::Screen& screen = state_.visit.screen;
    const bool nothing = !catalog->has_content() && options_.preview.empty();
    if (nothing && screen == screens::Screen::attract) screen = screens::Screen::out_of_order;
    if (!nothing && screen == screens::Screen::out_of_order) screen = screens::Screen::attract;
    if (screen == screens::Screen::staff && staff_) staff_->look(catalog->library);
    if (!options_.preview.empty()) screens::open_preview(state_, *this);
}

/// What people can choose, and what the next visit starts in.
void Kiosk::follow_display(screens::Catalog& catalog, const pack::DisplayPolicy& display) {
    if (options_.follows_display) options_.offered = display.languages;
    if (!options_.follows_language) return;
    const bool starts = state_.at_rest();
    content::start_in(catalog,
                      display.language.empty() ? base::kFallbackLanguage : display.language);
    options_.language = catalog.languages.front().code;
    if (starts) state_.visit.language = options_.language;
}

/// What was changed in it is shown from the next visit on; a request that is sent knows the key at
/// once.
void Kiosk::look_at_settings() {
    if (!settings_changed_.exchange(false)) return;
    loader_->reload();
    requests_->look();
    if (courier_) courier_->settings_changed();
}

/// So that people are told before they type that nothing could come of it.
void Kiosk::watch_requests(std::int64_t now_ms) {
    if (!requests_) return;
    if (now_ms >= next_look_ms_) {
        next_look_ms_ = now_ms + kLookMs;
        requests_->look();
    }
    take_found(content::Wait::no);
}

void Kiosk::take_found(content::Wait wait) {
    const auto found = requests_ ? requests_->take(wait) : std::nullopt;
    if (!found) return;
    // Not before: a damaged consult.db is set aside by then.
    if (!courier_) courier_ = std::make_unique<CourierWatch>(options_, [this] { window_.wake(); });
    auto health = health_of(*found);
    if (health == state_.kiosk) return;
    state_.kiosk = std::move(health);
    if (state_.asks_in_vain()) apply(screens::FocusField{screens::Field::none, 0});
    if (found->key) show_demonstration(found->key->demonstration);
    loop_->change();
}

void Kiosk::show_demonstration(bool demonstration) {
    if (state_.catalog->demonstration == demonstration) return;
    auto catalog = std::make_shared<screens::Catalog>(*state_.catalog);
    catalog->demonstration = demonstration;
    state_.catalog = catalog;
}

void Kiosk::take_staff_news() {
    if (!staff_) return;
    using screens::Screen;
    auto& visit = state_.visit;
    if (staff_->take_stick() && state_.at_rest()) apply(screens::OpenStaff{});
    if (visit.screen != Screen::staff) return;
    if (courier_ && courier_->tell(visit.staff)) loop_->change();
    const auto before = visit.staff.news.stage;
    if (!staff_->tell(visit.staff)) return;
    loop_->change();
    if (before != screens::Staff::Stage::open &&
        visit.staff.news.stage == screens::Staff::Stage::open) {
        apply(screens::FocusField{screens::Field::none, 0});
        staff_->look(state_.catalog->library);
    }
}

/// Told where it was asked for, unless the person is busy with something else.
void Kiosk::take_answer_to_help() {
    const auto answer = help_ ? help_->take_answer() : std::nullopt;
    if (!answer) return;
    auto& visit = state_.visit;
    visit.help = *answer;
    const bool matters = *answer != screens::Help::asked;  // which they take for granted
    const bool free =
        visit.sheet.kind == screens::SheetKind::none && visit.typing.field == screens::Field::none;
    if (matters && free) apply(screens::OpenSheet{{screens::SheetKind::ask_staff, {}, {}}});
    loop_->change();
}

void Kiosk::update(const loop::News& news) {
    if (news.somebody) session_.touched(news.now_ms);
    for (const auto& folder : pictures_->take_damaged())
        if (loader_) loader_->doubt(folder);
    look_at_settings();
    take_loaded(content::Wait::no);
    watch_requests(news.now_ms);
    take_staff_news();
    take_answer_to_help();
    if (printer_ && printer_->take_news()) loop_->change();
    take_keypad(news.events);
    listen();
    look_how_it_goes(news.now_ms);
    look_whether_to_hold(news);
    pass_time(news.now_ms);
}

bool Kiosk::keeps(const platform::Event& event) const {
    return action_of(keypad_, event).has_value();
}

void Kiosk::take_keypad(const std::vector<platform::Event>& events) {
    for (const platform::Event& event : events) {
        const auto action = action_of(keypad_, event);
        if (!action) continue;
        const bool reads = state_.visit.hearing.is_reading();
        for (const screens::Intent& intent : press(*action, state_, loop_->stage().ui()))
            apply(intent);
        if (*action == pack::KeypadAction::repeat && !reads) narrator_.repeat();
        loop_->change();
    }
}

void Kiosk::listen() {
    if (std::exchange(state_.is_heard, narrator_.can_be_heard()) != state_.is_heard) {
        loop_->change();
        if (state_.visit.hearing.keypad) apply(screens::UseKeypad{});  // a key that came sooner
    }
    for (const screens::Intent& intent : narrator_.follow(state_)) apply(intent);
}

void Kiosk::pass_time(std::int64_t now_ms) {
    const int seconds = state_.seconds_left;
    const bool near = state_.attract.next_is_near;
    // Who writes a pack looks away as long as they like; an installation is no absence.
    if (!options_.preview.empty() || !state_.visit.staff.news.installing.empty())
        session_.touched(now_ms);
    // Who listens is there; the warning itself is heard by nobody, perhaps.
    if (narrator_.is_speaking() && state_.visit.sheet.kind != screens::SheetKind::still_here)
        session_.touched(now_ms);
    const bool finger_down = loop_->stage().ui().finger_down();
    for (const screens::Intent& intent : session_.tick(state_, now_ms, finger_down)) apply(intent);
    if (seconds != state_.seconds_left || near != state_.attract.next_is_near) loop_->change();
}

/// The visit is over at once, on the glass too, before anything is waited for.
void Kiosk::end() { apply(screens::FinishVisit{}); }

/// Reviews fall due, and a first visitor after a quiet weekend is shown today's packs.
void Kiosk::look_at_day() {
    if (!loader_ || finished() || loaded_on_ == base::local_today()) return;
    loaded_on_ = base::local_today();
    loader_->reload();
}

void Kiosk::ask(const screens::Intent& intent) {
    session_.touched(clock_());
    apply(intent);
}

void Kiosk::apply(const screens::Intent& intent) {
    if (std::holds_alternative<screens::Start>(intent)) look_at_day();
    const bool needs_content = std::holds_alternative<screens::Start>(intent) ||
                               std::holds_alternative<screens::SetLanguage>(intent);
    const bool newer =
        loader_ && std::holds_alternative<screens::Start>(intent) && loader_->is_loading();
    if ((!content_loaded_ && needs_content) || newer) {
        take_loaded(content::Wait::yes);
        take_found(content::Wait::yes);
    }
    const auto before = state_.visit.screen;
    screens::apply(state_, *this, intent);
    if (counter_) counter_->look(state_, before);
    loop_->change();
}

void Kiosk::draw(ui::Stage& stage, ui::Frame frame) {
    const auto frame_now = [&] {
        frame = screens::with_state(frame, state_);
        if (own_colours_) frame.own_colours = &*own_colours_;
        frame.reduced_motion = options_.reduced_motion;
        // Which ones a visitor looked at is nobody's business.
        stage.keep_pictures(state_.visit.screen == screens::Screen::attract);
        return frame;
    };
    loop::draw_in_rounds<screens::Intents>(
        stage, frame_now,
        [this](ui::Ui& ui, screens::Intents& intents) { screens::draw(state_, ui, intents); },
        [this](const screens::Intent& intent) { apply(intent); });
    if (state_.visit.sheet.kind != screens::SheetKind::still_here)
        session_.shows(words_on(stage.ui().tree()));
    if (std::exchange(erased_, false)) scrub_stack();
    if (!held_until_ms_) return;
    start_loading();
    if (content_loaded_ && !stage.waits_for_pictures()) held_until_ms_.reset();
}

/// A visit's go with it, and the attract screen's when one begins or the next one has come: those
/// are large, and read from the disk again before anybody sees that they are missing.
void Kiosk::forget_pictures() {
    const bool rests = state_.visit.screen == screens::Screen::attract;
    const int slide = rests ? state_.attract.slide : -1;
    if (std::exchange(slide_shown_, slide) != slide) loop_->stage().forget_unseen_pictures();
}

/// Loading starts after the first frame, which has both cores to itself and the picture decoder.
void Kiosk::shown() {
    if (!finished()) start_loading();
    forget_pictures();
    keep_first_screen();
    listen();
    if (settled() && narrator_.tell(state_, loop_->stage().ui())) loop_->change();
}

std::optional<std::int64_t> Kiosk::next_deadline_ms(std::int64_t now_ms) const {
    auto next = session_.next_deadline_ms(state_, now_ms);
    const auto sooner = [&next](std::int64_t at) { next = std::min(next.value_or(at), at); };
    if (held_until_ms_) sooner(*held_until_ms_);
    if (requests_) sooner(next_look_ms_);
    if (const auto heard = narrator_.next_deadline_ms(state_, now_ms)) sooner(*heard);
    if (starts_) sooner(well_at_ms_);
    if (staff_ && state_.visit.screen == screens::Screen::staff)
        if (const auto count = staff_->next_deadline_ms()) sooner(*count);
    return next;
}

void Kiosk::wait_until_loaded() {
    take_loaded(content::Wait::yes);
    take_found(content::Wait::yes);
    loop_->stage().wait_for_pictures();
    narrator_.wait_until_ready();
}

base::Result<std::string> Kiosk::send_request(const screens::State& state) {
    auto sent = sender_.send(state);
    if (!sent) base::log(sent.error());
    if (requests_ && sent.has_value() != state_.kiosk.takes_requests) requests_->look();
    if (sent && counter_) counter_->request_sent();
    if (sent && courier_) courier_->request_stored();
    if (sent && !options_.screens.empty()) return kReferenceOfTour;
    return sent;
}

std::vector<pack::SearchHit> Kiosk::search(const std::string& language, std::string_view words) {
    if (index_ == nullptr) take_loaded(content::Wait::yes);
    return index_ == nullptr ? std::vector<pack::SearchHit>{}
                             : index_->find(language, words, kSearchHits);
}

std::vector<std::string> Kiosk::nearest_words(const std::string& language, std::string_view words) {
    return index_ == nullptr ? std::vector<std::string>{}
                             : index_->nearest(language, words, kNearestWords);
}

void Kiosk::print_leaflet(const screens::State& state) {
    auto pages = screens::leaflet_pages(state);
    auto pdf = text::printed_pages(loop_->stage().fonts(), pages.texts, pages.direction, pages.foot,
                                   pages.fit);
    for (text::PrintedText& each : pages.texts) base::wipe(each.words);
    if (pdf) return hand_to_printer(std::move(*pdf));
    base::log(pdf.error());
    state_.visit.take_home.printing = printing::Printing::failed;
}

void Kiosk::hand_to_printer(std::string pdf) {
    const std::string& name = state_.catalog->around.printer;
    if (!printer_ || printer_name_ != name) {
        printing::Queue queue = options_.printing;
        queue.name = printer_name_ = name;
        printer_ =
            std::make_unique<printing::Printer>(std::move(queue), [this] { window_.wake(); });
    }
    printer_->print(std::move(pdf), [this, visit = visits_](printing::Printing outcome) {
        if (visit == visits_) state_.visit.take_home.printing = outcome;
    });
}

screens::Help Kiosk::call_for_help(const screens::State& state) {
    if (!help_) return screens::Help::asked;  // a preview
    return help_->ring(state.catalog->around);
}

void Kiosk::check_staff_code(std::string_view code) {
    if (staff_) staff_->check_code(code);
}

void Kiosk::install_pack(const std::string& package) {
    if (staff_) staff_->install(package);
}

void Kiosk::roll_back_pack(const std::string& id) {
    if (staff_) staff_->roll_back(id);
}

void Kiosk::cancel_install() {
    if (staff_) staff_->cancel();
}

void Kiosk::believe_clock() {
    if (staff_) staff_->believe_clock();
}

void Kiosk::reset_scroll(std::string_view region) { loop_->stage().ui().scrolls().reset(region); }

void Kiosk::visit_erased() {
    loop_->stage().ui().forget_visit();
    state_.visit.language = options_.language;
    sender_.forget();
    if (help_) help_->end();
    ++visits_;
    narrator_.forget();
    if (staff_) staff_->lock();
    if (counter_) counter_->visit_ended(base::local_today());
    if (!state_.catalog->has_content() && options_.preview.empty())
        state_.visit.screen = screens::Screen::out_of_order;
    look_at_day();
    erased_ = true;
}

}  // namespace candor::kiosk
