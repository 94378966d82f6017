#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pack/folder/fields.h"
#include "pack/folder/folder.h"
#include "pack/page/links.h"
#include "pack/page/words.h"

namespace candor::pack {

/// Words in one language, and their line; in another where there are none in it.
struct SaidWords {
    std::string words;
    int line = 0;
};

/// One language's reading of a file whose words stand under the codes of languages. What is no word
/// is alike in all of them and is told once, into `shape`; `words` gets what is wrong with the
/// words themselves. Lives as long as the call that hands it out.
struct LanguageReading {
    const std::string& language;
    const std::vector<std::string>& languages;  ///< of the pack; a missing one is told
    Links& links;
    Report& shape;
    Report& words;

    SaidWords said(const Fields& fields, std::string_view key, Need need) const;
    /// The same as words with links.
    RichText rich(const SaidWords& said) const;
};

/// Calls `read` with the file `name` for each language in turn. False where there is no such file,
/// or where it holds an error.
bool read_in_each_language(
    PackFolder& folder, const char* name, const std::vector<std::string>& languages, Links& links,
    base::Findings& findings,
    const std::function<void(const YamlNode& file, const LanguageReading& as)>& read);

/// Tells ids that are none, and those that two of the parts (each with an `id` and a `line`) share.
template <typename Part>
void tell_unfit_ids(const std::vector<Part>& parts, const char* what, Report& report) {
    std::unordered_set<std::string> seen;
    for (const auto& part : parts) {
        if (!is_id(part.id))
            report.error(part.line, "bad-id", in_quotes(part.id) + " cannot be an id.",
                         "Use a-z, 0-9 and “-”.");
        else if (!seen.insert(part.id).second)
            report.error(part.line, "duplicate-id",
                         std::string("Two ") + what + " have the id " + in_quotes(part.id) + ".",
                         "Change one of them.");
    }
}

}  // namespace candor::pack
