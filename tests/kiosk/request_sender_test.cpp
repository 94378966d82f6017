#include "kiosk/request_sender.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/clock.h"
#include "consult/keys/demonstration_keys.h"
#include "consult/keys/seal.h"
#include "consult/request/opened_request.h"
#include "consult/request/request.h"
#include "consult/store/outbox.h"
#include "consult/store/rehearsal.h"
#include "content/catalog_files.h"

namespace candor::kiosk {
namespace {

namespace fs = std::filesystem;

/// A visit with a form that can be sent, and the queue that it goes into.
class Sending : public testing::Test {
  protected:
    Sending() {
        std::string name = testing::TempDir() + "candor-sender-XXXXXX";
        options_.state = ::mkdtemp(name.data());
        state_.catalog = *content::load_interface(options_.assets, "en");
        state_.visit.request.id = consult::new_request_id();
        state_.visit.request.form.first_name.assign("Elif");
        state_.visit.request.form.phone.assign("+90 532 456 78 90");
        state_.visit.request.form.language = "en";
        state_.visit.request.form.agreed = true;
        writes("The first words.");
    }
    ~Sending() override {
        std::error_code ignored;
        fs::remove_all(options_.state, ignored);
    }

    void writes(const char* words) { state_.visit.request.form.own_words.assign(words); }
    fs::path file() const { return options_.state / "consult.db"; }
    std::string id() const { return state_.visit.request.id; }

    /// Somebody else holds the file all the while.
    void fails_to_send() {
        ASSERT_TRUE(consult::ensure_demonstration_keys(options_.state));
        ASSERT_TRUE(consult::Queue::open(file(), consult::OpenMode::append));
        sqlite3* other = nullptr;
        ASSERT_EQ(sqlite3_open(file().c_str(), &other), SQLITE_OK);
        ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        EXPECT_FALSE(sender_.send(state_));
        sqlite3_close(other);
    }
    /// As if the disk had kept what it said that it could not take.
    void first_try_was_stored() {
        consult::RequestContext context;
        context.request_id = id();
        context.authored = base::utc_now();
        const auto bundle = consult::to_bundle(state_.visit.request.form, context);
        const auto key = consult::ensure_demonstration_keys(options_.state);
        const auto queue = *consult::Queue::open(file(), consult::OpenMode::append);
        ASSERT_TRUE(queue->append(id(), context.authored, key->fingerprint(),
                                  consult::seal(bundle->view(), *key)));
    }
    /// What the clinic reads, in the order of arrival.
    std::vector<std::string> received() {
        std::vector<std::string> words;
        const auto key = consult::load_secret_key(consult::demonstration_key_file(options_.state),
                                                  base::SecretString(1));
        const auto queue = *consult::Queue::open(file(), consult::OpenMode::read);
        const auto rows = queue->list();
        for (const auto& row : *rows) {
            const auto bundle = consult::open(row.sealed, *key);
            words.push_back(std::string(consult::read_bundle(bundle->view())->own_words));
        }
        return words;
    }

    Options options_{base::default_places()};
    screens::State state_;
    RequestSender sender_{options_};
};

using Words = std::vector<std::string>;

}  // namespace

TEST_F(Sending, same_words_again_are_one_request) {
    const auto first = sender_.send(state_);
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(sender_.send(state_).value_or("none"), *first);
    EXPECT_EQ(received(), Words{"The first words."});
}

TEST_F(Sending, same_words_after_a_fault_that_stored_them_are_one_request) {
    fails_to_send();
    first_try_was_stored();
    EXPECT_TRUE(sender_.send(state_));
    EXPECT_EQ(received(), Words{"The first words."});
}

TEST_F(Sending, corrected_words_take_the_place_of_what_a_fault_had_stored_after_all) {
    fails_to_send();
    first_try_was_stored();
    writes("The right words.");
    const auto sent = sender_.send(state_);
    ASSERT_TRUE(sent) << sent.error().detail;
    EXPECT_EQ(received(), Words{"The right words."});
    EXPECT_EQ(sender_.send(state_).value_or("none"), *sent);
    EXPECT_EQ(received(), Words{"The right words."});
}

TEST_F(Sending, words_that_were_changed_back_are_the_last_words) {
    fails_to_send();
    first_try_was_stored();
    writes("The right words.");
    fails_to_send();
    writes("The first words.");
    ASSERT_TRUE(sender_.send(state_));
    EXPECT_EQ(received(), Words{"The first words."});
}

TEST_F(Sending, first_words_that_a_server_has_are_not_taken_back_and_the_right_ones_go_too) {
    fails_to_send();
    first_try_was_stored();
    ASSERT_TRUE((*consult::Outbox::open(file()))->mark_delivered({id()}, base::utc_now()));
    writes("The right words.");
    ASSERT_TRUE(sender_.send(state_));
    EXPECT_EQ(received(), (Words{"The first words.", "The right words."}));
}

TEST_F(Sending, next_visit_takes_nothing_back) {
    ASSERT_TRUE(sender_.send(state_));
    state_.visit.request.id = consult::new_request_id();
    writes("Another person.");
    ASSERT_TRUE(sender_.send(state_));
    EXPECT_EQ(received(), (Words{"The first words.", "Another person."}));
}

TEST_F(Sending, queue_that_is_damaged_meanwhile_is_set_aside_and_the_request_goes_into_a_new_one) {
    std::ofstream(file()) << std::string(5000, 'x');
    const auto sent = sender_.send(state_);
    ASSERT_TRUE(sent) << sent.error().detail;
    EXPECT_EQ(received(), Words{"The first words."});
    EXPECT_EQ(consult::set_aside_in(options_.state).size(), 1U);
}

TEST_F(Sending, key_that_was_mended_after_a_fault_is_read_anew) {
    std::ofstream(options_.state / "kiosk.yaml") << "clinic_key: gone.pub\n";
    EXPECT_FALSE(sender_.send(state_));
    fs::remove(options_.state / "kiosk.yaml");
    EXPECT_TRUE(sender_.send(state_));
    EXPECT_EQ(received(), Words{"The first words."});
}

TEST_F(Sending, preview_stores_nothing_and_makes_no_key) {
    options_.preview = "/a/pack";
    ASSERT_TRUE(sender_.send(state_));
    EXPECT_TRUE(fs::is_empty(options_.state));
}

}  // namespace candor::kiosk
