#include "language/check.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/localized.h"
#include "base/utf8.h"
#include "document/yaml_file.h"
#include "language/check_texts.h"

namespace candor::language {
namespace {

using base::Severity;

constexpr std::size_t kMaxFileBytes = 1U << 20;

/// "12" of "strings.yaml:12"; 0: none.
int line_in(const std::string& where) {
    const auto colon = where.rfind(':');
    int line = 0;
    if (colon != std::string::npos)
        for (std::size_t i = colon + 1; i < where.size() && line < 1'000'000; ++i) {
            if (where[i] < '0' || where[i] > '9') return 0;
            line = 10 * line + (where[i] - '0');
        }
    return line;
}

/// Looks at the files of one language, one after the other.
class LanguageCheck {
  public:
    LanguageCheck(const Files& files, const Yardstick& yardstick)
        : files_(files), yardstick_(yardstick) {
        out_.code = files.code;
    }

    CheckedLanguage run() {
        check_rules();
        if (out_.rules == nullptr) return std::move(out_);
        out_.kiosk = texts(files_.strings, yardstick_.kiosk);
        out_.desk = texts(files_.desk_strings, yardstick_.desk);
        if (yardstick_.kiosk != nullptr) check_keyboard();
        if (!out_.rules->offered)
            of("language.yaml")
                .add(Severity::advice, 0, "not-offered", "The language is not offered yet.",
                     "When it is ready, write: offer: yes");
        return std::move(out_);
    }

  private:
    CheckedFile of(const std::filesystem::path& file) {
        return {file.filename().string(), out_.findings};
    }

    /// nothing: told; where the file is not there, as `missing` says.
    std::optional<document::Node> tree_of(const std::filesystem::path& file, Severity missing,
                                          const char* what_then) {
        auto root = document::read_yaml_file(file, kMaxFileBytes);
        if (root) return std::move(*root);
        const base::Fault& fault = root.error();
        const bool gone = fault.kind == base::FaultKind::not_found;
        of(file).add(gone ? missing : Severity::error, line_in(fault.where),
                     gone ? "no-file" : "unreadable",
                     gone ? "The file is not there; " + std::string(what_then)
                          : "The file cannot be read: " + fault.detail + ".",
                     gone ? "Write it, or take it from “candor language new”."
                          : "Correct this line; texts stand in quotes behind a colon.");
        return std::nullopt;
    }

    void check_rules() {
        const auto root = tree_of(files_.rules, Severity::error, "nothing of it can be shown.");
        if (!root) return;
        const CheckedFile file = of(files_.rules);
        auto rules =
            std::make_shared<Rules>(read_rules(*root, files_.code, file.name, out_.findings));
        if (root->find("offer") == nullptr) rules->offered = false;
        std::set<char32_t> told;
        std::string words = rules->name + rules->decimal + rules->minus;
        for (const auto& each : rules->months) words += each;
        for (const auto& each : rules->digits) words += each;
        check_letters(words, 0, yardstick_.letters, told, file);
        out_.rules = std::move(rules);
    }

    std::optional<Strings> texts(const std::filesystem::path& path, const ShippedStrings* shipped) {
        if (shipped == nullptr) return std::nullopt;
        const Strings& english = shipped->at(base::kFallbackLanguage);
        const auto root = tree_of(path, Severity::warning, "English is shown in its place.");
        Strings::Texts found;
        if (root && !root->is(document::Node::Kind::map) &&
            !root->is(document::Node::Kind::nothing))
            of(path).add(Severity::error, root->line, "unreadable", "The file holds no texts.",
                         "Write a line each: key: \"text\"");
        else if (root)
            found = check_texts(*root, *out_.rules, *shipped, yardstick_.letters, of(path));
        Strings strings(std::move(found), out_.rules);
        strings.fill_gaps(english);
        return strings;
    }

    void check_keyboard() {
        const CheckedFile file = of(files_.keyboard);
        auto keyboard = KeyboardLayouts::load(files_.keyboard);
        if (!keyboard) {
            const bool gone = keyboard.error().kind == base::FaultKind::not_found;
            file.add(gone ? Severity::warning : Severity::error, line_in(keyboard.error().where),
                     gone ? "no-file" : "unreadable",
                     gone ? "The file is not there; the English keyboard is shown."
                          : "This is no keyboard: " + keyboard.error().detail + ".",
                     "Write rows of keys as in assets/keyboards/en.yaml.");
            return;
        }
        check_layouts(*keyboard, file);
        out_.keyboard = std::move(*keyboard);
    }

    /// Each layout can take back a letter and go on; each letter can be drawn.
    void check_layouts(const KeyboardLayouts& keyboard, const CheckedFile& file) {
        std::set<char32_t> told;
        for (const char* wanted : {"letters", "symbols", "email", "phone"})
            if (!keyboard.layouts.contains(wanted))
                file.add(Severity::error, 0, "no-layout",
                         "The layout “" + std::string(wanted) + "” is missing.",
                         "Write its rows; assets/keyboards/en.yaml has an example.");
        for (const auto& [name, rows] : keyboard.layouts) {
            std::set<std::string> caps;
            for (const KeyRow& row : rows)
                for (const KeySpec& key : row) caps.insert(key.cap);
            for (const char* wanted : {"backspace", "next"})
                if (!caps.contains(wanted))
                    file.add(Severity::error, 0, "no-key",
                             "The layout “" + name + "” lacks the key " + wanted + ".",
                             "Put it into one of its rows.");
            for (const std::string& cap : caps)
                check_letters(cap, 0, yardstick_.letters, told, file);
        }
        for (const auto& [cap, accents] : keyboard.accents)
            for (const std::string& accent : accents)
                check_letters(accent, 0, yardstick_.letters, told, file);
    }

    const Files& files_;
    const Yardstick& yardstick_;
    CheckedLanguage out_;
};

}  // namespace

CheckedLanguage check_language(const Files& files, const Yardstick& yardstick) {
    Yardstick usable = yardstick;
    for (const ShippedStrings** shipped : {&usable.kiosk, &usable.desk})
        if (*shipped != nullptr && !(*shipped)->contains(base::kFallbackLanguage))
            *shipped = nullptr;
    return LanguageCheck(files, usable).run();
}

}  // namespace candor::language
