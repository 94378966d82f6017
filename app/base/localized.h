#pragma once
#include <map>
#include <string>
#include <string_view>

namespace candor::base {

/// What is shown where there are no words in the language that was asked for.
inline constexpr const char* kFallbackLanguage = "en";

/// Could it be a BCP 47 code: "en", "pt-BR"?
bool is_language_code(std::string_view code);

/// "de" of "de-AT".
constexpr std::string_view primary_language(std::string_view code) {
    return code.substr(0, code.find('-'));
}

/// One text in several languages, by BCP 47 code ("en", "tr").
class Localized {
  public:
    Localized() = default;
    explicit Localized(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}

    /// The text in `language`; else in English; else any; else empty. The caller shows a missing
    /// language itself where a silent fall-back would mislead.
    const std::string& in(const std::string& language) const;
    bool has(const std::string& language) const { return texts_.count(language) > 0; }
    bool empty() const { return texts_.empty(); }
    const std::map<std::string, std::string>& all() const { return texts_; }

  private:
    std::map<std::string, std::string> texts_;
};

}  // namespace candor::base
