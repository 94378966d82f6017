#include "pack/page/manifest.h"

#include <algorithm>

#include "pack/folder/fields.h"

namespace candor::pack {
namespace {

void read_id(const Fields& fields, Pack& pack, Report& report) {
    pack.id = fields.text("id", Need::required);
    if (pack.id.empty()) return;
    if (!is_id(pack.id))
        report.error(fields.line_of("id"), "bad-id", in_quotes(pack.id) + " cannot be a pack's id.",
                     "Use a-z, 0-9 and “-”.");
    else if (pack.id != pack.folder.filename().string())
        report.error(fields.line_of("id"), "id-not-folder",
                     "The id is " + in_quotes(pack.id) + " but the folder's name is " +
                         in_quotes(pack.folder.filename().string()) + ".",
                     "Make both the same.");
}

void read_languages(const Fields& fields, Pack& pack, Report& report) {
    for (const auto& code : fields.texts("languages", Need::required)) {
        if (!is_language_code(code))
            report.error(fields.line_of("languages"), "language-code",
                         in_quotes(code) + " is no language.",
                         "Use a code such as en, tr, ar, de or es.");
        else if (std::find(pack.languages.begin(), pack.languages.end(), code) ==
                 pack.languages.end())
            pack.languages.push_back(code);
    }
}

/// A review counts only with who did it and when: a pack that says "reviewed" and no more is a
/// draft.
void read_review(const YamlNode& node, Review& review, Report& report) {
    const Fields fields(node, "The review", {"status", "role", "name", "date", "review_by"},
                        report);
    const bool reviewed =
        fields.choice("status", {"draft", "reviewed"}, Need::expected) == "reviewed";
    review.role = fields.text("role", Need::optional);
    review.name = fields.text("name", Need::optional);
    review.date = fields.date("date", Need::optional);
    review.review_by = fields.date("review_by", Need::expected);
    if (reviewed && !review.role.empty() && !review.name.empty() && !review.date.empty())
        review.status = ReviewStatus::reviewed;
    else if (reviewed)
        report.warning(
            fields.line_of("status"), "review-incomplete",
            "The pack says “reviewed”, but not by whom and when. It is shown as a draft.",
            "Fill in role, name and date.");
}

void read_cover(const Fields& fields, const PackFolder& folder, Pack& pack,
                base::Findings& findings) {
    const std::string cover = fields.text("cover", Need::expected);
    pack.cover_alt = fields.localized("cover_alt", cover.empty() ? Need::optional : Need::expected);
    if (cover.empty()) return;
    base::Findings problems;
    Report report("pack.yaml", problems);
    pack.cover = folder.picture(cover, fields.line_of("cover"), report).value_or("");
    // A missing cover does not keep a pack's words off the kiosk.
    for (auto& problem : problems) {
        problem.severity = base::Severity::warning;
        findings.push_back(std::move(problem));
    }
}

void read_fields(const YamlNode& node, const PackFolder& folder, Pack& pack, Report& report,
                 base::Findings& findings) {
    const Fields fields(
        node, "The pack",
        {"id", "version", "order", "languages", "title", "summary", "cover", "cover_alt", "tint",
         "published", "updates", "funding", "review", "in_short"},
        report);
    if (!fields.is_map()) return;
    read_id(fields, pack, report);
    pack.version = fields.whole_number("version", 1, 1'000'000'000, 0, Need::required);
    pack.order = fields.whole_number("order", 0, 1'000'000, 1'000'000, Need::expected);
    read_languages(fields, pack, report);
    pack.title = fields.localized("title", Need::required);
    if (fields.map("title", Need::optional) != nullptr && pack.title.empty())
        report.error(fields.line_of("title"), "missing-key", "The pack has no title.",
                     "Write it as {en: \"…\"}.");
    pack.summary = fields.localized("summary", Need::expected);
    pack.in_short = fields.text("in_short", Need::optional);
    pack.tint = fields.choice("tint", {"mint", "sun", "sky", "peach", "plum"}, Need::expected);
    pack.published = fields.date("published", Need::expected);
    pack.updates = fields.localized("updates", Need::expected);
    pack.funding = fields.localized("funding", Need::expected);
    read_cover(fields, folder, pack, findings);
    if (const YamlNode* review = fields.map("review", Need::expected))
        read_review(*review, pack.review, report);
}

}  // namespace

bool read_manifest(PackFolder& folder, Pack& pack, base::Findings& findings) {
    Report report("pack.yaml", findings);
    const auto text = folder.read_text("pack.yaml", report);
    if (!text) return false;
    const auto yaml = parse_yaml(*text, 1, report);
    if (!yaml) return false;
    read_fields(*yaml, folder, pack, report, findings);
    return !report.failed();
}

}  // namespace candor::pack
