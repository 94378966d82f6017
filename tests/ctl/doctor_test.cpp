#include <fstream>

#include "command.h"
#include "consult/database.h"
#include "consult/demonstration_keys.h"
#include "consult/outbox.h"
#include "consult/queue.h"
#include "ctl/doctor_checks.h"

namespace candor::ctl {
namespace {

constexpr const char* kContent = CANDOR_SOURCE_DIR "/content";

void store(const Folder& state, const std::string& id, const std::string& created,
           const std::string& fingerprint) {
    const auto queue = consult::Queue::open(state / "consult.db", consult::OpenMode::append);
    ASSERT_TRUE((*queue)->append(id, created, fingerprint, {1, 2, 3}));
}

}  // namespace

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

TEST(Doctor, record_that_does_not_hold_is_bad) {
    const Folder state;
    EXPECT_EQ(check_record(state.string()).health, Health::ok);
    store(state, "a", "2026-11-22T12:40:00Z", "k");
    EXPECT_EQ(check_record(state.string()).words, "1 entry, holds");
    auto database = consult::Database::open(state / "consult.db", consult::Access::read_write, 20);
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

}  // namespace candor::ctl
