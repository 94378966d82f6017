#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What a form that real authors wrote in small leads to: the codes of its errors, one after the
/// other, or nothing where it can be asked.
const std::map<std::string, std::string> kErrors{
    {"attachment-cascade", "unsupported"},
    {"choice-empty-options", "no-options"},
    {"core-value-set", ""},
    {"date-max-today", ""},
    {"display-group-order", ""},
    {"display-only-coding", "same-option"},
    {"enable-when-object", "wrong-type"},
    {"hidden-choice-fixed-initial", ""},
    {"item-media-inline", ""},
    {"linkid-slash", ""},
    {"long-lists-and-controls", ""},
    {"nested-group-heading", ""},
    {"open-choice-no-options", ""},
    {"picture-that-is-not-there", "bad-media bad-media"},
    {"quantity-initial-unit-only", ""},
    {"quantity-minvalue-integer", ""},
    {"r5-coding", "unsupported unknown-element"},
    {"same-code-twice", "same-option"},
    {"status-final", ""},
    {"sub-questionnaire", "unsupported"},
    {"unit-without-display", ""},
    {"valueset-contained-by-url", ""}};

std::string errors_of(const base::Findings& findings) {
    std::string codes;
    for (const auto& finding : findings)
        if (finding.severity == base::Severity::error)
            codes += (codes.empty() ? "" : " ") + finding.code;
    return codes;
}

bool points_at_source(const base::Finding& finding) {
    return finding.remedy.find("app/") != std::string::npos ||
           finding.remedy.find(".md") != std::string::npos;
}

}  // namespace

TEST(Cases, lead_to_the_errors_that_they_have_and_no_others) {
    std::size_t seen = 0;
    for (const auto& [name, errors] : kErrors) {
        const fs::path path =
            fs::path(CANDOR_SOURCE_DIR) / "tests/screening/cases" / (name + ".json");
        const auto loaded = load_questionnaire(text_of(path), name);
        EXPECT_EQ(errors_of(loaded.findings), errors) << name;
        for (const auto& finding : loaded.findings)
            EXPECT_FALSE(points_at_source(finding)) << base::to_line(finding);
        ++seen;
    }
    std::error_code failed;
    const auto files = std::distance(
        fs::directory_iterator(fs::path(CANDOR_SOURCE_DIR) / "tests/screening/cases", failed), {});
    EXPECT_EQ(static_cast<std::size_t>(files), seen);
}

TEST(Cases, a_status_that_r4_has_not_is_a_warning) {
    const auto loaded = load_questionnaire(
        text_of(fs::path(CANDOR_SOURCE_DIR) / "tests/screening/cases/status-final.json"), "q");
    ASSERT_EQ(loaded.findings.size(), 1U);
    EXPECT_EQ(loaded.findings[0].code, "bad-status");
}

/// Forms modelled on the kinds that clinics have. Which of them load is a number that only grows.
TEST(FormsOfKinds, load_but_for_those_that_need_a_record_or_another_form) {
    std::string refused;
    int loaded = 0, all = 0;
    std::error_code failed;
    for (const auto& entry :
         fs::directory_iterator(fs::path(CANDOR_SOURCE_DIR) / "tests/screening/kinds", failed)) {
        ++all;
        const auto form = load_questionnaire(text_of(entry.path()), entry.path().filename());
        loaded += form.questionnaire ? 1 : 0;
        if (form.questionnaire) continue;
        const std::string name = entry.path().stem();
        if (name.find("-refused") != std::string::npos) continue;
        refused += name + ": ";
        for (const auto& finding : form.findings)
            if (finding.severity == base::Severity::error) refused += base::to_line(finding) + '\n';
    }
    EXPECT_EQ(refused, "");
    EXPECT_GE(all, 30);
    EXPECT_GE(loaded, 27);
}

}  // namespace candor::screening
