#include "consult/request/reference.h"

#include <gtest/gtest.h>

#include <set>

namespace candor::consult {
namespace {

constexpr int kSamples = 2000;

int undetected_substitutions(const std::string& reference) {
    int undetected = 0;
    for (std::size_t at = 0; at < reference.size(); ++at)
        for (const char c : kReferenceAlphabet) {
            std::string wrong = reference;
            wrong[at] = c;
            if (c != reference[at] && normalise_reference(wrong)) ++undetected;
        }
    return undetected;
}

int undetected_swaps(const std::string& reference) {
    int undetected = 0;
    for (std::size_t a = 0; a < reference.size(); ++a)
        for (std::size_t b = a + 1; b < reference.size(); ++b) {
            std::string wrong = reference;
            std::swap(wrong[a], wrong[b]);
            if (wrong != reference && normalise_reference(wrong)) ++undetected;
        }
    return undetected;
}

}  // namespace

TEST(Reference, new_one_is_valid_and_without_look_alikes) {
    for (int i = 0; i < kSamples; ++i) {
        const std::string reference = new_reference();
        ASSERT_EQ(reference.size(), 7U);
        ASSERT_EQ(normalise_reference(reference), reference);
        ASSERT_EQ(reference.find_first_of("01OILSZBGUAE"), std::string::npos) << reference;
    }
}

TEST(Reference, every_single_wrong_character_is_noticed) {
    for (int i = 0; i < kSamples; ++i) {
        const std::string reference = new_reference();
        ASSERT_EQ(undetected_substitutions(reference), 0) << reference;
    }
}

TEST(Reference, every_swap_of_two_characters_is_noticed) {
    for (int i = 0; i < kSamples; ++i) {
        const std::string reference = new_reference();
        ASSERT_EQ(undetected_swaps(reference), 0) << reference;
    }
}

// All 23 × 23 pairs at each pair of places, not a sample: whether a change is noticed depends on
// the changed places alone, because the check is a weighted sum.
TEST(Reference, every_pair_of_neighbours_swapped_is_noticed) {
    for (std::size_t at = 0; at + 1 < 6; ++at)
        for (const char a : kReferenceAlphabet)
            for (const char b : kReferenceAlphabet) {
                std::string six = "222222";
                six[at] = a;
                six[at + 1] = b;
                for (const char check : kReferenceAlphabet) {
                    std::string reference = six + check;
                    if (!normalise_reference(reference)) continue;
                    ASSERT_EQ(undetected_swaps(reference), 0) << reference;
                    ASSERT_EQ(undetected_substitutions(reference), 0) << reference;
                }
            }
}

TEST(Reference, exactly_one_check_character_fits) {
    int fitting = 0;
    for (const char c : kReferenceAlphabet)
        if (normalise_reference(std::string("K7Q4FM") + c)) ++fitting;
    EXPECT_EQ(fitting, 1);
    EXPECT_TRUE(normalise_reference("K7Q4FM8"));
}

TEST(Reference, case_blanks_and_hyphens_do_not_matter) {
    EXPECT_EQ(normalise_reference(" k7q-4fm 8 "), "K7Q4FM8");
}

TEST(Reference, too_short_too_long_and_foreign_characters_are_refused) {
    for (const char* typed : {"", "K7Q4FM", "K7Q4FM88", "K7Q4FMO", "K7Q4FM\xFF", "۷۷۷۷۷۷۷"})
        EXPECT_FALSE(normalise_reference(typed)) << typed;
}

TEST(Reference, display_groups_by_three) {
    EXPECT_EQ(display_reference("K7Q4FM8"), "K7Q-4FM-8");
    EXPECT_EQ(normalise_reference(display_reference("K7Q4FM8")), "K7Q4FM8");
}

TEST(Reference, new_ones_differ) {
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i) seen.insert(new_reference());
    EXPECT_EQ(seen.size(), 200U);
}

}  // namespace candor::consult
