#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

// How somebody at a kiosk asks for help: in the folder "help" of its state folder, which everyone
// here watches (base/folder_watch.h). A desk on the same folder reads it; for desks elsewhere the
// courier carries the call to the clinic's server (fleet/help_relay.h). Nothing tells of the
// person.
//
//   help/call     the kiosk's: id, its name, and when, a "name value" a line
//   help/told     the courier's: the id of a call, and whether the server has it
//   help/taken    the desk's, or the courier's for one: the id of the call that staff took
//   help/relayed  the courier's own: the id of the call that it has put on the server

namespace candor::consult {

struct HelpCall {
    std::string id;
    std::string from;  ///< the kiosk's name, as kiosk.yaml says
    std::string at;    ///< RFC 3339 in UTC
    bool operator==(const HelpCall&) const = default;
};

/// What became of a call.
enum class HelpStand {
    called,    ///< nobody has said anything yet
    told,      ///< it is where desks see it
    not_told,  ///< it could not be brought there; that is tried again
    taken      ///< staff are on their way
};

std::filesystem::path help_folder(const std::filesystem::path& state_dir);

/// Of the kiosk: its new call, in place of an older one. Faults: base::write_file_atomically's.
base::Result<HelpCall> call_for_help(const std::filesystem::path& state_dir,
                                     const std::string& from, const std::string& at);
/// Of the kiosk: what became of that call.
HelpStand stand_of(const std::filesystem::path& state_dir, const HelpCall& call);
/// Of the kiosk: nobody needs help any more.
void end_help_call(const std::filesystem::path& state_dir);

/// Of the desk: the call that nobody has taken yet; nothing: there is none, or it cannot be read.
std::optional<HelpCall> open_help_call(const std::filesystem::path& state_dir);
/// Of the desk: staff take it. Faults: base::write_file_atomically's.
base::Result<void> take_help_call(const std::filesystem::path& state_dir, const HelpCall& call);

/// Of the courier: whether the server has that call. Faults: base::write_file_atomically's.
base::Result<void> tell_of_help_call(const std::filesystem::path& state_dir, const HelpCall& call,
                                     bool told);
/// Of the courier: the id of the call that may be on the server, which outlives the courier; empty:
/// none. Faults: base::write_file_atomically's.
base::Result<void> set_relayed_call(const std::filesystem::path& state_dir, const std::string& id);
std::string relayed_call(const std::filesystem::path& state_dir);

}  // namespace candor::consult
