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

TEST(PictureSize, svg_view_box_wins_over_its_size) {
    const auto file =
        file_of(R"(<?xml version="1.0"?><svg width="5" height="9" viewBox="0 0 968 484">)");
    EXPECT_FLOAT_EQ(aspect_of_picture(file).value(), 2.0F);
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
