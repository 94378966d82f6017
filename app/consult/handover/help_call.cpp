#include "consult/handover/help_call.h"

#include <sstream>

#include "base/files.h"
#include "base/instant.h"
#include "consult/request/request.h"

namespace candor::consult {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 1024;

fs::path call_file(const fs::path& state_dir) { return help_folder(state_dir) / "call"; }
fs::path taken_file(const fs::path& state_dir) { return help_folder(state_dir) / "taken"; }

/// What stands behind the name; empty: there is no such line.
std::string value_of(const std::string& text, const std::string& name) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(name + " ")) return line.substr(name.size() + 1);
    return {};
}

base::Result<void> write(const fs::path& file, const std::string& text) {
    TRY(base::ensure_folder(file.parent_path()));
    return base::write_file_atomically(file, text, base::Privacy::owner_only);
}

}  // namespace

fs::path help_folder(const fs::path& state_dir) { return state_dir / "help"; }

base::Result<HelpCall> call_for_help(const fs::path& state_dir, const std::string& from,
                                     const std::string& at) {
    const HelpCall call{new_request_id(), from, at};
    TRY(write(call_file(state_dir),
              "id " + call.id + "\nfrom " + call.from + "\nat " + call.at + "\n"));
    return call;
}

bool is_taken(const fs::path& state_dir, const HelpCall& call) {
    const auto text = base::read_file(taken_file(state_dir), kMostBytes);
    return text && value_of(*text, "id") == call.id;
}

void end_help_call(const fs::path& state_dir) {
    std::error_code ignored;  // there may be none
    fs::remove(call_file(state_dir), ignored);
}

std::optional<HelpCall> open_help_call(const fs::path& state_dir) {
    const auto text = base::read_file(call_file(state_dir), kMostBytes);
    if (!text) return std::nullopt;
    const HelpCall call{value_of(*text, "id"), value_of(*text, "from"), value_of(*text, "at")};
    if (call.id.empty() || call.from.empty() || !base::is_utc_instant(call.at)) return std::nullopt;
    return is_taken(state_dir, call) ? std::nullopt : std::optional(call);
}

base::Result<void> take_help_call(const fs::path& state_dir, const HelpCall& call) {
    return write(taken_file(state_dir), "id " + call.id + "\n");
}

}  // namespace candor::consult
