#include <algorithm>
#include <utility>

#include "desk/shell/apply.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPackage = ".candorpack";

std::optional<FilePicker> picker_for(Field field) {
    FilePicker picker;
    picker.field = field;
    switch (field) {
        case Field::pack_path:
        case Field::put_place:
        case Field::signed_package:
            return picker;
        case Field::put_package:
            picker.ending = kPackage;
            [[fallthrough]];
        case Field::signer_key:
            picker.wanted = Listed::file;
            return picker;
        default:
            return std::nullopt;
    }
}

/// Carried out while the picker is open, but for OpenPicker.
struct ApplyPicker {
    State& state;
    Services& services;

    FilePicker& picker() const { return *state.picker; }
    fs::path folder() const { return picker().listing ? picker().listing->folder : fs::path{}; }

    void read(std::vector<fs::path> candidates) const {
        picker().number = ++state.picker_number;
        picker().listing.reset();
        picker().list();
        picker().chosen.clear();
        picker().problem.clear();
        services.reset_scroll("picked");
        services.read_folder(picker().number, std::move(candidates));
    }

    /// Where the list starts: at what is typed, as far as that is there; then where somebody was
    /// last.
    std::vector<fs::path> starts(const fs::path& typed) const {
        std::vector<fs::path> all;
        const auto add = [&all](const fs::path& folder) {
            for (fs::path& each : with_parents(folder))
                if (each.has_relative_path()) all.push_back(std::move(each));
        };
        add(typed);
        if (const auto last = state.picked.find(picker().field); last != state.picked.end())
            add(last->second);
        if (picker().field == Field::put_place)
            for (const fs::path& stick : state.studio.putting.sticks) add(stick);
        if (picker().field == Field::pack_path) add(state.studio.root);
        add(state.last_picked);
        add(state.home);
        all.emplace_back("/");
        return all;
    }

    /// The name that a package is to have: the one that is typed, else its usual one.
    std::string package_in(const fs::path& typed) const {
        if (typed.extension() == kPackage || !state.studio.opened) return typed.filename().string();
        const PackHead& head = state.studio.opened->head;
        return package_name(head.id, head.version);
    }

    void operator()(const OpenPicker& intent) const {
        const auto opened = picker_for(intent.field);
        const ui::EditedText* text = state.edited(intent.field);
        if (!opened || text == nullptr || state.picker) return;
        state.picker = opened;
        std::error_code unknown;
        fs::path typed = std::string(text->text.view());
        if (!typed.empty()) typed = fs::absolute(typed, unknown).lexically_normal();
        if (intent.field == Field::signed_package) picker().file_name = package_in(typed);
        if (picker().wanted == Listed::file) picker().find = typed.filename().string();
        services.focus("picker-up");
        read(starts(typed));
    }

    void operator()(const ClosePicker&) const {
        services.stop_reading_folders();
        services.focus(key_of_button(picker().field));
        state.picker.reset();
    }

    void operator()(const PickerGoTo& intent) const { read({intent.folder}); }

    /// The folder that was left is selected; one that is gone is left with those that it was in.
    void operator()(const PickerUp&) const {
        const fs::path left = folder();
        if (left.empty() || !left.has_relative_path()) return;
        const std::string name = left.filename().string();
        read(with_parents(left.parent_path()));
        picker().find = name;
    }

    void operator()(const PickerSelect& intent) const {
        if (picker().shown.empty()) return;
        picker().selected = std::min(intent.row, picker().shown.size() - 1);
        picker().pointed = true;
        picker().problem.clear();
    }

    void show_selected() const {
        services.show_picked(picker().selected);
        services.focus(key_of_row(picker().selected));
    }

    void operator()(const PickerMove& intent) const {
        if (picker().shown.empty()) return;
        const auto last = static_cast<std::ptrdiff_t>(picker().shown.size()) - 1;
        const auto here = static_cast<std::ptrdiff_t>(picker().selected);
        const auto row = std::clamp<std::ptrdiff_t>(here + intent.by, 0, last);
        (*this)(PickerSelect{static_cast<std::size_t>(row)});
        show_selected();
    }

    void operator()(const PickerJump& intent) const {
        if (picker().shown.empty()) return;
        (*this)(PickerSelect{picker().next_that_starts(intent.letters)});
        show_selected();
    }

    void operator()(const PickerOpen&) const {
        const ListedEntry* entry = picker().selected_entry();
        if (entry == nullptr) return;
        if (entry->kind == Listed::folder) return read({picker().path_of(*entry)});
        if (picker().wanted == Listed::file) (*this)(PickerChoose{});
    }

    /// Only what can be shown can be looked over in a field, and corrected.
    std::string obstacle(const fs::path& choice) const {
        const std::string text = whole(choice).string();
        if (shown_name(text) != text) return "picker.odd-name";
        const ui::EditedText* field = state.edited(picker().field);
        return text.size() > field->text.capacity() ? "picker.too-long" : "";
    }

    fs::path whole(const fs::path& choice) const {
        return picker().file_name.empty() ? choice : choice / picker().file_name;
    }

    void operator()(const PickerChoose&) const {
        const fs::path choice = picker().choice();
        if (choice.empty() || !picker().chosen.empty()) return;
        picker().problem = obstacle(choice);
        if (!picker().problem.empty()) return;
        picker().chosen = choice;
        services.look_at_choice(picker().number, choice);
    }

    void operator()(const PickerEverything&) const {
        if (const ListedEntry* entry = picker().selected_entry()) picker().find = entry->name;
        picker().everything = !picker().everything;
        picker().list();
        services.show_picked(picker().selected);
    }

    // What the reader told.

    void operator()(const ListingRead& news) const {
        const bool first = !picker().listing;
        picker().take(news.listing);
        if (!first) return;
        if (picker().shown.empty()) return services.focus("picker-up");
        show_selected();
    }

    void operator()(const ChoiceSeen& news) const {
        const fs::path choice = std::exchange(picker().chosen, {});
        if (choice.empty()) return;
        if (news.kind != picker().wanted)
            picker().problem = news.kind ? "picker.other-kind" : "picker.gone";
        else
            take(choice);
    }

    void take(const fs::path& choice) const {
        const Field field = picker().field;
        state.picked[field] = state.last_picked = folder();
        ui::EditedText& text = *state.edited(field);
        text.clear();
        text.text.assign(whole(choice).string());
        text.caret = text.anchor = text.text.size();
        state.studio.typed();
        (*this)(ClosePicker{});
        if (field == Field::pack_path)
            desk::apply(state.studio, services.studio(), StudioIntent{OpenTypedFolder{}});
    }
};

}  // namespace

void Apply::operator()(const PickerIntent& intent) const {
    if (state.vault != Vault::open) return;
    if (state.picker || std::holds_alternative<OpenPicker>(intent))
        std::visit(ApplyPicker{state, services}, intent);
}

void take(State& state, Services& services, const FolderNews& news) {
    const std::uint64_t number = std::visit([](const auto& each) { return each.number; }, news);
    if (state.picker && state.picker->number == number)
        std::visit(ApplyPicker{state, services}, news);
}

}  // namespace candor::desk
