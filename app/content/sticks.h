#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace candor::content {

/// A stick that is plugged in, as far as it was looked through.
struct Stick {
    enum class State {
        good,
        empty,       ///< there is no package on it
        unreadable,  ///< it cannot be read, or was pulled out
        not_all      ///< it holds more than was looked through
    };
    std::string name;  ///< its label, as the system mounted it
    std::filesystem::path folder;
    State state = State::good;
    std::vector<std::filesystem::path> packages;  ///< sorted; at most kMostPackages
};

inline constexpr std::size_t kMostPackages = 50;    ///< of a stick
inline constexpr std::size_t kMostFolders = 2'000;  ///< looked into on a stick
inline constexpr int kDeepest = 4;                  ///< folders below a stick

/// Sticks below these folders: what is mounted there, however deep (Debian: /media/LABEL,
/// /media/USER/LABEL, /run/media/USER/LABEL), a root itself where it is mounted (/mnt), and folders
/// up to two levels down that hold packages without being mounted. Packages end in .candorpack, in
/// capitals or not, and may lie in folders; hidden ones are left out, links too. Takes as long as
/// the sticks do: for a worker. `goes_on` is asked before each folder; false: what was found so
/// far.
std::vector<Stick> look_for_sticks(const std::vector<std::filesystem::path>& roots,
                                   const std::function<bool()>& goes_on = {});

/// Where sticks are, without a look at what is on those that are mounted.
std::vector<std::filesystem::path> stick_folders(const std::vector<std::filesystem::path>& roots,
                                                 const std::function<bool()>& goes_on = {});

/// The folders straight below the roots: where the system makes one for a stick that is plugged in,
/// and mounts it later.
std::vector<std::filesystem::path> stick_places(const std::vector<std::filesystem::path>& roots);

}  // namespace candor::content
