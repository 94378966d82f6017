#include "consult/store/counts.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "fresh_folder.h"

namespace candor::consult {
namespace {

class CountsFile : public testing::Test {
  protected:
    std::unique_ptr<Counts> open() {
        auto counts = Counts::open(file);
        if (!counts) ADD_FAILURE() << counts.error().detail;
        return counts ? std::move(*counts) : nullptr;
    }
    /// So many visits of a day that saw the same.
    void visits(int number, const std::string& day, Counted what, const std::string& page = {}) {
        const auto counts = open();
        for (int i = 0; i < number; ++i) ASSERT_TRUE(counts->add({{day, what, page, 1}}));
    }
    std::vector<DayCount> shown(const std::string& today) {
        const auto counts = Counts::open_to_read(file);
        if (!counts) return {};
        auto found = (*counts)->shown(today);
        EXPECT_TRUE(found);
        return std::move(found).value_or(std::vector<DayCount>());
    }
    std::string bytes() const {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    FreshFolder folder;
    std::filesystem::path file = folder / "counts.db";
};

}  // namespace

TEST_F(CountsFile, five_visits_of_a_day_that_is_over_are_shown) {
    visits(5, "2026-11-24", Counted::visit_started);
    const std::vector<DayCount> expected{{"2026-11-24", Counted::visit_started, "", 5}};
    EXPECT_EQ(shown("2026-11-25"), expected);
}

TEST_F(CountsFile, four_visits_are_not_shown) {
    visits(4, "2026-11-24", Counted::request_sent);
    EXPECT_TRUE(shown("2026-11-25").empty());
}

TEST_F(CountsFile, today_is_not_shown_nor_a_day_to_come) {
    visits(9, "2026-11-25", Counted::visit_started);
    visits(9, "2026-11-26", Counted::visit_started);
    EXPECT_TRUE(shown("2026-11-25").empty());
}

TEST_F(CountsFile, numbers_of_days_and_pages_are_kept_apart_newest_day_first) {
    visits(5, "2026-11-23", Counted::page_opened, "prp/010-a");
    visits(6, "2026-11-24", Counted::page_opened, "prp/020-b");
    visits(7, "2026-11-24", Counted::page_opened, "prp/010-a");
    visits(8, "2026-11-24", Counted::quick_check_right, "prp/010-a");
    const std::vector<DayCount> expected{{"2026-11-24", Counted::page_opened, "prp/010-a", 7},
                                         {"2026-11-24", Counted::page_opened, "prp/020-b", 6},
                                         {"2026-11-24", Counted::quick_check_right, "prp/010-a", 8},
                                         {"2026-11-23", Counted::page_opened, "prp/010-a", 5}};
    EXPECT_EQ(shown("2026-11-25"), expected);
}

TEST_F(CountsFile, bytes_are_the_same_in_whatever_order_things_came) {
    const DayCount a{"2026-11-24", Counted::page_opened, "prp/010-a", 1};
    const DayCount b{"2026-11-24", Counted::request_sent, "", 1};
    ASSERT_TRUE(open()->add({a, b}));
    const std::string one_way = bytes();
    std::filesystem::remove(file);
    ASSERT_TRUE(open()->add({b, a}));
    EXPECT_EQ(bytes(), one_way);
}

TEST_F(CountsFile, nobody_else_may_read_it_and_nothing_lies_beside_it) {
    visits(1, "2026-11-24", Counted::visit_started);
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path(), file);
}

TEST_F(CountsFile, that_is_damaged_is_a_fault_and_stays_as_it_is) {
    std::ofstream(file) << "this is no database, however long one looks at it";
    const std::string before = bytes();
    const auto counts = Counts::open(file);
    ASSERT_FALSE(counts);
    EXPECT_EQ(counts.error().kind, base::FaultKind::damaged);
    EXPECT_EQ(bytes(), before);
}

TEST_F(CountsFile, of_a_newer_program_is_refused) {
    visits(5, "2026-11-24", Counted::visit_started);
    std::fstream raw(file, std::ios::binary | std::ios::in | std::ios::out);
    constexpr int kUserVersion = 60;  // its offset in SQLite's header, a big-endian word
    raw.seekp(kUserVersion).write("\0\0\0\x09", 4);
    raw.close();
    const auto counts = Counts::open(file);
    ASSERT_FALSE(counts);
    EXPECT_EQ(counts.error().kind, base::FaultKind::unsupported);
}

TEST_F(CountsFile, that_is_not_there_is_told) {
    const auto counts = Counts::open_to_read(file);
    ASSERT_FALSE(counts);
    EXPECT_EQ(counts.error().kind, base::FaultKind::not_found);
    EXPECT_FALSE(std::filesystem::exists(file));
}

}  // namespace candor::consult
