#pragma once
#include <string_view>

#include "pack/page/pack.h"
#include "screens/frame/drawing.h"

namespace candor::screens {

/// Key of the words for what a source is; nullptr: there are none.
const char* key_of(pack::SourceKind kind);
/// Key of the words for who paid; nullptr: it is not known.
const char* key_of(pack::PaidBy payer);

/// How strong a source's proof is, as one small shape beside its number: what weakens it most, else
/// with what it compared. Told apart by shape, never by colour.
struct StrengthMark {
    std::string_view icon;  ///< empty: there is none
    const char* key = nullptr;
};
StrengthMark strength_mark(const pack::Source& source);

/// All that is known of it, each with its mark and in words; nothing where nothing is.
void draw_strength(const Drawing& at, ui::Flow& flow, const pack::Source& source);

}  // namespace candor::screens
