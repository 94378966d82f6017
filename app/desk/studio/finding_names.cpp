#include "desk/studio/finding_names.h"

namespace candor::desk {

ui::Strings::Texts finding_names(const std::filesystem::path& assets, const std::string& language) {
    const auto names = ui::Strings::load(assets / "finding-names" / (language + ".yaml"));
    return names ? names->all() : ui::Strings::Texts{};
}

}  // namespace candor::desk
