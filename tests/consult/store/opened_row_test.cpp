#include "consult/store/opened_row.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "consult/keys/seal.h"
#include "consult/store/queue_rows.h"
#include "consult/store/sqlite_inbox.h"
#include "fresh_folder.h"
#include "hostile_requests.h"

namespace candor::consult {
namespace {

constexpr const char* kAnotherId = "5d0a9d55-0c2f-4b1f-87a4-16d5f0f0e8f3";

class OpenedRowTest : public testing::Test {
  protected:
    OpenedRowTest() { randombytes_buf(key_.bytes.data(), key_.bytes.size()); }

    QueuedRequest row(const std::string& text) const {
        return {kSealedId,
                "K7Q4FM8",
                "2026-11-22T12:00:00Z",
                "requested",
                key_.public_key().fingerprint(),
                seal(text, key_.public_key())};
    }
    RowProblem problem_of(const QueuedRequest& row) const {
        const auto opened = open_row(row, key_, key_.public_key().fingerprint());
        return opened ? RowProblem::none : opened.error().problem;
    }

    const std::string good_ = bundle_with(kSealedId, kSealedAt, "");
    SecretKey key_;
};

}  // namespace

TEST_F(OpenedRowTest, request_in_its_own_row_opens) {
    EXPECT_EQ(problem_of(row(good_)), RowProblem::none);
    QueuedRequest older = row(good_);
    older.created = kSealedAt;
    EXPECT_EQ(problem_of(older), RowProblem::none);
}

TEST_F(OpenedRowTest, request_of_another_row_or_another_hour_is_not_its_rows) {
    QueuedRequest copied = row(bundle_with(kAnotherId, kSealedAt, ""));
    EXPECT_EQ(problem_of(copied), RowProblem::not_its_row);
    EXPECT_EQ(open_row(copied, key_, copied.key_fingerprint).error().id_inside, kAnotherId);
    for (const char* created : {"2026-11-22T13:00:00Z", "2026-11-22T12:40:18Z", "", "soon"}) {
        QueuedRequest dated_anew = row(good_);
        dated_anew.created = created;
        EXPECT_EQ(problem_of(dated_anew), RowProblem::not_its_row) << created;
    }
}

TEST_F(OpenedRowTest, what_cannot_be_read_says_so_and_not_that_it_is_damaged) {
    for (const auto& [what, text] : unreadable_requests(kSealedId, kSealedAt))
        EXPECT_EQ(problem_of(row(text)), RowProblem::not_readable) << what;
    for (const auto& [what, text] : odd_requests(kSealedId, kSealedAt))
        EXPECT_EQ(problem_of(row(text)), RowProblem::none) << what;
}

TEST_F(OpenedRowTest, what_is_not_sealed_or_altered_is_damaged_and_another_keys_is_said_to_be) {
    QueuedRequest bare = row(good_);
    for (const std::string& bytes : {std::string(), std::string("{}"), good_}) {
        bare.sealed.assign(bytes.begin(), bytes.end());
        EXPECT_EQ(problem_of(bare), RowProblem::damaged) << bytes;
    }
    QueuedRequest damaged = row(good_);
    damaged.state = kDamaged;
    EXPECT_EQ(problem_of(damaged), RowProblem::damaged);
    QueuedRequest strange = row(good_);
    strange.key_fingerprint = "\x1B[2J" + std::string(1000, 'k');
    EXPECT_EQ(problem_of(strange), RowProblem::other_key);
    const auto fault = open_row(strange, key_, "0123456789abcdef").error().fault;
    EXPECT_EQ(fault.detail.find('\x1B'), std::string::npos);
    EXPECT_LT(fault.detail.size(), 200U);
}

/// consult.db and its key as the program wrote them that neither filled a request nor hid its
/// second.
TEST(OlderRequests, open_as_ever_and_belong_to_their_rows) {
    const std::filesystem::path older = CANDOR_SOURCE_DIR "/tests/consult/store/older_requests";
    const FreshFolder folder;
    std::filesystem::copy_file(older / "consult.db", folder / "consult.db");
    const auto key = load_secret_key(older / "clinic.key", base::SecretString(1));
    ASSERT_TRUE(key) << key.error().detail;
    const auto inbox = open_sqlite_inbox(folder / "consult.db");
    ASSERT_TRUE(inbox) << inbox.error().detail;
    const auto rows = (*inbox)->rows();
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    const auto opened = open_row(rows->at(0).request, *key, key->public_key().fingerprint());
    ASSERT_TRUE(opened) << opened.error().fault.detail;
    EXPECT_EQ(opened->request.first_name, "Elif");
    EXPECT_EQ(opened->request.authored, "2026-11-22T12:40:17Z");
    EXPECT_EQ(rows->at(0).progress, Progress::called);
    const auto second = open_row(rows->at(1).request, *key, key->public_key().fingerprint());
    ASSERT_TRUE(second);
    EXPECT_EQ(second->request.answers.size(), 1U);
    const auto record = (*inbox)->changes(rows->at(0).request.id);
    ASSERT_TRUE(record);
    std::string notes;
    for (const auto& change : *record)
        if (!change.sealed_note.empty()) notes += open(change.sealed_note, *key)->view();
    EXPECT_EQ(notes, "Rings on Friday");
    EXPECT_TRUE((*inbox)->verify()->holds());
}

}  // namespace candor::consult
