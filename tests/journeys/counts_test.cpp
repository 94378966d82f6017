#include "consult/store/counts.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/clock.h"
#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"
#include "visits.h"

namespace candor::journeys {
namespace {

/// The way of many people through the same kiosk.
class Visitors {
  public:
    explicit Visitors(const std::filesystem::path& state)
        : kiosk_(std::make_unique<HeadlessKiosk>(state)), person_(*kiosk_) {}

    Person& start() {
        person_.touch(Role::button, "Touch to start");
        return person_;
    }
    /// Nobody touches it until all is erased.
    void leave() { person_.waits(200); }
    /// The kiosk is switched off; what it had to write is written.
    void close() { kiosk_.reset(); }

  private:
    std::unique_ptr<HeadlessKiosk> kiosk_;
    Person person_;
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<consult::DayCount> counted(const std::filesystem::path& state) {
    const auto counts = consult::Counts::open_to_read(state / "counts.db");
    if (!counts) return {};
    return (*counts)->shown("9999-12-31").value_or(std::vector<consult::DayCount>());
}

std::int64_t number(const std::vector<consult::DayCount>& counts, consult::Counted what,
                    const std::string& page = {}) {
    for (const auto& count : counts)
        if (count.what == what && count.page == page) return count.number;
    return 0;
}

}  // namespace

TEST(CountsOfVisits, count_each_thing_once_a_visit) {
    const ScratchFolder state;
    Visitors visitors(state.path());
    for (int visit = 0; visit < 5; ++visit) {
        Person& person = visitors.start();
        person.touch(Role::button, "PRP, and how it differs");
        person.touch(Role::button, "Next: how it is given");
        person.touch(Role::button, "Back");
        person.touch(Role::button, "Topics");
        answers_the_self_check(person, {{Role::radio, "Under 18"}});
        person.touch(Role::button, "See what this may mean");
        visitors.leave();
    }
    visitors.close();
    const auto counts = counted(state.path());
    using consult::Counted;
    EXPECT_EQ(number(counts, Counted::visit_started), 5);
    EXPECT_EQ(number(counts, Counted::self_check_finished), 5);
    EXPECT_EQ(number(counts, Counted::page_opened, "prp/010-what-prp-is"), 5);
    EXPECT_EQ(number(counts, Counted::request_sent), 0);
}

TEST(CountsOfVisits, leave_no_time_of_day_and_no_language) {
    const ScratchFolder state;
    Visitors visitors(state.path());
    Person& person = visitors.start();
    person.touch(Role::button, "PRP, and how it differs");
    visitors.leave();
    visitors.close();
    const std::string bytes = bytes_of(state / "counts.db");
    EXPECT_NE(bytes.find("page-openedprp/010-what-prp-is"), std::string::npos);
    const std::string day = base::local_today();
    EXPECT_NE(bytes.find(day), std::string::npos);
    for (std::size_t at = bytes.find(day); at != std::string::npos; at = bytes.find(day, at + 1))
        EXPECT_NE(bytes[at + day.size()], 'T');
    EXPECT_EQ(bytes.find(':'), std::string::npos);
    EXPECT_EQ(bytes.find("\"en\""), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(state / "counts.db-journal"));
}

TEST(CountsOfVisits, nothing_of_a_visit_is_written_before_it_ends) {
    const ScratchFolder state;
    Visitors visitors(state.path());
    visitors.start().touch(Role::button, "PRP, and how it differs");
    EXPECT_FALSE(std::filesystem::exists(state / "counts.db"));
    visitors.close();
    EXPECT_FALSE(std::filesystem::exists(state / "counts.db"));
}

TEST(CountsOfVisits, file_that_is_damaged_disturbs_no_visit) {
    const ScratchFolder state;
    std::ofstream(state / "counts.db") << "this is no database, however long one looks at it";
    Visitors visitors(state.path());
    for (int visit = 0; visit < 2; ++visit) {
        EXPECT_TRUE(visitors.start().is_on("home"));
        visitors.leave();
    }
}

}  // namespace candor::journeys
