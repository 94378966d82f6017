#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "screens/frame/state.h"

namespace candor::screens {

inline std::filesystem::path source_folder() { return CANDOR_SOURCE_DIR; }

/// The interface's words and keyboards, and nothing to read.
inline std::shared_ptr<Catalog> bare_catalog() {
    auto catalog = std::make_shared<Catalog>();
    const auto assets = source_folder() / "assets";
    catalog->languages = {{"en", "English"}};
    catalog->strings.emplace("en", ui::Strings::load(assets / "strings/en.yaml").value());
    catalog->keyboards.emplace("en",
                               ui::KeyboardLayouts::load(assets / "keyboards/en.yaml").value());
    catalog->library = std::make_shared<pack::Library>();
    return catalog;
}

inline base::Localized english(const std::string& text) { return base::Localized({{"en", text}}); }

inline pack::RichText plain(const std::string& text) {
    return {{text, false, false, pack::LinkKind::none, {}}};
}

inline pack::Page page_of(const std::string& id, std::vector<pack::BlockBody> bodies) {
    pack::Page page;
    page.id = id;
    page.language = "en";
    page.title = page.short_title = "Page " + id;
    for (auto& body : bodies) page.blocks.push_back({1, std::move(body)});
    page.words = pack::word_count(page);
    return page;
}

inline pack::Pack pack_of(const std::string& id, std::vector<pack::Page> pages) {
    pack::Pack pack;
    pack.id = id;
    pack.languages = {"en"};
    pack.title = english("Pack " + id);
    pack.pages["en"] = std::move(pages);
    return pack;
}

/// Two packs: "a" with the pages one, steps (of three) and ask, and "b" with one page.
inline std::shared_ptr<Catalog> small_catalog() {
    pack::Steps steps;
    for (const char* title : {"First", "Then", "Last"})
        steps.steps.push_back({title, {}, plain("Words")});
    const pack::AskList ask{
        {{"cost", plain("What does it cost?")}, {"pain", plain("Does it hurt?")}}};
    auto library = std::make_shared<pack::Library>();
    library->packs.push_back(pack_of("a", {page_of("one", {pack::Prose{plain("Words")}}),
                                           page_of("steps", {steps}), page_of("ask", {ask})}));
    library->packs.push_back(pack_of("b", {page_of("only", {pack::Prose{plain("Words")}})}));
    auto catalog = bare_catalog();
    catalog->library = library;
    return catalog;
}

/// A catalogue whose self-check has these items (YAML) and the shipped one's sources.
inline std::shared_ptr<Catalog> catalog_asking(const std::string& items) {
    auto library = std::make_shared<pack::Library>();
    library->packs.push_back(pack_of("a", {page_of("one", {pack::Prose{plain("Words")}})}));
    library->self_checks.push_back(pack_of("self-check", {}));
    auto loaded = screening::load_questionnaire(
        "resourceType: Questionnaire\nstatus: draft\nitem:\n" + items, "form.yaml");
    if (!loaded.questionnaire) ADD_FAILURE() << base::to_line(loaded.findings.front());
    auto catalog = bare_catalog();
    catalog->library = library;
    catalog->self_check = std::make_shared<SelfCheck>(
        SelfCheck{&library->self_checks.front(), std::move(*loaded.questionnaire), {}});
    return catalog;
}

/// What ships: content/ and its self-check. Loaded once.
inline std::shared_ptr<const Catalog> shipped_catalog() {
    static const std::shared_ptr<const Catalog> shared = [] {
        constexpr std::size_t kEnough = 4U << 20;
        auto catalog = bare_catalog();
        const auto library = pack::load_library(source_folder() / "content");
        catalog->library = library;
        catalog->demonstration = true;
        for (const auto& code : {"ar", "de", "es", "tr"}) {
            const auto assets = source_folder() / "assets";
            const std::string file = std::string(code) + ".yaml";
            auto strings = ui::Strings::load(assets / "strings" / file).value();
            catalog->languages.push_back({code, strings("language.name")});
            catalog->strings.emplace(code, std::move(strings));
            catalog->keyboards.emplace(
                code, ui::KeyboardLayouts::load(assets / "keyboards" / file).value());
        }
        const pack::Pack& check = library->self_checks.at(0);
        const std::string questions =
            base::read_file(check.folder / "questionnaire.yaml", kEnough).value();
        const std::string guidance =
            base::read_file(check.folder / "guidance.yaml", kEnough).value();
        auto questionnaire =
            screening::load_questionnaire(questions, "questionnaire.yaml").questionnaire;
        auto words =
            screening::load_guidance(guidance, "guidance.yaml", questionnaire.value()).guidance;
        catalog->self_check = std::make_shared<SelfCheck>(
            SelfCheck{&check, std::move(*questionnaire), std::move(words.value())});
        return catalog;
    }();
    return shared;
}

}  // namespace candor::screens
