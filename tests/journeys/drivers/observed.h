#pragma once
#include <filesystem>
#include <string>

#include "ui/accessible.h"

namespace candor::journeys {

/// A line that `--observe` wrote, as the tree that it tells of. Throws when it is no such line.
ui::Tree tree_of(const std::string& line);

/// Reads the lines that a kiosk adds to its observe file.
class Observed {
  public:
    /// Begins after what is in the file already.
    explicit Observed(std::filesystem::path file);
    ~Observed();
    Observed(const Observed&) = delete;
    Observed& operator=(const Observed&) = delete;

    /// Takes in what was added; true: tree() is a newer one.
    bool read();
    /// Blocks until something is added, the process behind `pid_fd` ended, or `patience_ms` are
    /// over. False: nothing was added.
    bool wait(int pid_fd, int patience_ms);
    const ui::Tree& tree() const { return tree_; }

  private:
    std::filesystem::path file_;
    int file_fd_ = -1, watch_fd_ = -1;
    std::string pending_;
    ui::Tree tree_;
};

}  // namespace candor::journeys
