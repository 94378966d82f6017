#include "consult/handover/handover.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "fresh_folder.h"

namespace candor::consult {
namespace {

namespace fs = std::filesystem;

class Handover : public testing::Test {
  protected:
    Handover() { fs::create_directory(handover_folder(state_)); }

    void word_is(const std::string& text) const {
        std::ofstream(handover_folder(state_) / "word") << text;
    }

    const FreshFolder folder_;
    const fs::path state_ = folder_.path();
};

CourierWord some_word() {
    CourierWord word;
    word.waiting = 12;
    word.oldest = "2026-11-22T12:00:00Z";
    word.last_delivered = "2026-11-22T11:40:00Z";
    word.failing_since = "2026-11-22T11:50:00Z";
    word.problem = DeliveryProblem::server_full;
    return word;
}

}  // namespace

TEST_F(Handover, word_comes_back_as_it_was_written) {
    EXPECT_FALSE(read_word(state_));
    ASSERT_TRUE(write_word(state_, some_word()));
    EXPECT_EQ(read_word(state_), some_word());
    ASSERT_TRUE(write_word(state_, {}));
    EXPECT_EQ(read_word(state_), CourierWord{});
}

TEST_F(Handover, what_no_courier_wrote_is_no_word) {
    for (const char* text :
         {"", "x", "waiting many\n", "waiting -3\n", "waiting 3x\n", "waiting 3\noldest soon\n",
          "waiting 3\noldest 2026-11-22T12:00:0\x1bZ\n"}) {
        word_is(text);
        EXPECT_FALSE(read_word(state_)) << text;
    }
    word_is("waiting 3\n" + std::string(5000, 'x'));
    EXPECT_FALSE(read_word(state_));
}

TEST_F(Handover, newer_couriers_word_is_understood_as_far_as_it_can_be) {
    word_is("waiting 3\nmood good\nproblem something-new\n");
    const auto word = read_word(state_);
    ASSERT_TRUE(word);
    EXPECT_EQ(word->waiting, 3);
    EXPECT_EQ(word->problem, DeliveryProblem::other);
}

TEST_F(Handover, word_is_for_the_kiosks_user_alone) {
    ASSERT_TRUE(write_word(state_, some_word()));
    EXPECT_EQ(fs::status(handover_folder(state_) / "word").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Handover, courier_lives_as_long_as_its_lock_and_looking_makes_nothing) {
    EXPECT_FALSE(courier_lives(state_));
    EXPECT_TRUE(fs::is_empty(handover_folder(state_)));
    {
        const auto lock = CourierLock::take(state_);
        ASSERT_TRUE(lock);
        EXPECT_TRUE(courier_lives(state_));
        EXPECT_EQ(CourierLock::take(state_).error().kind, base::FaultKind::refused);
        EXPECT_TRUE(courier_lives(state_)) << "who was refused takes nothing away";
    }
    EXPECT_FALSE(courier_lives(state_));
}

TEST_F(Handover, courier_of_a_folder_that_may_not_be_looked_at_is_not_known_to_be_dead) {
    EXPECT_EQ(whether_courier_lives(state_), false);
    fs::remove_all(handover_folder(state_));
    EXPECT_EQ(whether_courier_lives(state_), false) << "there never was one";
    std::ofstream(handover_folder(state_)) << "no folder";
    EXPECT_EQ(whether_courier_lives(state_), std::nullopt);
    EXPECT_FALSE(courier_lives(state_));
}

TEST_F(Handover, courier_that_is_killed_lives_no_more) {
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t courier = ::fork();
    if (courier == 0) {
        const auto lock = CourierLock::take(state_);
        const char word = lock ? 'y' : 'n';
        if (::write(ready[1], &word, 1) == 1) ::pause();
        ::_exit(0);
    }
    char word = 0;
    ASSERT_EQ(::read(ready[0], &word, 1), 1);
    EXPECT_EQ(word, 'y');
    EXPECT_TRUE(courier_lives(state_));
    ::kill(courier, SIGKILL);
    ::waitpid(courier, nullptr, 0);
    EXPECT_FALSE(courier_lives(state_));
    for (const int end : ready) ::close(end);
}

TEST_F(Handover, bell_without_a_folder_is_a_fault) {
    EXPECT_TRUE(ring_courier(state_));
    fs::remove_all(handover_folder(state_));
    EXPECT_EQ(ring_courier(state_).error().kind, base::FaultKind::not_found);
}

}  // namespace candor::consult
