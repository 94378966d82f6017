#include <algorithm>
#include <fstream>
#include <sstream>

#include "ctl/doctor_checks.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

/// A file of /proc has no size to go by.
std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The first words of the lines after the heading; compressed memory is no disk.
std::string swaps_on_disks(const fs::path& proc) {
    std::istringstream lines(text_of(proc / "swaps"));
    std::string line, names;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const std::string name = line.substr(0, line.find_first_of(" \t"));
        if (name.starts_with("/dev/zram") || name.empty()) continue;
        names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

}  // namespace

std::vector<Checked> check_machine(const fs::path& proc) {
    std::vector<Checked> checked;
    if (const auto swaps = swaps_on_disks(proc); !swaps.empty())
        checked.push_back({Health::note, "swap",
                           swaps + "; what people type could reach the disk. Turn it off, or "
                                   "encrypt it"});
    auto pattern = text_of(proc / "sys/kernel/core_pattern");
    while (pattern.ends_with('\n')) pattern.pop_back();
    if (pattern.starts_with('|'))
        checked.push_back({Health::note, "core dumps",
                           "a program takes them (" + pattern +
                               "); see that it keeps none of "
                               "Candor's"});
    return checked;
}

}  // namespace candor::ctl
