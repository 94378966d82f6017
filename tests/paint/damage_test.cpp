#include "paint/damage.h"

#include <numeric>
#include <random>

#include "paint/compositor.h"
#include "paint/flatten.h"
#include "paint/texture.h"
#include "stage.h"

namespace candor::paint {
namespace {

constexpr int kWidth = 530, kHeight = 710;

// A page of random things that scrolls both ways under fixed ones, changed at random.
class RandomPage {
  public:
    RandomPage(Stage& stage, std::uint32_t seed) : stage_(stage), random_(seed) {
        for (int i = 0; i < 120; ++i) things_.push_back(any_thing());
    }

    void change() {
        switch (number(0, 9)) {
            case 0:
                things_[std::size_t(number(0, 119))] = any_thing();
                break;
            case 1:
                footer_ ^= 0x00FF00;
                break;
            case 2:
                x_ += number(-90, 90);
                break;
            case 3:
                x_ += number(-9, 9), y_ += number(-9, 9);
                break;
            case 4:
                break;
            default:
                y_ = std::clamp(y_ + number(-80, 80), -1500, 100);
                break;
        }
    }

    void draw() {
        Scene& scene = stage_.scene;
        scene.clear();
        scene.solid({0, 0, kWidth, kHeight}, IM_COL32(247, 244, 238, 255));
        scene.clip({20, 60, kWidth - 33, kHeight - 130});
        for (const Thing& thing : things_) draw(thing);
        scene.clip({0, 0, kWidth, kHeight});
        scene.entry(fade(stage_.atlas, 30, FadeTo::bottom), {0, 60, kWidth, 30}, IM_COL32_WHITE);
        scene.nine_slice(rounded(stage_.atlas, 16), {40, kHeight - 60, 300, 50}, footer_);
    }

    int image = -1, tall_image = -1;

  private:
    struct Thing {
        int kind, x, y, w, h;
        ImU32 colour;
    };
    int number(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
    Thing any_thing() {
        const int alpha = number(0, 2) ? 255 : number(1, 254);
        return {
            number(0, 8),       number(-50, kWidth),
            number(-100, 2000), number(1, 220),
            number(1, 160),     IM_COL32(number(0, 255), number(0, 255), number(0, 255), alpha)};
    }
    void draw(const Thing& thing);
    text::AtlasEntry noise(int which);

    Stage& stage_;
    std::mt19937 random_;
    std::vector<Thing> things_;
    int x_ = 0, y_ = 0;
    ImU32 footer_ = IM_COL32(14, 94, 91, 255);
};

text::AtlasEntry RandomPage::noise(int which) {
    const auto key = std::uint64_t(which);
    if (const auto* found = stage_.atlas.find_mask(key)) return *found;
    const int w = 5 + which % 23, h = 7 + which % 19;
    std::vector<std::uint8_t> coverage(std::size_t(w * h));
    for (std::size_t i = 0; i < coverage.size(); ++i)
        coverage[i] = std::uint8_t(i * 41 * (key + 3) % 300 > 255 ? 255 : i * 41 * key % 256);
    return *stage_.atlas.add_mask(key, w, h, coverage);
}

void RandomPage::draw(const Thing& t) {
    Scene& scene = stage_.scene;
    const base::IntRect box{t.x + x_, t.y + y_, t.w, t.h};
    const base::IntRect card{box.x, box.y, t.w + 100, t.h + 100};
    ImDrawList& list = scene.list();
    switch (t.kind) {
        case 0:
            return scene.solid(box, t.colour);
        case 1:
            return scene.nine_slice(rounded(stage_.atlas, 20), card, t.colour);
        case 2:
            return scene.nine_slice(shadow(stage_.atlas, 12, 9), card, t.colour);
        case 3:
            return scene.entry(noise(t.w % 9), box, t.colour);
        case 4:
            return scene.image(image, {box.x, box.y, 90, 70}, t.colour);
        case 5:
            return scene.image(tall_image, box, t.colour);
        case 6:
            list.PushClipRect({20, 60}, {kWidth - 13, kHeight - 70});
            list.PushTextureID(solid_texture());
            list.AddCircleFilled({float(box.x), float(box.y)}, float(10 + t.w / 4), t.colour, 12);
            list.PopTextureID();
            list.PopClipRect();
            return;
        default:
            for (int i = 0; i < 12; ++i) {
                const auto entry = noise((t.w + i * i) % 40);
                scene.entry(entry, box.x + i * 17, box.y, t.colour);
            }
    }
}

// Every item whole, one after another: no tiles, nothing moved, nothing left out.
Picture painted_plainly(Stage& stage) {
    Picture picture(kWidth, kHeight);
    DrawFrame frame;
    flatten(stage.scene.data(), stage.atlas, stage.images, kWidth, kHeight, frame);
    Compositor compositor;
    compositor.begin(picture.view(), frame);
    for (const DrawItem& item : frame.items) compositor.paint(item, {0, 0, kWidth, kHeight});
    return picture;
}

bool all_told(const Picture& before, const Picture& after,
              const std::vector<base::IntRect>& changed) {
    Picture patched = before;
    for (const base::IntRect& r : changed)
        for (int y = r.y; y < r.y + r.h; ++y)
            for (int x = r.x; x < r.x + r.w; ++x) {
                const auto at = std::size_t(y * kWidth + x);
                patched.pixels[at] = after.pixels[at];
            }
    return patched.pixels == after.pixels;
}

}  // namespace

TEST(Damage, moved_tiles_come_from_the_old_picture_whatever_the_way) {
    std::mt19937 random(7);
    const auto number = [&](int from, int to) {
        return std::uniform_int_distribution<int>(from, to)(random);
    };
    Tiles tiles;
    tiles.compute({}, kWidth, kHeight);
    Picture before(kWidth, kHeight);
    std::iota(before.pixels.begin(), before.pixels.end(), 0);
    for (int round = 0; round < 60; ++round) {
        const int dx = number(0, 2) ? number(-300, 300) : 0;
        const int dy = number(0, 2) ? number(-200, 200) : 0;
        Picture expected = before, after = before;
        std::vector<TileState> states(std::size_t(tiles.count()), TileState::same);
        for (int tile = 0; tile < tiles.count(); ++tile) {
            const base::IntRect to = tiles.area(tile);
            const base::IntRect from{to.x - dx, to.y - dy, to.w, to.h};
            if (number(0, 3) == 0 || !(intersection(from, {0, 0, kWidth, kHeight}) == from))
                continue;
            states[std::size_t(tile)] = TileState::moved;
            for (int y = 0; y < to.h; ++y)
                for (int x = 0; x < to.w; ++x)
                    expected.pixels[std::size_t((to.y + y) * kWidth + to.x + x)] =
                        before.pixels[std::size_t((from.y + y) * kWidth + from.x + x)];
        }
        move_tiles(tiles, states, dx, dy, after.view());
        ASSERT_EQ(after.pixels, expected.pixels) << dx << ' ' << dy;
    }
}

TEST(Damage, random_frames_come_out_as_if_painted_plainly) {
    Stage stage(kWidth, kHeight);
    const auto path = written("a.svg",
                              "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 7'>"
                              "<rect width='9' height='7' fill='#f40'/>"
                              "<circle cx='4' cy='3' r='2' fill='#08f' opacity='.5'/></svg>");
    const int image = stage.images.request({path, 90, 70, Fit::cover});
    const int tall_image = stage.images.request({path, 61, 140, Fit::contain, Channels::colour, 9});
    stage.images.wait_until_idle();
    stage.images.take_in();
    ASSERT_EQ(stage.images.state(tall_image), ImageState::ready);
    int moved = 0, same = 0;
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        RandomPage page(stage, seed);
        page.image = image, page.tall_image = tall_image;
        for (int frame = 0; frame < 60; ++frame) {
            page.change();
            page.draw();
            const Picture before = stage.picture;
            const auto changed = stage.render();
            moved += stage.renderer.stats().moved;
            same += changed.empty();
            ASSERT_EQ(stage.picture.pixels, painted_plainly(stage).pixels)
                << "seed " << seed << " frame " << frame;
            ASSERT_TRUE(all_told(before, stage.picture, changed)) << frame;
        }
    }
    EXPECT_GT(moved, 500);
    EXPECT_GT(same, 0);
}

}  // namespace candor::paint
