#pragma once
#include <memory>
#include <optional>
#include <string>

#include "consult/inbox.h"
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

/// locked: nothing of a request is in memory. opening: the key is derived, or requests are read.
enum class Vault { locked, opening, open };

/// The fields that can be typed into.
enum class Field { none, passphrase, search, note };

/// What the lock screen knows.
struct LockScreen {
    ui::EditedText passphrase{256};
    bool needs_passphrase = true;
    std::string problem;  ///< a string's key; empty: none
};

/// All that the pages are drawn from. Opened requests are in it only while the vault is open.
struct State {
    std::shared_ptr<const ui::Strings> strings;
    bool demonstration = false;
    Vault vault = Vault::locked;
    LockScreen lock_screen;
    int locks_in_minutes = 0;
    Page page = Page::fresh;

    /// What the navigation says beside a page; 0: nothing.
    int count_of(Page page) const;
    ui::EditedText* edited(Field field);
    /// Forgets every opened request and all that was typed.
    void wipe();
};

}  // namespace candor::desk
