#include "desk/shell/desk.h"

#include <algorithm>
#include <cstdlib>

#include "base/clock.h"
#include "base/instant.h"
#include "base/log.h"
#include "consult/keys/demonstration_keys.h"
#include "content/languages.h"
#include "desk/inbox/inbox_page.h"
#include "desk/inbox/old_documents.h"
#include "desk/inbox/printed_request.h"
#include "desk/inbox/staff_words.h"
#include "desk/shell/moments.h"
#include "desk/shell/pages.h"
#include "desk/shell/wording.h"
#include "desk/studio/finding_names.h"
#include "loop/rounds.h"
#include "platform/window.h"

namespace candor::desk {
namespace {

/// Pixels a unit: one at 1366 x 768, and more where the display is large.
float scale_of(const ui::Frame& frame) {
    const auto width = static_cast<float>(frame.width_px);
    const auto height = static_cast<float>(frame.height_px);
    return std::max(1.0F, std::min(width / 1700.0F, height / 960.0F));
}

}  // namespace

Desk::Desk(Options options, platform::Window& window, Clock clock)
    : options_(std::move(options)),
      window_(window),
      clock_(std::move(clock)),
      idle_(options_.lock_after_minutes) {}

Desk::~Desk() {
    folders_.reset();
    studio_.reset();
    clerk_.reset();
    printer_.reset();
    state_.wipe();
    window_.forget_clipboard();
}

base::Result<std::unique_ptr<Desk>> Desk::create(const Options& options, platform::Window& window,
                                                 Clock clock, InboxSource inbox,
                                                 std::unique_ptr<ui::Assistant> assistant) {
    std::unique_ptr<Desk> desk(new Desk(options, window, std::move(clock)));
    desk->assistant_ = std::move(assistant);
    TRY(desk->open(std::move(inbox)));
    return desk;
}

/// The demonstration's key is no secret: it opens without a passphrase, and the desk says so.
base::Result<void> Desk::look_at_key() {
    if (options_.key.empty()) options_.key = consult::demonstration_key_file(options_.state);
    LockScreen& lock = state_.lock_screen;
    lock.missing_key.clear();
    const auto looked = consult::is_encrypted(options_.key);
    if (!looked && looked.error().kind == base::FaultKind::not_found) {
        lock.missing_key = options_.key.string();
        lock.needs_passphrase = false;
        return {};
    }
    if (!looked) return tl::unexpected(looked.error());
    const bool encrypted = *looked;
    const auto demonstration = consult::demonstration_key_file({}).filename();
    lock.needs_passphrase = encrypted;
    state_.demonstration = !encrypted && options_.key.filename() == demonstration;
    return {};
}

base::Result<ui::Strings> Desk::load_words() {
    const auto places = content::language_places(options_);
    auto strings =
        TRY(content::load_strings_or_fallback(places, options_.language, content::Program::desk,
                                              [](const std::string& words) { base::log(words); }));
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
    state_.studio.finding_names = finding_names(options_.assets, options_.language);
    const ui::Stage::Setup stage{options_.assets, options_.decoder, std::nullopt};
    const loop::FrameLoop::Setup setup{stage, options_.observe, true, assistant_.get()};
    loop_ = TRY(loop::FrameLoop::create(setup, window_, clock_, *this));
    const auto wake = [this] { window_.wake(); };
    state_.record = options_.record.url;
    const auto note = [strings = state_.strings, server = state_.record](const Sending& sending) {
        return note_of(*strings, sending, server);
    };
    const auto words = std::make_shared<StaffWords>(options_, state_.strings);
    const Say say = [words](consult::OpenedRequest& request) { words->say(request); };
    clerk_ = std::make_unique<Clerk>(
        Clerk::Setup{options_.key, options_.who, std::move(inbox), options_.record, note, say},
        wake);
    printing::Queue queue;
    queue.lp = options_.lp;
    printer_ = std::make_unique<printing::Printer>(std::move(queue), wake, remove_old_documents);
    help_ = watch_help(options_, wake);
    studio_ = std::make_unique<StudioWork>(
        options_, state_.studio,
        StudioWork::Calls{wake, [this](const std::string& text) { set(text); },
                          [this](std::string_view region) { reset_scroll(region); }});
    folders_ = std::make_unique<FolderReader>(options_.sticks, wake);
    if (const char* home = std::getenv("HOME")) state_.home = home;
    idle_.touched(clock_());
    pass_time(clock_());
    begin();
    return {};
}

void Desk::begin() {
    if (state_.lock_screen.needs_passphrase)
        focus("passphrase");
    else
        apply(Unlock{});
}

void Desk::look_for_key() {
    if (auto looked = look_at_key(); !looked) {
        base::log(looked.error());
        state_.lock_screen.problem = "lock.unreadable";
        return;
    }
    begin();
}

void Desk::update(const loop::News& news) {
    if (news.somebody) idle_.touched(news.now_ms);
    for (const platform::Event& event : news.events)
        if (event.kind == platform::EventKind::resumed) look();
    take_news();
    if (shows_packs()) studio_->input(news.events, news.now_ms);
    if (studio_->turn(loop_->stage(), news.now_ms)) loop_->change();
    pass_time(news.now_ms);
}

/// Locked at once, before anything is waited for; a passphrase that was being typed goes as well.
void Desk::end() {
    apply(LockNow{});
    state_.wipe();
}

void Desk::pass_time(std::int64_t now_ms) {
    if (state_.vault == Vault::locked) idle_.touched(now_ms);
    if (idle_.is_due(now_ms)) apply(LockNow{});
    const int minutes = idle_.minutes_left(now_ms);
    if (std::exchange(state_.locks_in_minutes, minutes) != minutes) loop_->change();
    const std::int64_t minute = base::seconds_of(base::utc_now()).value_or(0) / 60 * 60;
    if (std::exchange(state_.now_s, minute) != minute) loop_->change();
}

void Desk::take_news() {
    for (const News& news : clerk_->take_news()) {
        std::visit([this](const auto& each) { take(each); }, news);
        loop_->change();
    }
    for (const FolderNews& news : folders_->take_news()) {
        desk::take(state_, *this, news);
        loop_->change();
    }
    if (printer_->take_news()) loop_->change();
    if (help_->look(state_.help)) loop_->change();
    if (auto missed = help_->take_missed()) {
        state_.help_missed = std::move(missed);
        loop_->change();
    }
}

void Desk::take(const Opening& news) { state_.lock_screen.opening = news; }

void Desk::show_inbox() {
    if (state_.vault != Vault::opening) return;
    state_.vault = Vault::open;
    state_.lock_screen.passphrase.clear();
    ui().forget_visit();
}

void Desk::take(const Loaded& news) {
    show_inbox();
    state_.inbox.take(news.requests);
    state_.inbox.unreachable = false;
    state_.refresh();
    // What another desk did to the open request stands in its record.
    if (!state_.inbox.selected.empty()) clerk_->read_history(state_.inbox.selected);
}

void Desk::take(const Unreachable& news) {
    base::log(news.fault);
    show_inbox();
    state_.inbox.unreachable = true;
}

void Desk::take(const HistoryRead& news) {
    if (news.history->id == state_.inbox.selected) state_.inbox.history = news.history;
}

void Desk::take(const TriesRead& news) {
    for (const auto& [id, tries] : news.tries) state_.inbox.tries.take(id, tries);
}

void Desk::take(const Saved& news) {
    state_.inbox.saving = false;
    if (news.what != consult::ChangeKind::note) return;
    state_.inbox.drafts.erase(news.id);
    if (news.id != state_.inbox.selected) return;
    state_.inbox.note.clear();
    state_.inbox.noted = news.id;
    // The buttons that save a note are there while there is one.
    const ui::Focus& focused = loop_->stage().ui().focus();
    if (focused.has("save-note") || focused.has("save-appointment")) focus("note");
}

/// What was written stays in its field.
void Desk::take(const NotSaved& news) {
    base::log(news.fault);
    state_.inbox.saving = false;
    state_.inbox.problem = fault_key(*state_.strings, news.fault);
}

void Desk::take(const ChangedMeanwhile& news) {
    state_.inbox.saving = false;
    if (news.id == state_.inbox.selected) state_.inbox.conflict = news;
}

void Desk::take(const SendEnded& news) {
    if (news.sending->fault) base::log(*news.sending->fault);
    state_.inbox.sendings[news.id] = news.sending;
}

/// The field keeps what was typed, so that one wrong letter can be mended.
void Desk::take(const KeyRefused& news) {
    state_.vault = Vault::locked;
    const bool wrong = news.fault.kind == base::FaultKind::wrong_key;
    state_.lock_screen.problem = wrong ? "lock.wrong" : "lock.unreadable";
    if (!wrong) base::log(news.fault);
    focus("passphrase");
}

void Desk::apply(const Intent& intent) {
    desk::apply(state_, *this, intent);
    loop_->change();
}

void Desk::draw(ui::Stage& stage, ui::Frame frame) {
    frame.strings = state_.strings.get();
    frame.reduced_motion = options_.reduced_motion;
    frame.scale = scale_of(frame);
    loop::draw_in_rounds<Intents>(
        stage, [&] { return frame; },
        [this](ui::Ui& ui, Intents& intents) { desk::draw(state_, ui, intents); },
        [this](const Intent& intent) { apply(intent); });
}

bool Desk::shows_packs() const { return state_.vault == Vault::open && state_.page == Page::packs; }

std::optional<std::int64_t> Desk::next_deadline_ms(std::int64_t now_ms) const {
    if (state_.vault == Vault::locked) return std::nullopt;
    constexpr std::int64_t kAgesMs = 30'000;  // ages on the screen are told by the minute
    return std::min(idle_.next_deadline_ms(now_ms), now_ms + kAgesMs);
}

void Desk::settle() {
    // What a turn asked for, work or pictures, is there for the next one.
    for (int calm = 0; calm < 2;) {
        clerk_->wait_until_idle();
        printer_->wait();
        studio_->wait_until_idle();
        folders_->wait_until_idle();
        loop_->stage().wait_for_pictures();
        turn({});
        calm =
            settled() && !studio_->busy() && !folders_->busy() && clerk_->is_idle() ? calm + 1 : 0;
    }
}

void Desk::set_progress(const std::string& id, std::int64_t seen, consult::Progress to) {
    clerk_->set_progress(id, seen, to);
}

void Desk::add_note(const std::string& id, const consult::Note& note) {
    clerk_->add_note(id, note);
}

void Desk::read_history(const std::string& id) { clerk_->read_history(id); }

void Desk::read_tries(std::vector<std::string> ids) { clerk_->read_tries(std::move(ids)); }

void Desk::send_to_record(const std::string& id) { clerk_->send(id); }

base::Result<void> Desk::take_help_call(const consult::HelpCall& call) {
    auto taken = help_->take(call);
    if (!taken) base::log(taken.error());
    return taken;
}

void Desk::print(EntryPtr request) {
    const ui::Strings& strings = *state_.strings;
    auto texts = printed_request(strings, *request, state_.now_s);
    const auto direction =
        strings.right_to_left() ? text::Direction::right_to_left : text::Direction::left_to_right;
    auto pdf = text::printed_pages(loop_->stage().fonts(), texts, direction, strings("print.foot"));
    for (text::PrintedText& each : texts) {
        base::wipe(each.words);
        base::wipe(each.strong);
    }
    const auto done = [this, id = request->row.request.id](Printing outcome) {
        // A lock forgets that something was to be printed.
        if (state_.inbox.is_being_printed(id)) state_.inbox.printings[id] = outcome;
    };
    if (pdf) return printer_->print(std::move(*pdf), done);
    base::log(pdf.error());
    done(Printing::failed);
}

void Desk::show_row(std::size_t index) {
    const float height = row_height(ui()), top = static_cast<float>(index) * height;
    ui().scrolls().keep_in_sight("list", top, top + height);
}

void Desk::show_picked(std::size_t row) {
    const float height = picker_row_height(ui()), top = static_cast<float>(row) * height;
    ui().scrolls().keep_in_sight("picked", top, top + height);
}

void Desk::unlock(base::SecretString passphrase) { clerk_->unlock(std::move(passphrase)); }

void Desk::lock() {
    clerk_->lock();
    folders_->stop();
    window_.forget_clipboard();
    ui().forget_visit();
}

}  // namespace candor::desk
