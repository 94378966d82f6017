#pragma once
#include <string>
#include <vector>

#include "base/localized.h"
#include "pack/checks/subject.h"

namespace candor::pack {

/// A text of the self-check that patients see, with a name by which its author finds it. Points
/// into the subject.
struct SelfCheckText {
    const char* file = "";  ///< "questionnaire.yaml" or "guidance.yaml"
    std::string name;       ///< "the text of “age”"
    const base::Localized* text = nullptr;
};

/// Empty for packs of pages, and for a self-check that cannot be read.
std::vector<SelfCheckText> self_check_texts(const Subject& subject);

}  // namespace candor::pack
