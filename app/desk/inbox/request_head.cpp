#include <algorithm>
#include <cmath>

#include "base/instant.h"
#include "desk/inbox/inbox_page.h"
#include "desk/shell/moments.h"
#include "desk/shell/own_direction.h"
#include "desk/shell/wording.h"

namespace candor::desk {
namespace {

using consult::Progress;
using ui::Ui;

/// Who asks, how they are reached, and what can be done.
class RequestHead {
  public:
    RequestHead(const Drawing& at, const Entry& entry) : at_(at), ui_(at.ui), entry_(entry) {}

    void draw(ui::Flow& flow) {
        head(flow);
        buttons(flow);
    }

  private:
    const ui::Strings& strings() const { return ui_.strings(); }
    const consult::OpenedRequest& opened() const { return entry_.opened; }

    /// Badges at the end of the first line; returns the width that they leave.
    float badges(ui::Flow& flow) {
        const std::string reference = reference_of(strings(), entry_);
        const std::string progress =
            ui_.tr(std::string("navigation.") + name_of(page_of(entry_.row.progress)));
        float right = flow.x() + flow.width();
        const bool elsewhere = entry_.row.progress != progress_of(at_.state.page);
        for (const Badge& each : {Badge{reference, Tone::grey}, Badge{progress, Tone::mint}}) {
            if (each.tone == Tone::mint && !elsewhere) continue;
            right -= badge_width(ui_, each.label);
            badge(ui_, right, flow.y() + ui_.px(6), each.label, each.tone);
            right -= ui_.px(8);
        }
        return right - flow.x() - ui_.px(8);
    }

    void head(ui::Flow& flow) {
        const float room = badges(flow);
        flow.inset(0, flow.width() - room, [this](ui::Flow& title) {
            own_text(title, title_of(strings(), entry_), type::kHeadline, ui::Role::heading);
        });
        flow.gap(4);
        phone(flow);
        flow.text(contact_line(), type::kLead);
        flow.gap(4);
        // Its line is kept free: the history comes later, and no button may move under a hand.
        if (const std::string done = done_line(); !done.empty())
            own_text(flow, done, type::kStrong, ui::Role::status);
        else
            flow.take(ui_.shape("0", type::kStrong).height());
        flow.gap(16);
    }

    /// "Appointment: 3 December, 10:30 · 2 tries without an answer · 10:30 · Called · Ada".
    std::string done_line() const {
        const auto& history = at_.inbox().history;
        if (!history || history->id != entry_.row.request.id) return {};
        const Done done = done_of(*history);
        std::vector<std::string> parts;
        if (done.appointment != nullptr)
            parts.push_back(ui_.tr("history.appointment", {{"when", done.appointment->note}}));
        if (done.tries > 0)
            parts.push_back(strings().plural("history.tries", done.tries) + " · " +
                            when(*done.last_try));
        if (done.step != nullptr && done.step->to != Progress::fresh)
            parts.push_back(ui_.tr(std::string("navigation.") + name_of(page_of(done.step->to))) +
                            " · " + done.step->by + " · " + when(*done.step));
        std::string line;
        for (const std::string& part : parts) line += (line.empty() ? "" : " · ") + part;
        return line;
    }

    std::string when(const HistoryItem& item) const {
        return moment_of(at_, base::seconds_of(item.at).value_or(0));
    }

    /// The number, and a button that copies it.
    void phone(ui::Flow& flow) {
        if (opened().phone.empty()) return;
        const bool copied = at_.inbox().copied == entry_.row.request.id;
        const std::string label = ui_.tr(copied ? "request.copied" : "request.copy-phone");
        const std::string number = strings().left_to_right(opened().phone);
        const ButtonSpec spec{label, "copy-phone"};
        const float button_w = button_width(ui_, spec), gap = ui_.px(14);
        const base::Rect row = flow.take(button_height(ui_));
        const float room = row.w - button_w - gap;
        const auto& words = ui_.shape(number, type::kTitle, room, text::Align::start, 1);
        const base::Rect rect{row.x, row.y + (row.h - words.height()) / 2,
                              std::min(std::ceil(words.width()), room), words.height()};
        ui_.canvas().paragraph(words, rect.x, rect.y, room);  // in the room it was shaped for
        ui_.node({ui::Role::paragraph, number, {}, ui::kNoState, ui::kNoAction, rect});
        if (button(ui_, {rect.right() + gap, row.y, button_w, row.h}, spec)) at_.emit(CopyPhone{});
        flow.gap(4);
    }

    /// "e-mail · best in the afternoon · Türkçe · 18 min ago".
    std::string contact_line() const {
        std::string line;
        const auto add = [&line](const std::string& part) {
            if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
        };
        add(strings().left_to_right(opened().email));
        if (entry_.problem == Problem::none) {
            add(ui_.tr(std::string("best.") + best_time_key()));
            add(language_of(strings(), opened().language));
        }
        add(entry_.row.kiosk);
        add(moment_of(at_, entry_.created_s, entry_.known));
        return line;
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

    void buttons(ui::Flow& flow) {
        const bool still = at_.inbox().saving || at_.inbox().conflict;
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
                row.push_back({spec, [this, next = to[i]] { at_.emit(SetProgress{next}); }});
            }
        }
        if (entry_.problem == Problem::none) {
            ButtonSpec spec{labels.back(), "print"};
            spec.disabled = at_.inbox().is_being_printed(entry_.row.request.id);
            row.push_back({spec, [this] { at_.emit(PrintRequest{}); }});
        }
        const std::string send = ui_.tr("request.send");
        if (entry_.problem == Problem::none && !at_.state.record.empty()) {
            ButtonSpec spec{send, "send"};
            spec.disabled = at_.inbox().is_being_sent(entry_.row.request.id);
            row.push_back({spec, [this] { at_.emit(SendToRecord{}); }});
        }
        if (row.empty()) return;
        button_row(flow, row);
        flow.gap(20);
    }

    const Drawing& at_;
    Ui& ui_;
    const Entry& entry_;
};

}  // namespace

std::string moment_of(const Drawing& at, std::int64_t seconds, Known known) {
    return at.strings().left_to_right(moment_words(seconds, at.state.now_s, known));
}

void draw_request_head(const Drawing& at, ui::Flow& flow, const Entry& entry) {
    RequestHead(at, entry).draw(flow);
}

}  // namespace candor::desk
