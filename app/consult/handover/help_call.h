#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

// How a kiosk and a desk that work on one state folder meet, when somebody would like help: in the
// folder "help", which both watch (base/folder_watch.h). Nothing in it tells of the person.
//
//   help/call    the kiosk's: id, its name, and when, a "name value" a line
//   help/taken   the desk's: the id of the call that staff took

namespace candor::consult {

struct HelpCall {
    std::string id;
    std::string from;  ///< the kiosk's name, as kiosk.yaml says
    std::string at;    ///< RFC 3339 in UTC
    bool operator==(const HelpCall&) const = default;
};

std::filesystem::path help_folder(const std::filesystem::path& state_dir);

/// Of the kiosk: its new call, in place of an older one. Faults: base::write_file_atomically's.
base::Result<HelpCall> call_for_help(const std::filesystem::path& state_dir,
                                     const std::string& from, const std::string& at);
/// Of the kiosk: whether staff took that call.
bool is_taken(const std::filesystem::path& state_dir, const HelpCall& call);
/// Of the kiosk: nobody needs help any more.
void end_help_call(const std::filesystem::path& state_dir);

/// Of the desk: the call that nobody has taken yet; nothing: there is none, or it cannot be read.
std::optional<HelpCall> open_help_call(const std::filesystem::path& state_dir);
/// Of the desk: staff take it. Faults: base::write_file_atomically's.
base::Result<void> take_help_call(const std::filesystem::path& state_dir, const HelpCall& call);

}  // namespace candor::consult
