#include "text/letters.h"

#include <hb.h>

#include <algorithm>
#include <array>

#include "text/font_files.h"

namespace candor::text {
namespace {

struct ScriptFont {
    hb_script_t script;
    const char* font;
    const char* package = "fonts-noto-core";
};

/// Debian 12 and 13: which font of which package is for a script.
constexpr std::array kScriptFonts{
    ScriptFont{HB_SCRIPT_ARMENIAN, "Noto Sans Armenian"},
    ScriptFont{HB_SCRIPT_BENGALI, "Noto Sans Bengali"},
    ScriptFont{HB_SCRIPT_CHEROKEE, "Noto Sans Cherokee"},
    ScriptFont{HB_SCRIPT_DEVANAGARI, "Noto Sans Devanagari"},
    ScriptFont{HB_SCRIPT_ETHIOPIC, "Noto Sans Ethiopic"},
    ScriptFont{HB_SCRIPT_GEORGIAN, "Noto Sans Georgian"},
    ScriptFont{HB_SCRIPT_GUJARATI, "Noto Sans Gujarati"},
    ScriptFont{HB_SCRIPT_GURMUKHI, "Noto Sans Gurmukhi"},
    ScriptFont{HB_SCRIPT_HAN, "Noto Sans CJK", "fonts-noto-cjk"},
    ScriptFont{HB_SCRIPT_HANGUL, "Noto Sans CJK", "fonts-noto-cjk"},
    ScriptFont{HB_SCRIPT_HEBREW, "Noto Sans Hebrew"},
    ScriptFont{HB_SCRIPT_HIRAGANA, "Noto Sans CJK", "fonts-noto-cjk"},
    ScriptFont{HB_SCRIPT_KANNADA, "Noto Sans Kannada"},
    ScriptFont{HB_SCRIPT_KATAKANA, "Noto Sans CJK", "fonts-noto-cjk"},
    ScriptFont{HB_SCRIPT_KHMER, "Noto Sans Khmer"},
    ScriptFont{HB_SCRIPT_LAO, "Noto Sans Lao"},
    ScriptFont{HB_SCRIPT_MALAYALAM, "Noto Sans Malayalam"},
    ScriptFont{HB_SCRIPT_MYANMAR, "Noto Sans Myanmar"},
    ScriptFont{HB_SCRIPT_ORIYA, "Noto Sans Oriya"},
    ScriptFont{HB_SCRIPT_SINHALA, "Noto Sans Sinhala"},
    ScriptFont{HB_SCRIPT_SYRIAC, "Noto Sans Syriac"},
    ScriptFont{HB_SCRIPT_TAMIL, "Noto Sans Tamil"},
    ScriptFont{HB_SCRIPT_TELUGU, "Noto Sans Telugu"},
    ScriptFont{HB_SCRIPT_THAANA, "Noto Sans Thaana"},
    ScriptFont{HB_SCRIPT_THAI, "Noto Sans Thai"},
    ScriptFont{HB_SCRIPT_TIBETAN, "Noto Serif Tibetan"},
};

}  // namespace

struct Letters::Set {
    Set() : letters(hb_set_create()) {}
    ~Set() { hb_set_destroy(letters); }
    Set(const Set&) = delete;
    Set& operator=(const Set&) = delete;
    hb_set_t* letters;
};

Letters::Letters(std::shared_ptr<const Set> set) : set_(std::move(set)) {}

base::Result<Letters> Letters::of_fonts(const std::filesystem::path& root) {
    auto set = std::make_shared<Set>();
    TRY(add_letters(root, set->letters));
    return Letters(std::move(set));
}

bool Letters::has(char32_t letter) const { return hb_set_has(set_->letters, letter) != 0; }

std::string package_with(char32_t letter) {
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), letter);
    const auto found = std::find_if(kScriptFonts.begin(), kScriptFonts.end(),
                                    [&](const ScriptFont& font) { return font.script == script; });
    if (found == kScriptFonts.end()) return {};
    return std::string(found->package) + " (" + found->font + ")";
}

}  // namespace candor::text
