#pragma once
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace candor::ui {

/// The interface's words in one language, from assets/strings/xx.yaml: flat keys, `{name}` for
/// what is filled in, and plural forms as key.one, key.other … (CLDR categories).
class Strings {
  public:
    using Fillers = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    static base::Result<Strings> load(const std::filesystem::path& file);

    const std::string& language() const { return language_; }
    bool right_to_left() const { return right_to_left_; }
    bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
    /// The key itself, in angle brackets, when it is missing: seen by eye and by a test.
    std::string operator()(std::string_view key, Fillers fillers = {}) const;
    /// The plural form for `count`, which also fills {n}.
    std::string plural(std::string_view key, int count) const;
    /// A number ("-12.5") in the language's digits and signs.
    std::string number(std::string_view ascii) const;
    const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

  private:
    std::string language_;
    bool right_to_left_ = false;
    std::map<std::string, std::string, std::less<>> texts_;
};

/// CLDR's cardinal plural category of a whole number: zero, one, two, few, many or other (UTS #35).
std::string_view plural_category(std::string_view language, int count);

}  // namespace candor::ui
