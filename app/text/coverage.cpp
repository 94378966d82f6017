#include "text/coverage.h"

#include <hb.h>

#include <array>

#include "text/font_files.h"

namespace candor::text {
namespace {

hb_set_t* set_of(void* characters) { return static_cast<hb_set_t*>(characters); }

void add_file(const std::filesystem::path& file, hb_set_t* characters) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) return;
    hb_blob_t* blob = hb_blob_create_from_file(file.c_str());
    hb_face_t* face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    hb_set_t* of_face = hb_set_create();
    hb_face_collect_unicodes(face, of_face);
    hb_set_union(characters, of_face);
    hb_set_destroy(of_face);
    hb_face_destroy(face);
}

/// Drawn as nothing, or as a blank of some width.
bool needs_no_glyph(char32_t c) {
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x34F || c == 0x61C ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x206F) || c == 0x3000 || (c >= 0xFE00 && c <= 0xFE0F) ||
           c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

struct Script {
    char32_t first, last;
    std::string_view package;
};

/// Blocks of Unicode by where Debian has a font for them.
constexpr std::array<Script, 16> kScripts{{
    {0x0530, 0x05FF, "fonts-noto-core"},    // Armenian, Hebrew
    {0x0700, 0x109F, "fonts-noto-core"},    // Syriac, N'Ko, India's scripts, Thai, Lao, Tibetan
    {0x10A0, 0x10FF, "fonts-noto-core"},    // Georgian
    {0x1100, 0x11FF, "fonts-noto-cjk"},     // Hangul
    {0x1200, 0x1CFF, "fonts-noto-core"},    // Ethiopic, Cherokee, Khmer, Mongolian …
    {0x2190, 0x2BFF, "fonts-noto-core"},    // arrows, mathematics, symbols
    {0x2C00, 0x2DFF, "fonts-noto-core"},    // Glagolitic, Coptic, Tifinagh
    {0x2E80, 0x9FFF, "fonts-noto-cjk"},     // Chinese, Japanese
    {0xA000, 0xABFF, "fonts-noto-core"},    // Yi, Vai, Javanese …
    {0xAC00, 0xD7FF, "fonts-noto-cjk"},     // Hangul
    {0xF900, 0xFAFF, "fonts-noto-cjk"},     // Chinese
    {0xFB00, 0xFDFF, "fonts-noto-core"},    // ligatures, Hebrew, Arabic
    {0xFE30, 0xFFEF, "fonts-noto-cjk"},     // forms of full width
    {0x10000, 0x16FFF, "fonts-noto-core"},  // old scripts
    {0x1D100, 0x1D7FF, "fonts-noto-core"},  // music, mathematics
    {0x20000, 0x3FFFF, "fonts-noto-cjk-extra"},
}};

}  // namespace

Coverage::Coverage(const std::filesystem::path& root) : characters_(hb_set_create()) {
    for (const auto& file : font_paths(root)) add_file(file, set_of(characters_));
}

Coverage::~Coverage() { hb_set_destroy(set_of(characters_)); }

bool Coverage::is_empty() const { return hb_set_is_empty(set_of(characters_)) != 0; }

bool Coverage::shows(char32_t character) const {
    return needs_no_glyph(character) || hb_set_has(set_of(characters_), character) != 0;
}

std::string_view package_with(char32_t character) {
    for (const auto& script : kScripts)
        if (character >= script.first && character <= script.last) return script.package;
    return {};
}

}  // namespace candor::text
