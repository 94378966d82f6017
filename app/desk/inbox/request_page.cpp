#include <algorithm>
#include <cmath>

#include "base/instant.h"
#include "consult/keys/demonstration_keys.h"
#include "desk/inbox/inbox_page.h"
#include "desk/inbox/staff_words.h"
#include "desk/inbox/value_lines.h"
#include "desk/shell/moments.h"
#include "desk/shell/own_direction.h"
#include "desk/shell/wording.h"
#include "text/direction.h"

namespace candor::desk {
namespace {

using consult::Progress;
using ui::Colour;
using ui::Ui;

struct BoxLook {
    ui::Colour ground, ink;
};

/// The open request: one column of what to do, then two of what was sent.
class RequestPage {
  public:
    RequestPage(const Drawing& at, EntryPtr entry)
        : at_(at), ui_(at.ui), kept_(std::move(entry)), entry_(*kept_) {}

    void draw(const base::Rect& area) {
        const float pad = ui_.px(32);
        ui::scroll(ui_, {"detail", area, area.x + pad, area.w - 2 * pad, 32},
                   [this](ui::Flow& flow) {
                       flow.gap(28);
                       draw_request_head(at_, flow, entry_);
                       notices(flow);
                       if (entry_.problem != Problem::none) return;
                       findings(flow);
                       columns(flow);
                   });
    }

  private:
    const ui::Strings& strings() const { return ui_.strings(); }
    const consult::OpenedRequest& opened() const { return entry_.opened; }

    /// What went wrong or came between, before anything else.
    void notices(ui::Flow& flow) {
        const InboxView& inbox = at_.inbox();
        if (inbox.unreachable)
            box(flow, {Colour::sun, Colour::ink}, ui_.tr("notice.unreachable"), {},
                ui::Role::alert);
        if (inbox.conflict) conflict(flow, *inbox.conflict);
        if (!inbox.problem.empty())
            box(flow, {Colour::peach, Colour::ink}, ui_.tr("notice.not-saved"),
                ui_.tr(inbox.problem), ui::Role::alert);
        printing(flow);
        sending(flow);
        if (entry_.problem == Problem::damaged)
            box(flow, {Colour::peach, Colour::ink}, ui_.tr("row.damaged"), ui_.tr("notice.damaged"),
                ui::Role::alert);
        if (entry_.problem == Problem::not_readable)
            box(flow, {Colour::peach, Colour::ink}, ui_.tr("row.not-readable"),
                ui_.tr("notice.not-readable"), ui::Role::alert);
        if (entry_.problem == Problem::not_its_row)
            box(flow, {Colour::peach, Colour::ink}, ui_.tr("row.not-its-row"), why_not_its_row(),
                ui::Role::alert);
        if (entry_.problem == Problem::other_key) other_key(flow);
    }

    void other_key(ui::Flow& flow) {
        const std::string& fingerprint = entry_.row.request.key_fingerprint;
        const bool trial = consult::is_demonstration(fingerprint);
        box(flow, {Colour::sun, Colour::ink}, title_of(ui_.strings(), entry_),
            ui_.tr(trial ? "notice.demonstration" : "notice.other-key",
                   {{"fingerprint", fingerprint}}),
            ui::Role::alert);
    }

    std::string why_not_its_row() const {
        const EntryPtr owner = at_.inbox().requests->find(entry_.id_inside);
        if (!owner || owner.get() == &entry_) return ui_.tr("notice.not-its-row");
        return ui_.tr("notice.copied", {{"reference", reference_of(strings(), *owner)}});
    }

    void conflict(ui::Flow& flow, const ChangedMeanwhile& other) {
        const auto name = [this](Progress progress) {
            return ui_.tr(std::string("navigation.") + name_of(page_of(progress)));
        };
        const std::string what = ui_.tr(
            "conflict.text", {{"who", other.by},
                              {"when", moment_of(at_, base::seconds_of(other.at).value_or(0))},
                              {"now", name(other.now)},
                              {"wanted", name(other.wanted)}});
        box(flow, {Colour::sun, Colour::ink}, ui_.tr("conflict.title"), what, ui::Role::alert);
        const std::string label = ui_.tr("conflict.look");
        flow.gap(-6);
        if (button(flow, {label, "look-again", ButtonLook::outline})) at_.emit(LookAgain{});
        flow.gap(16);
    }

    void printing(ui::Flow& flow) {
        const auto found = at_.inbox().printings.find(entry_.row.request.id);
        if (found == at_.inbox().printings.end()) return;
        switch (found->second) {
            case Printing::under_way:
                return box(flow, {Colour::sky, Colour::ink}, ui_.tr("print.under-way"), {},
                           ui::Role::status);
            case Printing::done:
                return box(flow, {Colour::mint, Colour::ink}, ui_.tr("print.done"), {},
                           ui::Role::status);
            case Printing::no_program:
                return box(flow, {Colour::sun, Colour::ink}, ui_.tr("print.no-printer"), {},
                           ui::Role::alert);
            case Printing::no_printer:
            case Printing::printer_off:
            case Printing::paper_out:
            case Printing::blocked:
            case Printing::failed:
                return box(flow, {Colour::peach, Colour::ink}, ui_.tr("print.failed"), {},
                           ui::Role::alert);
        }
    }

    void sending(ui::Flow& flow) {
        const auto found = at_.inbox().sendings.find(entry_.row.request.id);
        if (found == at_.inbox().sendings.end()) return;
        const SendingWords words = words_of(strings(), *found->second);
        switch (found->second->stage) {
            case Sending::Stage::under_way:
                return box(flow, {Colour::sky, Colour::ink}, words.strong, words.rest,
                           ui::Role::status);
            case Sending::Stage::accepted:
                return box(flow, {Colour::mint, Colour::ink}, words.strong, words.rest,
                           ui::Role::status);
            case Sending::Stage::failed:
            case Sending::Stage::not_opened:
                return box(flow, {Colour::peach, Colour::ink}, words.strong, words.rest,
                           ui::Role::alert);
        }
    }

    void box(ui::Flow& flow, BoxLook look, const std::string& strong, const std::string& rest,
             ui::Role role) {
        const float pad = ui_.px(16), room = flow.width() - 2 * pad;
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
        const base::Rect rect = flow.take(words.height() + ui_.px(24));
        ui_.canvas().rounded(rect, ui_.px(12), look.ground);
        ui_.canvas().paragraph(words, rect.x + pad, rect.y + ui_.px(12), room);
        ui_.node({role,
                  rest.empty() ? strong : strong + " " + rest,
                  {},
                  ui::kNoState,
                  ui::kNoAction,
                  rect});
        flow.gap(12);
    }

    /// Red flags and what the doctor must know come first, with the answers that caused them.
    void findings(ui::Flow& flow) {
        for (const consult::RequestFinding& finding : opened().findings) {
            const bool urgent = finding.level == "urgent";
            if (!urgent && finding.level != "tell-the-doctor") continue;
            const consult::StaffText because = beside_each_other(finding.because, " · ");
            box(flow, {urgent ? Colour::peach : Colour::sun, Colour::ink}, finding.title.text + ".",
                because.text, urgent ? ui::Role::alert : ui::Role::status);
            original(flow, as_read(finding.title, because));
        }
    }

    /// What the person read, below what staff read; nothing where it is the same.
    void original(ui::Flow& flow, const std::string& words) {
        if (words.empty()) return;
        own_text(flow, words, type::kFine);
        flow.gap(12);
    }

    void columns(ui::Flow& flow) {
        flow.gap(4);
        flow.row(2, 28, [this](ui::Flow& column, std::size_t i) {
            if (i == 0) {
                answers(column);
                consent(column);
                return;
            }
            note(column);
            history(column);
            own_words(column);
            list(column, "request.questions", opened().questions);
            list(column, "request.values", value_lines(strings(), opened()));
            list(column, "request.topics", opened().topics);
        });
    }

    void answers(ui::Flow& flow) {
        caption(flow, ui_.tr("request.answers"));
        if (opened().answers.empty()) {
            flow.gap(12);
            flow.text(ui_.tr("request.no-answers"), in(type::kBody, Colour::soft_ink));
            return flow.gap(20);
        }
        for (const consult::OpenedAnswer& answer : opened().answers) answer_row(flow, answer);
        flow.gap(16);
    }

    void answer_row(ui::Flow& flow, const consult::OpenedAnswer& answer) {
        const consult::StaffText question = consult::whole_question(answer);
        const consult::StaffText answered = value_of(strings(), answer);
        const std::string& value = answered.text;
        const float pad = ui_.px(12);
        const auto& natural = shape_own(ui_, value, type::kStrong, 0);
        const float value_w = std::min(std::ceil(natural.width()), flow.width() * 0.5F);
        const auto& right = shape_own(ui_, value, type::kStrong, value_w, text::Align::end);
        const float question_w = flow.width() - value_w - ui_.px(16);
        const auto question_style = in(type::kBody, Colour::soft_ink);
        const auto& left = shape_own(ui_, question.text, question_style, question_w);
        const base::Rect row = flow.take(std::max(left.height(), right.height()) + 2 * pad);
        ui_.canvas().paragraph(left, row.x, row.y + pad, question_w);
        ui_.canvas().paragraph(right, row.right() - value_w, row.y + pad, value_w);
        ui_.node({ui::Role::row, question.text, value, ui::kNoState, ui::kNoAction, row});
        original(flow, as_read(question, answered));
        rule(flow);
    }

    void consent(ui::Flow& flow) {
        flow.text(ui_.tr("request.consent", {{"version", opened().consent_version}}), type::kFine);
        flow.gap(4);
        own_text(flow, opened().consent_text, type::kFine);
        flow.gap(12);
    }

    void own_words(ui::Flow& flow) {
        if (opened().own_words.empty()) return;
        caption(flow, ui_.tr("request.own-words"));
        flow.gap(12);
        own_text(flow, opened().own_words, type::kBody);
        flow.gap(20);
    }

    void list(ui::Flow& flow, const char* key, const std::vector<consult::StaffText>& lines) {
        if (lines.empty()) return;
        caption(flow, ui_.tr(key));
        for (const consult::StaffText& line : lines) {
            flow.gap(11);
            own_text(flow, line.text, type::kBody, ui::Role::listitem);
            if (!line.original.empty()) own_text(flow, line.original, type::kFine);
            flow.gap(11);
            rule(flow);
        }
        flow.gap(20);
    }

    void note(ui::Flow& flow) {
        flow.heading(ui_.tr("note.title"), type::kCaption);
        flow.gap(8);
        const std::string label = ui_.tr("note.title"), hint = ui_.tr("note.hint");
        FieldSpec field{label, "note", hint, &at_.inbox().note};
        field.lines = ui::Lines::many;
        draw_field(at_, flow.take(ui_.px(104)), Field::note, field);
        flow.gap(10);
        if (at_.inbox().note.full) {
            flow.text(ui_.tr("note.full"), in(type::kBody, Colour::brown), ui::Role::alert);
            flow.gap(10);
        }
        if (ui_.focus().has("note")) save_by_key();
        note_buttons(flow);
        if (at_.inbox().noted == entry_.row.request.id && at_.inbox().note.text.empty()) {
            flow.gap(10);
            flow.text(ui_.tr("note.saved"), type::kBody, ui::Role::status);
        }
        flow.gap(22);
    }

    /// That nobody answered is noted by one touch; a note waits until there is one.
    void note_buttons(ui::Flow& flow) {
        const std::string save = ui_.tr("note.save"), appointment = ui_.tr("note.appointment"),
                          no_answer = ui_.tr("note.no-answer");
        std::vector<RowButton> row;
        const auto add = [&](const ButtonSpec& button, consult::NoteKind kind) {
            ButtonSpec spec = button;
            spec.disabled = at_.inbox().saving;
            row.push_back({spec, [this, kind] { at_.emit(SaveNote{kind}); }});
        };
        if (!at_.inbox().note.text.empty()) {
            add({save, "save-note", ButtonLook::outline}, consult::NoteKind::words);
            add({appointment, "save-appointment", ButtonLook::quiet},
                consult::NoteKind::appointment);
        }
        add({no_answer, "no-answer", ButtonLook::quiet}, consult::NoteKind::no_answer);
        button_row(flow, row);
    }

    void save_by_key() {
        for (const platform::Event& event : ui_.keys())
            if (event.kind == platform::EventKind::key && event.key == platform::Key::enter &&
                event.control)
                at_.emit(SaveNote{});
    }

    void history(ui::Flow& flow) {
        const auto& history = at_.inbox().history;
        if (!history || history->id != entry_.row.request.id || history->items.empty()) return;
        caption(flow, ui_.tr("history.title"));
        flow.gap(10);
        for (auto item = history->items.rbegin(); item != history->items.rend(); ++item)
            history_row(flow, *item);
        flow.gap(8);
    }

    void history_row(ui::Flow& flow, const HistoryItem& item) {
        std::string what = item.by + " · " + moment_of(at_, base::seconds_of(item.at).value_or(0));
        if (item.kind == consult::ChangeKind::progress)
            what += " · " + ui_.tr(std::string("navigation.") + name_of(page_of(item.to)));
        if (item.kind == consult::ChangeKind::purge) what += " · " + ui_.tr("history.purged");
        flow.text(what, type::kFine, ui::Role::listitem);
        flow.gap(2);
        if (item.kind == consult::ChangeKind::note) own_text(flow, note_words(item), type::kBody);
        flow.gap(12);
    }

    std::string note_words(const HistoryItem& item) const {
        if (item.sealed) return ui_.tr("history.sealed");
        if (item.note_kind == consult::NoteKind::appointment)
            return ui_.tr("history.appointment", {{"when", item.note}});
        if (item.note_kind == consult::NoteKind::words) return item.note;
        return ui_.tr("note.no-answer") + (item.note.empty() ? "" : " · " + item.note);
    }

    const Drawing& at_;
    Ui& ui_;
    const EntryPtr kept_;
    const Entry& entry_;
};

void draw_none(const Drawing& at, const base::Rect& area) {
    Ui& ui = at.ui;
    const float width = std::min(area.w - ui.px(64), ui.px(420));
    ui::Flow flow(ui, area.x + (area.w - width) / 2, area.y + area.h * 0.36F, width);
    const bool empty = at.inbox().shown.empty();
    flow.heading(ui.tr(empty ? "detail.nothing" : "detail.choose"), type::kTitle,
                 text::Align::centre);
    flow.gap(8);
    flow.text(ui.tr("detail.keys"), type::kLead, ui::Role::paragraph, text::Align::centre);
}

}  // namespace

void draw_request(const Drawing& at, const base::Rect& area) {
    EntryPtr entry = at.inbox().opened();
    if (!entry) return draw_none(at, area);
    RequestPage(at, std::move(entry)).draw(area);
}

}  // namespace candor::desk
