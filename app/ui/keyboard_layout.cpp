#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "base/files.h"
#include "ui/keyboard.h"

namespace candor::ui {
namespace {

constexpr std::size_t kMaxLayoutBytes = 64U << 10;
constexpr std::array<std::string_view, 6> kSpecials{"shift",   "backspace", "symbols",
                                                    "letters", "next",      "space"};

/// "space*5" is five keys wide.
KeySpec parse_key(const std::string& word) {
    KeySpec key{word, 1, false};
    const auto star = word.rfind('*');
    if (star != std::string::npos && star > 0 && star + 1 < word.size()) {
        key.cap = word.substr(0, star);
        key.width = std::clamp(std::stof(word.substr(star + 1)), 0.5F, 10.0F);
    }
    key.special = std::find(kSpecials.begin(), kSpecials.end(), key.cap) != kSpecials.end();
    return key;
}

}  // namespace

base::Result<KeyboardLayouts> KeyboardLayouts::load(const std::filesystem::path& file) {
    const auto bytes = base::read_file(file, kMaxLayoutBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    KeyboardLayouts out;
    try {
        const YAML::Node root = YAML::Load(*bytes);
        for (const auto& layout : root["layouts"]) {
            auto& rows = out.layouts[layout.first.as<std::string>()];
            for (const auto& row : layout.second) {
                KeyRow keys;
                for (const auto& key : row) keys.push_back(parse_key(key.as<std::string>()));
                rows.push_back(std::move(keys));
            }
        }
        for (const auto& accent : root["accents"])
            out.accents[accent.first.as<std::string>()] =
                accent.second.as<std::vector<std::string>>();
    } catch (const std::exception& error) {
        return base::fail(base::FaultKind::wrong_format, file.string(), error.what());
    }
    if (out.layouts.find("letters") == out.layouts.end())
        return base::fail(base::FaultKind::wrong_format, file.string(), "no layout \"letters\"");
    return out;
}

}  // namespace candor::ui
