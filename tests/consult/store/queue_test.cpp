#include "consult/store/queue.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <thread>

#include "base/files.h"
#include "consult/keys/seal.h"
#include "consult/request/reference.h"
#include "consult/request/request.h"
#include "consult/store/queue_rows.h"
#include "fresh_folder.h"
#include "other_program.h"

namespace candor::consult {
namespace {

constexpr const char* kCreated = "2026-11-22T12:40:00Z";
const std::vector<std::uint8_t> kThreeBytes(400, 0xA5);

std::unique_ptr<Queue> opened(const std::filesystem::path& file, OpenMode mode = OpenMode::append) {
    auto queue = Queue::open(file, mode, 20);
    EXPECT_TRUE(queue) << (queue ? "" : queue.error().detail);
    return queue ? std::move(*queue) : nullptr;
}

base::Result<std::string> append_one(Queue& queue, const std::string& id) {
    return queue.append(id, kCreated, "0123456789abcdef", kThreeBytes);
}

}  // namespace

TEST(Queue, appended_request_comes_back_as_it_was) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    const auto reference = append_one(*queue, "id-1");
    ASSERT_TRUE(reference);
    const auto row = queue->get(*reference);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->id, "id-1");
    EXPECT_EQ(row->reference, *reference);
    EXPECT_EQ(row->created, "2026-11-22T12:00:00Z") << "the hour alone";
    EXPECT_EQ(row->state, "requested");
    EXPECT_EQ(row->key_fingerprint, "0123456789abcdef");
    EXPECT_EQ(row->sealed, kThreeBytes);
}

TEST(Queue, same_id_again_gives_the_same_reference_and_stores_nothing) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    const auto first = append_one(*queue, "id-1");
    EXPECT_EQ(*append_one(*queue, "id-1"), *first);
    EXPECT_EQ(*append_one(*opened(folder / "consult.db"), "id-1"), *first);
    EXPECT_EQ(queue->list()->size(), 1U);
}

TEST(Queue, list_is_oldest_first_whatever_the_clock_says) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    ASSERT_TRUE(queue->append("b", "2026-11-22T12:40:00Z", "k", kThreeBytes));
    ASSERT_TRUE(queue->append("a", "2020-01-01T00:00:00Z", "k", kThreeBytes));
    const auto rows = queue->list();
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(0).id, "b");
}

TEST(Queue, survives_closing_and_is_read_without_writing) {
    const FreshFolder folder;
    ASSERT_TRUE(append_one(*opened(folder / "consult.db"), "id-1"));
    const auto reader = opened(folder / "consult.db", OpenMode::read);
    EXPECT_EQ(reader->list()->size(), 1U);
    EXPECT_EQ(append_one(*reader, "id-2").error().kind, base::FaultKind::refused);
}

TEST(Queue, reader_sees_what_another_process_appends) {
    const FreshFolder folder;
    const auto writer = opened(folder / "consult.db");
    const auto reader = opened(folder / "consult.db", OpenMode::read);
    EXPECT_TRUE(reader->list()->empty());
    ASSERT_TRUE(append_one(*writer, "id-1"));
    EXPECT_EQ(reader->list()->size(), 1U);
}

TEST(Queue, reading_where_nothing_was_stored_is_not_found_and_makes_nothing) {
    const FreshFolder folder;
    const auto queue = Queue::open(folder / "consult.db", OpenMode::read);
    EXPECT_EQ(queue.error().kind, base::FaultKind::not_found);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Queue, file_that_was_made_but_never_filled_reads_as_empty) {
    const FreshFolder folder;
    ASSERT_TRUE(base::write_file_atomically(folder / "consult.db", ""));
    EXPECT_TRUE(opened(folder / "consult.db", OpenMode::read)->list()->empty());
    EXPECT_TRUE(append_one(*opened(folder / "consult.db"), "id-1"));
}

TEST(Queue, files_are_the_owners_alone) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    ASSERT_TRUE(append_one(*queue, "id-1"));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        struct stat info {};
        ASSERT_EQ(::stat(entry.path().c_str(), &info), 0);
        EXPECT_EQ(info.st_mode & 0777, 0600U) << entry.path();
    }
}

TEST(Queue, reference_is_found_in_any_case_and_grouping) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    std::string typed = display_reference(*append_one(*queue, "id-1"));
    for (char& c : typed) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(queue->get(" " + typed)->id, "id-1");
}

TEST(Queue, mistyped_reference_and_unknown_one_are_told_apart) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    std::string reference = *append_one(*queue, "id-1");
    std::string unknown = new_reference();
    while (unknown == reference) unknown = new_reference();
    EXPECT_EQ(queue->get(unknown).error().kind, base::FaultKind::not_found);
    reference[0] = reference[0] == '2' ? '3' : '2';
    EXPECT_EQ(queue->get(reference).error().kind, base::FaultKind::wrong_format);
}

TEST(Queue, altered_row_is_shown_as_damaged_and_not_given) {
    for (const char* change :
         {"UPDATE request SET sealed = zeroblob(400)", "UPDATE request SET id = 'x'",
          "UPDATE request SET created = '2020-01-01T00:00:00Z'",
          "UPDATE request SET key_fingerprint = 'k'", "UPDATE request SET digest = x'00'"}) {
        const FreshFolder folder;
        const auto queue = opened(folder / "consult.db");
        const auto reference = append_one(*queue, "id-1");
        Other(folder / "consult.db").run(change);
        EXPECT_EQ(queue->list()->at(0).state, "damaged") << change;
        EXPECT_EQ(queue->get(*reference).error().kind, base::FaultKind::damaged) << change;
    }
}

TEST(Queue, altered_reference_is_shown_as_damaged) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    ASSERT_TRUE(append_one(*queue, "id-1"));
    Other(folder / "consult.db").run("UPDATE request SET reference = '2222223'");
    EXPECT_EQ(queue->list()->at(0).state, "damaged");
}

TEST(Queue, state_that_staff_set_is_not_damage) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    ASSERT_TRUE(append_one(*queue, "id-1"));
    Other(folder / "consult.db").run("UPDATE request SET state = 'completed'");
    EXPECT_EQ(queue->list()->at(0).state, "completed");
}

TEST(Queue, file_that_is_no_database_is_damaged_and_stays_as_it_is) {
    const FreshFolder folder;
    const std::string text(5000, 'x');
    ASSERT_TRUE(base::write_file_atomically(folder / "consult.db", text));
    EXPECT_EQ(Queue::open(folder / "consult.db", OpenMode::append, 20).error().kind,
              base::FaultKind::damaged);
    EXPECT_EQ(base::read_file(folder / "consult.db", 10000).value(), text);
}

TEST(Queue, layout_of_a_newer_program_is_refused_and_stays_as_it_is) {
    const FreshFolder folder;
    ASSERT_TRUE(append_one(*opened(folder / "consult.db"), "id-1"));
    Other(folder / "consult.db").run("PRAGMA user_version = 99");
    EXPECT_EQ(Queue::open(folder / "consult.db", OpenMode::append, 20).error().kind,
              base::FaultKind::unsupported);
    EXPECT_EQ(opened(folder / "consult.db", OpenMode::read)->list().error().kind,
              base::FaultKind::unsupported);
}

TEST(Queue, folder_with_an_odd_name_is_taken_by_its_name) {
    const FreshFolder folder;
    std::filesystem::create_directory(folder / "50% a?b#c");
    const auto file = folder / "50% a?b#c" / "consult.db";
    ASSERT_TRUE(append_one(*opened(file), "id-1"));
    EXPECT_GT(std::filesystem::file_size(file), 0U);
    EXPECT_EQ(opened(file, OpenMode::read)->list()->size(), 1U);
}

TEST(Queue, nothing_sealed_is_refused) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    EXPECT_EQ(queue->append("id", kCreated, "k", {}).error().kind, base::FaultKind::refused);
}

TEST(Queue, taken_reference_is_replaced_by_another) {
    const FreshFolder folder;
    ASSERT_TRUE(append_one(*opened(folder / "consult.db"), "id-1"));
    auto database = sqlite::Database::open(folder / "consult.db", sqlite::Access::read_write, 20);
    ASSERT_TRUE(database);
    const std::string taken = select_rows(*database, "")->at(0).reference;
    int tries = 0;
    const auto made = insert_row(*database, {"id-2", "", kCreated, "", "k", kThreeBytes},
                                 [&] { return ++tries < 3 ? taken : std::string("K7Q4FM8"); });
    EXPECT_EQ(*made, "K7Q4FM8");
    EXPECT_EQ(tries, 3);
    EXPECT_FALSE(
        insert_row(*database, {"id-3", "", kCreated, "", "k", kThreeBytes}, [&] { return taken; }));
}

TEST(Queue, file_deleted_underneath_is_made_anew) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    ASSERT_TRUE(append_one(*queue, "id-1"));
    std::filesystem::remove(folder / "consult.db");
    ASSERT_TRUE(append_one(*queue, "id-2"));
    const auto rows = opened(folder / "consult.db", OpenMode::read)->list();
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->at(0).id, "id-2");
}

TEST(Queue, file_moved_underneath_keeps_its_requests) {
    const FreshFolder folder;
    const auto queue = opened(folder / "consult.db");
    ASSERT_TRUE(append_one(*queue, "id-1"));
    std::filesystem::rename(folder / "consult.db", folder / "kept.db");
    ASSERT_TRUE(append_one(*queue, "id-2"));
    EXPECT_EQ(opened(folder / "kept.db", OpenMode::read)->list()->at(0).id, "id-1");
    EXPECT_EQ(opened(folder / "consult.db", OpenMode::read)->list()->at(0).id, "id-2");
}

TEST(Queue, plain_text_is_in_no_file) {
    const FreshFolder keys, folder;
    const auto key = create_clinic_keys(keys / "clinic.key", base::SecretString(1));
    const auto queue = opened(folder / "consult.db");
    ContactForm form;
    form.first_name.assign("canary-name");
    form.phone.assign("+90 532 415 50 00");
    form.own_words.assign("canary-words");
    form.agreed = true;
    RequestContext context;
    context.request_id = new_request_id();
    context.authored = kCreated;
    const auto bundle = to_bundle(form, context);
    ASSERT_TRUE(queue->append(context.request_id, kCreated, key->fingerprint(),
                              seal(bundle->view(), *key)));
    const std::string bytes = everything_in(folder.path());
    EXPECT_NE(bytes.find(context.request_id), std::string::npos);  // the search itself works
    EXPECT_EQ(bytes.find("canary"), std::string::npos);
    EXPECT_EQ(bytes.find("+90 532"), std::string::npos);
    const auto secret = load_secret_key(keys / "clinic.key", base::SecretString(1));
    const auto opened = open(queue->list()->at(0).sealed, *secret);
    EXPECT_NE(opened->view().find("canary-words"), std::string_view::npos);
}

TEST(Queue, consult_db_alone_holds_every_request) {
    const FreshFolder folder, elsewhere;
    const auto queue = opened(folder / "consult.db");
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(append_one(*queue, "id-" + std::to_string(i)));
    while (std::filesystem::file_size(folder / "consult.db-wal") > 0) std::this_thread::yield();
    std::filesystem::copy_file(folder / "consult.db", elsewhere / "consult.db");
    EXPECT_EQ(opened(elsewhere / "consult.db", OpenMode::read)->list()->size(), 5U);
}

TEST(Queue, processes_that_append_at_once_lose_and_double_nothing) {
    const FreshFolder folder;
    constexpr int kProcesses = 4, kEach = 25;
    for (int process = 0; process < kProcesses; ++process) {
        if (::fork() != 0) continue;
        const auto queue = Queue::open(folder / "consult.db", OpenMode::append, 30000);
        bool all = queue.has_value();
        for (int i = 0; all && i < kEach; ++i)
            all = append_one(**queue, std::to_string(process) + "/" + std::to_string(i))
                      .has_value() &&
                  append_one(**queue, "shared/" + std::to_string(i)).has_value();
        ::_exit(all ? 0 : 1);
    }
    for (int process = 0; process < kProcesses; ++process) {
        int status = 0;
        ::wait(&status);
        EXPECT_EQ(status, 0);
    }
    std::set<std::string> ids, references;
    const auto rows = opened(folder / "consult.db", OpenMode::read)->list();
    for (const auto& row : *rows) {
        ids.insert(row.id);
        references.insert(row.reference);
        EXPECT_EQ(row.state, "requested");
    }
    EXPECT_EQ(rows->size(), kProcesses * kEach + kEach);
    EXPECT_EQ(ids.size(), rows->size());
    EXPECT_EQ(references.size(), rows->size());
}

}  // namespace candor::consult
