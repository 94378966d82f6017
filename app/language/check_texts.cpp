#include "language/check_texts.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "base/localized.h"
#include "base/utf8.h"

namespace candor::language {
namespace {

using base::Severity;

// A text that is a quarter longer than in any language that ships was seen on no screen yet.
constexpr double kLonger = 1.25;
constexpr std::size_t kLongerLetters = 4, kMaxTextBytes = 4000;

std::string in_marks(std::string_view words) { return "“" + std::string(words) + "”"; }

/// "{count}", "{n}", each as often as it stands there.
std::multiset<std::string> fillers_of(std::string_view text) {
    std::multiset<std::string> out;
    for (std::size_t at = text.find('{'); at != std::string_view::npos;
         at = text.find('{', at + 1)) {
        const auto end = text.find_first_of("{}", at + 1);
        if (end == std::string_view::npos || text[end] == '{')
            out.insert("{");
        else
            out.emplace(text.substr(at, end + 1 - at));
    }
    return out;
}

std::string listed(const std::multiset<std::string>& fillers) {
    std::string out;
    for (const auto& filler : fillers) out += (out.empty() ? "" : ", ") + filler;
    return out.empty() ? "none" : out;
}

bool has_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Marks that turn the order of what follows, for the whole line.
bool turns_order(char32_t letter) { return letter >= 0x202A && letter <= 0x202E; }

/// Marks of order, joiners and selectors, which have no picture of their own.
bool is_invisible(char32_t letter) {
    return letter < 0x20 || (letter >= 0x200B && letter <= 0x200F) ||
           (letter >= 0x2060 && letter <= 0x206F) || (letter >= 0xFE00 && letter <= 0xFE0F);
}

std::string code_of(char32_t letter) {
    char out[16];
    std::snprintf(out, sizeof out, "U+%04X", static_cast<unsigned>(letter));
    return out;
}

/// Holds one file of texts against those that ship.
class TextCheck {
  public:
    TextCheck(const Rules& rules, const ShippedStrings& shipped, const Letters& letters,
              const CheckedFile& file)
        : rules_(rules),
          shipped_(shipped),
          english_(shipped.at(base::kFallbackLanguage).all()),
          letters_(letters),
          file_(file) {
        for (const auto& [code, strings] : shipped_)
            for (const auto& [key, words] : strings.all()) {
                std::size_t& longest = longest_[name_of(key)];
                longest = std::max(longest, base::utf8_count(words));
            }
    }

    Strings::Texts check(const document::Node& root) {
        Strings::Texts texts;
        for (std::size_t i = 0; i < root.items.size(); ++i) {
            const auto& [key, line] = root.keys[i];
            const document::Node& node = root.items[i];
            // Nothing behind the colon, or nothing between the quotes: not translated yet.
            if (node.is(document::Node::Kind::nothing) || (node.is_scalar() && node.text.empty()))
                continue;
            if (!node.is_scalar() || node.text.size() > kMaxTextBytes)
                error(line, "no-text", in_marks(key) + " has no words, or too many.",
                      "Write one text in quotes behind the colon.");
            else if (may_be_shown(key, node.text, line))
                texts[key] = node.text;
        }
        tell_missing(texts);
        return texts;
    }

  private:
    void error(int line, const char* code, std::string message, std::string remedy) {
        file_.add(Severity::error, line, code, std::move(message), std::move(remedy));
    }
    void warn(int line, const char* code, std::string message, std::string remedy) {
        file_.add(Severity::warning, line, code, std::move(message), std::move(remedy));
    }

    /// What English says under the key; of a plural's form that it does not have, its "other".
    const std::string* english_of(const std::string& key) const {
        auto found = english_.find(key);
        if (found == english_.end())
            if (const std::string plural = plural_of(key, english_); !plural.empty())
                found = english_.find(plural + ".other");
        return found == english_.end() ? nullptr : &found->second;
    }

    bool may_be_shown(const std::string& key, const std::string& text, int line) {
        const std::string* english = english_of(key);
        if (english == nullptr) {
            warn(line, "unknown-text", "Nothing is called " + in_marks(key) + ".",
                 "Correct the name, or delete the line.");
            return false;
        }
        const bool fits = check_fillers(key, text, *english, line);
        check_letters(text, line, letters_, told_, file_);
        check_length(key, text, line);
        if (text == *english && has_letters(text) && !stands_elsewhere(key, text))
            file_.add(Severity::advice, line, "unchanged",
                      in_marks(key) + " says what English says.",
                      "Translate it, if it is not the same word.");
        return fits;
    }

    bool check_fillers(const std::string& key, const std::string& text, const std::string& english,
                       int line) {
        auto wanted = fillers_of(english), given = fillers_of(text);
        if (!plural_of(key, english_).empty()) {  // "one page", "two pages" need no number
            if (given.count("{n}") <= 1) given.erase("{n}");
            wanted.erase("{n}");
        }
        if (given == wanted) return true;
        error(line, "fillers-differ",
              in_marks(key) + " has the fillers " + listed(given) + "; English has " +
                  listed(wanted) + ".",
              "Put each of them once where its value belongs, spelt as in English.");
        return false;
    }

    /// A plural's forms go by the name of all of them.
    std::string name_of(const std::string& key) const {
        const std::string plural = plural_of(key, english_);
        return plural.empty() ? key : plural;
    }

    void check_length(const std::string& key, const std::string& text, int line) {
        const std::size_t longest = longest_[name_of(key)];
        const std::size_t letters = base::utf8_count(text);
        if (letters <= longest + kLongerLetters ||
            static_cast<double>(letters) <= kLonger * static_cast<double>(longest))
            return;
        warn(line, "longer",
             in_marks(key) + " has " + std::to_string(letters) +
                 " letters; the longest that ships " + std::to_string(longest) + ".",
             "Say it shorter, or look at it on the screen: candor-kiosk --screens DIR --language " +
                 rules_.code);
    }

    /// "Candor" is the same word in each language.
    bool stands_elsewhere(const std::string& key, const std::string& text) const {
        return std::any_of(shipped_.begin(), shipped_.end(), [&](const auto& language) {
            const auto& all = language.second.all();
            const auto found = all.find(key);
            return language.first != base::kFallbackLanguage && found != all.end() &&
                   found->second == text;
        });
    }

    void tell_missing(const Strings::Texts& texts) {
        for (const auto& [key, english] : english_) {
            const std::string plural = plural_of(key, english_);
            if (plural.empty()) {
                if (!texts.contains(key)) missing(key, english);
            } else if (key == plural + ".other") {
                for (const auto& form : rules_.plural.categories())
                    if (!texts.contains(plural + "." + form)) missing(plural + "." + form, english);
            }
        }
    }

    void missing(const std::string& key, const std::string& english) {
        warn(0, "missing-text", in_marks(key) + " is missing; its English is shown.",
             "Write it. In English: " + english);
    }

    const Rules& rules_;
    const ShippedStrings& shipped_;
    const Strings::Texts& english_;
    const Letters& letters_;
    const CheckedFile& file_;
    std::map<std::string, std::size_t> longest_;  ///< letters, of those that ship
    std::set<char32_t> told_;
};

}  // namespace

void CheckedFile::add(Severity severity, int line, const char* code, std::string message,
                      std::string remedy) const {
    findings.push_back({name, line, severity, code, std::move(message), std::move(remedy)});
}

void check_letters(const std::string& text, int line, const Letters& letters,
                   std::set<char32_t>& told, const CheckedFile& file) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t letter = base::next_code_point(text, at);
        if (turns_order(letter) && told.insert(letter).second)
            file.add(Severity::error, line, "bidi-control",
                     code_of(letter) + " turns the order of what follows.",
                     "Delete it; words from right to left need no such mark.");
        if (turns_order(letter) || is_invisible(letter) || letters.can_be_drawn(letter)) continue;
        if (!told.insert(letter).second) continue;
        const std::string package = letters.package(letter);
        file.add(Severity::error, line, "no-font",
                 "No font of Candor has the letter " + in_marks(text.substr(begin, at - begin)) +
                     " (" + code_of(letter) + ").",
                 package.empty() ? "Use another letter."
                                 : "Debian's package " + package +
                                       " has it, but Candor does not draw with that font yet: ask "
                                       "its makers.");
    }
}

Strings::Texts check_texts(const document::Node& root, const Rules& rules,
                           const ShippedStrings& shipped, const Letters& letters,
                           const CheckedFile& file) {
    return TextCheck(rules, shipped, letters, file).check(root);
}

}  // namespace candor::language
