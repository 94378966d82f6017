#include "desk/inbox/value_lines.h"

#include <gtest/gtest.h>

namespace candor::desk {
namespace {

ui::Strings desk_strings(const std::string& language) {
    return ui::Strings::load(std::filesystem::path(CANDOR_SOURCE_DIR) / "assets/desk-strings" /
                             (language + ".yaml"))
        .value();
}

consult::OpenedRequest with_value(const std::string& id, const std::string& words) {
    consult::OpenedRequest request;
    request.values.push_back({id, "a-lot", words});
    return request;
}

TEST(ValueLines, say_it_in_the_desks_language_beside_the_persons_words) {
    const auto request = with_value("choices/no-operation", "No quiero una operación");
    EXPECT_EQ(
        value_lines(desk_strings("de"), request),
        (std::vector<consult::StaffText>{{"Keine Operation: sehr", "No quiero una operación"}}));
}

TEST(ValueLines, value_that_the_desk_does_not_know_stands_in_the_persons_words) {
    const auto request = with_value("choices/quiet", "Es soll leise sein");
    EXPECT_EQ(value_lines(desk_strings("en"), request),
              std::vector<consult::StaffText>{"Es soll leise sein: a lot"});
}

}  // namespace
}  // namespace candor::desk
