#include "scratch_pack.h"

namespace candor::pack {
namespace {

constexpr const char* kCoursePage = "en/010-first.md";

std::string course_of(const std::string& days) {
    return "```course\ndays:\n" + days + "call-now:\n- pain grows\n```\n";
}

base::Findings findings_of_page(const std::string& body) {
    ScratchPack scratch;
    scratch.page(body);
    return scratch.load().findings;
}

}  // namespace

TEST(Course, days_say_what_is_usual_how_often_and_what_to_do) {
    ScratchPack scratch;
    scratch.page(
        "```course\ndays:\n"
        "- {day: 1, usual: \"Sore. [](source:one)\", rate: \"12 of 50. [](source:one)\"}\n"
        "- {day: 7-10, usual: Crusts, blank: nobody-knows, care: \"Keep it *dry*.\"}\n"
        "call-now: [pain grows, \"a fever comes [](source:two)\"]\n"
        "call-note: From a guide.\n```\n");
    const auto blocks = scratch.blocks();
    ASSERT_EQ(blocks.size(), 1U);
    const Course& read = body_of<Course>(blocks[0]);
    ASSERT_EQ(read.days.size(), 2U);
    EXPECT_EQ(read.days[0].first, 1);
    EXPECT_EQ(read.days[0].last, 1);
    EXPECT_EQ(plain_text(read.days[0].rate), "12 of 50.");
    EXPECT_EQ(read.days[1].first, 7);
    EXPECT_EQ(read.days[1].last, 10);
    EXPECT_TRUE(read.days[1].not_counted);
    EXPECT_EQ(plain_text(read.days[1].care), "Keep it dry.");
    ASSERT_EQ(read.call_now.size(), 2U);
    EXPECT_EQ(read.call_now[1].back().target, "two");
    EXPECT_EQ(plain_text(blocks[0]),
              "Sore.\n12 of 50.\nCrusts\nKeep it dry.\npain grows\na fever comes\nFrom a guide.");
}

TEST(Course, what_is_no_day_is_refused_at_its_line) {
    for (const char* day : {"0", "x", "3-", "-3", "9-7", "3 to 7", "731", "99999999999"})
        EXPECT_TRUE(
            has_finding(findings_of_page(course_of("- day: \"" + std::string(day) +
                                                   "\"\n  usual: x\n  blank: nobody-knows\n")),
                        kCoursePage, 6, "wrong-value"))
            << day;
}

TEST(Course, days_stand_in_their_order_each_once) {
    EXPECT_TRUE(
        has_finding(findings_of_page(course_of("- {day: 3-7, care: x}\n- {day: 7, care: x}\n")),
                    kCoursePage, 7, "day-order"));
}

TEST(Course, day_that_does_not_say_how_often_is_told) {
    EXPECT_TRUE(has_finding(findings_of_page(course_of("- {day: 1, usual: x}\n")), kCoursePage, 6,
                            "missing-rate"));
    EXPECT_TRUE(findings_of_page(course_of("- {day: 1, care: x}\n")).empty());
}

TEST(Course, day_that_says_how_often_and_that_nobody_knows_is_refused) {
    EXPECT_TRUE(has_finding(
        findings_of_page(course_of("- {day: 1, usual: x, rate: y, blank: nobody-knows}\n")),
        kCoursePage, 6, "blank-with-words"));
    EXPECT_TRUE(has_finding(findings_of_page(course_of("- {day: 1, usual: x, blank: perhaps}\n")),
                            kCoursePage, 6, "wrong-value"));
}

TEST(Course, without_a_sign_to_call_is_refused) {
    EXPECT_TRUE(has_finding(findings_of_page("```course\ndays: [{day: 1, care: x}]\n```\n"),
                            kCoursePage, 5, "missing-key"));
    EXPECT_TRUE(
        has_finding(findings_of_page(course_of("- just words\n")), kCoursePage, 6, "wrong-type"));
    EXPECT_TRUE(
        has_finding(findings_of_page(course_of("- {day: 1}\n")), kCoursePage, 6, "missing-key"));
}

}  // namespace candor::pack
