#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "desk/shell/chips.h"
#include "desk/shell/own_direction.h"
#include "desk/shell/pages.h"
#include "desk/shell/widgets.h"
#include "text/direction.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using ui::Colour;
using ui::Ui;

constexpr float kWidth = 760, kMostHeight = 700;

/// The end of a path, which tells more than its beginning, as far as there is room.
std::string end_of_path(Ui& ui, const std::string& path, const ui::Type& type, float room) {
    const auto fits = [&](const std::string& words) {
        return shape_path(ui, words, type, 0).width() <= room;
    };
    std::string end = path;
    for (std::size_t cut = 0; !fits(end);) {
        cut = path.find('/', cut + 1);
        if (cut == std::string::npos) break;  // one name is too wide: its own end is cut off
        end = "…" + path.substr(cut);
    }
    return end;
}

/// A folder's glyph, with its tab, or a sheet of paper.
void draw_glyph(Ui& ui, const base::Rect& box, Listed kind) {
    ui::Canvas& canvas = ui.canvas();
    if (kind == Listed::folder) {
        canvas.rounded({box.x, box.y + box.h * 0.12F, box.w * 0.5F, box.h * 0.4F}, ui.px(3),
                       Colour::teal);
        canvas.rounded({box.x, box.y + box.h * 0.26F, box.w, box.h * 0.62F}, ui.px(3),
                       Colour::teal);
        return;
    }
    const base::Rect sheet{box.x + box.w * 0.18F, box.y, box.w * 0.64F, box.h};
    canvas.ring(sheet, ui.px(2), std::max(1.0F, ui.px(1.5F)), Colour::soft_ink);
}

const char* name_of(Listed kind) {
    switch (kind) {
        case Listed::folder:
            return "picker.is-folder";
        case Listed::file:
            return "picker.is-file";
        case Listed::other:
            break;
    }
    return "picker.is-other";
}

class PickerCard {
  public:
    explicit PickerCard(const Drawing& at) : at_(at), ui_(at.ui), it_(*at.state.picker) {}

    void draw() {
        const base::Rect inside = card();
        ui::Flow head(ui_, inside.x, inside.y, inside.w);
        draw_head(head);
        head.gap(10);
        ui::Flow measured(ui_, inside.x, 0, inside.w);
        ui_.measure([&] { draw_foot(measured); });
        const float foot = inside.bottom() - std::ceil(measured.height());
        const float top = std::round(head.y());
        list({inside.x, top, inside.w, std::round(foot - ui_.px(14) - top)});
        ui::Flow below(ui_, inside.x, foot, inside.w);
        draw_foot(below);
    }

  private:
    /// The dimmed page and the card; what is left inside it.
    base::Rect card() {
        const auto screen_w = static_cast<float>(ui_.theme().width());
        const auto screen_h = static_cast<float>(ui_.theme().height());
        const float pad = ui_.px(28), width = std::min(ui_.px(kWidth), screen_w - ui_.px(80));
        const float height = std::min(ui_.px(kMostHeight), screen_h - ui_.px(40));
        const base::Rect card{std::round((screen_w - width) / 2),
                              std::round((screen_h - height) / 2), width, height};
        const std::string title = title_words();
        ui_.begin_modal("picker");
        ui_.canvas().fill({0, 0, screen_w, screen_h}, Colour::scrim);
        ui_.canvas().shadow(card, ui_.px(20), ui_.px(40), ui_.px(10), Colour::shadow_dialog);
        ui_.canvas().rounded(card, ui_.px(20), Colour::card);
        ui_.node({ui::Role::dialog, title, {}, ui::kNoState, ui::kNoAction, card});
        return card.inset(pad);
    }

    std::string title_words() const {
        return ui_.tr(it_.wanted == Listed::folder ? "picker.folder" : "picker.file");
    }

    void draw_head(ui::Flow& flow) {
        flow.heading(title_words(), type::kTitle);
        flow.gap(10);
        places(flow);
        flow.gap(10);
        const std::string path =
            it_.listing ? shown_name(it_.listing->folder.string()) : ui_.tr("picker.reading");
        const auto& words =
            it_.listing ? shape_in(ui_, text::Direction::left_to_right,
                                   end_of_path(ui_, path, type::kStrong, flow.width()),
                                   type::kStrong, flow.width(), text::Align::start, 1)
                        : ui_.shape(path, type::kStrong, flow.width(), text::Align::start, 1);
        registered(flow, words, path, ui::Role::status);
    }

    /// Up, home, and the sticks.
    void places(ui::Flow& flow) {
        ChipRow row(flow);
        if (row.add({ui_.tr("picker.up"), "picker-up", false, ChipLook::outlined}))
            at_.emit(PickerIntent{PickerUp{}});
        const fs::path here = it_.listing ? it_.listing->folder : fs::path{};
        const auto place = [&](const std::string& label, const std::string& key,
                               const fs::path& folder) {
            if (row.add({label, key, here == folder, ChipLook::outlined}))
                at_.emit(PickerIntent{PickerGoTo{folder}});
        };
        if (!at_.state.home.empty()) place(ui_.tr("picker.home"), "picker-home", at_.state.home);
        if (!it_.listing) return;
        for (const fs::path& stick : it_.listing->sticks)
            place(stick_label(stick), "stick " + stick.string(), stick);
    }

    static std::string stick_label(const fs::path& stick) {
        constexpr std::size_t kMostBytes = 32;
        const std::string name = shown_name(stick.filename().string());
        const std::string_view start = base::letters_within(name, kMostBytes);
        return std::string(start) + (start.size() < name.size() ? "…" : "");
    }

    void list(const base::Rect& box) {
        panel(ui_, box, Colour::list);
        // Within the panel's round corners.
        const float side = ui_.px(4), above = ui_.px(6);
        const base::Rect view{box.x + side, box.y + above, box.w - 2 * side, box.h - 2 * above};
        take_keys(view);
        if (!it_.listing) return;
        if (it_.listing->fault || it_.shown.empty()) return nothing(view);
        ui_.node({ui::Role::list, shown_name(it_.listing->folder.filename().string()),
                  std::to_string(it_.shown.size()), ui::kNoState, ui::kNoAction, view});
        const float height = picker_row_height(ui_), top = ui_.begin_scroll("picked", view);
        const auto row_at = [&](float y) {
            return static_cast<std::size_t>(std::max(0.0F, (y - top) / height));
        };
        const std::size_t first = row_at(view.y);
        const std::size_t end = std::min(it_.shown.size(), row_at(view.bottom()) + 1);
        const bool in_sight = it_.selected >= first && it_.selected < end;
        for (std::size_t i = first; i < end; ++i)
            row({view.x, top + static_cast<float>(i) * height, view.w, height}, i,
                in_sight ? i == it_.selected : i == first);
        ui_.end_scroll(static_cast<float>(it_.shown.size()) * height);
    }

    void row(const base::Rect& rect, std::size_t index, bool tab_stop) {
        const ListedEntry& entry = *it_.row(index);
        const bool selected = index == it_.selected;
        ui::Node node{ui::Role::listitem,
                      entry.shown,
                      ui_.tr(name_of(entry.kind)),
                      selected ? ui::kSelected : ui::kNoState,
                      ui::kPress,
                      rect};
        node.tab_stop = tab_stop;
        const ui::Touched touched = ui_.touchable(std::move(node), key_of_row(index));
        // A click selects and the next one opens; by key, and by a screen reader, one is enough.
        const bool by_key = selected && !ui_.focus().ringed().empty();
        if (touched.tapped)
            at_.emit(by_key || (selected && it_.pointed) ? PickerIntent{PickerOpen{}}
                                                         : PickerIntent{PickerSelect{index}});
        ui::Canvas& canvas = ui_.canvas();
        if (selected || touched.hovered || touched.pressed)
            canvas.fill(rect, selected ? Colour::mint : Colour::card);
        const float glyph = ui_.px(18), pad = ui_.px(14);
        draw_glyph(ui_, {rect.x + pad, rect.y + (rect.h - glyph) / 2, glyph, glyph}, entry.kind);
        const float x = rect.x + pad + glyph + ui_.px(12), room = rect.right() - pad - x;
        const ui::Type look = in(type::kBody, it_.is_meant(entry) ? Colour::ink : Colour::soft_ink);
        const auto& words = shape_in(ui_, text::first_strong_direction(entry.shown), entry.shown,
                                     look, room, text::Align::start, 1);
        canvas.push_clip(rect);  // marks may be heaped up on a letter
        canvas.paragraph(words, x, rect.y + (rect.h - words.height()) / 2, room);
        canvas.pop_clip();
    }

    /// Why there is no list.
    void nothing(const base::Rect& view) {
        const FolderListing& listing = *it_.listing;
        const auto hidden = static_cast<int>(listing.entries.size());
        const std::string words = listing.fault == base::FaultKind::not_found
                                      ? ui_.tr("picker.gone")
                                  : listing.fault ? ui_.tr("picker.unreadable")
                                  : hidden == 0   ? ui_.tr("picker.empty")
                                                  : ui_.strings().plural("picker.hidden", hidden);
        ui_.text(view.x + ui_.px(16), view.y + ui_.px(16), view.w - ui_.px(32), words,
                 in(type::kLead, listing.fault ? Colour::brown : Colour::soft_ink),
                 listing.fault ? ui::Role::alert : ui::Role::status);
    }

    void take_keys(const base::Rect& view) {
        const int page = std::max(1, static_cast<int>(view.h / picker_row_height(ui_)) - 1);
        const auto all = static_cast<int>(it_.shown.size());
        for (const platform::Event& event : ui_.keys()) {
            if (event.kind == platform::EventKind::text && event.text != " ")
                at_.emit(PickerIntent{PickerJump{event.text}});
            if (event.kind != platform::EventKind::key) continue;
            const int by = rows_by(event.key, page, all);
            if (by != 0) at_.emit(PickerIntent{PickerMove{by}});
            if (event.key == platform::Key::backspace) at_.emit(PickerIntent{PickerUp{}});
        }
    }

    void draw_foot(ui::Flow& flow) {
        if (!it_.problem.empty()) {
            flow.text(ui_.tr(it_.problem), in(type::kBody, Colour::brown), ui::Role::alert);
            flow.gap(10);
        }
        const std::string choose =
            ui_.tr(it_.wanted == Listed::folder ? "picker.choose-folder" : "picker.choose-file");
        const std::string open = ui_.tr("packs.folder"), cancel = ui_.tr("work.cancel"),
                          all = ui_.tr("picker.everything");
        const ListedEntry* entry = it_.selected_entry();
        const bool no_folder = entry == nullptr || entry->kind != Listed::folder;
        const auto emit = [this](const PickerIntent& intent) {
            return [this, intent] { at_.emit(intent); };
        };
        button_row(flow,
                   {{{choose, "picker-choose", ButtonLook::primary, {}, it_.choice().empty()},
                     emit(PickerChoose{})},
                    {{open, "picker-open", ButtonLook::quiet, {}, no_folder}, emit(PickerOpen{})},
                    {{cancel, "picker-cancel"}, emit(ClosePicker{})},
                    {{all, "picker-all", ButtonLook::quiet, {}, false, it_.everything},
                     emit(PickerEverything{})}});
    }

    const Drawing& at_;
    Ui& ui_;
    const FilePicker& it_;
};

}  // namespace

float picker_row_height(const Ui& ui) { return ui.px(40); }

void draw_file_picker(const Drawing& at) { PickerCard(at).draw(); }

}  // namespace candor::desk
