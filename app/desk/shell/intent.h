#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "desk/shell/folder_reader.h"
#include "desk/shell/picker_intent.h"
#include "desk/shell/state.h"
#include "desk/studio/studio_intent.h"

namespace candor::desk {

// What a person asked for. Pages emit these and change nothing; apply() carries each out.
struct ShowPage {
    Page page;
};
struct EditField {
    Field field;
    ui::Edit edit;
};
struct Unlock {};
struct LookForKey {};  ///< it was not there
struct LockNow {};
struct GoBack {};  ///< Esc: whatever it means here
struct FocusSearch {};
struct SelectRequest {
    std::string id;
};
struct MoveSelection {
    int by;
    bool follow;  ///< the focus goes along
};
struct LookForTries {  ///< of these requests, whose rows are in sight
    std::vector<std::string> ids;
};
struct OpenSelected {};  ///< from the list to its buttons
struct OpenMenu {
    Menu menu;  ///< none: closes it
};
struct FilterBestTime {
    std::optional<consult::BestTime> time;
};
struct FilterLanguage {
    std::string language;
};
struct ToggleRedFlags {};
struct ToggleUnreadable {};
struct ToggleOrder {};
struct ClearFilters {};
struct SetProgress {
    consult::Progress to;
};
struct SaveNote {  ///< of the open request; that nobody answered needs no words
    consult::NoteKind kind = consult::NoteKind::words;
};
struct CopyPhone {};  ///< of the open request
struct LookAgain {};  ///< the conflict was read
struct PrintRequest {};
struct SendToRecord {};
struct TakeHelpCall {};     ///< staff go to whoever asked for help
struct CloseHelpMissed {};  ///< it was read

using Intent =
    std::variant<ShowPage, EditField, Unlock, LockNow, GoBack, LookForKey, FocusSearch,
                 SelectRequest, MoveSelection, LookForTries, OpenSelected, OpenMenu, FilterBestTime,
                 FilterLanguage, ToggleRedFlags, ToggleUnreadable, ToggleOrder, ClearFilters,
                 SetProgress, SaveNote, CopyPhone, LookAgain, PrintRequest, SendToRecord,
                 TakeHelpCall, CloseHelpMissed, PickerIntent, StudioIntent>;
using Intents = std::vector<Intent>;

/// The world outside the state, as the desk provides it. One thread. What comes of slow work
/// arrives in the state later.
class Services {
  public:
    virtual ~Services() = default;
    virtual void unlock(base::SecretString passphrase) = 0;
    /// Whether the key file is there by now; it is opened where that needs no passphrase.
    virtual void look_for_key() = 0;
    /// Forget the secret key and every opened request, everywhere.
    virtual void lock() = 0;
    virtual void set_progress(const std::string& id, std::int64_t seen, consult::Progress to) = 0;
    virtual void add_note(const std::string& id, const consult::Note& note) = 0;
    virtual void read_history(const std::string& id) = 0;
    /// How often each was called in vain.
    virtual void read_tries(std::vector<std::string> ids) = 0;
    virtual void print(EntryPtr request) = 0;
    virtual void send_to_record(const std::string& id) = 0;
    virtual base::Result<void> take_help_call(const consult::HelpCall& call) = 0;
    /// For the file picker; what comes of it is taken in with take().
    virtual void read_folder(std::uint64_t number,
                             std::vector<std::filesystem::path> candidates) = 0;
    virtual void look_at_choice(std::uint64_t number, const std::filesystem::path& choice) = 0;
    virtual void stop_reading_folders() = 0;
    virtual void show_picked(std::size_t row) = 0;  ///< as show_row(), of its list
    virtual StudioServices& studio() = 0;
    virtual ui::Clipboard& clipboard() = 0;
    /// The keyboard's focus goes to the widget of that key.
    virtual void focus(std::string_view key) = 0;
    virtual void reset_scroll(std::string_view region) = 0;
    /// The list scrolls so that this row of it is in sight.
    virtual void show_row(std::size_t index) = 0;
};

/// Carries out what was asked for. The same intent twice does no harm.
void apply(State& state, Services& services, const Intent& intent);
/// What the reader of folders told; what was asked for by a picker that is closed is nothing.
void take(State& state, Services& services, const FolderNews& news);

}  // namespace candor::desk
