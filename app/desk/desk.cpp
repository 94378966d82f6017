#include "desk/desk.h"

#include <algorithm>
#include <cmath>

#include "consult/demonstration_keys.h"
#include "desk/log.h"
#include "desk/pages.h"

namespace candor::desk {
namespace {

constexpr int kMaxRoundsATurn = 4;

/// Pixels a unit: one at 1366 x 768, and more where the display is large.
float scale_of(const platform::Window& window) {
    const auto width = static_cast<float>(window.width());
    const auto height = static_cast<float>(window.height());
    return std::max(1.0F, std::min(width / 1700.0F, height / 960.0F));
}

}  // namespace

Desk::Desk(Options options, platform::Window& window, Clock clock)
    : options_(std::move(options)),
      window_(window),
      clock_(std::move(clock)),
      idle_(options_.lock_after_minutes),
      observer_(options_.observe) {}

Desk::~Desk() {
    clerk_.reset();
    state_.wipe();
}

base::Result<std::unique_ptr<Desk>> Desk::create(const Options& options, platform::Window& window,
                                                 Clock clock) {
    std::unique_ptr<Desk> desk(new Desk(options, window, std::move(clock)));
    if (auto opened = desk->open(); !opened) return tl::unexpected(opened.error());
    return desk;
}

base::Result<void> Desk::open() {
    if (options_.key.empty()) options_.key = consult::demonstration_key_file(options_.state);
    const auto encrypted = consult::is_encrypted(options_.key);
    if (!encrypted) return tl::unexpected(encrypted.error());
    auto strings =
        ui::Strings::load(options_.assets / "desk-strings" / (options_.language + ".yaml"));
    if (!strings) return tl::unexpected(strings.error());
    state_.strings = std::make_shared<const ui::Strings>(std::move(*strings));
    auto stage = ui::Stage::create({options_.assets, options_.decoder, std::nullopt},
                                   [this] { window_.wake(); });
    if (!stage) return tl::unexpected(stage.error());
    stage_ = std::move(*stage);
    clerk_ = std::make_unique<Clerk>(options_, [this] { window_.wake(); });
    state_.lock_screen.needs_passphrase = *encrypted;
    state_.demonstration =
        !*encrypted && options_.key.filename() == consult::demonstration_key_file({}).filename();
    idle_.touched(clock_());
    if (*encrypted)
        focus("passphrase");
    else
        apply(Unlock{});
    return {};
}

void Desk::turn(const std::vector<platform::Event>& events) {
    update(events);
    if (!dirty_) return;
    const double now = static_cast<double>(clock_());
    // Movement is drawn at the display's pace; a first change at once.
    if (stage_->ui().animating() && now + 0.5 < next_frame_ms_) return;
    next_frame_ms_ = std::max(now, next_frame_ms_ + window_.frame_ms());
    if (next_frame_ms_ < now + 1) next_frame_ms_ = now + window_.frame_ms();
    draw_and_apply();
    show_frame();
}

void Desk::update(const std::vector<platform::Event>& events) {
    using platform::EventKind;
    const std::int64_t now = clock_();
    for (const platform::Event& event : events) {
        const bool person = event.kind <= EventKind::pointer_up || event.kind == EventKind::wheel ||
                            event.kind == EventKind::key || event.kind == EventKind::text;
        if (person) idle_.touched(now);
        // A mouse that merely passes over changes nothing.
        if (person && (event.kind != EventKind::pointer_move || stage_->ui().finger_down()))
            dirty_ = true;
        if (event.kind == EventKind::quit) finished_ = true;
        if (event.kind == EventKind::resized || event.kind == EventKind::exposed ||
            event.kind == EventKind::resumed) {
            repaint_ = paint::Repaint::everything;
            dirty_ = true;
        }
    }
    stage_->ui().input(events, now);
    if (stage_->ui().animating() || stage_->take_pictures()) dirty_ = true;
    if (stage_->ui().hovered() != hovered_) dirty_ = true;
    hovered_ = stage_->ui().hovered();
    take_news();
    if (state_.vault == Vault::locked) idle_.touched(now);
    if (idle_.is_due(now)) apply(LockNow{});
    const int minutes = idle_.minutes_left(now);
    if (std::exchange(state_.locks_in_minutes, minutes) != minutes) dirty_ = true;
}

void Desk::take_news() {
    for (const News& news : clerk_->take_news()) {
        std::visit([this](const auto& each) { take(each); }, news);
        dirty_ = true;
    }
}

void Desk::take(const KeyOpened&) {
    state_.vault = Vault::open;
    state_.lock_screen.passphrase.clear();
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

bool Desk::settled() const { return !dirty_ && !stage_->ui().animating(); }

int Desk::next_timeout_ms() const {
    const std::int64_t now = clock_();
    std::int64_t next = now + 3'600'000;
    if (state_.vault != Vault::locked) next = std::min(next, idle_.next_deadline_ms(now));
    if (!settled()) next = std::min(next, static_cast<std::int64_t>(std::floor(next_frame_ms_)));
    return static_cast<int>(std::clamp<std::int64_t>(next - now, 0, 3'600'000));
}

void Desk::settle() {
    do {
        clerk_->wait_until_idle();
        stage_->wait_for_pictures();
        turn({});
    } while (!settled());
}

void Desk::unlock(base::SecretString passphrase) { clerk_->unlock(std::move(passphrase)); }

void Desk::lock() {
    clerk_->lock();
    stage_->ui().forget_visit();
}

}  // namespace candor::desk
