#include "desk/shell/desk.h"

#include <algorithm>

#include "base/clock.h"
#include "base/instant.h"
#include "consult/keys/demonstration_keys.h"
#include "content/languages.h"
#include "desk/inbox/inbox_page.h"
#include "desk/inbox/printed_request.h"
#include "desk/shell/log.h"
#include "desk/shell/moments.h"
#include "desk/shell/pages.h"
#include "desk/shell/wording.h"
#include "paint/renderer.h"

namespace candor::desk {
namespace {

constexpr int kMaxRoundsATurn = 4;

/// Pixels a unit: one at 1366 x 768, and more where the display is large.
float scale_of(const platform::Window& window) {
    const auto width = static_cast<float>(window.width());
    const auto height = static_cast<float>(window.height());
    return std::max(1.0F, std::min(width / 1700.0F, height / 960.0F));
}

bool is_typed(const platform::Event& event) {
    return event.kind == platform::EventKind::key || event.kind == platform::EventKind::text;
}

}  // namespace

Desk::Desk(Options options, platform::Window& window, Clock clock)
    : options_(std::move(options)),
      window_(window),
      clock_(std::move(clock)),
      idle_(options_.lock_after_minutes),
      observer_(options_.observe) {}

Desk::~Desk() {
    studio_.reset();
    clerk_.reset();
    printer_.reset();
    state_.wipe();
    window_.forget_clipboard();
}

base::Result<std::unique_ptr<Desk>> Desk::create(const Options& options, platform::Window& window,
                                                 Clock clock, InboxSource inbox) {
    std::unique_ptr<Desk> desk(new Desk(options, window, std::move(clock)));
    TRY(desk->open(std::move(inbox)));
    return desk;
}

/// The demonstration's key is no secret: it opens without a passphrase, and the desk says so.
base::Result<void> Desk::look_at_key() {
    if (options_.key.empty()) options_.key = consult::demonstration_key_file(options_.state);
    const auto encrypted = TRY(consult::is_encrypted(options_.key));
    const auto demonstration = consult::demonstration_key_file({}).filename();
    state_.lock_screen.needs_passphrase = encrypted;
    state_.demonstration = !encrypted && options_.key.filename() == demonstration;
    return {};
}

base::Result<ui::Strings> Desk::load_words() {
    const auto places = content::language_places(options_);
    auto strings =
        TRY(content::load_strings_or_fallback(places, options_.language, content::Program::desk,
                                              [](const std::string& words) { log(words); }));
    options_.language = strings.language();
    for (const auto& [code, name] : content::names_of_languages(places))
        strings.name_language(code, name);
    return strings;
}

base::Result<void> Desk::open(InboxSource inbox) {
    TRY(look_at_key());
    auto strings = load_words();
    if (!strings) return tl::unexpected(strings.error());
    state_.strings = std::make_shared<const ui::Strings>(std::move(*strings));
    auto stage = ui::Stage::create({options_.assets, options_.decoder, std::nullopt},
                                   [this] { window_.wake(); });
    if (!stage) return tl::unexpected(stage.error());
    stage_ = std::move(*stage);
    const auto wake = [this] { window_.wake(); };
    state_.record = options_.record.url;
    const auto note = [strings = state_.strings, server = state_.record](const Sending& sending) {
        return note_of(*strings, sending, server);
    };
    clerk_ = std::make_unique<Clerk>(
        Clerk::Setup{options_.key, options_.who, std::move(inbox), options_.record, note}, wake);
    printer_ = std::make_unique<Printer>(options_.lp, wake);
    studio_ = std::make_unique<StudioRoom>(
        options_, state_.studio,
        StudioRoom::Calls{wake, [this](const std::string& text) { set(text); },
                          [this](std::string_view region) { reset_scroll(region); }});
    idle_.touched(clock_());
    pass_time(clock_());
    if (state_.lock_screen.needs_passphrase)
        focus("passphrase");
    else
        apply(Unlock{});
    return {};
}

void Desk::turn(const std::vector<platform::Event>& events) {
    // A key may move the focus that the next one is for, and so may a click: each has a frame of
    // its own, however many come in one breath.
    if (events.size() > 1 && std::any_of(events.begin(), events.end(), is_typed)) {
        for (const platform::Event& event : events) {
            pace_.reset();  // drawn, whatever is moving
            turn({event});
            if (finished_) return;
        }
        return;
    }
    update(events);
    if (finished_) end();
    if (!dirty_) return;
    const double now = static_cast<double>(clock_());
    if (!pace_.take(now, window_.frame_ms(), stage_->ui().animating())) return;
    draw_and_apply();
    show_frame();
}

void Desk::update(const std::vector<platform::Event>& arrived) {
    using platform::EventKind;
    const std::int64_t now = clock_();
    const auto [events, somebody] = presence_.sift(arrived, now);
    if (somebody) idle_.touched(now);
    for (const platform::Event& event : events) {
        const bool is_input = event.kind <= EventKind::pointer_cancel ||
                              event.kind == EventKind::wheel || event.kind == EventKind::key ||
                              event.kind == EventKind::text;
        // A mouse that merely passes over changes nothing.
        if (is_input && (event.kind != EventKind::pointer_move || stage_->ui().finger_down()))
            dirty_ = true;
        if (event.kind == EventKind::quit) finished_ = true;
        if (event.kind == EventKind::resized || event.kind == EventKind::exposed ||
            event.kind == EventKind::resumed) {
            repaint_ = paint::Repaint::everything;
            dirty_ = true;
        }
        if (event.kind == EventKind::resumed) look();
    }
    stage_->ui().input(events, now);
    if (stage_->ui().animating() || stage_->take_pictures()) dirty_ = true;
    if (stage_->ui().hovered() != hovered_) dirty_ = true;
    hovered_ = stage_->ui().hovered();
    take_news();
    if (shows_packs()) studio_->input(events, now);
    if (studio_->turn(*stage_, now)) dirty_ = true;
    pass_time(now);
}

/// Locked at once, before anything is waited for; a passphrase that was being typed goes as well.
void Desk::end() {
    pace_.reset();
    apply(LockNow{});
    state_.wipe();
}

void Desk::pass_time(std::int64_t now_ms) {
    if (state_.vault == Vault::locked) idle_.touched(now_ms);
    if (idle_.is_due(now_ms)) apply(LockNow{});
    const int minutes = idle_.minutes_left(now_ms);
    if (std::exchange(state_.locks_in_minutes, minutes) != minutes) dirty_ = true;
    const std::int64_t minute = base::seconds_of(base::utc_now()).value_or(0) / 60 * 60;
    if (std::exchange(state_.now_s, minute) != minute) dirty_ = true;
}

void Desk::take_news() {
    for (const News& news : clerk_->take_news()) {
        std::visit([this](const auto& each) { take(each); }, news);
        dirty_ = true;
    }
    if (printer_->take_news()) dirty_ = true;
}

void Desk::take(const Opening& news) { state_.lock_screen.opening = news; }

void Desk::show_inbox() {
    if (state_.vault != Vault::opening) return;
    state_.vault = Vault::open;
    state_.lock_screen.passphrase.clear();
    stage_->ui().forget_visit();
}

void Desk::take(const Loaded& news) {
    show_inbox();
    state_.inbox.requests = news.requests;
    state_.inbox.unreachable = false;
    state_.inbox.count();
    state_.refresh();
    // What another desk did to the open request stands in its record.
    if (!state_.inbox.selected.empty()) clerk_->read_history(state_.inbox.selected);
}

void Desk::take(const Unreachable& news) {
    log(news.fault);
    show_inbox();
    state_.inbox.unreachable = true;
}

void Desk::take(const HistoryRead& news) {
    if (news.history->id == state_.inbox.selected) state_.inbox.history = news.history;
}

void Desk::take(const Saved& news) {
    state_.inbox.saving = false;
    if (news.what != consult::ChangeKind::note) return;
    state_.inbox.drafts.erase(news.id);
    if (news.id == state_.inbox.selected) state_.inbox.note.clear();
}

/// What was written stays in its field.
void Desk::take(const NotSaved& news) {
    log(news.fault);
    state_.inbox.saving = false;
    state_.inbox.problem = fault_key(*state_.strings, news.fault);
}

void Desk::take(const ChangedMeanwhile& news) {
    state_.inbox.saving = false;
    if (news.id == state_.inbox.selected) state_.inbox.conflict = news;
}

void Desk::take(const SendEnded& news) {
    if (news.sending->fault) log(*news.sending->fault);
    state_.inbox.sendings[news.id] = news.sending;
}

/// The field keeps what was typed, so that one wrong letter can be mended.
void Desk::take(const KeyRefused& news) {
    state_.vault = Vault::locked;
    const bool wrong = news.fault.kind == base::FaultKind::wrong_key;
    state_.lock_screen.problem = wrong ? "lock.wrong" : "lock.unreadable";
    if (!wrong) log(news.fault);
    focus("passphrase");
}

void Desk::apply(const Intent& intent) {
    desk::apply(state_, *this, intent);
    dirty_ = true;
}

void Desk::draw_and_apply() {
    dirty_ = false;
    for (int round = 0; round < kMaxRoundsATurn; ++round) {
        const Intents intents = draw();
        if (intents.empty()) break;
        for (const Intent& intent : intents) apply(intent);
    }
    dirty_ = false;
}

Intents Desk::draw() {
    Intents intents;
    ui::Frame frame{window_.width(),      window_.height(),     clock_(),
                    ui::TextSize::normal, state_.strings.get(), options_.reduced_motion};
    frame.scale = scale_of(window_);
    frame.keyboard = true;
    stage_->draw(frame, [&](ui::Ui& ui) { desk::draw(state_, ui, intents); });
    return intents;
}

void Desk::show_frame() {
    auto pixels = window_.pixels();
    if (!pixels) {
        repaint_ = paint::Repaint::everything;  // the display is lost; it will be back
        return;
    }
    const auto changed = stage_->paint(*pixels, repaint_);
    if (!changed.empty() && !window_.present(changed)) {
        repaint_ = paint::Repaint::everything;
        return;
    }
    repaint_ = paint::Repaint::damage;
    if (!settled()) return;
    if (const auto told = observer_.settled(tree()); !told) log(told.error());
}

bool Desk::shows_packs() const { return state_.vault == Vault::open && state_.page == Page::packs; }

bool Desk::settled() const {
    return !dirty_ && !stage_->ui().animating() && !(shows_packs() && studio_->moving());
}

int Desk::next_timeout_ms() const {
    const std::int64_t now = clock_();
    std::int64_t next = now + 3'600'000;
    if (state_.vault != Vault::locked) {
        constexpr std::int64_t kAgesMs = 30'000;  // ages on the screen are told by the minute
        next = std::min({next, idle_.next_deadline_ms(now), now + kAgesMs});
    }
    if (!settled()) next = std::min(next, pace_.next_ms());
    return static_cast<int>(std::clamp<std::int64_t>(next - now, 0, 3'600'000));
}

void Desk::settle() {
    // What a turn asked for, work or pictures, is there for the next one.
    for (int calm = 0; calm < 2;) {
        clerk_->wait_until_idle();
        printer_->wait();
        studio_->wait_until_idle();
        stage_->wait_for_pictures();
        turn({});
        calm = settled() && !studio_->busy() && clerk_->is_idle() ? calm + 1 : 0;
    }
}

void Desk::set_progress(const std::string& id, std::int64_t seen, consult::Progress to) {
    clerk_->set_progress(id, seen, to);
}

void Desk::add_note(const std::string& id, base::SecretString text) {
    clerk_->add_note(id, std::move(text));
}

void Desk::read_history(const std::string& id) { clerk_->read_history(id); }

void Desk::send_to_record(const std::string& id) { clerk_->send(id); }

void Desk::print(EntryPtr request) {
    const ui::Strings& strings = *state_.strings;
    auto texts = printed_request(strings, *request, state_.now_s);
    const auto direction =
        strings.right_to_left() ? text::Direction::right_to_left : text::Direction::left_to_right;
    auto pdf = text::printed_pages(stage_->fonts(), texts, direction, strings("print.foot"));
    for (text::PrintedText& each : texts) {
        base::wipe(each.words);
        base::wipe(each.strong);
    }
    const auto done = [this, id = request->row.request.id](Printing outcome) {
        // A lock forgets that something was to be printed.
        if (state_.inbox.is_being_printed(id)) state_.inbox.printings[id] = outcome;
    };
    if (pdf) return printer_->print(std::move(*pdf), done);
    log(pdf.error());
    done(Printing::failed);
}

void Desk::show_row(std::size_t index) {
    const float height = row_height(stage_->ui()), top = static_cast<float>(index) * height;
    stage_->ui().keep_in_sight("list", top, top + height);
}

void Desk::unlock(base::SecretString passphrase) { clerk_->unlock(std::move(passphrase)); }

void Desk::lock() {
    clerk_->lock();
    window_.forget_clipboard();
    stage_->ui().forget_visit();
}

}  // namespace candor::desk
