#include <sys/stat.h>

#include <fstream>

#include "../printing/spool_scripts.h"
#include "base/secret_string.h"
#include "command.h"
#include "consult/handover/handover.h"
#include "consult/keys/demonstration_keys.h"
#include "consult/store/outbox.h"
#include "consult/store/queue.h"
#include "ctl/doctor_checks.h"
#include "pack/page/day_seen.h"
#include "sqlite/database.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

constexpr const char* kContent = CANDOR_SOURCE_DIR "/content";

void store(const Folder& state, const std::string& id, const std::string& created,
           const std::string& fingerprint) {
    const auto queue = consult::Queue::open(state / "consult.db", consult::OpenMode::append);
    ASSERT_TRUE((*queue)->append(id, created, fingerprint, {1, 2, 3}));
}

constexpr const char* kDelivery =
    "delivery: {database: \"postgresql://kiosk.n.h@db/candor\", clinic: n, kiosk: h}\n";

/// A kiosk of a clinic whose key lies elsewhere, and is named in kiosk.yaml.
class ClinicsKiosk {
  public:
    ClinicsKiosk()
        : key_(consult::create_clinic_keys(office_ / "c.key", base::SecretString(1)).value()) {
        policy("clinic_key: " + (office_ / "c.key.pub") + "\n");
    }
    void policy(const std::string& text) const { std::ofstream(state / "kiosk.yaml") << text; }
    std::string public_file() const { return office_ / "c.key.pub"; }
    std::string secret_file() const { return office_ / "c.key"; }
    std::string fingerprint() const { return key_.fingerprint(); }

    const Folder state;

  private:
    const Folder office_;
    consult::PublicKey key_;
};

}  // namespace

TEST(Doctor, method_of_a_price_that_no_option_has_is_told) {
    const Folder state;
    std::ofstream(state / "kiosk.yaml")
        << "clinic:\n  prices: [{method: prp, price: 3}, {method: prpp, price: 3}]\n";
    const Printed printed = candor({"doctor", "--state", state.string(), "--content", kContent});
    EXPECT_TRUE(has(printed.out, "the method \"prpp\"")) << printed.out;
    EXPECT_FALSE(has(printed.out, "the method \"prp\"")) << printed.out;
}

TEST(Doctor, printer_that_kiosk_yaml_names_is_looked_for) {
    const Folder state;
    printing::SpoolScripts spool;
    const auto said = [&] {
        const auto checked = check_printer(state.string(), spool.queue());
        return checked ? to_line(*checked) : std::string("nothing");
    };
    EXPECT_EQ(said(), "nothing");
    std::ofstream(state / "kiosk.yaml") << "printer: hall\n";
    EXPECT_EQ(said(), "ok    printer: \"hall\" takes what people print");
    EXPECT_EQ(spool.text_of("document"), "");
    spool.says("media-empty-error");
    EXPECT_TRUE(has(said(), "note  printer: \"hall\" had no paper")) << said();
    spool.says("offline-report");
    EXPECT_TRUE(has(said(), "bad   printer: \"hall\" is off")) << said();
    spool.says("none");
    spool.takes_nothing();
    EXPECT_TRUE(has(said(), "cupsaccept")) << said();
    spool.program("lpstat", "exit 1");
    EXPECT_TRUE(has(said(), "has no queue \"hall\"")) << said();
}

TEST(Doctor, machine_without_a_print_spool_is_told) {
    const Folder state;
    std::ofstream(state / "kiosk.yaml") << "printer: hall\n";
    printing::Queue nowhere;
    nowhere.lp = nowhere.lpstat = nowhere.cancel = "/nonexistent/lp";
    const auto checked = check_printer(state.string(), nowhere);
    ASSERT_TRUE(checked.has_value());
    EXPECT_EQ(checked->health, Health::bad);
    EXPECT_TRUE(has(checked->words, "no print spool is here")) << checked->words;
}

TEST(Doctor, fresh_kiosk_with_the_shipped_content_is_well) {
    const Folder state;
    const Printed printed = candor({"doctor", "--state", state.string(), "--content", kContent});
    EXPECT_EQ(printed.status, 0) << printed.out;
    EXPECT_TRUE(has(printed.out, "requests: 0 stored, 0 new"));
    EXPECT_TRUE(has(printed.out, "pack prp: version 1, a draft"));
    EXPECT_FALSE(has(printed.out, "bad "));
    EXPECT_TRUE(std::filesystem::is_empty(state.string()));
}

TEST(Doctor, missing_folders_are_bad_and_1) {
    const Folder folder;
    const Printed printed = candor({"doctor", "--state", folder / "s", "--content", folder / "c"});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.out, "bad   state folder: "));
    EXPECT_TRUE(has(printed.out, "bad   content: "));
}

TEST(Doctor, damaged_queue_is_bad) {
    const Folder state;
    std::ofstream(state / "consult.db") << std::string(5000, 'x');
    EXPECT_EQ(check_requests(state.string()).health, Health::bad);
}

TEST(Doctor, requests_are_counted) {
    const Folder state;
    store(state, "a", "2026-11-22T12:40:00Z", "k");
    store(state, "b", "2026-11-22T12:40:00Z", "k");
    EXPECT_EQ(check_requests(state.string()).words, "2 stored, 2 new");
}

TEST(Doctor, delivery_is_told_where_there_is_one_alone) {
    const Folder state;
    store(state, "a", "2026-11-22T12:40:00Z", "k");
    store(state, "b", "2026-11-22T12:41:00Z", "k");
    EXPECT_FALSE(check_delivery(state.string()));
    const auto outbox = consult::Outbox::open(state / "consult.db");
    ASSERT_TRUE((*outbox)->mark_delivered({"a"}, "2026-11-22T12:45:00Z"));
    EXPECT_EQ(check_delivery(state.string())->words,
              "1 delivered and kept, 1 waiting since 2026-11-22T12:00:00Z");
    ASSERT_TRUE((*outbox)->mark_delivered({"b"}, "2026-11-22T12:45:00Z"));
    EXPECT_EQ(check_delivery(state.string())->health, Health::ok);
}

TEST(Doctor, courier_is_told_where_there_is_a_delivery_alone) {
    const ClinicsKiosk kiosk;
    const fs::path state = kiosk.state.string();
    EXPECT_FALSE(check_courier(state));
    kiosk.policy(kDelivery);
    EXPECT_EQ(check_courier(state)->health, Health::bad);
    EXPECT_FALSE(fs::exists(consult::handover_folder(state))) << "it only looks";
    fs::create_directory(consult::handover_folder(state));
    const auto lock = consult::CourierLock::take(state);
    EXPECT_EQ(check_courier(state)->health, Health::note) << "it has said nothing yet";
    consult::CourierWord word;
    word.waiting = 2;
    ASSERT_TRUE(consult::write_word(state, word));
    EXPECT_EQ(check_courier(state)->words, "runs, 2 waiting for the server");
    word.problem = consult::DeliveryProblem::server_full;
    word.failing_since = "2026-11-22T12:00:00Z";
    ASSERT_TRUE(consult::write_word(state, word));
    EXPECT_EQ(
        check_courier(state)->words,
        "runs, and cannot deliver: server-full, since 2026-11-22T12:00:00Z; its log says why");
}

TEST(Doctor, courier_that_cannot_be_seen_is_not_called_dead) {
    const ClinicsKiosk kiosk;
    const fs::path state = kiosk.state.string();
    kiosk.policy(kDelivery);
    std::ofstream(consult::handover_folder(state)) << "no folder";
    EXPECT_EQ(check_courier(state)->health, Health::note);
}

TEST(Doctor, record_that_does_not_hold_is_bad) {
    const Folder state;
    EXPECT_EQ(check_record(state.string()).health, Health::ok);
    store(state, "a", "2026-11-22T12:40:00Z", "k");
    EXPECT_EQ(check_record(state.string()).words, "1 entry, holds");
    auto database = sqlite::Database::open(state / "consult.db", sqlite::Access::read_write, 20);
    ASSERT_TRUE(database->run("UPDATE request SET state = 'closed'"));
    EXPECT_EQ(check_record(state.string()).health, Health::bad);
}

TEST(Doctor, clock_behind_the_newest_request_is_bad) {
    const Folder state;
    store(state, "a", "2026-11-22T12:40:00Z", "k");
    EXPECT_EQ(check_clock(state.string(), "2026-11-22T11:59:59Z").health, Health::bad);
    EXPECT_EQ(check_clock(state.string(), "2026-11-22T12:40:00Z").health, Health::ok);
}

TEST(Doctor, secret_key_on_the_kiosk_is_noted_and_gone_when_it_is_taken_away) {
    const Folder state;
    ASSERT_TRUE(consult::ensure_demonstration_keys(state.string()));
    EXPECT_TRUE(has(check_key(state.string()).words, "secret half"));
    std::filesystem::remove(state / "demo-clinic.key");
    EXPECT_FALSE(has(check_key(state.string()).words, "secret half"));
}

TEST(Doctor, requests_for_another_key_are_noted) {
    const Folder state;
    ASSERT_TRUE(consult::ensure_demonstration_keys(state.string()));
    store(state, "a", "2026-11-22T12:40:00Z", "0123456789abcdef");
    EXPECT_TRUE(has(check_key(state.string()).words, "0123456789abcdef"));
}

TEST(Doctor, half_written_key_is_bad) {
    const Folder state;
    std::ofstream(state / "demo-clinic.key.pub") << "candor";
    EXPECT_EQ(check_key(state.string()).health, Health::bad);
}

TEST(Doctor, clinics_key_is_named_with_where_it_is_named) {
    const ClinicsKiosk kiosk;
    const auto checked = check_key(kiosk.state.string());
    EXPECT_EQ(checked.health, Health::ok);
    EXPECT_EQ(checked.words, "requests are sealed to " + kiosk.fingerprint() + " (kiosk.yaml)");
    store(kiosk.state, "a", "2026-11-22T12:40:00Z", kiosk.fingerprint());
    EXPECT_EQ(check_key(kiosk.state.string()).words, checked.words);
}

TEST(Doctor, key_of_the_command_line_is_believed_when_it_is_told) {
    const ClinicsKiosk kiosk;
    kiosk.policy("");
    store(kiosk.state, "a", "2026-11-22T12:40:00Z", kiosk.fingerprint());
    const auto untold = check_key(kiosk.state.string());
    EXPECT_EQ(untold.health, Health::bad) << "real requests, and no key that anybody named";
    EXPECT_TRUE(has(untold.words, kiosk.fingerprint()));
    EXPECT_EQ(check_key(kiosk.state.string(), kiosk.public_file()).health, Health::ok);
    const Printed printed = candor({"doctor", "--state", kiosk.state.string(), "--content",
                                    kContent, "--clinic-key", kiosk.public_file()});
    EXPECT_EQ(printed.status, 0) << printed.out;
}

TEST(Doctor, delivery_without_the_clinics_key_is_bad) {
    const ClinicsKiosk kiosk;
    kiosk.policy(kDelivery);
    const auto checked = check_key(kiosk.state.string());
    EXPECT_EQ(checked.health, Health::bad);
    EXPECT_TRUE(has(checked.words, "clinic_key"));
}

TEST(Doctor, key_that_cannot_be_read_is_bad) {
    const ClinicsKiosk kiosk;
    kiosk.policy("clinic_key: /nowhere/c.pub\n");
    EXPECT_EQ(check_key(kiosk.state.string()).health, Health::bad);
    kiosk.policy("clinic_kee: x\n");
    EXPECT_EQ(check_key(kiosk.state.string()).health, Health::bad);
}

TEST(Doctor, demonstration_secret_beside_the_clinics_key_is_bad) {
    const ClinicsKiosk kiosk;
    const auto trial = consult::ensure_demonstration_keys(kiosk.state.string());
    const auto checked = check_key(kiosk.state.string());
    EXPECT_EQ(checked.health, Health::bad);
    EXPECT_TRUE(has(checked.words, "demo-clinic.key")) << checked.words;
    EXPECT_TRUE(has(checked.words, "sealed to " + kiosk.fingerprint()))
        << "not the other way round";
    std::filesystem::remove(kiosk.state / "demo-clinic.key");
    store(kiosk.state, "a", "2026-11-22T12:40:00Z", consult::demonstration_mark(*trial));
    EXPECT_EQ(check_key(kiosk.state.string()).health, Health::bad);
    EXPECT_TRUE(has(check_key(kiosk.state.string()).words,
                    "1 request needs key demonstration:" + trial->fingerprint()));
}

TEST(Doctor, emptied_cut_and_special_queues_are_bad_and_hold_nothing_up) {
    const Folder state;
    const std::filesystem::path file = state / "consult.db";
    const auto told = [&] { return check_requests(state.string()); };
    std::ofstream(file) << "";
    EXPECT_EQ(told().health, Health::bad) << told().words;
    store(state, "a", "2026-11-22T12:40:00Z", "k");
    EXPECT_EQ(told().health, Health::ok) << told().words;
    std::filesystem::resize_file(file, 50);
    EXPECT_EQ(told().health, Health::bad) << told().words;
    std::filesystem::remove(file);
    std::filesystem::create_directory(file);
    EXPECT_EQ(told().health, Health::bad) << told().words;
    std::filesystem::remove(file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    EXPECT_EQ(told().health, Health::bad) << told().words;
    const Printed whole = candor({"doctor", "--state", state.string(), "--content", kContent});
    EXPECT_EQ(whole.status, 1);
    std::filesystem::remove(file);
    std::filesystem::create_symlink("nowhere", file);
    EXPECT_EQ(told().health, Health::bad) << told().words;
}

TEST(Doctor, special_files_in_place_of_keys_and_settings_hold_nothing_up) {
    for (const char* name : {"kiosk.yaml", "demo-clinic.key", "demo-clinic.key.pub", "last-day"}) {
        const Folder state;
        ASSERT_EQ(::mkfifo((state / name).c_str(), 0600), 0);
        const Printed printed =
            candor({"doctor", "--state", state.string(), "--content", kContent});
        EXPECT_TRUE(has(printed.out, "clinic key: ")) << name;
    }
}

TEST(Doctor, what_was_set_aside_is_bad_until_it_is_taken_away) {
    const Folder state;
    EXPECT_FALSE(check_set_aside(state.string()));
    std::ofstream(state / "consult.db.damaged-2026-11-28") << "x";
    std::ofstream(state / "consult.db.damaged-2026-11-28-wal") << "x";
    const auto checked = check_set_aside(state.string());
    ASSERT_TRUE(checked);
    EXPECT_EQ(checked->health, Health::bad);
    EXPECT_EQ(checked->words.find("consult.db.damaged-2026-11-28;"), 0U) << checked->words;
}

TEST(Doctor, secret_keys_that_lie_on_the_kiosk_or_that_others_can_read_are_bad) {
    const ClinicsKiosk kiosk;
    std::filesystem::permissions(kiosk.state / "kiosk.yaml", std::filesystem::perms(0640));
    EXPECT_TRUE(check_secrets(kiosk.state.string()).empty());
    ASSERT_TRUE(consult::ensure_demonstration_keys(kiosk.state.string()));
    EXPECT_TRUE(check_secrets(kiosk.state.string()).empty()) << "check_key tells of it";
    std::filesystem::permissions(kiosk.state / "demo-clinic.key", std::filesystem::perms(0644));
    std::filesystem::copy(kiosk.secret_file(), kiosk.state / "c.key");
    std::filesystem::permissions(kiosk.state / "c.key", std::filesystem::perms(0600));
    const auto checked = check_secrets(kiosk.state.string());
    ASSERT_EQ(checked.size(), 2U);
    for (const auto& line : checked) EXPECT_EQ(line.health, Health::bad);
}

TEST(Doctor, settings_that_everybody_can_read_are_noted) {
    const ClinicsKiosk kiosk;
    std::filesystem::permissions(kiosk.state / "kiosk.yaml", std::filesystem::perms(0644));
    const auto checked = check_secrets(kiosk.state.string());
    ASSERT_EQ(checked.size(), 1U);
    EXPECT_EQ(checked[0].health, Health::note);
}

TEST(Doctor, swap_on_a_disk_and_collected_core_dumps_are_noted) {
    const Folder proc;
    std::filesystem::create_directories(proc / "sys/kernel");
    const auto write = [&](const char* swaps, const char* pattern) {
        std::ofstream(proc / "swaps") << "Filename\tType\tSize\tUsed\tPriority\n" << swaps;
        std::ofstream(proc / "sys/kernel/core_pattern") << pattern;
        return check_machine(proc.string());
    };
    EXPECT_TRUE(write("", "core\n").empty());
    EXPECT_TRUE(write("/dev/zram0  partition  1  0  100\n", "core\n").empty());
    const auto noted = write("/dev/sda2  partition  1  0  -2\n", "|/bin/collect %p\n");
    ASSERT_EQ(noted.size(), 2U);
    EXPECT_TRUE(has(noted[0].words, "/dev/sda2"));
    EXPECT_TRUE(has(noted[1].words, "/bin/collect"));
}

TEST(Doctor, day_before_the_last_one_seen_is_bad) {
    const Folder state;
    EXPECT_FALSE(check_day(state.string(), pack::built_on()));
    ASSERT_TRUE(pack::believe_day(state.string(), "2081-01-01"));
    EXPECT_EQ(check_day(state.string(), "2030-01-01")->health, Health::bad);
}

TEST(Doctor, broken_pack_is_bad_and_names_the_command_that_says_more) {
    const Folder content;
    std::filesystem::create_directory(content / "x");
    std::ofstream(content / "x/pack.yaml") << "id: [";
    const auto checked = check_content(content.string(), "2026-11-22");
    ASSERT_EQ(checked.size(), 1U);
    EXPECT_EQ(checked[0].health, Health::bad);
    EXPECT_TRUE(has(checked[0].words, "candor pack check"));
}

TEST(Doctor, review_that_ended_is_bad) {
    for (const auto& checked : check_content(kContent, "2199-01-01"))
        EXPECT_EQ(checked.health, Health::bad) << to_line(checked);
    for (const auto& checked : check_content(kContent, "2026-11-22"))
        EXPECT_EQ(checked.health, Health::note) << to_line(checked);
}

TEST(Doctor, kiosk_that_ends_after_each_start_is_bad) {
    const Folder state;
    for (int starts = 1; starts <= 3; ++starts) {
        std::ofstream(state / "starts", std::ios::app) << ".";
        const Printed printed =
            candor({"doctor", "--state", state.string(), "--content", kContent});
        EXPECT_EQ(printed.status, starts < 3 ? 0 : 1);
        EXPECT_EQ(has(printed.out, "bad   starts: the kiosk ended soon after each of its last 3"),
                  starts == 3)
            << printed.out;
    }
}

}  // namespace candor::ctl
