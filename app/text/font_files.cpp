#include "text/font_files.h"

#include <hb-ot.h>
#include <hb.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace candor::text {
namespace {

struct FontFile {
    const char* family;
    const char* path;
    const char* package;
    int weight = FC_WEIGHT_REGULAR;
    int slant = FC_SLANT_ROMAN;
};

constexpr const char* kInterRegular = "opentype/inter/Inter-Regular.otf";
constexpr std::string_view kEmojiFamily = "Noto Color Emoji";

constexpr FontFile kFiles[] = {
    {"Inter", kInterRegular, "fonts-inter"},
    {"Inter", "opentype/inter/Inter-Italic.otf", "fonts-inter", FC_WEIGHT_REGULAR, FC_SLANT_ITALIC},
    {"Inter", "opentype/inter/Inter-Medium.otf", "fonts-inter", FC_WEIGHT_MEDIUM},
    {"Inter", "opentype/inter/Inter-MediumItalic.otf", "fonts-inter", FC_WEIGHT_MEDIUM,
     FC_SLANT_ITALIC},
    {"Inter", "opentype/inter/Inter-SemiBold.otf", "fonts-inter", FC_WEIGHT_DEMIBOLD},
    {"Inter", "opentype/inter/Inter-SemiBoldItalic.otf", "fonts-inter", FC_WEIGHT_DEMIBOLD,
     FC_SLANT_ITALIC},
    {"Inter", "opentype/inter/Inter-Bold.otf", "fonts-inter", FC_WEIGHT_BOLD},
    {"Inter", "opentype/inter/Inter-BoldItalic.otf", "fonts-inter", FC_WEIGHT_BOLD,
     FC_SLANT_ITALIC},
    {"Noto Naskh Arabic", "truetype/noto/NotoNaskhArabic-Regular.ttf", "fonts-noto-core"},
    {"Noto Naskh Arabic", "truetype/noto/NotoNaskhArabic-Bold.ttf", "fonts-noto-core",
     FC_WEIGHT_BOLD},
    {"Noto Sans", "truetype/noto/NotoSans-Regular.ttf", "fonts-noto-core"},
    {"Noto Sans", "truetype/noto/NotoSans-Italic.ttf", "fonts-noto-core", FC_WEIGHT_REGULAR,
     FC_SLANT_ITALIC},
    {"Noto Sans", "truetype/noto/NotoSans-Bold.ttf", "fonts-noto-core", FC_WEIGHT_BOLD},
    {"Noto Sans", "truetype/noto/NotoSans-BoldItalic.ttf", "fonts-noto-core", FC_WEIGHT_BOLD,
     FC_SLANT_ITALIC},
    {kEmojiFamily.data(), "truetype/noto/NotoColorEmoji.ttf", "fonts-noto-color-emoji"},
};

struct DestroyFace {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
using FacePtr = std::unique_ptr<hb_face_t, DestroyFace>;
struct DestroyCharSet {
    void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};
using CharSetPtr = std::unique_ptr<FcCharSet, DestroyCharSet>;

FacePtr open_face(const std::string& path) {
    hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
    FacePtr face(hb_face_create(blob, 0));
    hb_blob_destroy(blob);
    return face;
}

CharSetPtr coverage_of(const std::string& path) {
    const FacePtr face = open_face(path);
    hb_set_t* unicodes = hb_set_create();
    hb_face_collect_unicodes(face.get(), unicodes);
    CharSetPtr charset(FcCharSetCreate());
    hb_codepoint_t unicode = HB_SET_VALUE_INVALID;
    while (hb_set_next(unicodes, &unicode)) FcCharSetAddChar(charset.get(), unicode);
    hb_set_destroy(unicodes);
    return charset;
}

const FcChar8* fc(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

FcPattern* pattern_of(const FontFile& file, const std::string& path, const FcCharSet* coverage) {
    const bool colour = file.family == kEmojiFamily;
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, fc(file.family));
    // Pango asks for this family by name wherever a character is to be shown as an emoji.
    if (colour) FcPatternAddString(pattern, FC_FAMILY, fc("emoji"));
    FcPatternAddString(pattern, FC_FILE, fc(path.c_str()));
    FcPatternAddInteger(pattern, FC_INDEX, 0);
    FcPatternAddInteger(pattern, FC_WEIGHT, file.weight);
    FcPatternAddInteger(pattern, FC_SLANT, file.slant);
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_OUTLINE, colour ? FcFalse : FcTrue);
    FcPatternAddBool(pattern, FC_COLOR, colour ? FcTrue : FcFalse);
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    FcPatternAddString(pattern, FC_FONTFORMAT, fc(path.ends_with(".otf") ? "CFF" : "TrueType"));
#ifdef FC_FONT_WRAPPER  // fontconfig 2.15, whose Pango ignores fonts without it
    FcPatternAddString(pattern, FC_FONT_WRAPPER, fc("SFNT"));
#endif
    FcPatternAddCharSet(pattern, FC_CHARSET, coverage);
    return pattern;
}

tl::unexpected<base::Fault> missing_font(const FontFile& file, const std::string& path) {
    return base::fail(base::FaultKind::not_found, path,
                      std::string("font missing; Debian package ") + file.package);
}

}  // namespace

std::vector<std::filesystem::path> font_paths(const std::filesystem::path& root) {
    std::vector<std::filesystem::path> paths;
    for (const FontFile& file : kFiles) paths.push_back(root / file.path);
    return paths;
}

base::Result<ConfigPtr> private_config(const std::filesystem::path& root) {
    ConfigPtr config(FcConfigCreate());
    // Zero: never re-read "changed" configuration files, which would bring the system's fonts back.
    FcConfigSetRescanInterval(config.get(), 0);
    FcConfigBuildFonts(config.get());
    FcFontSet* fonts = FcConfigGetFonts(config.get(), FcSetSystem);
    // Patterns by hand, with the coverage of a family's upright and of its italic faces read from
    // one cmap each (Inter 4's italics have fewer letters): about 1 ms at the start, where
    // fontconfig's own scan of these files takes 4 to 6; and no cache that could be stale.
    std::map<std::pair<std::string_view, int>, CharSetPtr> coverage;
    for (const FontFile& file : kFiles) {
        const std::string path = root / file.path;
        std::error_code error;
        if (!std::filesystem::is_regular_file(path, error)) return missing_font(file, path);
        CharSetPtr& set = coverage[{file.family, file.slant}];
        if (!set) set = coverage_of(path);
        FcFontSetAdd(fonts, pattern_of(file, path, set.get()));
    }
    return config;
}

Proportions read_proportions(const std::filesystem::path& root) {
    const FacePtr face = open_face(root / kInterRegular);
    hb_font_t* font = hb_font_create(face.get());
    const auto share = [&](hb_ot_metrics_tag_t tag) {
        hb_position_t value = 0;
        hb_ot_metrics_get_position_with_fallback(font, tag, &value);
        return static_cast<float>(value) / static_cast<float>(hb_face_get_upem(face.get()));
    };
    const Proportions result{
        share(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
        -share(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER), share(HB_OT_METRICS_TAG_X_HEIGHT),
        share(HB_OT_METRICS_TAG_UNDERLINE_OFFSET), share(HB_OT_METRICS_TAG_UNDERLINE_SIZE)};
    hb_font_destroy(font);
    return result;
}

}  // namespace candor::text
