#include "picture/decoding/jpeg_tables.h"

#include <gtest/gtest.h>

#include <string>

namespace candor::picture {
namespace {

/// A DHT segment of one table with so many codes of 8 and of 9 bits.
std::string table(int of_8_bits, int of_9_bits) {
    std::string counts(16, '\0');
    counts[7] = static_cast<char>(of_8_bits), counts[8] = static_cast<char>(of_9_bits);
    const int length = 2 + 17 + of_8_bits + of_9_bits;
    return "\xFF\xC4" + std::string{static_cast<char>(length / 256), static_cast<char>(length)} +
           '\0' + counts + std::string(static_cast<std::size_t>(of_8_bits + of_9_bits), 'v');
}

const std::string kStart = "\xFF\xD8";

}  // namespace

TEST(JpegTables, table_of_more_than_256_codes_is_refused) {
    EXPECT_TRUE(jpeg_tables_fit(kStart + table(200, 56)));
    EXPECT_FALSE(jpeg_tables_fit(kStart + table(200, 57)));
    EXPECT_FALSE(jpeg_tables_fit(kStart + table(2, 2) + table(200, 57)));
}

TEST(JpegTables, table_that_goes_on_behind_its_segment_is_refused) {
    std::string cut = kStart + table(200, 57);
    cut[4] = 0, cut[5] = 3;
    EXPECT_FALSE(jpeg_tables_fit(cut));
}

TEST(JpegTables, table_behind_a_scan_is_refused) {
    const std::string scan("\xFF\xDA\x00\x04\x01\x02\x17\xFF\x00\x18\xFF\xD0\x19", 13);
    EXPECT_TRUE(jpeg_tables_fit(kStart + scan + table(2, 2)));
    EXPECT_FALSE(jpeg_tables_fit(kStart + scan + table(200, 57)));
}

/// A Huffman table of one code, as class and number say (0x10: AC 0).
std::string one_code(char which) {
    return std::string("\xFF\xC4\x00\x14", 4) + which + '\x01' + std::string(15, '\0') + '\x05';
}

TEST(JpegTables, scan_without_its_tables_is_refused) {
    const std::string scan("\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00", 10);
    EXPECT_FALSE(jpeg_tables_fit(kStart + scan));
    EXPECT_FALSE(jpeg_tables_fit(kStart + one_code('\x00') + scan)) << "no AC table";
    EXPECT_FALSE(jpeg_tables_fit(kStart + one_code('\x01') + one_code('\x11') + scan));
    EXPECT_TRUE(jpeg_tables_fit(kStart + one_code('\x00') + one_code('\x10') + scan));
}

TEST(JpegTables, progressive_scan_needs_the_tables_of_its_part_alone) {
    const std::string frame("\xFF\xC2\x00\x02", 4);
    const std::string dc("\xFF\xDA\x00\x08\x01\x01\x00\x00\x00\x01", 10);
    const std::string refining("\xFF\xDA\x00\x08\x01\x01\x00\x00\x00\x10", 10);
    const std::string ac("\xFF\xDA\x00\x08\x01\x01\x00\x01\x3F\x00", 10);
    EXPECT_TRUE(jpeg_tables_fit(kStart + frame + one_code('\x00') + dc));
    EXPECT_FALSE(jpeg_tables_fit(kStart + frame + dc));
    EXPECT_TRUE(jpeg_tables_fit(kStart + frame + refining));
    EXPECT_FALSE(jpeg_tables_fit(kStart + frame + one_code('\x00') + ac));
    EXPECT_TRUE(jpeg_tables_fit(kStart + frame + one_code('\x10') + ac));
}

TEST(JpegTables, marks_in_a_comment_and_behind_the_end_are_no_tables) {
    const std::string comment("\xFF\xFE\x01\x20", 4);
    const std::string inside = table(200, 57);
    EXPECT_TRUE(jpeg_tables_fit(kStart + comment + inside + std::string(0x11E, 'c')));
    EXPECT_TRUE(jpeg_tables_fit(kStart + "\xFF\xD9" + inside));
}

TEST(JpegTables, cut_off_files_and_others_are_left_to_the_decoder) {
    for (const auto& bytes : {std::string(), kStart, kStart + "\xFF", kStart + "\xFF\xC4",
                              kStart + std::string("\xFF\xC4\x00", 3), std::string("<svg/>")})
        EXPECT_TRUE(jpeg_tables_fit(bytes));
}

}  // namespace candor::picture
