#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "desk/state.h"

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
struct LockNow {};
struct GoBack {};  ///< Esc: whatever it means here

using Intent = std::variant<ShowPage, EditField, Unlock, LockNow, GoBack>;
using Intents = std::vector<Intent>;

/// The world outside the state, as the desk provides it. One thread. What comes of slow work
/// arrives in the state later.
class Services {
  public:
    virtual ~Services() = default;
    virtual void unlock(base::SecretString passphrase) = 0;
    /// Forget the secret key and every opened request, everywhere.
    virtual void lock() = 0;
    virtual ui::Clipboard& clipboard() = 0;
    /// The keyboard's focus goes to the widget of that key.
    virtual void focus(std::string_view key) = 0;
    virtual void reset_scroll(std::string_view region) = 0;
};

/// Carries out what was asked for. The same intent twice does no harm.
void apply(State& state, Services& services, const Intent& intent);

}  // namespace candor::desk
