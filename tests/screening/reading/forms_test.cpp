#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "form.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"

namespace candor::screening {
namespace {

namespace fs = std::filesystem;

const fs::path kForms = fs::path(CANDOR_SOURCE_DIR) / "tests" / "screening" / "forms";

std::string read(const fs::path& path) { return base::read_file(path, kMaxBytes).value_or(""); }

std::vector<std::string> form_names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kForms))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<fs::path> answers_in(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().string().ends_with(".answers.yaml")) paths.push_back(entry.path());
    return paths;
}

fs::path expected_beside(const fs::path& answers) {
    const std::string path = answers.string();
    return path.substr(0, path.size() - std::string(".answers.yaml").size()) + ".expected.json";
}

fs::path questionnaire_in(const fs::path& folder) {
    const fs::path yaml = folder / "questionnaire.yaml";
    return fs::exists(yaml) ? yaml : folder / "questionnaire.json";
}

class Forms : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, Forms, testing::ValuesIn(form_names()), [](const auto& form) {
    std::string name = form.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace

TEST_P(Forms, lead_to_what_stands_beside_their_answers) {
    const fs::path folder = kForms / GetParam(), path = questionnaire_in(folder);
    const auto loaded = load_questionnaire(read(path), path.string());
    for (const auto& finding : loaded.findings) ADD_FAILURE() << base::to_line(finding);
    ASSERT_TRUE(loaded.questionnaire);
    ASSERT_GE(answers_in(folder).size(), 2U);
    for (const auto& answers : answers_in(folder)) {
        const auto judged =
            report(*loaded.questionnaire, nullptr, read(answers), answers.filename().string());
        ASSERT_TRUE(judged.report) << answers;
        EXPECT_EQ(nlohmann::json::parse(to_json(*judged.report)),
                  nlohmann::json::parse(read(expected_beside(answers)), nullptr, false))
            << answers;
    }
}

TEST(FormFiles, are_at_least_twenty) { EXPECT_GE(form_names().size(), 20U); }

}  // namespace candor::screening
