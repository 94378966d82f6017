#include "pack/page/picture_size.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace candor::pack {
namespace {

std::filesystem::path file_of(const std::string& bytes) {
    const auto file = std::filesystem::path(testing::TempDir()) /
                      ("candor-picture-size" + std::to_string(::getpid()));
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

}  // namespace

/// As it is drawn (SVG 2, 7.12): the box is fitted into the size.
TEST(PictureSize, svg_size_wins_over_its_view_box) {
    const auto file =
        file_of(R"(<?xml version="1.0"?><svg width="18" height="9" viewBox="0 0 968 968">)");
    EXPECT_FLOAT_EQ(aspect_of_picture(file).value(), 2.0F);
}

TEST(PictureSize, head_past_the_first_bytes_is_found) {
    std::string jpeg("\xFF\xD8", 2);
    for (int i = 0; i < 3; ++i) jpeg += "\xFF\xE2\xEA\x62" + std::string(60'000, 'x');
    jpeg += std::string("\xFF\xC0\0\x11\x08\0\x64\1\x2C\3", 10);
    EXPECT_FLOAT_EQ(aspect_of_picture(file_of(jpeg)).value(), 3.0F);
}

TEST(PictureSize, svg_without_view_box_has_its_width_and_height) {
    EXPECT_FLOAT_EQ(aspect_of_picture(file_of(R"(<svg width="30" height="10"/>)")).value(), 3.0F);
}

TEST(PictureSize, png_header_is_read) {
    const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x80", 24);
    EXPECT_FLOAT_EQ(aspect_of_picture(file_of(png)).value(), 2.0F);
}

TEST(PictureSize, jpeg_frame_header_is_found_behind_others) {
    const std::string jpeg("\xFF\xD8\xFF\xE0\0\4ab\xFF\xC0\0\x11\x08\0\x64\1\x2C\3", 18);
    EXPECT_FLOAT_EQ(aspect_of_picture(file_of(jpeg)).value(), 3.0F);
}

TEST(PictureSize, damaged_heads_have_no_size) {
    for (const std::string& head :
         {std::string(), std::string("\x89PNG"), std::string("\xFF\xD8\xFF"),
          std::string("<svg viewBox=\"a b c d\">"), std::string("<svg"),
          std::string("<svg width=\"inf\" height=\"2\">"),
          std::string("<svg viewBox=\"0 0 1e300 1e-300\">"),
          std::string("\xFF\xD8\xFF\xE0\0\0\0\0\0\0\0\0\0\0\0", 15)})
        EXPECT_FALSE(aspect_of_picture(file_of(head)).has_value());
}

TEST(PictureSize, missing_file_has_no_size) {
    EXPECT_FALSE(aspect_of_picture("/nowhere/at/all.svg").has_value());
}

}  // namespace candor::pack
