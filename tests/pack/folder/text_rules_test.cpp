#include "pack/folder/text_rules.h"

#include "scratch_pack.h"

namespace candor::pack {
namespace {

base::Findings findings_of(const std::string& text) {
    base::Findings findings;
    Report report("a", findings);
    const bool good = check_text(text, 1, report);
    EXPECT_EQ(good, findings.empty());
    return findings;
}

}  // namespace

TEST(TextRules, words_of_every_script_are_fine) {
    EXPECT_TRUE(
        findings_of("Saç ekimi, زراعة الشعر, Haarausfall ß, 👩🏽‍⚕️, \t é\n")
            .empty());
}

TEST(TextRules, bytes_that_are_not_utf8_are_found_with_their_line) {
    EXPECT_TRUE(has_finding(findings_of("a\nb\xFFq\n"), "a", 2, "bad-encoding"));
    EXPECT_TRUE(has_finding(findings_of("\xC0\xAF"), "a", 1, "bad-encoding"));
    EXPECT_TRUE(has_finding(findings_of("\xED\xA0\x80"), "a", 1, "bad-encoding"));
    EXPECT_TRUE(has_finding(findings_of("cut \xE2\x80"), "a", 1, "bad-encoding"));
}

TEST(TextRules, zero_and_control_bytes_are_refused) {
    EXPECT_TRUE(has_finding(findings_of(std::string("a\0b", 3)), "a", 1, "control-character"));
    EXPECT_TRUE(has_finding(findings_of("\n\n\x1B[2J"), "a", 3, "control-character"));
    EXPECT_TRUE(has_finding(findings_of("\xC2\x85"), "a", 1, "control-character"));
}

TEST(TextRules, marks_that_turn_the_direction_are_refused) {
    EXPECT_TRUE(has_finding(findings_of("a\n\xE2\x80\xAE"
                                        "b"),
                            "a", 2, "bidi-control"));
    EXPECT_TRUE(has_finding(findings_of("\xE2\x81\xA7"
                                        "b"),
                            "a", 1, "bidi-control"));
}

TEST(TextRules, page_that_hides_such_a_mark_is_left_out) {
    for (const char* body : {"a \xE2\x80\xAE b\n", "a &#x202E; b\n",
                             "```faq\n- {question: \"a\", answer: \"\\u202E b\"}\n```\n"}) {
        ScratchPack scratch;
        scratch.page(body);
        const auto loaded = scratch.load();
        EXPECT_FALSE(loaded.pack) << body;
        EXPECT_EQ(loaded.findings.front().code, "bidi-control") << body;
    }
}

}  // namespace candor::pack
