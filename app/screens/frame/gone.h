#pragma once
#include <string>

#include "screens/frame/page_frame.h"

namespace candor::screens {

/// What somebody came for and is not there any more, in a heading and maybe a sentence.
struct Gone {
    std::string title, text;
};
/// A whole screen that says so calmly and leads home; in a preview it says what is wrong instead.
void draw_gone(const Drawing& at, const Gone& gone);

/// The self-check was taken away while it was being answered.
void draw_gone_questions(const Drawing& at);

/// In a preview: what is wrong with the page that is to be shown, or with the pack's other files,
/// for who writes it.
void draw_preview_findings(const Drawing& at, ui::Flow& flow);

}  // namespace candor::screens
