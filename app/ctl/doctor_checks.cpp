#include "ctl/doctor_checks.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "base/files.h"
#include "base/start_count.h"
#include "consult/store/outbox.h"
#include "consult/store/rehearsal.h"
#include "consult/store/sqlite_inbox.h"
#include "ctl/fault_text.h"
#include "pack/page/day_seen.h"
#include "pack/page/pack.h"
#include "pack/page/self_check.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;
using base::FaultKind;

// A request takes a few kilobytes; this is room for years, and for the system's own logs.
constexpr std::uint64_t kLittleRoom_mib = 500;
constexpr std::uint64_t kNoRoom_mib = 50;

std::string count(std::size_t number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

/// What a reader takes for a file where nothing was stored yet.
std::string what_is_gone(const fs::path& file) {
    std::error_code ignored;
    if (fs::symlink_status(file, ignored).type() == fs::file_type::not_found) return {};
    if (!fs::exists(file, ignored)) return "is a link that leads nowhere";
    if (fs::is_regular_file(file, ignored) && fs::file_size(file, ignored) == 0)
        return "is empty, so what it held is gone";
    return {};
}

std::uint64_t free_mib(const fs::path& folder) {
    struct statvfs disk {};
    if (::statvfs(folder.c_str(), &disk) != 0) return 0;
    return std::uint64_t{disk.f_bavail} * disk.f_frsize >> 20;
}

Checked check_pack(const pack::Pack& pack, const base::Findings& findings,
                   const std::string& today) {
    const std::string subject = "pack " + pack.id;
    const std::size_t errors =
        static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [](const auto& f) {
            return f.severity == base::Severity::error;
        }));
    if (errors > 0)
        return {Health::bad, subject,
                count(errors, "error", "errors") + "; see \"candor pack check " +
                    pack.folder.string() + "\""};
    const std::string version = "version " + std::to_string(pack.version);
    const auto& review = pack.review;
    if (!review.review_by.empty() && review.review_by < today)
        return {Health::bad, subject,
                version + ", its review ended on " + review.review_by + "; have it reviewed again"};
    if (review.status == pack::ReviewStatus::draft)
        return {Health::note, subject, version + ", a draft: no clinician has reviewed it yet"};
    return {Health::ok, subject, version + ", reviewed on " + review.date};
}

}  // namespace

std::string to_line(const Checked& checked) {
    constexpr const char* kWords[] = {"ok    ", "note  ", "bad   "};
    return kWords[static_cast<int>(checked.health)] + checked.subject + ": " + checked.words;
}

Checked check_state_folder(const fs::path& state) {
    const std::string subject = "state folder";
    std::error_code ignored;
    if (!fs::is_directory(state, ignored))
        return {Health::bad, subject,
                state.string() + " is not there; check the path, or start the kiosk once"};
    if (::faccessat(AT_FDCWD, state.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        return {Health::bad, subject,
                state.string() + " cannot be written (" + std::strerror(errno) +
                    "), so no request can be taken; check its rights and the disk"};
    const std::uint64_t room_mib = free_mib(state);
    const std::string room = std::to_string(room_mib) + " MiB free";
    if (room_mib < kNoRoom_mib)
        return {Health::bad, subject, room + ", so requests may soon be refused; make room"};
    if (room_mib < kLittleRoom_mib) return {Health::note, subject, room + "; make room soon"};
    return {Health::ok, subject, "can be written, " + room};
}

base::Result<std::vector<consult::QueuedRequest>> rows_in(const fs::path& state) {
    const auto queue = consult::Queue::open(state / "consult.db", consult::OpenMode::read);
    if (queue) return (*queue)->list();
    // No request yet is not a fault.
    if (queue.error().kind == FaultKind::not_found) return std::vector<consult::QueuedRequest>{};
    return tl::unexpected(queue.error());
}

Checked check_requests(const fs::path& state) {
    const auto file = state / "consult.db";
    if (const auto gone = what_is_gone(file); !gone.empty())
        return {Health::bad, "requests",
                file.string() + " " + gone + "; look for a copy, and find out who did it"};
    const auto rows = rows_in(state);
    if (!rows) return {Health::bad, "requests", fault_text(rows.error())};
    const auto in_state = [&](const char* name) {
        return static_cast<std::size_t>(std::count_if(
            rows->begin(), rows->end(), [=](const auto& row) { return row.state == name; }));
    };
    const std::string total = std::to_string(rows->size()) + " stored";
    if (const std::size_t damaged = in_state("damaged"); damaged > 0)
        return {Health::bad, "requests",
                total + ", " + std::to_string(damaged) +
                    " damaged; see \"candor inbox list\", and look for them in a copy"};
    const std::size_t fresh = in_state("requested") + in_state("new");
    return {Health::ok, "requests", total + ", " + std::to_string(fresh) + " new"};
}

std::optional<Checked> check_set_aside(const fs::path& state) {
    std::string names;
    for (const auto& file : consult::set_aside_in(state))
        names += (names.empty() ? "" : ", ") + file.filename().string();
    if (names.empty()) return std::nullopt;
    return Checked{Health::bad, "set aside",
                   names +
                       "; damaged, kept, and a new one was begun. Requests that nobody has read "
                       "may be in it: look in a copy, then move it out of this folder"};
}

Checked check_record(const fs::path& state) {
    const auto report = consult::verify_sqlite_inbox(state / "consult.db");
    if (!report && report.error().kind == FaultKind::not_found)
        return {Health::ok, "record", "no change yet"};
    if (!report) return {Health::bad, "record", fault_text(report.error())};
    const auto entries = count(static_cast<std::size_t>(report->entries), "entry", "entries");
    if (!report->holds())
        return {Health::bad, "record",
                entries + ", does not hold; see \"candor inbox verify --state " + state.string() +
                    "\""};
    return {Health::ok, "record", entries + ", holds"};
}

std::optional<Checked> check_delivery(const fs::path& state) {
    const auto delivery = consult::delivery_of(state / "consult.db");
    if (!delivery && delivery.error().kind == FaultKind::not_found) return std::nullopt;
    if (!delivery) return Checked{Health::bad, "delivery", fault_text(delivery.error())};
    if (delivery->delivered == 0) return std::nullopt;
    std::string words = std::to_string(delivery->delivered) + " delivered and kept, ";
    const auto& waiting = delivery->waiting;
    if (waiting.count == 0) return Checked{Health::ok, "delivery", words + "none waits"};
    return Checked{Health::note, "delivery",
                   words + std::to_string(waiting.count) + " waiting since " + waiting.oldest};
}

Checked check_clock(const fs::path& state, const std::string& now_utc) {
    const auto rows = rows_in(state);
    std::string newest;
    if (rows)
        for (const auto& row : *rows)
            if (row.state != "damaged") newest = std::max(newest, row.created);
    // Both are RFC 3339 in UTC to the second, so their order is that of the text.
    if (newest > now_utc)
        return {Health::bad, "clock",
                "it says " + now_utc + ", but a request is from " + newest + "; set the clock"};
    return {Health::ok, "clock", now_utc};
}

std::optional<Checked> check_starts(const fs::path& state) {
    constexpr int kMany = 3;
    const int in_vain = base::starts_in_vain(state / "starts");
    if (in_vain < kMany) return std::nullopt;
    return Checked{Health::bad, "starts",
                   "the kiosk ended soon after each of its last " + std::to_string(in_vain) +
                       " starts, and goes on with less; its log says why (journalctl -u "
                       "candor-kiosk)"};
}

std::optional<Checked> check_day(const fs::path& state, const std::string& today) {
    const auto day = pack::day_seen(state, today);
    if (day.doubt == pack::DaySeen::Doubt::none) return std::nullopt;
    return Checked{Health::bad, "date",
                   "the clock says " + day.clock + ", and the last day the kiosk saw is " +
                       day.seen + "; set the clock, or say on the staff screen that it is right"};
}

std::vector<Checked> check_content(const fs::path& content, const std::string& today) {
    std::error_code ignored;
    std::vector<fs::path> folders;
    if (const auto entries = base::entries_of(content))
        for (const base::FolderEntry& entry : *entries)
            if (fs::exists(entry.path() / "pack.yaml", ignored)) folders.push_back(entry.path());
    std::vector<Checked> checked;
    for (const auto& folder : folders) {
        auto loaded = pack::load_pack(folder);
        if (!loaded.pack) {
            checked.push_back(
                {Health::bad, "pack " + folder.filename().string(),
                 "cannot be shown; see \"candor pack check " + folder.string() + "\""});
            continue;
        }
        if (loaded.pack->is_self_check) {
            auto more = pack::self_check_findings(*loaded.pack);
            std::move(more.begin(), more.end(), std::back_inserter(loaded.findings));
        }
        checked.push_back(check_pack(*loaded.pack, loaded.findings, today));
    }
    if (folders.empty())
        checked.push_back(
            {Health::bad, "content", content.string() + " holds no pack; check the path"});
    return checked;
}

}  // namespace candor::ctl
