#pragma once
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pack/package/clinic.h"
#include "pack/package/library.h"
#include "pack/package/policy.h"
#include "pack/page/form_pictures.h"
#include "pack/page/form_words.h"
#include "pack/page/self_check.h"
#include "screening/model/evaluate.h"
#include "ui/keyboard.h"
#include "ui/strings.h"

namespace candor::content {

/// The self-check's questions and guidance, as loaded.
struct SelfCheck {
    const pack::Pack* pack = nullptr;
    screening::Questionnaire questionnaire;
    screening::Guidance guidance;
    screening::Outline outline{questionnaire};  ///< so move it, and never copy it
    pack::FormWords words{questionnaire};       ///< those that hold Markdown

    /// What is opened for it; empty: no picture.
    std::filesystem::path picture(const screening::Media& media) const {
        return pack::path_of_picture(pack->folder / pack::kQuestionnaireFile, media);
    }
};

/// A language that a person can choose, by its own name of itself.
struct Language {
    std::string code, name;
};

/// What does not change during a visit; replaced as a whole between visits.
struct Catalog {
    std::shared_ptr<const pack::Library> library;
    std::shared_ptr<const SelfCheck> self_check;  ///< may be null
    std::vector<Language> languages;              ///< the kiosk's own first
    std::vector<std::string> refused;             ///< a clinic's own that have mistakes, by code
    std::map<std::string, ui::Strings> strings;   ///< by language; at first the kiosk's own alone
    std::map<std::string, ui::KeyboardLayouts> keyboards;
    pack::Clinic clinic;  ///< what it says of itself
    pack::Surroundings around;
    bool demonstration = false;
    bool preview = false;  ///< one pack, shown to who writes it: findings stand on its pages

    /// What its staff read requests in: as kiosk.yaml says, else the kiosk's own.
    std::string staff_language() const {
        if (!clinic.language.empty() || languages.empty()) return clinic.language;
        return languages.front().code;
    }
    bool speaks(const std::string& language) const {
        return std::any_of(languages.begin(), languages.end(),
                           [&](const Language& known) { return known.code == language; });
    }
    /// Something to read or to answer; without it the kiosk is out of order.
    bool has_content() const { return !library->packs.empty() || self_check != nullptr; }
};

}  // namespace candor::content
