#pragma once
#include <filesystem>
#include <string>

#include "ui/strings.h"

namespace candor::desk {

/// What kinds of findings are called in that language, by their codes
/// (ASSETS/finding-names/xx.yaml): the sentences of the checks are English. Nothing for a language
/// that has no such file, as English itself.
ui::Strings::Texts finding_names(const std::filesystem::path& assets, const std::string& language);

}  // namespace candor::desk
