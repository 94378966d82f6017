#include "picture/decoder_process.h"

#include <cmath>
#include <fstream>

#include "base/files.h"
#include "picture/head.h"
#include "pictures.h"

namespace candor::picture {
namespace {

constexpr const char* kBody =
    "<g fill='#0a5'><rect x='10' y='10' width='180' height='80'/><circle cx='100' cy='50' "
    "r='30'/></g>";

std::string svg(const std::string& attributes, const std::string& body = kBody) {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " +
           attributes + ">" + body + "</svg>";
}

class Decoder : public testing::Test {
  protected:
    std::filesystem::path file(const std::string& bytes) const {
        EXPECT_TRUE(base::write_file_atomically(folder / "picture", bytes));
        return folder / "picture";
    }
    Facts look(const std::string& bytes) {
        auto facts = process.look(file(bytes));
        EXPECT_TRUE(facts) << (facts ? "" : facts.error().detail) << "\n" << bytes.substr(0, 300);
        return facts ? *facts : Facts{};
    }
    std::string refused(const std::string& bytes) {
        const auto facts = process.look(file(bytes));
        return facts ? "drawn" : facts.error().detail;
    }
    /// The colour in the middle of a quarter of what is drawn: 0, 0 is the upper left.
    std::uint32_t quarter(const std::string& bytes, int x, int y) {
        ImageRequest request{file(bytes), 80, 80, Fit::cover};
        const auto image = process.decode(request, {});
        if (!image) return 0xDEAD;
        const auto* words = reinterpret_cast<const std::uint32_t*>(image->bytes.data());
        return words[(20 + 40 * y) * 80 + 20 + 40 * x];
    }
    static bool is_red(std::uint32_t word) { return (word >> 16 & 255) > 200 && (word & 255) < 60; }
    int samples(const std::string& bytes, std::uint32_t colour) {
        int count = 0;
        ImageRequest request{file(bytes), 100, 50};
        const auto image = process.decode(request, {});
        if (!image) return -1;
        for (std::size_t at = 0; at < image->bytes.size(); at += 4)
            count += *reinterpret_cast<const std::uint32_t*>(&image->bytes[at]) == colour ? 1 : 0;
        return count;
    }

    std::filesystem::path folder = fresh_folder();
    DecoderProcess process{decoder_path(), -1, base::open_file};
};

/// What a page leaves room for is what is drawn: the two readers of a size agree.
void expect_same_shape(const std::string& bytes, const Facts& facts) {
    const auto head = read_head(bytes);
    EXPECT_EQ(head.has_value(), facts.width > 0) << bytes.substr(0, 300);
    if (facts.width == 0) return;
    ASSERT_TRUE(head) << bytes.substr(0, 300);
    EXPECT_NEAR(head->width / head->height, double(facts.width) / facts.height, 0.01)
        << bytes.substr(0, 300);
}

}  // namespace

TEST_F(Decoder, jpegs_of_cameras_and_phones_are_read_whole) {
    const std::string jpeg = jpeg_of(60, 40);
    const std::string bulk(60'000, 'x');
    const std::pair<const char*, std::string> pictures[] = {
        {"as it is", jpeg},
        {"bytes behind its end", jpeg + std::string(10'000, 'v')},
        {"a film behind its end", jpeg + "\xFF\xD8\xFF" + bulk},
        {"fill bytes", with(jpeg, "\xFF\xFF\xFF" + segment(0xFE, "note"))},
        {"a head past 64 KiB", with(jpeg, segment(0xE2, bulk) + segment(0xE2, bulk))},
        {"a preview with an end of its own", with(jpeg, segment(0xE1, jpeg_of(8, 8)))},
        {"something between two segments", with(jpeg, segment(0xFE, "note") + "zz")},
    };
    for (const auto& [name, bytes] : pictures) {
        SCOPED_TRACE(name);
        const Facts facts = look(bytes);
        EXPECT_EQ(facts.width, 60);
        EXPECT_EQ(facts.height, 40);
        EXPECT_FALSE(facts.is_turned || facts.is_png);
        expect_same_shape(bytes, facts);
    }
    for (const std::size_t cut : {std::size_t{2}, jpeg.size() / 2, jpeg.size() - 30})
        EXPECT_NE(refused(jpeg.substr(0, jpeg.size() - cut)), "drawn") << cut;
}

TEST_F(Decoder, size_that_no_int_holds_is_told_as_too_many_pixels) {
    const std::string png(
        "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x08\x02\0\0\0", 29);
    const Facts facts = look(png);
    EXPECT_TRUE(facts.has_too_many_pixels);
    EXPECT_GT(facts.width, 1'000'000);
}

/// EXIF 4.6.5: where the stored upper left, which is red, is shown.
TEST_F(Decoder, exif_turns_what_is_drawn_and_what_is_measured) {
    const int corners[9][2] = {{}, {0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
    for (int orientation = 1; orientation <= 8; ++orientation)
        for (const bool little : {true, false}) {
            SCOPED_TRACE(orientation);
            const std::string bytes = with(jpeg_of(96, 48), exif(orientation, little));
            const Facts facts = look(bytes);
            EXPECT_EQ(facts.width, orientation < 5 ? 96 : 48);
            EXPECT_EQ(facts.height, orientation < 5 ? 48 : 96);
            EXPECT_EQ(facts.is_turned, orientation != 1);
            expect_same_shape(bytes, facts);
            for (int y = 0; y < 2; ++y)
                for (int x = 0; x < 2; ++x)
                    EXPECT_EQ(is_red(quarter(bytes, x, y)),
                              x == corners[orientation][0] && y == corners[orientation][1])
                        << x << y;
        }
    EXPECT_FALSE(look(with(jpeg_of(9, 9), exif(77))).is_turned);
    EXPECT_FALSE(look(with(jpeg_of(9, 9), segment(0xE1, std::string("Exif\0\0II", 8)))).is_turned);
}

TEST_F(Decoder, pngs_say_their_bits_and_jpegs_their_colours) {
    EXPECT_EQ(look(png_of(20, 10)).bits, 8);
    EXPECT_TRUE(look(png_of(20, 10)).is_png);
    EXPECT_FALSE(look(jpeg_of(20, 10)).is_cmyk);
}

TEST_F(Decoder, drawings_of_every_program_are_drawn) {
    const std::string doctype =
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
        "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n";
    const std::string box = "viewBox='0 0 200 100'";
    const std::pair<const char*, std::string> drawings[] = {
        {"single quotes", svg(box)},
        {"a DOCTYPE", "<?xml version=\"1.0\"?>\n" + doctype + svg(box)},
        {"entities of its own", "<!DOCTYPE svg [<!ENTITY ns 'http://a'><!ENTITY c \"#0a5\">]>" +
                                    svg(box + " xmlns:x='&ns;' ",
                                        "<rect x='10' y='10' width='180' "
                                        "height='80' fill='&c;'/>")},
        {"a prefix", "<s:svg xmlns:s='http://www.w3.org/2000/svg' " + box +
                         "><s:rect x='10' y='10' width='180' height='80' fill='#0a5'/></s:svg>"},
        {"a style", svg(box,
                        "<style>.a{fill:#0A5;}</style><rect class='a' x='10' y='10' "
                        "width='180' height='80'/>")},
        {"a link", svg(box, std::string("<a xlink:href='https://example.org'>") + kBody + "</a>")},
        {"a font of its own",
         svg(box, std::string("<defs><style>@font-face{font-family:\"X\";src:url(data:font/woff2;"
                              "base64,d09GMgABAAAAA) format(\"woff2\");}</style></defs>") +
                      kBody)},
        {"a byte order mark", "\xEF\xBB\xBF" + svg(box)},
        {"a comment that names another",
         "<!-- <svg width='1' height='9'> --><?x <svg ?>" + svg(box)},
        {"another file in a comment of its style",
         svg(box, std::string("<style>/* @import url(http://a/b.css) */</style>") + kBody)},
        {"metadata of its editor",
         svg(box + " xmlns:sodipodi='http://s' ",
             std::string("<sodipodi:namedview href='http://a'/>") + kBody)},
    };
    for (const auto& [name, bytes] : drawings) {
        SCOPED_TRACE(name);
        const Facts facts = look(bytes);
        EXPECT_TRUE(facts.is_drawing);
        EXPECT_TRUE(facts.outside.empty()) << facts.outside.front();
        EXPECT_FALSE(facts.has_words || facts.has_script || facts.has_variables);
        EXPECT_EQ(facts.width, 200);
        EXPECT_EQ(facts.height, 100);
        expect_same_shape(bytes, facts);
        EXPECT_GT(samples(bytes, 0xFF00AA55U), 2000);
    }
}

TEST_F(Decoder, sizes_of_drawings_are_those_that_pages_leave_room_for) {
    for (const char* attributes :
         {"width='300' height='100'", "width='3in' height='1in'", "width='30mm' height='1cm'",
          "width='300px' height='100px' viewBox='0 0 9 9'", "width='100%' viewBox='0 0 30 10'",
          "width='100%' height='100%' viewBox='0,0 , 30 10'", "viewBox = \"-5 -5 30 10\"",
          "width='300' viewBox='0 0 30 10'", "width='30pc' height='120pt'"}) {
        SCOPED_TRACE(attributes);
        const std::string bytes = svg(attributes);
        const Facts facts = look(bytes);
        EXPECT_NEAR(double(facts.width) / facts.height, 3, 0.03);
        expect_same_shape(bytes, facts);
    }
    for (const char* attributes : {"", "width='100%' height='100%'", "viewBox='0 0 0 10'"}) {
        const std::string bytes = svg(attributes);
        EXPECT_EQ(look(bytes).width, 0) << attributes;
        expect_same_shape(bytes, look(bytes));
    }
}

TEST_F(Decoder, what_reaches_outside_is_named) {
    const std::string box = "viewBox='0 0 200 100'";
    const std::pair<std::string, std::string> drawings[] = {
        {svg(box, "<image xlink:href='http://a/b.png' width='9' height='9'/>"), "http://a/b.png"},
        {svg(box, "<image href='other.png' width='9' height='9'/>"), "other.png"},
        {svg(box, "<use href='other.svg#a'/>"), "other.svg#a"},
        {svg(box, "<style>@import 'x.css';</style>"), "@import"},
        {svg(box, "<style>a{fill:url( \"http://a/b\" )}</style>"), "http://a/b"},
        {svg(box, "<rect width='9' height='9' fill='url(http://a#b)'/>"), "http://a#b"},
        {svg(box, "<rect width='9' height='9' style='fill:url(b.svg#c)'/>"), "b.svg#c"},
        {"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + svg(box),
         "file:///etc/passwd"},
        {"<?xml-stylesheet href='a.css' type='text/css'?>" + svg(box), "a.css"},
        {svg(box + " xmlns:xi='http://www.w3.org/2001/XInclude' ", "<xi:include href='a.svg'/>"),
         "a.svg"},
    };
    for (const auto& [bytes, what] : drawings) {
        const Facts facts = look(bytes);
        ASSERT_EQ(facts.outside.size(), 1U) << bytes;
        EXPECT_EQ(facts.outside[0], what);
    }
    EXPECT_TRUE(look(svg(box,
                         "<use href='#a'/><rect fill='url(#b)'/><image width='9' height='9' "
                         "href='data:image/png;base64,AAAA'/>"))
                    .outside.empty());
}

/// Words have fonts, which are files; a script has nobody to run it.
TEST_F(Decoder, words_scripts_and_variables_are_told_and_the_rest_is_drawn) {
    const std::string box = "viewBox='0 0 200 100'";
    const std::string words = svg(box, std::string(kBody) + "<text x='9' y='40'>scalp</text>");
    EXPECT_TRUE(look(words).has_words);
    EXPECT_GT(samples(words, 0xFF00AA55U), 2000);
    EXPECT_TRUE(look(svg(box, std::string(kBody) + "<switch><foreignObject width='9' height='9'/>"
                                                   "<text x='9' y='40' style='display:inline'>a"
                                                   "</text></switch>"))
                    .has_words);
    EXPECT_TRUE(look(svg(box, "<script>alert(1)</script>")).has_script);
    EXPECT_TRUE(look(svg(box, "<rect onclick='a()' width='9' height='9'/>")).has_script);
    EXPECT_TRUE(
        look(svg(box, "<rect style='fill:var(--a,#000)' width='9' height='9'/>")).has_variables);
}

TEST_F(Decoder, entities_that_stand_for_entities_without_end_are_refused) {
    std::string bomb = "<!DOCTYPE svg [<!ENTITY a0 'laughs laughs laughs'>";
    for (int i = 1; i < 12; ++i) {
        bomb += "<!ENTITY a" + std::to_string(i) + " '";
        for (int j = 0; j < 12; ++j) bomb += "&a" + std::to_string(i - 1) + ";";
        bomb += "'>";
    }
    bomb += "]>" + svg("viewBox='0 0 9 9'", "<desc>&a11;</desc>");
    EXPECT_NE(refused(bomb), "drawn");
    EXPECT_EQ(look(svg("viewBox='0 0 9 9'")).width, 9) << "the next one is drawn";
}

TEST_F(Decoder, other_formats_are_refused_by_their_name) {
    EXPECT_NE(refused("GIF89a....").find("GIF"), std::string::npos);
    EXPECT_NE(refused("RIFF....WEBPVP8 ").find("WebP"), std::string::npos);
    EXPECT_NE(refused("\x1F\x8B\x08").find("SVGZ"), std::string::npos);
    EXPECT_NE(refused(std::string("\0\0\0\x18"
                                  "ftypheic",
                                  12))
                  .find("HEIC"),
              std::string::npos);
    EXPECT_NE(refused(svg("viewBox='0 0 9 9'", "<g>")), "drawn");
    EXPECT_NE(refused("<html/>"), "drawn");
    EXPECT_EQ(refused(""), "empty file");
}

TEST_F(Decoder, large_picture_is_looked_at_without_its_pixels_and_made_smaller) {
    ImageLimits small;
    small.max_pixels = 1000;
    const std::string jpeg = with(jpeg_of(96, 48), exif(6));
    const auto facts = process.look(file(jpeg), small);
    ASSERT_TRUE(facts);
    EXPECT_TRUE(facts->has_too_many_pixels);
    for (const std::string& bytes : {jpeg, png_of(48, 96)}) {
        const auto smaller = process.smaller(file(bytes), 24, {});
        ASSERT_TRUE(smaller);
        const auto head = read_head(*smaller);
        ASSERT_TRUE(head);
        EXPECT_EQ(head->width, 12);
        EXPECT_EQ(head->height, 24);
        EXPECT_EQ(head->orientation, 1);
        EXPECT_EQ(smaller->substr(0, 3), bytes.substr(0, 3));
        EXPECT_EQ(process.smaller(file(bytes), 24, {}).value(), *smaller) << "the same bytes";
    }
    EXPECT_TRUE(is_red(quarter(process.smaller(file(jpeg), 24, {}).value(), 1, 0)));
    EXPECT_FALSE(process.smaller(file(svg("viewBox='0 0 9 9'")), 24, {}));
}

TEST_F(Decoder, facts_survive_the_wire) {
    Facts facts;
    facts.width = 7, facts.bits = 16;
    facts.has_words = facts.is_cmyk = true;
    facts.outside = {"http://a b", "c"};
    const auto read = read_facts(to_text(facts));
    ASSERT_TRUE(read);
    EXPECT_EQ(to_text(*read), to_text(facts));
    for (const char* text : {"", "1", "1\n2\n3\n", "a\n2\n3\n00000000\n", "1\n2\n3\n0\n"})
        EXPECT_FALSE(read_facts(text)) << text;
}

}  // namespace candor::picture
