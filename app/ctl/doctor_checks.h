#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "consult/store/queue.h"
#include "printing/spool.h"

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
/// The rows of its consult.db; none where nothing was stored yet.
base::Result<std::vector<consult::QueuedRequest>> rows_in(const std::filesystem::path& state);
/// Can every stored request be trusted? Opens none.
Checked check_requests(const std::filesystem::path& state);
/// Do damaged files lie about that the kiosk set aside? Empty: none.
std::optional<Checked> check_set_aside(const std::filesystem::path& state);
/// Does the record of what the desk did hold?
Checked check_record(const std::filesystem::path& state);
/// How many requests a server has, and how many wait for it. Empty where none was ever delivered:
/// one machine needs no server.
std::optional<Checked> check_delivery(const std::filesystem::path& state);
/// Where kiosk.yaml sets a delivery: does the courier live, and what did it say last? Empty: it
/// sets none.
std::optional<Checked> check_courier(const std::filesystem::path& state);
/// Which key are requests sealed to, do stored ones need another, and does a demonstration's secret
/// lie about? `named`: what the kiosk is started with (--clinic-key); empty: nothing.
Checked check_key(const std::filesystem::path& state, const std::filesystem::path& named = {});
/// Secret keys in the state folder, and who may read them and kiosk.yaml: a line for each that is
/// not as it should be.
std::vector<Checked> check_secrets(const std::filesystem::path& state);
/// Can what is in memory reach the disk, as swap or as a core dump? `proc`: "/proc".
std::vector<Checked> check_machine(const std::filesystem::path& proc);
/// Where kiosk.yaml names a printer: does the print spool know it, and take documents for it?
/// Empty: it names none. Prints nothing; `queue` says which programs are asked.
std::optional<Checked> check_printer(const std::filesystem::path& state,
                                     printing::Queue queue = {});
/// Is the clock behind the newest request?
Checked check_clock(const std::filesystem::path& state, const std::string& now_utc);
/// Did the kiosk end soon after its last starts? Empty: no.
std::optional<Checked> check_starts(const std::filesystem::path& state);
/// Does the day jump? Empty: no.
std::optional<Checked> check_day(const std::filesystem::path& state, const std::string& today);
/// One line a pack, and one for a folder without any.
std::vector<Checked> check_content(const std::filesystem::path& content, const std::string& today);

}  // namespace candor::ctl
