#include "language/keyboard_layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "document/yaml_file.h"

namespace candor::language {
namespace {

constexpr std::size_t kMaxLayoutBytes = 64U << 10;
// More would be smaller than a finger.
constexpr std::size_t kMaxRows = 6, kMaxKeys = 14, kMaxAccents = 24, kMaxCapBytes = 32;
constexpr std::array<std::string_view, 7> kSpecials{"shift", "backspace", "symbols", "letters",
                                                    "latin", "next",      "space"};

std::optional<float> width_of(std::string_view text) {
    float width = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return std::clamp(width, 0.5F, 10.0F);
}

/// "space*5" is five keys wide.
std::optional<KeySpec> parse_key(const std::string& word) {
    if (word.empty() || word.size() > kMaxCapBytes) return std::nullopt;
    KeySpec key{word, 1, false};
    const auto star = word.rfind('*');
    if (star != std::string::npos && star > 0 && star + 1 < word.size()) {
        const auto width = width_of(std::string_view(word).substr(star + 1));
        if (!width) return std::nullopt;
        key.cap = word.substr(0, star);
        key.width = *width;
    }
    key.special = std::find(kSpecials.begin(), kSpecials.end(), key.cap) != kSpecials.end();
    return key;
}

std::optional<std::vector<std::string>> words_of(const document::Node& list) {
    if (!list.is(document::Node::Kind::list)) return std::nullopt;
    std::vector<std::string> words;
    for (const auto& item : list.items) {
        if (!item.is_scalar()) return std::nullopt;
        words.push_back(item.text);
    }
    return words;
}

std::optional<KeyRow> row_of(const document::Node& list) {
    const auto words = words_of(list);
    if (!words || words->empty() || words->size() > kMaxKeys) return std::nullopt;
    KeyRow row;
    for (const auto& word : *words) {
        auto key = parse_key(word);
        if (!key) return std::nullopt;
        row.push_back(std::move(*key));
    }
    return row;
}

/// The line of the first row that is none; 0: all are.
int read_layouts(const document::Node& layouts, KeyboardLayouts& out) {
    for (std::size_t i = 0; i < layouts.keys.size(); ++i) {
        auto& rows = out.layouts[layouts.keys[i].name];
        const std::size_t count = layouts.items[i].items.size();
        if (count == 0 || count > kMaxRows) return layouts.keys[i].line;
        for (const auto& list : layouts.items[i].items) {
            auto row = row_of(list);
            if (!row) return list.line;
            rows.push_back(std::move(*row));
        }
    }
    return 0;
}

int read_accents(const document::Node& accents, KeyboardLayouts& out) {
    for (std::size_t i = 0; i < accents.keys.size(); ++i) {
        auto words = words_of(accents.items[i]);
        if (!words || words->empty() || words->size() > kMaxAccents) return accents.keys[i].line;
        out.accents[accents.keys[i].name] = std::move(*words);
    }
    return 0;
}

}  // namespace

base::Result<KeyboardLayouts> KeyboardLayouts::load(const std::filesystem::path& file) {
    const auto root = document::read_yaml_file(file, kMaxLayoutBytes);
    if (!root) return tl::unexpected(root.error());
    KeyboardLayouts out;
    if (const document::Node* layouts = root->find("layouts"))
        if (const int line = read_layouts(*layouts, out); line > 0)
            return document::wrong_format(file, line, "no row of keys");
    if (const document::Node* accents = root->find("accents"))
        if (const int line = read_accents(*accents, out); line > 0)
            return document::wrong_format(file, line, "no accents of a letter");
    if (out.layouts.find("letters") == out.layouts.end())
        return base::fail(base::FaultKind::wrong_format, file.string(), "no layout \"letters\"");
    return out;
}

}  // namespace candor::language
