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
fs::path told_file(const fs::path& state_dir) { return help_folder(state_dir) / "told"; }
fs::path relayed_file(const fs::path& state_dir) { return help_folder(state_dir) / "relayed"; }

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

HelpStand stand_of(const fs::path& state_dir, const HelpCall& call) {
    const auto taken = base::read_file(taken_file(state_dir), kMostBytes);
    if (taken && value_of(*taken, "id") == call.id) return HelpStand::taken;
    const auto told = base::read_file(told_file(state_dir), kMostBytes);
    if (!told || value_of(*told, "id") != call.id) return HelpStand::called;
    return value_of(*told, "told") == "yes" ? HelpStand::told : HelpStand::not_told;
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
    return stand_of(state_dir, call) == HelpStand::taken ? std::nullopt : std::optional(call);
}

base::Result<void> take_help_call(const fs::path& state_dir, const HelpCall& call) {
    return write(taken_file(state_dir), "id " + call.id + "\n");
}

base::Result<void> tell_of_help_call(const fs::path& state_dir, const HelpCall& call, bool told) {
    return write(told_file(state_dir), "id " + call.id + "\ntold " + (told ? "yes" : "no") + "\n");
}

base::Result<void> set_relayed_call(const fs::path& state_dir, const std::string& id) {
    if (!id.empty()) return write(relayed_file(state_dir), "id " + id + "\n");
    std::error_code ignored;  // there may be none
    fs::remove(relayed_file(state_dir), ignored);
    return {};
}

std::string relayed_call(const fs::path& state_dir) {
    const auto text = base::read_file(relayed_file(state_dir), kMostBytes);
    return text ? value_of(*text, "id") : std::string{};
}

}  // namespace candor::consult
