#include "paint/kept_pictures.h"

#include <gtest/gtest.h>

#include <fstream>

#include "stage.h"

namespace candor::paint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOrangeSvg =
    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
    "<rect width='20' height='20' fill='#ff8000'/></svg>";
constexpr const char* kBlueSvg =
    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
    "<rect width='20' height='20' fill='#0080ff'/></svg>";
constexpr std::uint32_t kOrangePixel = 0xFFFF8000;
constexpr std::uint32_t kBluePixel = 0xFF0080FF;

class Kept : public testing::Test {
  protected:
    fs::path folder = fresh_folder();
    fs::path kept = folder / "pictures";
    fs::path picture = folder / "a.svg";
    fs::path decoder = folder / "decoder";

    void SetUp() override {
        fs::copy_file(decoder_path(), decoder);
        write(picture, kOrangeSvg);
    }
    void write(const fs::path& file, std::string_view bytes) const {
        ASSERT_TRUE(base::write_file_atomically(file, bytes));
    }
    /// The middle pixel as a program that starts now shows it; 0: none.
    std::uint32_t shown(int size_px = 20, bool somebody_is_here = false) {
        ImageStore store(
            decoder, [] {}, {}, base::open_file, kept);
        if (somebody_is_here) store.keep(false);
        const int id = store.request({picture, size_px, size_px});
        store.wait_until_idle();
        const ImagePixels* pixels = store.pixels(id);
        if (!pixels) return 0;
        const int middle = size_px / 2;
        const auto* row = pixels->bytes + middle * pixels->stride;
        return reinterpret_cast<const std::uint32_t*>(row)[middle];
    }
    /// Whatever is shown without it was kept. Its file's date and length stay.
    void breaks_the_decoder() const {
        const auto written = fs::last_write_time(decoder);
        const auto length = fs::file_size(decoder);
        std::fstream(decoder, std::ios::in | std::ios::out | std::ios::binary)
            << "#!/bin/false\n"
            << std::string(200, '#');
        fs::last_write_time(decoder, written);
        ASSERT_EQ(fs::file_size(decoder), length);
    }
    std::vector<fs::path> files() const {
        std::vector<fs::path> found;
        if (const auto entries = base::entries_of(kept))
            for (const auto& entry : *entries) found.push_back(entry.path());
        return found;
    }
};

}  // namespace

TEST_F(Kept, second_start_shows_the_same_without_a_decoder) {
    ASSERT_EQ(shown(), kOrangePixel);
    breaks_the_decoder();
    EXPECT_EQ(shown(), kOrangePixel);
    EXPECT_EQ(shown(21), 0U) << "of another size is another picture";
}

TEST_F(Kept, picture_as_large_as_the_first_one_of_the_largest_display_is_shown_so_too) {
    constexpr int kSide = 2258;  // as many pixels as 2160 x 2360
    ASSERT_EQ(shown(kSide), kOrangePixel);
    breaks_the_decoder();
    EXPECT_EQ(shown(kSide), kOrangePixel);
}

TEST_F(Kept, changed_picture_is_decoded_anew) {
    ASSERT_EQ(shown(), kOrangePixel);
    write(picture, kBlueSvg);
    EXPECT_EQ(shown(), kBluePixel);
    write(picture, kOrangeSvg);
    EXPECT_EQ(shown(), kOrangePixel);
}

TEST_F(Kept, another_decoder_decodes_anew) {
    ASSERT_EQ(shown(), kOrangePixel);
    breaks_the_decoder();
    fs::last_write_time(decoder, fs::last_write_time(decoder) + std::chrono::seconds(1));
    EXPECT_EQ(shown(), 0U);
}

TEST_F(Kept, file_damaged_anywhere_is_decoded_anew_and_replaced) {
    ASSERT_EQ(shown(), kOrangePixel);
    const fs::path file = files().at(0);
    const auto whole = base::read_file(file, 1 << 20).value();
    for (const std::size_t at :
         {std::size_t(0), std::size_t(9), std::size_t(17), whole.size() / 2, whole.size() - 1}) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        write(file, damaged);
        EXPECT_EQ(shown(), kOrangePixel) << at;
        EXPECT_EQ(base::read_file(file, 1 << 20).value(), whole) << at;
    }
}

TEST_F(Kept, file_cut_or_grown_is_decoded_anew_and_replaced) {
    ASSERT_EQ(shown(), kOrangePixel);
    const fs::path file = files().at(0);
    const auto whole = base::read_file(file, 1 << 20).value();
    for (const auto& bytes : {std::string(), whole.substr(0, 10), whole.substr(0, whole.size() - 1),
                              whole + "x", whole + whole}) {
        write(file, bytes);
        EXPECT_EQ(shown(), kOrangePixel) << bytes.size();
        EXPECT_EQ(base::read_file(file, 1 << 20).value(), whole) << bytes.size();
    }
}

TEST_F(Kept, what_a_visitor_looks_at_is_not_kept) {
    EXPECT_EQ(shown(20, true), kOrangePixel);
    EXPECT_TRUE(files().empty());
    ASSERT_EQ(shown(), kOrangePixel);
    EXPECT_EQ(shown(30, true), kOrangePixel);
    EXPECT_EQ(files().size(), 1U);
}

TEST_F(Kept, folder_that_cannot_be_made_costs_nothing_but_time) {
    write(kept, "a file where the folder should be");
    EXPECT_EQ(shown(), kOrangePixel);
    EXPECT_EQ(shown(), kOrangePixel);
}

TEST_F(Kept, missing_picture_is_not_found_whatever_is_kept) {
    ASSERT_EQ(shown(), kOrangePixel);
    fs::remove(picture);
    EXPECT_EQ(shown(), 0U);
}

TEST_F(Kept, oldest_go_beyond_the_limit) {
    KeptPictures pictures(kept, decoder, 64U << 10);
    for (int side_px = 50; side_px < 64; ++side_px) {
        const ImageRequest request{picture, side_px, side_px};
        const auto found = pictures.find(request, {}, base::open_file);
        ASSERT_TRUE(found);
        EXPECT_FALSE(found->decoded);
        const auto bytes = std::size_t(side_px) * std::size_t(side_px) * 4;
        pictures.keep(found->file, request, {std::vector<std::uint8_t>(bytes, 0x80), true});
        EXPECT_TRUE(pictures.find(request, {}, base::open_file)->decoded);
    }
    std::uintmax_t total = 0;
    for (const auto& file : files()) total += fs::file_size(file);
    EXPECT_LE(total, 64U << 10);
    EXPECT_GE(files().size(), 3U);
}

}  // namespace candor::paint
