#include "desk_in_memory.h"
#include "screens/self_check/wording.h"

namespace candor::desk {
namespace {

/// The page of counts at a desk in that language.
class CountsPageTest : public testing::TestWithParam<const char*> {
  protected:
    CountsPageTest() {
        at.desk->apply(ShowPage{Page::counts});
        at.desk->settle();
    }
    std::vector<std::string> rows() const {
        std::vector<std::string> names;
        for (const ui::Node& node : at.desk->tree().nodes)
            if (node.role == ui::Role::row) names.push_back(node.name);
        return names;
    }

    Clinic clinic;
    DeskInMemory at{clinic, "Ada", GetParam()};
};

}  // namespace

TEST_P(CountsPageTest, days_are_written_as_the_language_writes_dates) {
    const std::string file = CANDOR_SOURCE_DIR "/assets/desk-strings/" + std::string(GetParam());
    const auto strings = ui::Strings::load(file + ".yaml").value();
    const auto& counted = at.state().studio.counted;
    ASSERT_NE(counted, nullptr);
    const CountedDays days = days_of(*counted, consult::Counted::visit_started);
    const auto names = rows();
    ASSERT_GE(names.size(), days.size()) << at.text();
    for (std::size_t i = 0; i < days.size(); ++i) {
        EXPECT_EQ(names[i], screens::date_words(days[i].day, strings));
        EXPECT_NE(names[i], days[i].day) << "as a computer writes it";
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, CountsPageTest, testing::Values("en", "tr", "ar", "de", "es"),
                         [](const auto& of) { return std::string(of.param); });

}  // namespace candor::desk
