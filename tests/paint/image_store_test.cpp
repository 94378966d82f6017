#include "paint/image_store.h"

#include <malloc.h>
#include <signal.h>
#include <stb_image_write.h>

#include <atomic>
#include <fstream>

#include "stage.h"

namespace candor::paint {
namespace {

constexpr const char* kSquare =
    "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
    "<rect width='20' height='20' fill='#ff8000'/></svg>";

class Images : public testing::Test {
  protected:
    ImageLimits limits;
    std::filesystem::path folder = fresh_folder();
    std::unique_ptr<ImageStore> store;

    std::filesystem::path file(const std::string& name, std::string_view bytes) const {
        EXPECT_TRUE(base::write_file_atomically(folder / name, bytes));
        return folder / name;
    }
    std::filesystem::path png(const std::string& name, int w, int h,
                              const std::vector<std::uint8_t>& rgba) const {
        EXPECT_NE(stbi_write_png((folder / name).c_str(), w, h, 4, rgba.data(), w * 4), 0);
        return folder / name;
    }
    /// A stand-in for the decoder; the socket is its standard input, both ways.
    std::filesystem::path script(const std::string& commands) const {
        const auto path = file("decoder", "#!/bin/sh\n" + commands + "\n");
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path;
    }
    void open(const std::filesystem::path& decoder = decoder_path()) {
        store = std::make_unique<ImageStore>(
            decoder, [] {}, limits);
    }
    int decoded(const ImageRequest& request) {
        if (!store) open();
        const int id = store->request(request);
        store->wait_until_idle();
        return id;
    }
    /// A frame with these on the screen.
    void show(const std::vector<int>& images) {
        for (const int image : images) EXPECT_NE(store->pixels(image), nullptr) << image;
        store->end_frame();
    }
    std::uint32_t pixel(int id, int x, int y) {
        const ImagePixels* p = store->pixels(id);
        if (!p) return 0xDEAD;
        const std::uint8_t* row = p->bytes + y * p->stride;
        return p->channels == Channels::coverage ? row[x]
                                                 : reinterpret_cast<const std::uint32_t*>(row)[x];
    }
    base::FaultKind fault_of(const ImageRequest& request) {
        const int id = decoded(request);
        EXPECT_EQ(store->state(id), ImageState::failed);
        EXPECT_EQ(store->pixels(id), nullptr);
        const base::Fault* fault = store->fault(id);
        if (!fault) return base::FaultKind::cancelled;
        EXPECT_EQ(fault->where, request.path.string());
        return fault->kind;
    }
};

std::string nested(int depth, const char* open, const char* close) {
    std::string text = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>";
    for (int i = 0; i < depth; ++i) text += open;
    for (int i = 0; i < depth; ++i) text += close;
    return text + "</svg>";
}

// Each group draws the one before it ten times: 10^n rectangles from a few lines.
std::string use_bomb(int levels) {
    std::string text =
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' "
        "width='900' height='900'><defs><rect id='g0' width='900' height='900' opacity='.5'/>";
    for (int level = 1; level <= levels; ++level) {
        text += "<g id='g" + std::to_string(level) + "' opacity='.9'>";
        for (int i = 0; i < 10; ++i) text += "<use x:href='#g" + std::to_string(level - 1) + "'/>";
        text += "</g>";
    }
    return text + "</defs><use x:href='#g" + std::to_string(levels) + "'/></svg>";
}

// The head of a PNG that says how large it is, and no more.
std::string png_header(std::uint32_t width, std::uint32_t height) {
    std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16);
    for (const std::uint32_t side : {width, height})
        for (int shift = 24; shift >= 0; shift -= 8) bytes += char(side >> shift);
    return bytes + std::string("\x08\x06\0\0\0\0\0\0\0", 9);
}

}  // namespace

TEST_F(Images, svg_is_drawn_at_the_size_asked_for) {
    const int id = decoded({file("a.svg", kSquare), 64, 64});
    ASSERT_EQ(store->state(id), ImageState::ready);
    EXPECT_EQ(store->pixels(id)->width, 64);
    EXPECT_EQ(pixel(id, 0, 0), 0xFFFF8000U);
    EXPECT_EQ(pixel(id, 63, 63), 0xFFFF8000U);
    EXPECT_TRUE(store->pixels(id)->opaque);
}

TEST_F(Images, contain_centres_on_transparency_and_cover_fills) {
    const auto path = file("a.svg", kSquare);
    const int contained = decoded({path, 40, 20, Fit::contain});
    EXPECT_EQ(pixel(contained, 5, 10), 0U);
    EXPECT_EQ(pixel(contained, 20, 10), 0xFFFF8000U);
    EXPECT_FALSE(store->pixels(contained)->opaque);
    const int covered = decoded({path, 40, 20, Fit::cover});
    EXPECT_EQ(pixel(covered, 0, 0), 0xFFFF8000U);
    EXPECT_EQ(pixel(covered, 39, 19), 0xFFFF8000U);
}

TEST_F(Images, svg_with_a_view_box_alone_keeps_its_shape) {
    const auto path = file("a.svg",
                           "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>"
                           "<rect width='10' height='10' fill='#00f'/></svg>");
    const int id = decoded({path, 30, 10});
    EXPECT_EQ(pixel(id, 2, 5), 0U);
    EXPECT_EQ(pixel(id, 15, 5), 0xFF0000FFU);
}

TEST_F(Images, coverage_is_the_alpha_alone) {
    const auto path = file("a.svg",
                           "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'>"
                           "<rect width='5' height='10' fill='#123456' opacity='.5'/></svg>");
    const int id = decoded({path, 10, 10, Fit::contain, Channels::coverage});
    EXPECT_EQ(store->pixels(id)->stride, 12);
    EXPECT_NEAR(int(pixel(id, 2, 5)), 128, 1);
    EXPECT_EQ(pixel(id, 7, 5), 0U);
}

TEST_F(Images, png_pixels_are_premultiplied) {
    const std::vector<std::uint8_t> rgba = {255, 0, 0, 255, 0, 255, 0, 128};
    const int id = decoded({png("a.png", 2, 1, rgba), 2, 1});
    EXPECT_EQ(pixel(id, 0, 0), 0xFFFF0000U);
    EXPECT_EQ(pixel(id, 1, 0), 0x80008000U);
}

TEST_F(Images, large_png_is_averaged_down) {
    std::vector<std::uint8_t> rgba;
    for (int i = 0; i < 400 * 400; ++i) {
        const std::uint8_t value = (i + i / 400) % 2 ? 255 : 0;
        rgba.insert(rgba.end(), {value, value, value, 255});
    }
    const int id = decoded({png("a.png", 400, 400, rgba), 40, 40});
    for (const int at : {1, 20, 38}) EXPECT_NEAR(int(pixel(id, at, at) & 0xFF), 127, 8) << at;
    EXPECT_EQ(pixel(id, 0, 0) >> 24, 255U);
}

TEST_F(Images, jpeg_is_decoded) {
    const std::vector<std::uint8_t> rgb(16 * 16 * 3, 200);
    ASSERT_NE(stbi_write_jpg((folder / "a.jpg").c_str(), 16, 16, 3, rgb.data(), 90), 0);
    const int id = decoded({folder / "a.jpg", 8, 8});
    EXPECT_NEAR(int(pixel(id, 4, 4) & 0xFF), 200, 3);
}

TEST_F(Images, corners_are_rounded_and_antialiased) {
    const int id = decoded({file("a.svg", kSquare), 60, 40, Fit::cover, Channels::colour, 12});
    EXPECT_EQ(pixel(id, 0, 0), 0U);
    EXPECT_EQ(pixel(id, 59, 39), 0U);
    EXPECT_EQ(pixel(id, 12, 0), 0xFFFF8000U);
    int partial = 0;
    for (int x = 0; x < 12; ++x)
        partial += pixel(id, x, 1) >> 24 > 0 && pixel(id, x, 1) >> 24 < 255;
    EXPECT_GT(partial, 0);
}

TEST_F(Images, content_decides_and_not_the_name) {
    const std::vector<std::uint8_t> rgba = {0, 0, 255, 255};
    const int id = decoded({png("photo.svg", 1, 1, rgba), 4, 4});
    EXPECT_EQ(pixel(id, 2, 2), 0xFF0000FFU);
    EXPECT_EQ(pixel(decoded({file("drawing.png", kSquare), 4, 4}), 2, 2), 0xFFFF8000U);
}

TEST_F(Images, equal_requests_are_one_image) {
    open();
    const auto path = file("a.svg", kSquare);
    const int first = store->request({path, 20, 20});
    EXPECT_EQ(store->request({path, 20, 20}), first);
    EXPECT_NE(store->request({path, 21, 20}), first);
    EXPECT_NE(store->request({path, 20, 20, Fit::cover}), first);
}

TEST_F(Images, ready_image_is_told_once) {
    std::atomic<int> told = 0;
    store = std::make_unique<ImageStore>(
        decoder_path(), [&] { ++told; }, limits);
    const auto path = file("a.svg", kSquare);
    EXPECT_EQ(store->state(store->request({path, 20, 20})), ImageState::loading);
    EXPECT_FALSE(store->take_in() && store->take_in());
    store->wait_until_idle();
    store->take_in();
    EXPECT_FALSE(store->take_in());
    store.reset();
    EXPECT_EQ(told, 1);
}

TEST_F(Images, damaged_files_are_told_apart_from_missing_ones) {
    std::ifstream in(png("whole.png", 8, 8, std::vector<std::uint8_t>(256, 90)), std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), {});
    using base::FaultKind;
    EXPECT_EQ(fault_of({file("cut.png", whole.substr(0, whole.size() / 2)), 8, 8}),
              FaultKind::wrong_format);
    EXPECT_EQ(fault_of({file("head.png", whole.substr(0, 9)), 8, 8}), FaultKind::wrong_format);
    EXPECT_EQ(fault_of({file("cut.svg", std::string(kSquare).substr(0, 90)), 8, 8}),
              FaultKind::wrong_format);
    EXPECT_EQ(fault_of({file("noise", "\x01\x02\x03 no picture"), 8, 8}), FaultKind::wrong_format);
    EXPECT_EQ(fault_of({file("page.svg", "<html><body/></html>"), 8, 8}), FaultKind::wrong_format);
    EXPECT_EQ(fault_of({file("empty.png", ""), 8, 8}), FaultKind::wrong_format);
    EXPECT_EQ(fault_of({folder / "missing.png", 8, 8}), FaultKind::not_found);
    EXPECT_EQ(fault_of({folder, 8, 8}), FaultKind::wrong_format);
}

TEST_F(Images, picture_of_too_many_pixels_is_refused_unread) {
    EXPECT_EQ(fault_of({file("bomb.png", png_header(60'000, 60'000)), 8, 8}),
              base::FaultKind::too_large);
    EXPECT_EQ(fault_of({file("wide.png", png_header(40'000, 2)), 8, 8}),
              base::FaultKind::too_large);
}

TEST_F(Images, file_beyond_the_limit_is_refused) {
    limits.max_file_bytes = 64;
    EXPECT_EQ(fault_of({file("a.svg", kSquare), 8, 8}), base::FaultKind::too_large);
}

TEST_F(Images, absurd_sizes_are_refused_at_once) {
    const auto path = file("a.svg", kSquare);
    EXPECT_EQ(fault_of({path, 0, 8}), base::FaultKind::unsupported);
    EXPECT_EQ(fault_of({path, 8, -1}), base::FaultKind::unsupported);
    EXPECT_EQ(fault_of({path, 100'000, 8}), base::FaultKind::too_large);
}

TEST_F(Images, svg_that_never_ends_is_given_up_and_the_next_one_drawn) {
    limits.max_time = std::chrono::seconds(2);
    EXPECT_EQ(fault_of({file("bomb.svg", use_bomb(5)), 900, 900}), base::FaultKind::too_large);
    EXPECT_EQ(pixel(decoded({file("a.svg", kSquare), 8, 8}), 4, 4), 0xFFFF8000U);
}

TEST_F(Images, deeply_nested_svg_fails_alone) {
    const int id = decoded({file("deep.svg", nested(20'000, "<g>", "</g>")), 9, 9});
    EXPECT_NE(store->state(id), ImageState::loading);
    EXPECT_EQ(pixel(decoded({file("a.svg", kSquare), 8, 8}), 4, 4), 0xFFFF8000U);
}

TEST_F(Images, svg_reads_no_other_file) {
    const std::vector<std::uint8_t> red = {255, 0, 0, 255};
    const auto secret = png("secret.png", 1, 1, red);
    const auto path = file(
        "a.svg",
        "<!DOCTYPE svg [<!ENTITY other SYSTEM 'file://" + secret.string() +
            "'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' "
            "xmlns:x='http://www.w3.org/1999/xlink'><image width='9' height='9' x:href='file://" +
            secret.string() + "'/><image width='9' height='9' x:href='secret.png'/></svg>");
    const int id = decoded({path, 9, 9});
    EXPECT_EQ(store->state(id), ImageState::ready);
    EXPECT_EQ(pixel(id, 4, 4), 0U);
}

/// Fonts are files, and the decoder opens none; the checks tell authors of it.
TEST_F(Images, svg_with_words_is_drawn_without_them) {
    const auto path = file("words.svg",
                           "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>"
                           "<rect width='20' height='20'/><text x='2' y='9'>scalp</text></svg>");
    EXPECT_EQ(pixel(decoded({path, 20, 20}), 4, 4), 0xFF000000U);
    EXPECT_EQ(pixel(decoded({file("a.svg", kSquare), 8, 8}), 4, 4), 0xFFFF8000U);
}

TEST_F(Images, picture_inside_a_drawing_is_drawn) {
    constexpr const char* kRedPng =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAA"
        "AElFTkSuQmCC";
    const auto path = file("a.svg", std::string("<svg xmlns='http://www.w3.org/2000/svg' width='9' "
                                                "height='9'><image width='9' height='9' "
                                                "href='data:image/png;base64,") +
                                        kRedPng + "'/></svg>");
    EXPECT_EQ(pixel(decoded({path, 9, 9}), 4, 4), 0xFFFF0000U);
}

/// librsvg filters on threads of its own.
TEST_F(Images, filter_of_a_drawing_is_drawn) {
    const auto path =
        file("a.svg",
             "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='400'>"
             "<filter id='f'><feGaussianBlur stdDeviation='9'/><feTurbulence result='t'/>"
             "<feFlood flood-color='#00f'/></filter>"
             "<rect width='400' height='400' filter='url(#f)'/></svg>");
    EXPECT_EQ(pixel(decoded({path, 400, 400}), 200, 200), 0xFF0000FFU);
}

TEST_F(Images, missing_decoder_is_a_fault_and_no_hang) {
    open(folder / "no-such-program");
    const int id = decoded({file("a.svg", kSquare), 8, 8});
    ASSERT_EQ(store->state(id), ImageState::failed);
    EXPECT_EQ(store->fault(id)->kind, base::FaultKind::not_found);
    EXPECT_EQ(store->fault(id)->where, (folder / "no-such-program").string());
}

TEST_F(Images, decoder_that_ends_at_once_is_a_fault) {
    open("/bin/true");
    EXPECT_EQ(fault_of({file("a.svg", kSquare), 8, 8}), base::FaultKind::internal);
}

TEST_F(Images, decoder_that_talks_nonsense_is_a_fault) {
    open(script("/usr/bin/head -c 8 > /dev/null; printf '%0200d' 0 >&0"));
    EXPECT_EQ(fault_of({file("a.svg", kSquare), 8, 8}), base::FaultKind::internal);
}

TEST_F(Images, decoder_that_promises_another_size_is_a_fault) {
    open(script(R"(/usr/bin/head -c 8 > /dev/null
printf '2DDC\377\377\377\377\0\0\0\0\020\0\0\0sixteen bytes...' >&0
exec /usr/bin/sleep 60)"));
    EXPECT_EQ(fault_of({file("a.svg", kSquare), 8, 8}), base::FaultKind::internal);
}

TEST_F(Images, what_opens_a_picture_says_which_bytes_are_decoded) {
    const auto red = png("red.png", 1, 1, {255, 0, 0, 255});
    const auto bad = png("bad.png", 1, 1, {255, 0, 0, 255});
    const auto green = png("green.png", 1, 1, {0, 255, 0, 255});
    store = std::make_unique<ImageStore>(
        decoder_path(), [] {}, limits,
        [&](const std::filesystem::path& path, std::size_t max) -> base::Result<base::OpenFile> {
            if (path == red) return base::open_file(green, max);
            return base::fail(base::FaultKind::damaged, path.string(), "not what was installed");
        });
    EXPECT_EQ(pixel(decoded({red, 4, 4}), 1, 1), 0xFF00FF00U);
    EXPECT_EQ(fault_of({bad, 4, 4}), base::FaultKind::damaged);
}

TEST_F(Images, decoder_that_stays_silent_is_given_up) {
    limits.max_time = std::chrono::milliseconds(100);
    open(script("exec /bin/cat > /dev/null"));
    EXPECT_EQ(fault_of({file("a.svg", kSquare), 8, 8}), base::FaultKind::too_large);
}

// While a machine starts it is busy with other things.
TEST_F(Images, decoder_that_gets_no_processor_is_waited_for) {
    limits.max_time = std::chrono::seconds(1);
    open(script("/bin/sleep 2\nexec " + decoder_path().string()));
    EXPECT_EQ(pixel(decoded({file("a.svg", kSquare), 8, 8}), 4, 4), 0xFFFF8000U);
}

TEST_F(Images, decoder_that_ended_after_a_picture_is_started_anew_for_the_next) {
    // Answers one request with the fault "unsupported", and ends.
    open(script(R"(/usr/bin/head -c 8 > /dev/null
printf '2DDC\004\0\0\0\0\0\0\0\0\0\0\0' >&0)"));
    EXPECT_EQ(fault_of({file("a.svg", kSquare), 8, 8}), base::FaultKind::unsupported);
    EXPECT_EQ(fault_of({file("b.svg", kSquare), 8, 8}), base::FaultKind::unsupported);
}

TEST_F(Images, unused_images_are_dropped_and_come_back_when_asked_for) {
    limits.max_kept_bytes = 100 * 100 * 4;
    const auto path = file("a.svg", kSquare);
    const int first = decoded({path, 100, 100});
    show({first});
    const int second = decoded({path, 100, 90});
    show({second});
    show({second});
    EXPECT_EQ(store->pixels(first), nullptr);
    store->wait_until_idle();
    ASSERT_NE(store->pixels(first), nullptr);
    EXPECT_EQ(pixel(first, 50, 50), 0xFFFF8000U);
}

TEST_F(Images, dropped_image_comes_back_for_whoever_kept_its_id_and_asks_for_its_state_alone) {
    limits.max_kept_bytes = 100 * 100 * 4;
    const auto path = file("a.svg", kSquare);
    const int first = decoded({path, 100, 100}), second = decoded({path, 100, 90});
    show({second});
    show({second});
    ASSERT_EQ(store->state(first), ImageState::loading);
    store->wait_until_idle();
    EXPECT_EQ(store->state(first), ImageState::ready);
}

TEST_F(Images, what_the_last_frame_did_not_show_can_be_forgotten) {
    const auto path = file("a.svg", kSquare);
    const int icon = decoded({path, 40, 40, Fit::contain, Channels::coverage});
    const int first = decoded({path, 100, 100}), second = decoded({path, 100, 90});
    show({first});
    show({second});
    store->forget_unseen();
    EXPECT_EQ(store->state(icon), ImageState::ready);
    EXPECT_EQ(store->state(second), ImageState::ready);
    EXPECT_EQ(store->state(first), ImageState::loading);
    store->wait_until_idle();
    EXPECT_EQ(store->state(first), ImageState::ready) << "asked for again";
    store->forget_unseen();
    EXPECT_EQ(store->state(first), ImageState::ready) << "no frame could show it yet";
}

#ifndef __SANITIZE_ADDRESS__  // whose heap counts otherwise
TEST_F(Images, forgotten_pictures_give_their_memory_back) {
    const auto held = [] {
        const auto heap = ::mallinfo2();
        return heap.uordblks + heap.hblkhd;
    };
    const int picture = decoded({file("a.svg", kSquare), 1000, 1000});
    show({picture});
    show({});
    const auto before = held();
    store->forget_unseen();
    EXPECT_GE(before, held() + std::size_t{1000} * 1000 * 4);
}
#endif

TEST_F(Images, icons_are_never_dropped) {
    limits.max_kept_bytes = 1;
    const auto path = file("a.svg", kSquare);
    const int icon = decoded({path, 40, 40, Fit::contain, Channels::coverage});
    const int picture = decoded({path, 100, 100});
    show({});
    show({});
    EXPECT_EQ(store->state(icon), ImageState::ready);
    EXPECT_EQ(store->state(picture), ImageState::loading);
}

TEST_F(Images, images_on_the_screen_stay_beyond_the_limit) {
    limits.max_kept_bytes = 1;
    const auto path = file("a.svg", kSquare);
    const int first = decoded({path, 50, 50}), second = decoded({path, 60, 60});
    for (int frame = 0; frame < 4; ++frame) {
        show({first, second});
        EXPECT_EQ(store->state(first), ImageState::ready);
        EXPECT_EQ(store->state(second), ImageState::ready);
    }
}

TEST_F(Images, image_on_the_screen_stays_while_nothing_is_drawn_and_others_are_decoded) {
    limits.max_kept_bytes = 1;
    const auto path = file("a.svg", kSquare);
    const int shown = decoded({path, 50, 50});
    show({shown});
    for (int size = 60; size < 64; ++size) {
        decoded({path, size, size});
        store->take_in();
    }
    EXPECT_EQ(store->state(shown), ImageState::ready);
}

TEST_F(Images, file_that_changed_is_decoded_again_and_shown_as_it_was_until_then) {
    const ImageRequest request{file("a.svg", kSquare), 20, 20};
    const int id = decoded(request);
    const std::uint32_t before = store->pixels(id)->version;
    std::string blue = kSquare;
    blue.replace(blue.find("#ff8000"), 7, "#0000ff");
    file("a.svg", blue);
    store->look_again();
    EXPECT_EQ(store->request(request), id);
    EXPECT_EQ(pixel(id, 10, 10), 0xFFFF8000U);
    store->wait_until_idle();
    EXPECT_EQ(pixel(id, 10, 10), 0xFF0000FFU);
    EXPECT_NE(store->pixels(id)->version, before);
}

TEST_F(Images, file_that_was_broken_and_mended_is_shown_again) {
    const ImageRequest request{file("a.svg", kSquare), 20, 20};
    const int id = decoded(request);
    file("a.svg", "<svg");
    store->look_again();
    ASSERT_EQ(store->request(request), id);
    store->wait_until_idle();
    EXPECT_EQ(store->state(id), ImageState::failed);
    EXPECT_EQ(store->pixels(id), nullptr);
    file("a.svg", kSquare);
    store->look_again();
    store->request(request);
    store->wait_until_idle();
    EXPECT_EQ(pixel(id, 10, 10), 0xFFFF8000U);
}

TEST_F(Images, icon_that_failed_is_tried_again) {
    const ImageRequest request{file("a.svg", "<svg"), 20, 20, Fit::contain, Channels::coverage};
    const int id = decoded(request);
    EXPECT_EQ(store->state(id), ImageState::failed);
    file("a.svg", kSquare);
    store->look_again();
    store->request(request);
    store->wait_until_idle();
    EXPECT_EQ(pixel(id, 10, 10), 255U);
}

TEST_F(Images, many_pictures_all_arrive) {
    open();
    const auto path = file("a.svg", kSquare);
    const auto broken = file("b.svg", "<svg");
    std::vector<int> good, bad;
    for (int i = 1; i <= 40; ++i) {
        good.push_back(store->request({path, i, i}));
        bad.push_back(store->request({broken, i, i}));
    }
    store->wait_until_idle();
    for (const int id : good) EXPECT_EQ(store->state(id), ImageState::ready);
    for (const int id : bad) EXPECT_EQ(store->state(id), ImageState::failed);
}

TEST_F(Images, store_can_end_while_a_picture_is_being_drawn) {
    limits.max_time = std::chrono::hours(1);
    open();
    store->request({file("bomb.svg", use_bomb(6)), 900, 900});
    store->request({file("bomb2.svg", use_bomb(6)), 901, 900});
    store.reset();
    SUCCEED();
}

}  // namespace candor::paint
