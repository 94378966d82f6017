#pragma once
#include <filesystem>
#include <functional>

#include "content/catalog.h"
#include "language/found.h"

namespace candor::content {

/// Where what is wrong with a file goes; what is wrong is left out and the rest goes on.
struct Complaints {
    std::function<void(const base::Fault&)> fault;
    std::function<void(const base::Finding&)> finding;
};

/// The names of all languages that ship, the words of `language` (English where there is none, or a
/// clinic's has mistakes), and an empty library: enough for the first frame. Faults: what is wrong
/// with a file of strings. `say` is told why it is not the language that was asked for.
base::Result<std::shared_ptr<Catalog>> load_interface(
    const language::Places& places, const std::string& language,
    const std::function<void(const std::string&)>& say = {});

/// The interface's words and keyboards, by language, a clinic's own among them.
struct Words {
    std::vector<Language> languages;  ///< by code
    std::vector<std::string> refused;
    std::map<std::string, ui::Strings> strings;
    std::map<std::string, ui::KeyboardLayouts> keyboards;
};
std::shared_ptr<const Words> load_words(const language::Places& places,
                                        const Complaints& complaints);

/// The catalog's words from now on. Its own language stays the first, and keeps the words that it
/// has where these lack it.
void take_words(Catalog& catalog, const Words& words);

/// Its own language from now on, if its words are there. Before offer().
void start_in(Catalog& catalog, const std::string& language);

/// Of its languages only these and its own are offered, in their order; none: all of them.
void offer(Catalog& catalog, const std::vector<std::string>& languages);

/// load_interface() with the words and keyboards of all languages.
base::Result<std::shared_ptr<Catalog>> load_whole_interface(const language::Places& places,
                                                            const std::string& language,
                                                            const Complaints& complaints);

/// The first of the library's self-checks that can be asked; it points into the library.
std::shared_ptr<const SelfCheck> load_self_check(const pack::Library& library,
                                                 const Complaints& complaints);

/// `with` holding one pack alone, as a kiosk has it, but for what can be found only in all packs
/// together. A pack that no page of can be shown says so on its screen.
std::shared_ptr<const Catalog> load_preview_catalog(const std::filesystem::path& pack_folder,
                                                    const Catalog& with);

}  // namespace candor::content
