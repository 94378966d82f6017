#include <algorithm>
#include <cmath>

#include "base/instant.h"
#include "consult/keys/demonstration_keys.h"
#include "desk/inbox/inbox_page.h"
#include "desk/shell/moments.h"
#include "desk/shell/own_direction.h"
#include "desk/shell/wording.h"
#include "text/joined_text.h"

namespace candor::desk {
namespace {

using consult::Progress;
using ui::Ui;
namespace colour = ui::colour;

struct BoxLook {
    base::Rgba ground, ink;
};

/// The open request: one column of what to do, then two of what was sent.
class RequestPage {
  public:
    RequestPage(const State& state, Ui& ui, Intents& intents, EntryPtr entry)
        : state_(state), ui_(ui), intents_(intents), kept_(std::move(entry)), entry_(*kept_) {}

    void draw(const base::Rect& area) {
        const float top = ui_.begin_scroll("detail", area);
        x_ = area.x + ui_.px(32);
        width_ = area.w - ui_.px(64);
        y_ = top + ui_.px(28);
        head();
        buttons();
        notices();
        if (entry_.problem == Problem::none) {
            findings();
            columns();
        }
        ui_.end_scroll(y_ - top + ui_.px(32));
    }

  private:
    const ui::Strings& strings() const { return ui_.strings(); }
    const consult::OpenedRequest& opened() const { return entry_.opened; }

    void head() {
        const std::string reference = reference_of(strings(), entry_);
        const std::string progress =
            ui_.tr(std::string("navigation.") + name_of(page_of(entry_.row.progress)));
        float right = x_ + width_;
        const bool elsewhere = entry_.row.progress != progress_of(state_.page);
        for (const Badge& each : {Badge{reference, Tone::grey}, Badge{progress, Tone::mint}}) {
            if (each.tone == Tone::mint && !elsewhere) continue;
            right -= badge_width(ui_, each.label);
            badge(ui_, right, y_ + ui_.px(6), each.label, each.tone);
            right -= ui_.px(8);
        }
        y_ += own_text(ui_, x_, y_, right - x_ - ui_.px(8), title_of(strings(), entry_),
                       type::kHeadline, ui::Role::heading) +
              ui_.px(4);
        y_ += ui_.text(x_, y_, width_, contact_line(), type::kLead) + ui_.px(16);
    }

    /// "+90 532 … · e-mail · best in the afternoon · Türkçe · 18 min ago".
    std::string contact_line() const {
        std::string line;
        const auto add = [&line](const std::string& part) {
            if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
        };
        add(left_to_right(strings(), opened().phone));
        add(left_to_right(strings(), opened().email));
        if (entry_.problem == Problem::none) {
            add(ui_.tr(std::string("best.") + best_time_key()));
            add(language_of(strings(), opened().language));
        }
        add(entry_.row.kiosk);
        add(moment(entry_.created_s, entry_.known));
        return line;
    }

    std::string moment(std::int64_t seconds, Known known = Known::to_the_second) const {
        return left_to_right(strings(), moment_words(seconds, state_.now_s, known));
    }

    std::string best_time_key() const {
        const std::string name = consult::name_of(opened().best_time);
        return name.empty() ? "any" : name;
    }

    /// The usual next step first.
    std::vector<Progress> steps() const {
        switch (entry_.row.progress) {
            case Progress::fresh:
                return {Progress::called, Progress::booked, Progress::closed};
            case Progress::called:
                return {Progress::booked, Progress::closed, Progress::fresh};
            case Progress::booked:
                return {Progress::closed, Progress::called, Progress::fresh};
            case Progress::closed:
                return {Progress::fresh};
        }
        return {};
    }

    void buttons() {
        const bool still = state_.inbox.saving || state_.inbox.conflict;
        std::vector<std::string> labels;  // outlive the row
        std::vector<RowButton> row;
        for (const Progress to : steps())
            labels.push_back(ui_.tr(std::string("to.") + consult::name_of(to)));
        labels.push_back(ui_.tr("request.print"));
        if (entry_.problem != Problem::damaged) {
            const auto to = steps();
            for (std::size_t i = 0; i < to.size(); ++i) {
                ButtonSpec spec{labels[i], i == 0 ? "progress" : consult::name_of(to[i])};
                spec.look = i == 0   ? ButtonLook::primary
                            : i == 1 ? ButtonLook::outline
                                     : ButtonLook::quiet;
                spec.disabled = still;
                row.push_back(
                    {spec, [this, next = to[i]] { intents_.emplace_back(SetProgress{next}); }});
            }
        }
        if (entry_.problem == Problem::none) {
            ButtonSpec spec{labels.back(), "print"};
            spec.disabled = state_.inbox.is_being_printed(entry_.row.request.id);
            row.push_back({spec, [this] { intents_.emplace_back(PrintRequest{}); }});
        }
        const std::string send = ui_.tr("request.send");
        if (entry_.problem == Problem::none && !state_.record.empty()) {
            ButtonSpec spec{send, "send"};
            spec.disabled = state_.inbox.is_being_sent(entry_.row.request.id);
            row.push_back({spec, [this] { intents_.emplace_back(SendToRecord{}); }});
        }
        if (row.empty()) return;
        y_ += button_row(ui_, x_, y_, width_, row) + ui_.px(20);
    }

    /// What went wrong or came between, before anything else.
    void notices() {
        const InboxView& inbox = state_.inbox;
        if (inbox.unreachable)
            box({colour::kSun, colour::kInk}, ui_.tr("notice.unreachable"), {}, ui::Role::alert);
        if (inbox.conflict) conflict(*inbox.conflict);
        if (!inbox.problem.empty())
            box({colour::kPeach, colour::kInk}, ui_.tr("notice.not-saved"), ui_.tr(inbox.problem),
                ui::Role::alert);
        printing();
        sending();
        if (entry_.problem == Problem::damaged)
            box({colour::kPeach, colour::kInk}, ui_.tr("row.damaged"), ui_.tr("notice.damaged"),
                ui::Role::alert);
        if (entry_.problem == Problem::not_readable)
            box({colour::kPeach, colour::kInk}, ui_.tr("row.not-readable"),
                ui_.tr("notice.not-readable"), ui::Role::alert);
        if (entry_.problem == Problem::not_its_row)
            box({colour::kPeach, colour::kInk}, ui_.tr("row.not-its-row"), why_not_its_row(),
                ui::Role::alert);
        if (entry_.problem == Problem::other_key) other_key();
    }

    void other_key() {
        const std::string& fingerprint = entry_.row.request.key_fingerprint;
        const bool trial = consult::is_demonstration(fingerprint);
        box({colour::kSun, colour::kInk}, title_of(ui_.strings(), entry_),
            ui_.tr(trial ? "notice.demonstration" : "notice.other-key",
                   {{"fingerprint", fingerprint}}),
            ui::Role::alert);
    }

    std::string why_not_its_row() const {
        const EntryPtr owner = state_.inbox.requests->find(entry_.id_inside);
        if (!owner || owner.get() == &entry_) return ui_.tr("notice.not-its-row");
        return ui_.tr("notice.copied", {{"reference", reference_of(strings(), *owner)}});
    }

    void conflict(const ChangedMeanwhile& other) {
        const auto name = [this](Progress progress) {
            return ui_.tr(std::string("navigation.") + name_of(page_of(progress)));
        };
        const std::string what =
            ui_.tr("conflict.text", {{"who", other.by},
                                     {"when", moment(base::seconds_of(other.at).value_or(0))},
                                     {"now", name(other.now)},
                                     {"wanted", name(other.wanted)}});
        box({colour::kSun, colour::kInk}, ui_.tr("conflict.title"), what, ui::Role::alert);
        const std::string label = ui_.tr("conflict.look");
        y_ -= ui_.px(6);
        if (button(ui_, {x_, y_, button_width(ui_, {label}), button_height(ui_)},
                   {label, "look-again", ButtonLook::outline}))
            intents_.emplace_back(LookAgain{});
        y_ += button_height(ui_) + ui_.px(16);
    }

    void printing() {
        const auto found = state_.inbox.printings.find(entry_.row.request.id);
        if (found == state_.inbox.printings.end()) return;
        switch (found->second) {
            case Printing::under_way:
                return box({colour::kSky, colour::kInk}, ui_.tr("print.under-way"), {},
                           ui::Role::status);
            case Printing::done:
                return box({colour::kMint, colour::kInk}, ui_.tr("print.done"), {},
                           ui::Role::status);
            case Printing::no_printer:
                return box({colour::kSun, colour::kInk}, ui_.tr("print.no-printer"), {},
                           ui::Role::alert);
            case Printing::failed:
                return box({colour::kPeach, colour::kInk}, ui_.tr("print.failed"), {},
                           ui::Role::alert);
        }
    }

    void sending() {
        const auto found = state_.inbox.sendings.find(entry_.row.request.id);
        if (found == state_.inbox.sendings.end()) return;
        const SendingWords words = words_of(strings(), *found->second);
        switch (found->second->stage) {
            case Sending::Stage::under_way:
                return box({colour::kSky, colour::kInk}, words.strong, words.rest,
                           ui::Role::status);
            case Sending::Stage::accepted:
                return box({colour::kMint, colour::kInk}, words.strong, words.rest,
                           ui::Role::status);
            case Sending::Stage::failed:
            case Sending::Stage::not_opened:
                return box({colour::kPeach, colour::kInk}, words.strong, words.rest,
                           ui::Role::alert);
        }
    }

    void box(BoxLook look, const std::string& strong, const std::string& rest, ui::Role role) {
        const float pad = ui_.px(16), room = width_ - 2 * pad;
        text::ParagraphSpec spec;
        spec.spans.push_back({strong, ui_.style(in(type::kStrong, look.ink)), -1, {}});
        if (!rest.empty())
            spec.spans.push_back({" " + rest, ui_.style(in(type::kBody, look.ink)), -1, {}});
        spec.width_px = room;
        spec.line_height = 1.4F;
        spec.direction = text::first_strong_direction(strong);
        spec.align = aligned(ui_, spec.direction, text::Align::start);
        spec.language = strings().language();
        const text::Paragraph& words = ui_.shape(spec);
        const base::Rect rect{x_, y_, width_, words.height() + ui_.px(24)};
        ui_.canvas().rounded(rect, ui_.px(12), look.ground);
        ui_.canvas().paragraph(words, x_ + pad, y_ + ui_.px(12), room);
        ui_.node({role,
                  rest.empty() ? strong : strong + " " + rest,
                  {},
                  ui::kNoState,
                  ui::kNoAction,
                  rect});
        y_ = rect.bottom() + ui_.px(12);
    }

    /// Red flags and what the doctor must know come first, with the answers that caused them.
    void findings() {
        for (const consult::RequestFinding& finding : opened().findings) {
            const bool urgent = finding.level == "urgent";
            if (!urgent && finding.level != "tell-the-doctor") continue;
            std::string because;
            for (const std::string& reason : finding.because)
                because += (because.empty() ? "" : " · ") + reason;
            box({urgent ? colour::kPeach : colour::kSun, colour::kInk}, finding.title + ".",
                because, urgent ? ui::Role::alert : ui::Role::status);
        }
    }

    void columns() {
        y_ += ui_.px(4);
        const float gap = ui_.px(28), column = std::floor((width_ - gap) / 2);
        const float top = y_, left = x_, whole = width_;
        width_ = column;
        answers();
        const float left_end = y_;
        x_ = left + column + gap;
        y_ = top;
        own_words();
        questions();
        list("request.topics", opened().topics);
        note();
        history();
        y_ = std::max(left_end, y_);
        x_ = left;
        width_ = whole;
    }

    void answers() {
        if (opened().answers.empty()) {
            y_ += caption(ui_, x_, y_, width_, ui_.tr("request.answers"));
            y_ += ui_.px(12);
            y_ += ui_.text(x_, y_, width_, ui_.tr("request.no-answers"),
                           in(type::kBody, colour::kSoftInk)) +
                  ui_.px(20);
        } else {
            y_ += caption(ui_, x_, y_, width_, ui_.tr("request.answers"));
            for (const consult::OpenedAnswer& answer : opened().answers) answer_row(answer);
            y_ += ui_.px(16);
        }
        consent();
    }

    void answer_row(const consult::OpenedAnswer& answer) {
        std::string value;
        for (const std::string& each : answer.values) value += (value.empty() ? "" : ", ") + each;
        if (answer.declined) value = ui_.tr("request.declined");
        const float pad = ui_.px(12), gap = ui_.px(16);
        const auto& natural = shape_own(ui_, value, type::kStrong, 0);
        const float value_w = std::min(std::ceil(natural.width()), width_ * 0.5F);
        const auto& right = shape_own(ui_, value, type::kStrong, value_w, text::Align::end);
        const float question_w = width_ - value_w - gap;
        const auto question_style = in(type::kBody, colour::kSoftInk);
        const auto& left = shape_own(ui_, answer.question, question_style, question_w);
        const float height = std::max(left.height(), right.height());
        ui_.canvas().paragraph(left, x_, y_ + pad, question_w);
        ui_.canvas().paragraph(right, x_ + width_ - value_w, y_ + pad, value_w);
        ui_.node({ui::Role::row,
                  answer.question,
                  value,
                  ui::kNoState,
                  ui::kNoAction,
                  {x_, y_, width_, height + 2 * pad}});
        y_ += height + 2 * pad;
        rule(ui_, x_, y_, width_);
        y_ += ui_.px(1);
    }

    void consent() {
        const std::string words =
            ui_.tr("request.consent", {{"version", opened().consent_version}});
        y_ += ui_.text(x_, y_, width_, words, type::kFine) + ui_.px(4);
        y_ += own_text(ui_, x_, y_, width_, opened().consent_text, type::kFine) + ui_.px(12);
    }

    void own_words() {
        if (opened().own_words.empty()) return;
        y_ += caption(ui_, x_, y_, width_, ui_.tr("request.own-words")) + ui_.px(12);
        y_ += own_text(ui_, x_, y_, width_, opened().own_words, type::kBody) + ui_.px(20);
    }

    void questions() { list("request.questions", opened().questions); }

    void list(const char* key, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        y_ += caption(ui_, x_, y_, width_, ui_.tr(key));
        for (const std::string& line : lines) {
            y_ += ui_.px(11);
            y_ += own_text(ui_, x_, y_, width_, line, type::kBody, ui::Role::listitem) + ui_.px(11);
            rule(ui_, x_, y_, width_);
            y_ += ui_.px(1);
        }
        y_ += ui_.px(20);
    }

    void note() {
        y_ += ui_.text(x_, y_, width_, ui_.tr("note.title"), type::kCaption, ui::Role::heading) +
              ui_.px(8);
        const std::string label = ui_.tr("note.title"), hint = ui_.tr("note.hint");
        FieldSpec field{label, "note", hint, &state_.inbox.note};
        field.lines = ui::Lines::many;
        const base::Rect rect{x_, y_, width_, ui_.px(104)};
        for (ui::Edit& edit : edit_field(ui_, rect, field))
            intents_.emplace_back(EditField{Field::note, std::move(edit)});
        y_ = rect.bottom() + ui_.px(10);
        if (ui_.has_focus("note")) save_by_key();
        if (!state_.inbox.note.text.empty()) {
            const std::string save = ui_.tr("note.save");
            ButtonSpec spec{save, "save-note", ButtonLook::outline};
            spec.disabled = state_.inbox.saving;
            if (button(ui_, {x_, y_, button_width(ui_, spec), button_height(ui_)}, spec))
                intents_.emplace_back(SaveNote{});
            y_ += button_height(ui_) + ui_.px(10);
        }
        y_ += ui_.px(12);
    }

    void save_by_key() {
        for (const platform::Event& event : ui_.keys())
            if (event.kind == platform::EventKind::key && event.key == platform::Key::enter &&
                event.control)
                intents_.emplace_back(SaveNote{});
    }

    void history() {
        const auto& history = state_.inbox.history;
        if (!history || history->id != entry_.row.request.id || history->items.empty()) return;
        y_ += caption(ui_, x_, y_, width_, ui_.tr("history.title")) + ui_.px(10);
        for (auto item = history->items.rbegin(); item != history->items.rend(); ++item)
            history_row(*item);
    }

    void history_row(const HistoryItem& item) {
        std::string what = item.by + " · " + moment(base::seconds_of(item.at).value_or(0));
        if (item.kind == consult::ChangeKind::progress)
            what += " · " + ui_.tr(std::string("navigation.") + name_of(page_of(item.to)));
        if (item.kind == consult::ChangeKind::purge) what += " · " + ui_.tr("history.purged");
        y_ += ui_.text(x_, y_, width_, what, type::kFine, ui::Role::listitem) + ui_.px(2);
        if (item.kind == consult::ChangeKind::note)
            y_ += own_text(ui_, x_, y_, width_, item.sealed ? ui_.tr("history.sealed") : item.note,
                           type::kBody);
        y_ += ui_.px(12);
    }

    const State& state_;
    Ui& ui_;
    Intents& intents_;
    const EntryPtr kept_;
    const Entry& entry_;
    float x_ = 0, y_ = 0, width_ = 0;
};

void draw_none(const State& state, Ui& ui, const base::Rect& area) {
    const float width = std::min(area.w - ui.px(64), ui.px(420));
    const float x = area.x + (area.w - width) / 2;
    float y = area.y + area.h * 0.36F;
    const bool empty = state.inbox.shown.empty();
    y += ui.text(x, y, width, ui.tr(empty ? "detail.nothing" : "detail.choose"), type::kTitle,
                 ui::Role::heading, text::Align::centre) +
         ui.px(8);
    ui.text(x, y, width, ui.tr("detail.keys"), type::kLead, ui::Role::paragraph,
            text::Align::centre);
}

}  // namespace

void draw_request(const State& state, Ui& ui, Intents& intents, const base::Rect& area) {
    EntryPtr entry = state.inbox.opened();
    if (!entry) return draw_none(state, ui, area);
    RequestPage(state, ui, intents, std::move(entry)).draw(area);
}

}  // namespace candor::desk
