#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace candor::ctl {

/// `note`: worth knowing, needs nobody today. `bad`: the kiosk cannot do its work, or soon not.
enum class Health { ok, note, bad };

struct Checked {
    Health health = Health::ok;
    std::string subject, words;
};

/// "ok    requests: 12 stored, 3 new".
std::string to_line(const Checked& checked);

/// Is the folder there, writable, with room? Nothing is written.
Checked check_state_folder(const std::filesystem::path& state);
/// Can every stored request be trusted? Opens none.
Checked check_requests(const std::filesystem::path& state);
/// Does the record of what the desk did hold?
Checked check_record(const std::filesystem::path& state);
/// How many requests a server has, and how many wait for it. Empty where none was ever delivered:
/// one machine needs no server.
std::optional<Checked> check_delivery(const std::filesystem::path& state);
/// Which key are requests sealed to, and is it in order?
Checked check_key(const std::filesystem::path& state);
/// Is the clock behind the newest request?
Checked check_clock(const std::filesystem::path& state, const std::string& now_utc);
/// One line a pack, and one for a folder without any.
std::vector<Checked> check_content(const std::filesystem::path& content, const std::string& today);

}  // namespace candor::ctl
