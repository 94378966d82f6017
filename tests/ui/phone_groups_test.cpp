#include "ui/phone_groups.h"

#include <gtest/gtest.h>

namespace candor::ui {
namespace {

std::string grouped(std::string_view typed, std::string_view country = {}) {
    return GroupedPhone(typed, country).shown();
}

}  // namespace

TEST(PhoneGroups, a_number_with_its_country_is_grouped_as_there) {
    EXPECT_EQ(grouped("+905324155000"), "+90 532 415 50 00");
    EXPECT_EQ(grouped("00905324155000"), "0090 532 415 50 00");
    EXPECT_EQ(grouped("+34612345678"), "+34 612 345 678");
    EXPECT_EQ(grouped("+966501234567"), "+966 50 123 4567");
    EXPECT_EQ(grouped("+12025550147"), "+1 202 555 0147");
    EXPECT_EQ(grouped("+33612345678"), "+33 6 12 34 56 78");
}

TEST(PhoneGroups, where_groups_hang_on_the_area_code_the_calling_code_alone_is_set_apart) {
    EXPECT_EQ(grouped("+4915112345678"), "+49 15112345678");
    EXPECT_EQ(grouped("+442079460000"), "+44 2079460000");
}

TEST(PhoneGroups, a_number_without_a_country_goes_by_the_kiosks) {
    EXPECT_EQ(grouped("05324155000", "TR"), "0532 415 50 00");
    EXPECT_EQ(grouped("5324155000", "TR"), "532 415 50 00");
    EXPECT_EQ(grouped("612345678", "ES"), "612 345 678");
    EXPECT_EQ(grouped("05324155000"), "05324155000");
    EXPECT_EQ(grouped("015112345678", "DE"), "015112345678");
    EXPECT_EQ(grouped("05324155000", "XX"), "05324155000");
}

TEST(PhoneGroups, groups_grow_as_one_types) {
    EXPECT_EQ(grouped("+"), "+");
    EXPECT_EQ(grouped("+90"), "+90");
    EXPECT_EQ(grouped("+905"), "+90 5");
    EXPECT_EQ(grouped("+905324"), "+90 532 4");
    EXPECT_EQ(grouped("0532", "TR"), "0532");
    EXPECT_EQ(grouped("05324", "TR"), "0532 4");
    EXPECT_EQ(grouped(""), "");
}

TEST(PhoneGroups, what_the_person_grouped_stays) {
    for (const char* typed : {"+90 532 4155000", "0532-4155000", "05324155000#12", "ext. 12",
                              "+90+5324155000", "٠٥٣٢٤١٥٥٠٠٠"})
        EXPECT_EQ(grouped(typed, "TR"), typed);
}

TEST(PhoneGroups, a_number_too_long_ends_in_one_group) {
    EXPECT_EQ(grouped("053241550001234", "TR"), "0532 415 50 001234");
}

TEST(PhoneGroups, carets_find_their_digit) {
    const std::string typed = "+905324155000";
    const GroupedPhone phone(typed, {});
    for (std::size_t at = 0; at <= typed.size(); ++at)
        EXPECT_EQ(phone.typed_at(phone.shown_at(at)), at);
    for (std::size_t at = 0; at < typed.size(); ++at)
        EXPECT_EQ(phone.shown()[phone.shown_at(at)], typed[at]);
    EXPECT_EQ(phone.shown_at(typed.size()), phone.shown().size());
    EXPECT_EQ(phone.typed_at(3), 3U) << "before the gap, and behind it, are one place";
    EXPECT_EQ(phone.typed_at(4), 3U);
}

}  // namespace candor::ui
