#pragma once
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "consult/handover/help_call.h"
#include "desk/inbox/clerk.h"
#include "desk/shell/file_picker.h"
#include "desk/studio/studio.h"
#include "printing/printing.h"
#include "ui/edited_text.h"
#include "ui/strings.h"

namespace candor::desk {

/// The entries of the navigation, from its top.
enum class Page { fresh, called, booked, closed, packs, kiosks, counts };
inline constexpr int kPages = 7;
/// "new", "called", …: part of the strings' keys, and the tree's name of the screen.
const char* name_of(Page page);
/// The progress that an inbox page shows; empty for the other pages.
std::optional<consult::Progress> progress_of(Page page);
Page page_of(consult::Progress progress);

/// locked: nothing of a request is in memory. opening: the key is derived and requests are opened.
enum class Vault { locked, opening, open };

/// The fields that can be typed into.
enum class Field {
    none,
    passphrase,
    search,
    note,
    pack_path,
    signer_key,
    signer_passphrase,
    signer_name,
    signer_profession,
    signed_package,
    put_package,
    put_place
};

/// What the lock screen knows.
struct LockScreen {
    ui::EditedText passphrase{256};
    bool needs_passphrase = true;
    std::string missing_key;  ///< the key file that is not there; empty: it is
    std::string problem;      ///< a string's key; empty: none
    Opening opening;          ///< how far; of nothing: the key itself
};

/// The filters' menus over the list.
enum class Menu { none, best_time, language };

using printing::Printing;

/// Which requests are looked at, and which one is open.
struct InboxView {
    std::shared_ptr<const Requests> requests;
    std::array<int, 4> counts{};      ///< by Progress, of those that can be read
    std::array<int, 4> unreadable{};  ///< by Progress, of the others
    int kiosks = 0;                   ///< how many have sent requests
    std::int64_t newest_s = 0;        ///< when the newest was made; 0: there is none
    Entries shown;                    ///< of the page, filtered and in order
    Filter filter;
    Menu menu = Menu::none;
    ui::EditedText search{200};
    std::string selected;   ///< the id of the open request; empty: none
    std::size_t index = 0;  ///< where it stood in `shown` last
    std::shared_ptr<const History> history;
    ui::EditedText note{4000};                         ///< for the open request
    std::map<std::string, base::SecretString> drafts;  ///< notes for others, by their ids
    bool saving = false;
    std::string problem;  ///< why a change was not saved: a string's key; empty: none
    std::optional<ChangedMeanwhile> conflict;
    std::map<std::string, Printing> printings;   ///< by the request's id
    std::map<std::string, SendingPtr> sendings;  ///< to the record, by the request's id
    bool unreachable = false;                    ///< what is shown may be old
    std::set<std::string> arrived;  ///< came while the desk was open, and were not looked at yet
    KnownTries tries;               ///< of those whose rows were in sight
    std::string noted;              ///< whose note was saved last: the request's id
    std::string copied;             ///< whose phone number was copied: the request's id

    /// The open request; nullptr: none.
    EntryPtr opened() const { return requests ? requests->find(selected) : nullptr; }
    bool is_being_printed(const std::string& id) const;
    bool is_being_sent(const std::string& id) const;
    /// The requests as they are now: counts them anew, and notes those that came.
    void take(std::shared_ptr<const Requests> now);
    /// A note that is not saved yet waits while another request is looked at.
    void keep_draft();
    void take_draft();

  private:
    void note_arrivals(const Requests& now);
    void count();
};

/// All that the pages are drawn from. Opened requests are in it only while the vault is open.
struct State {
    std::shared_ptr<const ui::Strings> strings;
    bool demonstration = false;
    std::string record;  ///< the FHIR server that requests can be sent to; empty: none
    Vault vault = Vault::locked;
    LockScreen lock_screen;
    int locks_in_minutes = 0;
    std::int64_t now_s = 0;  ///< the wall clock, to the minute: ages are told by it
    Page page = Page::fresh;
    InboxView inbox;
    Studio studio;
    std::optional<consult::HelpCall> help;  ///< nobody has taken it yet
    std::optional<consult::HelpCall>
        help_missed;                   ///< one that others took sooner, until it is read
    std::optional<FilePicker> picker;  ///< nothing: closed
    std::uint64_t picker_number = 0;   ///< what the reader of folders was asked last
    std::map<Field, std::filesystem::path> picked;  ///< the folder of what was last chosen for each
    std::filesystem::path last_picked, home;        ///< home: of who uses the desk; empty: unknown

    /// What the navigation says beside a page; 0: nothing.
    int count_of(Page page) const;
    /// How many requests of the page cannot be read.
    int unreadable() const;
    ui::EditedText* edited(Field field);
    /// Filters and orders the requests anew.
    void refresh();
    /// Forgets every opened request and all that was typed.
    void wipe();
};

}  // namespace candor::desk
