#pragma once
#include <gtest/gtest.h>

#include <filesystem>

#include "base/files.h"
#include "paint/image_store.h"
#include "paint/renderer.h"
#include "scene.h"

namespace candor::paint {

inline std::filesystem::path decoder_path() { return CANDOR_BINARY_DIR "/bin/candor-decode"; }

/// An empty folder of this test's own.
inline std::filesystem::path fresh_folder() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const auto folder =
        std::filesystem::path(testing::TempDir()) / (std::string("candor-paint-") + test->name());
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

inline std::filesystem::path written(const char* name, std::string_view bytes) {
    const auto path = fresh_folder() / name;
    EXPECT_TRUE(base::write_file_atomically(path, bytes));
    return path;
}

/// One set for all tests, as a program has, and to its end.
inline text::Fonts& shared_fonts() {
    static text::Fonts* const fonts = text::Fonts::create().value().release();
    return *fonts;
}

/// All that a renderer needs, and pixels to draw on.
struct Stage {
    explicit Stage(int width = 400, int height = 300, text::AtlasLimits limits = {})
        : atlas(shared_fonts(), limits),
          images(decoder_path(), [] {}),
          renderer(atlas, images),
          scene(atlas, width, height),
          picture(width, height) {}

    std::vector<base::IntRect> render(Repaint repaint = Repaint::damage) {
        auto changed = renderer.render(scene.data(), picture.view(), repaint);
        images.end_frame();
        return changed;
    }

    text::GlyphAtlas atlas;
    ImageStore images;
    Renderer renderer;
    Scene scene;
    Picture picture;
};

}  // namespace candor::paint
