#include "desk/inbox/printed_request.h"

#include <gtest/gtest.h>

namespace candor::desk {
namespace {

std::string printed(const std::string& language) {
    Entry entry;
    entry.opened.first_name = "Ada";
    entry.opened.phone = "+90 532 415 50 00";
    entry.opened.email = "ada@example.org";
    entry.row.request.reference = "K7Q4FM8";
    const auto strings =
        ui::Strings::load(CANDOR_SOURCE_DIR "/assets/desk-strings/" + language + ".yaml").value();
    std::string out;
    for (const auto& text : printed_request(strings, entry, 0))
        out += text.words + text.strong + "\n";
    return out;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST(PrintedRequest, numbers_and_addresses_keep_their_order_on_an_arabic_page) {
    const std::string arabic = printed("ar");
    EXPECT_TRUE(holds(arabic, "\u2066+90 532 415 50 00\u2069")) << arabic;
    EXPECT_TRUE(holds(arabic, "\u2066ada@example.org\u2069")) << arabic;
    EXPECT_FALSE(holds(printed("en"), "\u2066"));
}

}  // namespace candor::desk
