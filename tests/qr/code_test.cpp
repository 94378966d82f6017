#include "qr/code.h"

#include <gtest/gtest.h>

#include "read_code.h"

namespace candor::qr {
namespace {

constexpr int kSquarePx = 4;

GreyPicture picture_of(const Code& code) {
    GreyPicture picture;
    picture.width = picture.height = (code.side + 2 * kQuietZone) * kSquarePx;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const int cx = x / kSquarePx - kQuietZone, cy = y / kSquarePx - kQuietZone;
            const bool inside = cx >= 0 && cy >= 0 && cx < code.side && cy < code.side;
            picture.shades.push_back(inside && code.at(cx, cy) ? 0 : 255);
        }
    }
    return picture;
}

std::string read(const base::Result<Code>& code) {
    return code ? read_code(picture_of(*code)) : name_of(code.error().kind);
}

TEST(QrCode, words_of_every_language_are_read_as_they_were) {
    for (const std::string words :
         {"What does it cost?", "Saçım neden dökülüyor? İğne mi?", "ما هي الأسئلة؟ PRP 26 / 100",
          "Größe, Übelkeit, Straße", "¿Qué opciones tengo? Señal", "emoji 🙂"})
        EXPECT_EQ(read(encode(words)), words);
}

TEST(QrCode, holds_what_it_says_at_each_size_and_not_a_byte_more) {
    for (int side = 21; side <= kLargestSide; side += 4) {
        const std::size_t room = room_in(side);
        const auto full = encode(std::string(room, 'x'), side);
        ASSERT_TRUE(full) << side;
        EXPECT_EQ(full->side, side);
        EXPECT_EQ(full->dark.size(),
                  static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
        const auto over = encode(std::string(room + 1, 'x'), side);
        ASSERT_FALSE(over) << side;
        EXPECT_EQ(over.error().kind, base::FaultKind::refused);
    }
}

TEST(QrCode, sizes_between_two_versions_are_those_of_the_smaller) {
    EXPECT_EQ(room_in(24), room_in(21));
    EXPECT_GT(room_in(25), room_in(24));
    EXPECT_EQ(room_in(1000), room_in(kLargestSide));
}

TEST(QrCode, no_room_at_all_and_nothing_to_say_are_refused) {
    for (const int side : {-5, 0, 20}) {
        EXPECT_EQ(room_in(side), 0U);
        EXPECT_FALSE(encode("x", side));
    }
    EXPECT_FALSE(encode(""));
}

TEST(QrCode, is_the_smallest_that_holds_the_text) {
    EXPECT_EQ(encode("x")->side, 21);
    EXPECT_EQ(encode(std::string(room_in(21) + 1, 'x'))->side, 25);
}

TEST(QrCode, short_text_is_read_with_a_spot_on_it) {
    GreyPicture picture = picture_of(*encode("What does it cost?"));
    const int from = picture.width / 2, to = from + 3 * kSquarePx;
    for (int y = from; y < to; ++y)
        for (int x = from; x < to; ++x)
            picture.shades[static_cast<std::size_t>(y * picture.width + x)] = 0;
    EXPECT_EQ(read_code(picture), "What does it cost?");
}

}  // namespace
}  // namespace candor::qr
