#include "text/grouped_number.h"

#include <gtest/gtest.h>

#include <string>

#include "text/joined_text.h"

namespace candor::text {
namespace {

std::string first_in(std::string_view text) {
    const auto number = find_grouped_number(text, 0);
    return std::string(text.substr(number.begin, number.end - number.begin));
}

}  // namespace

TEST(GroupedNumber, phones_are_found_as_they_are_written) {
    for (const char* phone :
         {"+90 532 415 67 89", "0532 415 67 89", "+905324156789", "(0532) 415-67-89",
          "+49 (0)30 123 45", "0212.555.12.12", "0532\u00A0415\u00A067", "٠٥٣٢ ٤١٥ ٦٧ ٨٩"})
        EXPECT_EQ(first_in(std::string("اتصلوا على ") + phone + ". شكرا"), phone);
}

TEST(GroupedNumber, other_numbers_are_none) {
    for (const char* text : {"", "+", "(", "5 10", "2007-2010", "12.5", "26 in 100", "1234567890",
                             "2019 2020", "05324156789", "a+b", "1 2 3 4 5", "100  -  2000  -  3"})
        EXPECT_EQ(first_in(text), "") << text;
}

/// Bytes that are put in belong to no byte of the words.
TEST(GroupedNumber, isolates_keep_the_places_of_the_words) {
    const std::string words = "رقم +90 532 415 67 89 هنا";
    const Span span{words, {}, -1, {}};
    const JoinedText plain(std::span(&span, 1), Breaks::paragraphs);
    EXPECT_EQ(plain.text(), words);
    const JoinedText joined(std::span(&span, 1), Breaks::paragraphs, Numbers::isolated);
    EXPECT_EQ(joined.text(), "رقم \u2066+90 532 415 67 89\u2069 هنا");
    EXPECT_EQ(joined.source_of(joined.text().find('+')), words.find('+'));
    EXPECT_EQ(joined.source_of(joined.text().rfind("هنا")), words.rfind("هنا"));
    EXPECT_EQ(joined.source_of(joined.text().size()), words.size());
}

}  // namespace candor::text
