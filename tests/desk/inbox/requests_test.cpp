#include "desk/inbox/requests.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <utility>

#include "base/instant.h"
#include "consult/keys/demonstration_keys.h"
#include "desk/shell/wording.h"
#include "made_up.h"

namespace candor::desk {
namespace {

using consult::BestTime;
using consult::Progress;

consult::SecretKey new_key() {
    consult::SecretKey key;
    randombytes_buf(key.bytes.data(), key.bytes.size());
    return key;
}

class Inbox {
  public:
    EntryPtr add(const MadeUp& person, Progress progress = Progress::fresh) {
        consult::InboxRow row = row_of(person);
        row.progress = progress;
        EntryPtr entry = open_entry(std::move(row), key, key.public_key().fingerprint());
        requests.add(entry);
        return entry;
    }
    consult::InboxRow row_of(const MadeUp& person) {
        consult::InboxRow row;
        row.request.id = id_of(++count);
        row.request.reference = "K7Q4FM8";
        row.request.created = base::hour_of(person.authored);
        row.request.state = "new";
        row.request.key_fingerprint = key.public_key().fingerprint();
        row.request.sealed = sealed_request(person, row.request.id, key.public_key());
        return row;
    }
    std::vector<std::string> found(std::string_view typed, const Filter& filter = {},
                                   Progress progress = Progress::fresh) const {
        std::vector<std::string> names;
        for (const auto& entry : select(requests.all(), progress, filter, search_words(typed)))
            names.push_back(entry->opened.first_name);
        return names;
    }

    consult::SecretKey key = new_key();
    Requests requests;
    int count = 0;
};

using Names = std::vector<std::string>;

MadeUp named(const std::string& name, const std::string& phone = "+90 532 415 50 00") {
    MadeUp person;
    person.name = name;
    person.phone = phone;
    return person;
}

TEST(DeskRequests, opened_row_tells_what_was_sent_and_drops_the_sealed_bytes) {
    Inbox inbox;
    const EntryPtr entry = inbox.add(named("Elif"));
    EXPECT_EQ(entry->problem, Problem::none);
    EXPECT_EQ(entry->opened.first_name, "Elif");
    EXPECT_EQ(entry->opened.answers.size(), 6U);
    EXPECT_TRUE(entry->row.request.sealed.empty());
    EXPECT_EQ(inbox.requests.find(entry->row.request.id), entry);
    EXPECT_EQ(inbox.requests.find("no such id"), nullptr);
}

TEST(DeskRequests, search_knows_no_accents_case_or_groups_of_digits) {
    Inbox inbox;
    inbox.add(named("Çağla", "+90 (532) 415-50 00"));
    inbox.add(named("Müller", "0211 99 88 77"));
    inbox.add(named("سَامي", "+20 100 200 30 40"));
    EXPECT_EQ(inbox.found("cagla"), Names{"Çağla"});
    EXPECT_EQ(inbox.found("MÜLL"), Names{"Müller"});
    EXPECT_EQ(inbox.found("سامي"), Names{"سَامي"});
    EXPECT_EQ(inbox.found("5324155"), Names{"Çağla"});
    EXPECT_EQ(inbox.found("+90 532"), Names{"Çağla"});
    EXPECT_EQ(inbox.found("9988"), Names{"Müller"});
    EXPECT_EQ(inbox.found("k7q-4fm-8").size(), 3U);
    EXPECT_EQ(inbox.found("nobody"), Names{});
}

TEST(DeskRequests, number_is_found_with_and_without_its_calling_code) {
    Inbox inbox;
    inbox.add(named("Elif", "+90 532 415 50 00"));
    inbox.add(named("Deniz", "0532 415 50 01"));
    inbox.add(named("Ada", "0090 (532) 415 50 02"));
    inbox.add(named("Jonas", "0151 532 41 55"));
    for (const char* typed : {"0532 415", "0532415", "532 415 50", "+90 532 415", "0090532415",
                              "(0532) 415-50", "+90 532"})
        EXPECT_EQ(inbox.found(typed), (Names{"Elif", "Deniz", "Ada"})) << typed;
    EXPECT_EQ(inbox.found("+90 532 415 50 01"), Names{"Deniz"});
    EXPECT_EQ(inbox.found("0532 415 50 02"), Names{"Ada"});
    EXPECT_EQ(inbox.found("+49 151 532"), Names{"Jonas"});
    EXPECT_EQ(inbox.found("+49 532"), (Names{"Deniz"})) << "what a code is, is not known";
    EXPECT_EQ(inbox.found("٠٥٣٢ ٤١٥ ٥٠ ٠١"), Names{"Deniz"});
    EXPECT_EQ(inbox.found("deniz 0532"), Names{"Deniz"});
}

TEST(DeskRequests, every_apostrophe_is_the_same) {
    Inbox inbox;
    inbox.add(named("O\u2019Brien"));
    inbox.add(named("D'Arcy"));
    for (const char* typed : {"o'brien", "O\u2019Brien", "obrien", "o`brien", "O\u2018brien"})
        EXPECT_EQ(inbox.found(typed), Names{"O\u2019Brien"}) << typed;
    EXPECT_EQ(inbox.found("d\u2019arcy"), Names{"D'Arcy"});
}

TEST(DeskRequests, all_words_of_a_search_must_be_there) {
    Inbox inbox;
    MadeUp ana = named("Ana María");
    ana.email = "ana@example.org";
    inbox.add(ana);
    inbox.add(named("Ana Lucía"));
    EXPECT_EQ(inbox.found("ana maria"), Names{"Ana María"});
    EXPECT_EQ(inbox.found("ana example"), Names{"Ana María"});
    EXPECT_EQ(inbox.found("ana"), (Names{"Ana María", "Ana Lucía"}));
}

TEST(DeskRequests, filters_and_progress_hold_back_the_others) {
    Inbox inbox;
    MadeUp evening = named("Evening");
    evening.best_time = BestTime::evening;
    MadeUp german = named("German");
    german.language = "de";
    inbox.add(evening);
    inbox.add(german);
    inbox.add(named("Called"), Progress::called);
    Filter filter;
    filter.best_time = BestTime::evening;
    EXPECT_EQ(inbox.found("", filter), Names{"Evening"});
    filter = {};
    filter.language = "de";
    EXPECT_EQ(inbox.found("", filter), Names{"German"});
    EXPECT_EQ(inbox.found("", {}, Progress::called), Names{"Called"});
}

/// An entry as reading a red flag would make it.
EntryPtr entry_of(const char* name, bool urgent) {
    auto entry = std::make_shared<Entry>();
    entry->opened.first_name = name;
    entry->urgent = urgent;
    return entry;
}

TEST(DeskRequests, red_flags_come_first_and_each_part_keeps_its_order) {
    const Entries all{entry_of("a", false), entry_of("b", true), entry_of("c", false),
                      entry_of("d", true)};
    const auto names = [](const Entries& entries) {
        std::string out;
        for (const auto& entry : entries) out += entry->opened.first_name;
        return out;
    };
    Filter filter;
    EXPECT_EQ(names(select(all, Progress::fresh, filter, {})), "bdac");
    filter.newest_first = true;
    EXPECT_EQ(names(select(all, Progress::fresh, filter, {})), "dbca");
    filter.red_flags = true;
    EXPECT_EQ(names(select(all, Progress::fresh, filter, {})), "db");
}

TEST(DeskRequests, rows_that_cannot_be_read_come_last_and_can_be_seen_alone) {
    const auto junk = [](const char* name) {
        auto entry = std::make_shared<Entry>();
        entry->opened.first_name = name;
        entry->problem = Problem::damaged;
        return entry;
    };
    const Entries all{junk("x"), entry_of("a", false), junk("y"), entry_of("b", true)};
    const auto names = [&](const Filter& filter) {
        std::string out;
        for (const auto& entry : select(all, Progress::fresh, filter, {}))
            out += entry->opened.first_name;
        return out;
    };
    Filter filter;
    EXPECT_EQ(names(filter), "baxy");
    filter.newest_first = true;
    EXPECT_EQ(names(filter), "bayx");
    filter.unreadable = true;
    EXPECT_TRUE(filter.any());
    EXPECT_EQ(names(filter), "yx");
}

TEST(DeskRequests, row_that_cannot_be_read_is_kept_and_says_why) {
    Inbox inbox;
    const std::string fingerprint = inbox.key.public_key().fingerprint();
    consult::InboxRow row = inbox.row_of(named("Elif"));
    row.request.state = "damaged";
    EXPECT_EQ(open_entry(row, inbox.key, fingerprint)->problem, Problem::damaged);
    row = inbox.row_of(named("Elif"));
    row.request.sealed[40] ^= 1U;
    EXPECT_EQ(open_entry(row, inbox.key, fingerprint)->problem, Problem::damaged);
    row = inbox.row_of(named("Elif"));
    row.request.key_fingerprint = "0123456789abcdef";
    EXPECT_EQ(open_entry(row, inbox.key, fingerprint)->problem, Problem::other_key);
}

TEST(DeskRequests, request_of_another_row_or_hour_shows_no_words_and_names_its_own) {
    Inbox inbox;
    const std::string fingerprint = inbox.key.public_key().fingerprint();
    consult::InboxRow row = inbox.row_of(named("Elif"));
    const std::string own = std::exchange(row.request.id, id_of(99));
    const EntryPtr copied = open_entry(row, inbox.key, fingerprint);
    EXPECT_EQ(copied->problem, Problem::not_its_row);
    EXPECT_EQ(copied->id_inside, own);
    EXPECT_EQ(copied->opened.first_name, "");
    row = inbox.row_of(named("Elif"));
    row.request.created = "2026-11-25T09:00:00Z";
    EXPECT_EQ(open_entry(row, inbox.key, fingerprint)->problem, Problem::not_its_row);
}

TEST(DeskRequests, time_is_the_second_inside_and_of_a_closed_row_the_hour) {
    Inbox inbox;
    MadeUp elif = named("Elif");
    elif.authored = "2026-11-25T08:41:17Z";
    consult::InboxRow row = inbox.row_of(elif);
    const std::string fingerprint = inbox.key.public_key().fingerprint();
    const EntryPtr open = open_entry(row, inbox.key, fingerprint);
    EXPECT_EQ(open->created_s, base::seconds_of(elif.authored).value_or(0));
    EXPECT_EQ(open->known, Known::to_the_second);
    row.request.key_fingerprint = "0123456789abcdef";
    const EntryPtr closed = open_entry(row, inbox.key, fingerprint);
    EXPECT_EQ(closed->created_s, base::seconds_of("2026-11-25T08:00:00Z").value_or(0));
    EXPECT_EQ(closed->known, Known::to_the_hour);
}

TEST(DeskRequests, rows_of_one_hour_are_in_order_whatever_a_database_gives) {
    for (const std::string kiosk : {"hall", ""}) {
        Inbox inbox;
        for (const auto& [name, at] :
             std::vector<std::pair<std::string, std::string>>{{"c", "2026-11-25T08:30:00Z"},
                                                              {"a", "2026-11-25T08:10:00Z"},
                                                              {"b", "2026-11-25T08:20:00Z"},
                                                              {"d", "2026-11-25T09:05:00Z"}}) {
            MadeUp person = named(name);
            person.authored = at;
            consult::InboxRow row = inbox.row_of(person);
            row.kiosk = kiosk;
            inbox.requests.add(
                open_entry(std::move(row), inbox.key, inbox.key.public_key().fingerprint()));
        }
        inbox.requests.order_within_hours();
        // This machine's own file knows the order of arrival, whatever the clock said.
        EXPECT_EQ(inbox.found(""),
                  kiosk.empty() ? (Names{"c", "a", "b", "d"}) : (Names{"a", "b", "c", "d"}));
        EXPECT_EQ(inbox.requests.find(id_of(2))->opened.first_name, "a");
    }
}

TEST(DeskRequests, demonstration_opens_with_its_own_key_and_is_called_one_without) {
    Inbox inbox;
    const auto key = inbox.key.public_key();
    consult::InboxRow row = inbox.row_of(named("Elif"));
    row.request.key_fingerprint = consult::demonstration_mark(key);
    EXPECT_EQ(open_entry(row, inbox.key, key.fingerprint())->problem, Problem::none);
    const auto strings =
        ui::Strings::load(std::filesystem::path(CANDOR_SOURCE_DIR) / "assets/desk-strings/en.yaml");
    const auto other = open_entry(row, inbox.key, "0123456789abcdef");
    EXPECT_EQ(other->problem, Problem::other_key);
    EXPECT_EQ(title_of(*strings, *other), "Sent for trying only");
    ASSERT_EQ(badges_of(*strings, *other).size(), 1U);
    EXPECT_EQ(badges_of(*strings, *other)[0].label, "Demonstration");
}

}  // namespace
}  // namespace candor::desk
