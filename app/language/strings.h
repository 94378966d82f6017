#pragma once
#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "language/rules.h"

namespace candor::language {

/// A program's words in one language, from assets/strings/xx.yaml or assets/desk-strings/xx.yaml:
/// flat keys, `{name}` for what is filled in, and plural forms as key.one, key.other … (CLDR's
/// categories, as the language's rules say). What the rules hold in words has keys as well:
/// language.name, month.1 to month.12, date.…, number.decimal, number.minus.
class Strings {
  public:
    using Texts = std::map<std::string, std::string, std::less<>>;
    using Fillers = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Of no language: keys stand for words.
    Strings();
    Strings(Texts texts, std::shared_ptr<const Rules> rules);

    static base::Result<Strings> load(const std::filesystem::path& file,
                                      std::shared_ptr<const Rules> rules);
    /// One that ships: `file` is FOLDER/NAME/xx.yaml, and its rules are FOLDER/languages/xx.yaml.
    static base::Result<Strings> load(const std::filesystem::path& file);

    const Rules& rules() const { return *rules_; }
    const std::string& language() const { return rules_->code; }
    bool right_to_left() const { return rules_->right_to_left; }
    /// A number, a code or an address among this language's words: from right to left its groups
    /// would change places (UAX #9), and a reference would be another one.
    std::string left_to_right(const std::string& text) const;
    /// The same for what may be of any script: it goes as its own first letter does.
    std::string isolated(const std::string& text) const;
    bool has(std::string_view key) const { return find(key) != nullptr; }
    /// The key itself, in angle brackets, when it is missing: seen by eye and by a test.
    std::string operator()(std::string_view key, Fillers fillers = {}) const;
    /// The plural form for `count`, which also fills {n}.
    std::string plural(std::string_view key, int count) const;
    /// A number ("-12.5") in the language's digits and signs.
    std::string number(std::string_view ascii) const;
    /// Without those that the rules hold.
    const Texts& all() const { return texts_; }

    /// Names another language by its own name of itself: the words of "language.CODE".
    void name_language(const std::string& code, const std::string& name);
    /// Takes from `english` what is not there, a plural with all its forms.
    void fill_gaps(const Strings& english);

  private:
    const std::string* find(std::string_view key) const;

    std::shared_ptr<const Rules> rules_;
    Texts texts_;
};

/// "home.pages" of "home.pages.few", if it is a form of a plural among `english`: of words that
/// have a form for one and one for others. Else empty.
std::string plural_of(std::string_view key, const Strings::Texts& english);

}  // namespace candor::language
