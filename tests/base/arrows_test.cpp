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

/// Something of `what` stands in app/`file`: a header that is included, or a name.
struct Use {
    std::string file, what;
    int line;
};

std::vector<Use> includes_of(std::istream& source, const std::string& file) {
    static const std::regex kInclude(R"rx(^\s*#\s*include\s*["<]([^">]+)[">].*)rx");
    std::vector<Use> found;
    std::smatch match;
    int number = 0;
    for (std::string line; std::getline(source, line);) {
        ++number;
        if (std::regex_match(line, match, kInclude)) found.push_back({file, match[1], number});
    }
    return found;
}

std::string without_words_and_comments(std::string text) {
    static const std::regex kNoCode(R"rx(//[^\n]*|"(\\.|[^"\\\n])*")rx");
    return std::regex_replace(text, kNoCode, "");
}

/// The namespaces of rooms that names in the source begin with: "text" of "text::Align". Those of
/// sub-rooms share their room's.
std::vector<Use> names_of_rooms_in(std::istream& source, const std::string& file,
                                   const Rooms& namespaces) {
    static const std::regex kName(R"((^|[^\w:])(?:candor::)?([a-z]+)::)");
    std::vector<Use> found;
    int number = 0;
    for (std::string line; std::getline(source, line);) {
        ++number;
        line = without_words_and_comments(line);
        for (auto at = std::sregex_iterator(line.begin(), line.end(), kName);
             at != std::sregex_iterator(); ++at)
            if (namespaces.contains((*at)[2])) found.push_back({file, (*at)[2], number});
    }
    return found;
}

std::string folder_of(const std::string& room) { return room.substr(0, room.find('/')); }

Rooms namespaces_of(const Arrows& arrows) {
    Rooms found;
    for (const auto& [room, unused] : arrows) found.insert(folder_of(room));
    return found;
}

/// What `find` gives for each file below app/.
template <typename Find>
std::vector<Use> in_all_files(Find find) {
    std::vector<Use> all;
    for (const auto& entry : fs::recursive_directory_iterator(kApp)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream source(entry.path());
        const auto found = find(source, entry.path().lexically_relative(kApp).string());
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

/// How the headers of a library begin, and the rooms that may include them.
struct Library {
    std::string header;
    Rooms rooms;
};

/// The rows of "| library | `header` | rooms |". Several headers are several libraries.
std::vector<Library> libraries_of(std::istream& readme, const Rooms& all) {
    static const std::regex kRow(R"(^\| [^|`]+ \| (`[^|]+`) \| ([^|]+) \|$)");
    static const std::regex kHeader("`([^`]+)`");
    std::vector<Library> found;
    std::smatch row;
    for (std::string line; std::getline(readme, line);) {
        if (!std::regex_match(line, row, kRow)) continue;
        const std::string headers = row[1];
        for (auto at = std::sregex_iterator(headers.begin(), headers.end(), kHeader);
             at != std::sregex_iterator(); ++at)
            found.push_back({(*at)[1], rooms_named(names_in(row[2]), all)});
    }
    return found;
}

Rooms rooms_in(const Arrows& arrows) {
    Rooms all;
    for (const auto& [room, unused] : arrows) all.insert(room);
    return all;
}

/// What `include` breaks, in words; empty: nothing.
std::string fault_of(const Use& include, const Arrows& arrows,
                     const std::vector<Library>& libraries = {}) {
    const std::string from = room_of(include.file, arrows);
    const std::string to = room_of(include.what, arrows);
    if (from.empty()) return "lies in no room of app/README.md";
    if (!to.empty() && to != from && !arrows.at(from).contains(to)) {
        return from + " may not use " + to;
    }
    for (const auto& [header, rooms] : libraries)
        if (include.what.starts_with(header) && !rooms.contains(from))
            return from + " may not use " + header;
    return {};
}

/// What a name breaks; `included`: the folders whose headers its room includes.
std::string fault_of_name(const Use& name, const Arrows& arrows, const Rooms& included) {
    const std::string from = room_of(name.file, arrows);
    if (from.empty() || folder_of(from) == name.what) return {};
    const auto& may = arrows.at(from);
    if (std::none_of(may.begin(), may.end(),
                     [&](const std::string& room) { return folder_of(room) == name.what; }))
        return from + " may not use " + name.what + "::";
    if (!included.contains(name.what))
        return from + " uses " + name.what + ":: and includes no header of it";
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
    EXPECT_NE(fault_of({"utils/a.cpp", "base/result.h", 1}, arrows), "");
    EXPECT_EQ(fault_of({"pack/page/a.cpp", "pack/checks/b.h", 1}, arrows),
              "pack/page may not use pack/checks");
    EXPECT_NE(fault_of({"pack/a.cpp", "base/result.h", 1}, arrows), "");
}

TEST(Arrows, library_in_another_room_than_its_row_names_is_found) {
    const Arrows arrows = small_arrows();
    std::istringstream table(
        "| Dear ImGui | `imgui` | kiosk |\n| SDL | `SDL.h`, `SDL2/` | platform/sdl |\n"
        "| a | b | `c` | d |\n");
    const auto libraries = libraries_of(table, rooms_in(arrows));
    ASSERT_EQ(libraries.size(), 3U);
    EXPECT_EQ(fault_of({"text/a.cpp", "imgui_internal.h", 1}, arrows, libraries),
              "text may not use imgui");
    EXPECT_EQ(fault_of({"kiosk/a.cpp", "imgui.h", 1}, arrows, libraries), "");
    EXPECT_EQ(fault_of({"text/a.cpp", "SDL2/SDL.h", 1}, arrows, libraries),
              "text may not use SDL2/");
    EXPECT_EQ(fault_of({"platform/sdl/a.cpp", "SDL.h", 1}, arrows, libraries), "");
}

TEST(Arrows, names_of_rooms_are_found_in_code_alone) {
    std::istringstream source(
        "text::Align a; // paint::Fit\nconst char* b = \"ui::Ui\"; std::text::x y;\n"
        "candor::pack::Pack c; f(base::fail(x));\n");
    std::string found;
    for (const auto& name :
         names_of_rooms_in(source, "kiosk/a.cpp", {"base", "text", "paint", "ui", "pack"}))
        found += name.what + std::to_string(name.line) + " ";
    EXPECT_EQ(found, "text1 pack3 base3 ");
}

TEST(Arrows, name_against_the_table_or_without_an_include_is_found) {
    const Arrows arrows = small_arrows();
    EXPECT_EQ(fault_of_name({"base/a.cpp", "text", 1}, arrows, {"text"}),
              "base may not use text::");
    EXPECT_EQ(fault_of_name({"kiosk/a.cpp", "text", 1}, arrows, {"base"}),
              "kiosk uses text:: and includes no header of it");
    EXPECT_EQ(fault_of_name({"kiosk/a.cpp", "text", 1}, arrows, {"text"}), "");
    EXPECT_EQ(fault_of_name({"pack/page/a.cpp", "pack", 1}, arrows, {}), "");
}

TEST(Arrows, every_include_follows_the_readme) {
    const Arrows arrows = arrows_of_readme();
    ASSERT_TRUE(arrows.contains("base") && arrows.contains("kiosk")) << "no table in app/README.md";
    std::ifstream readme(kApp / "README.md");
    const auto libraries = libraries_of(readme, rooms_in(arrows));
    ASSERT_FALSE(libraries.empty()) << "no table of libraries in app/README.md";
    for (const auto& [header, rooms] : libraries)
        EXPECT_FALSE(rooms.empty()) << "nobody may include " << header;
    const auto includes = in_all_files(includes_of);
    ASSERT_FALSE(includes.empty());
    for (const auto& include : includes) {
        const std::string fault = fault_of(include, arrows, libraries);
        EXPECT_EQ(fault, "") << "app/" << include.file << ":" << include.line << " includes "
                             << include.what;
    }
}

TEST(Arrows, every_name_follows_the_readme) {
    const Arrows arrows = arrows_of_readme();
    const Rooms namespaces = namespaces_of(arrows);
    std::map<std::string, Rooms> included;  // by room
    for (const auto& include : in_all_files(includes_of))
        included[room_of(include.file, arrows)].insert(folder_of(include.what));
    const auto names = in_all_files([&](std::istream& source, const std::string& file) {
        return names_of_rooms_in(source, file, namespaces);
    });
    ASSERT_FALSE(names.empty());
    std::set<std::string> told;  // each room once
    for (const auto& name : names) {
        const auto fault = fault_of_name(name, arrows, included[room_of(name.file, arrows)]);
        if (told.insert(fault).second) {
            EXPECT_EQ(fault, "") << "app/" << name.file << ":" << name.line;
        }
    }
}

}  // namespace candor
