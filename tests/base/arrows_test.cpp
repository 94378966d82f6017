#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace candor {
namespace {

namespace fs = std::filesystem;

using Rooms = std::set<std::string>;
using Arrows = std::map<std::string, Rooms>;

const fs::path kApp = fs::path(CANDOR_SOURCE_DIR) / "app";

Rooms names_in(const std::string& cell) {
    static const std::regex kName("[a-z][a-z0-9_/]*");
    return {std::sregex_token_iterator(cell.begin(), cell.end(), kName), {}};
}

/// A room that has a row of its own is itself; one without is all rooms in its folder.
Rooms rooms_named(const Rooms& names, const Rooms& all) {
    Rooms found;
    for (const auto& name : names) {
        if (all.contains(name)) found.insert(name);
        for (const auto& room : all)
            if (!all.contains(name) && room.rfind(name + "/", 0) == 0) found.insert(room);
    }
    return found;
}

/// "base, text" names them; "all but desk, ctl" names the rest of `all`, without what lies in
/// those.
Rooms allowed(const std::string& cell, const Rooms& all) {
    const std::string prefix = "all but ";
    if (cell.rfind(prefix, 0) != 0) return rooms_named(names_in(cell), all);
    Rooms rest = all;
    for (const auto& name : names_in(cell.substr(prefix.size())))
        std::erase_if(rest, [&](const std::string& room) {
            return room == name || room.rfind(name + "/", 0) == 0;
        });
    return rest;
}

/// The rows of "| level | `room` | holds | may use |".
Arrows arrows_of(std::istream& readme) {
    static const std::regex kRow(R"(^\| \d \| `([a-z/_]+)` \|.*\| ([^|]+) \|$)");
    std::map<std::string, std::string> cells;
    Rooms all;
    std::smatch row;
    for (std::string line; std::getline(readme, line);) {
        if (!std::regex_match(line, row, kRow)) continue;
        cells[row[1]] = row[2];
        all.insert(row[1]);
    }
    Arrows arrows;
    for (const auto& [room, cell] : cells) arrows[room] = allowed(cell, all);
    return arrows;
}

Arrows arrows_of_readme() {
    std::ifstream readme(kApp / "README.md");
    return arrows_of(readme);
}

/// The longest room that `path` lies in ("platform/sdl/x11.h": "platform/sdl"); empty: none.
std::string room_of(const std::string& path, const Arrows& arrows) {
    std::string best;
    for (const auto& [room, unused] : arrows) {
        if (path.rfind(room + "/", 0) == 0 && room.size() > best.size()) best = room;
    }
    return best;
}

struct Include {
    std::string file, what;
    int line;
};

std::vector<Include> includes_of(std::istream& source, const std::string& file) {
    static const std::regex kInclude(R"rx(^\s*#\s*include\s*["<]([^">]+)[">].*)rx");
    std::vector<Include> found;
    std::smatch match;
    int number = 0;
    for (std::string line; std::getline(source, line);) {
        ++number;
        if (std::regex_match(line, match, kInclude)) found.push_back({file, match[1], number});
    }
    return found;
}

std::vector<Include> all_includes() {
    std::vector<Include> all;
    for (const auto& entry : fs::recursive_directory_iterator(kApp)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream source(entry.path());
        const auto found = includes_of(source, entry.path().lexically_relative(kApp).string());
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

bool is_imgui(const std::string& header) { return header.rfind("imgui", 0) == 0; }
bool is_sdl(const std::string& header) {
    return header.rfind("SDL", 0) == 0 || header.rfind("SDL2/", 0) == 0;
}

/// What `include` breaks, in words; empty: nothing.
std::string fault_of(const Include& include, const Arrows& arrows) {
    const std::string from = room_of(include.file, arrows);
    const std::string to = room_of(include.what, arrows);
    const Rooms imgui_rooms{"paint", "ui", "desk/studio"};
    if (from.empty()) return "lies in no room of app/README.md";
    if (!to.empty() && to != from && !arrows.at(from).contains(to)) {
        return from + " may not use " + to;
    }
    if (is_imgui(include.what) && !imgui_rooms.contains(from)) return from + " may not use ImGui";
    if (is_sdl(include.what) && from != "platform/sdl") return from + " may not use SDL";
    return {};
}

Arrows small_arrows() {
    std::istringstream table(
        "| 0 | `base` | x | – |\n| 1 | `text` | x | base |\n| 1 | `platform/sdl` | x | base |\n"
        "| 2 | `pack/page` | x | base |\n| 2 | `pack/checks` | x | base, pack |\n"
        "| 4 | `kiosk` | x | all but ctl |\n| 4 | `ctl` | x | base |\n"
        "| 4 | `ctl/verbs` | x | base, pack |\n");
    return arrows_of(table);
}

}  // namespace

TEST(Arrows, table_with_words_and_exceptions_is_read) {
    const Arrows arrows = small_arrows();
    EXPECT_TRUE(arrows.at("base").empty());
    EXPECT_EQ(arrows.at("text"), Rooms{"base"});
    EXPECT_EQ(arrows.at("kiosk"),
              (Rooms{"base", "text", "platform/sdl", "pack/page", "pack/checks", "kiosk"}));
    EXPECT_EQ(arrows.at("ctl/verbs"), (Rooms{"base", "pack/page", "pack/checks"}));
}

TEST(Arrows, include_against_the_table_is_found) {
    const Arrows arrows = small_arrows();
    EXPECT_EQ(fault_of({"text/a.cpp", "base/result.h", 1}, arrows), "");
    EXPECT_EQ(fault_of({"base/a.cpp", "text/fonts.h", 1}, arrows), "base may not use text");
    EXPECT_EQ(fault_of({"text/a.cpp", "imgui.h", 1}, arrows), "text may not use ImGui");
    EXPECT_EQ(fault_of({"text/a.cpp", "SDL.h", 1}, arrows), "text may not use SDL");
    EXPECT_EQ(fault_of({"platform/sdl/a.cpp", "SDL.h", 1}, arrows), "");
    EXPECT_NE(fault_of({"utils/a.cpp", "base/result.h", 1}, arrows), "");
    EXPECT_EQ(fault_of({"pack/page/a.cpp", "pack/checks/b.h", 1}, arrows),
              "pack/page may not use pack/checks");
    EXPECT_NE(fault_of({"pack/a.cpp", "base/result.h", 1}, arrows), "");
}

TEST(Arrows, every_include_follows_the_readme) {
    const Arrows arrows = arrows_of_readme();
    ASSERT_TRUE(arrows.contains("base") && arrows.contains("kiosk")) << "no table in app/README.md";
    const auto includes = all_includes();
    ASSERT_FALSE(includes.empty());
    for (const auto& include : includes) {
        const std::string fault = fault_of(include, arrows);
        EXPECT_EQ(fault, "") << "app/" << include.file << ":" << include.line << " includes "
                             << include.what;
    }
}

}  // namespace candor
