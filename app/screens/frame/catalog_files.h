#pragma once
#include <filesystem>
#include <functional>

#include "screens/frame/state.h"

namespace candor::screens {

/// Where what is wrong with a file goes; what is wrong is left out and the rest goes on.
struct Complaints {
    std::function<void(const base::Fault&)> fault;
    std::function<void(const base::Finding&)> finding;
};

/// The names of all languages in `assets`, the words of `language` (English where there is none),
/// and an empty library: enough for the first frame. Faults: what is wrong with a file of strings.
base::Result<std::shared_ptr<Catalog>> load_interface(const std::filesystem::path& assets,
                                                      const std::string& language);

/// The interface's words and keyboards, by language. They change with the program alone.
struct Words {
    std::map<std::string, ui::Strings> strings;
    std::map<std::string, ui::KeyboardLayouts> keyboards;
};
std::shared_ptr<const Words> load_words(const std::filesystem::path& assets,
                                        const Complaints& complaints);

/// The first of the library's self-checks that can be asked; it points into the library.
std::shared_ptr<const SelfCheck> load_self_check(const pack::Library& library,
                                                 const Complaints& complaints);

}  // namespace candor::screens
