#pragma once
#include <string>

#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "visitor.h"

namespace candor::screens {

/// The interface's words in that language.
inline const ui::Strings& strings_of(std::string_view language) {
    const auto& all = shipped_catalog()->strings;
    return all.at(std::string(language));
}

/// What is being entered to that question.
inline std::string entered_text(const Visitor& visitor, const std::string& link_id) {
    return std::string(visitor.state.visit.check.draft(link_id).text.view());
}

/// A number, key by key.
inline void type_number(Visitor& visitor, const std::string& keys) {
    for (const char key : keys) visitor.types(std::string(1, key));
}

/// All languages, and the self-check in tests/screens/forms/controls. Loaded once.
inline std::shared_ptr<const Catalog> controls_catalog() {
    static const std::shared_ptr<const Catalog> shared = [] {
        constexpr std::size_t kEnough = 4U << 20;
        auto catalog = std::make_shared<Catalog>(*shipped_catalog());
        auto library = std::make_shared<pack::Library>(*catalog->library);
        library->self_checks =
            pack::load_library(source_folder() / "tests/screens/forms")->self_checks;
        const pack::Pack& check = library->self_checks.at(0);
        const std::string questions =
            base::read_file(check.folder / "questionnaire.yaml", kEnough).value();
        const std::string guidance =
            base::read_file(check.folder / "guidance.yaml", kEnough).value();
        auto loaded = screening::load_questionnaire(questions, "questionnaire.yaml");
        for (const auto& finding : loaded.findings) ADD_FAILURE() << base::to_line(finding);
        auto words =
            screening::load_guidance(guidance, "guidance.yaml", loaded.questionnaire.value());
        catalog->library = library;
        catalog->self_check = std::make_shared<SelfCheck>(
            SelfCheck{&check, std::move(*loaded.questionnaire), std::move(words.guidance.value())});
        return catalog;
    }();
    return shared;
}

/// Somebody at that question of the controls' self-check.
inline Visitor at_control(const std::string& link_id) {
    Visitor visitor(controls_catalog());
    visitor.asks(Start{}).asks(BeginSelfCheck{}).asks(ChangeAnswer{link_id});
    visitor.state.visit.check.from_summary = false;
    return visitor;
}

}  // namespace candor::screens
