#pragma once
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/localized.h"
#include "screening/reading/node.h"

namespace candor::screening {

/// Reads typed elements out of a document. What does not fit becomes a finding with its line and
/// the name of what is being read; the value is then as if it were absent.
class Reading {
  public:
    Reading(std::string where, base::Findings& findings)
        : where_(std::move(where)), findings_(findings) {}

    /// What findings are about from now on: "Item onset". Gives back what it was.
    std::string set_subject(std::string subject);
    void set_language(std::string language) { language_ = std::move(language); }

    /// There was an error so far.
    bool failed() const { return base::has_error(findings_); }
    void error(const Node& at, std::string code, std::string message, std::string remedy);
    void warning(const Node& at, std::string code, std::string message, std::string remedy);
    void advice(const Node& at, std::string code, std::string message, std::string remedy);
    void at_line(int line, base::Severity severity, std::string code, std::string message,
                 std::string remedy);

    /// "" and false where absent.
    std::string text(const Node& map, std::string_view key);
    bool flag(const Node& map, std::string_view key);
    std::optional<std::int64_t> whole(const Node& map, std::string_view key);
    /// The maps of a list of maps.
    std::vector<const Node*> maps(const Node& map, std::string_view key);
    /// FHIR's way: `text` in the document's language, `_text` with `translation` extensions.
    base::Localized localized(const Node& map, const std::string& key);
    /// The same as Markdown: `rendering-markdown` of `_text`, and of its translations their
    /// valueMarkdown.
    base::Localized markdown(const Node& map, const std::string& key);
    /// Adds the words of a concept's designations in the languages that `texts` lacks.
    void add_designations(const Node& map, std::map<std::string, std::string>& texts);
    /// Our own files' way: {en: "…", tr: "…"}.
    base::Localized by_language(const Node& map, std::string_view key);

  private:
    void wrong_type(const Node& at, std::string_view key, const char* wanted);

    std::string where_, subject_, language_ = base::kFallbackLanguage;
    base::Findings& findings_;
};

/// The remedy of findings about what is not read, and takes nothing away.
inline constexpr const char* kCanStay = "It can stay: patients are asked the same.";

template <typename List>
bool is_one_of(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Without the blanks at its ends.
std::string trimmed(const std::string& words);

/// The text of a scalar that may be read as a string: quoted, or YAML's plain.
const std::string* string_in(const Node* node);
std::optional<bool> boolean_in(const Node* node);
/// A number as written.
const std::string* number_in(const Node* node);

/// The extension of `holder` with this url; nullptr where there is none.
const Node* extension(const Node& holder, std::string_view url);

}  // namespace candor::screening
