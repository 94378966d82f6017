#include "desk/studio/packs_page.h"

#include <algorithm>

#include "desk/shell/pages.h"

namespace candor::desk {
namespace {

using ui::Ui;

constexpr float kFindingsWidth = 520;

}  // namespace

std::string about_words(const ui::Strings& strings, const PackHead& head) {
    const auto count = static_cast<int>(head.languages.size());
    const std::string languages = strings.plural("packs.languages", count);
    if (head.review.status != pack::ReviewStatus::reviewed)
        return languages + " · " + strings("packs.not-reviewed");
    return languages + " · " +
           strings("packs.reviewed-by", {{"name", head.review.name},
                                         {"role", head.review.role},
                                         {"date", head.review.date}});
}

float version_badge(Ui& ui, float right, float y, const PackHead& head) {
    const bool reviewed = head.review.status == pack::ReviewStatus::reviewed;
    const std::string label = head.version == 0
                                  ? ui.tr("packs.unreadable")
                                  : ui.tr(reviewed ? "packs.reviewed" : "packs.draft",
                                          {{"version", std::to_string(head.version)}});
    const float width = badge_width(ui, label);
    badge(ui, right - width, y, label,
          head.version == 0 ? Tone::peach
          : reviewed        ? Tone::mint
                            : Tone::sun);
    return width;
}

void draw_packs(const Drawing& at, const base::Rect& area) {
    const Studio& studio = at.studio();
    if (!studio.looked) at.emit(LookAtPacks{});
    if (studio.folder.empty()) return draw_pack_list(at, area);
    const float width = std::min(at.ui.px(kFindingsWidth), area.w * 0.55F);
    const base::Rect left{area.x, area.y, width, area.h};
    draw_findings(at, left);
    draw_preview(at, {left.right(), area.y, area.w - width, area.h});
    if (studio.dialog == Dialog::sign) draw_sign_dialog(at);
    if (studio.dialog == Dialog::put) draw_put_dialog(at);
}

}  // namespace candor::desk
