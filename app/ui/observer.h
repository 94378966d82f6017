#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "ui/accessible.h"

namespace candor::ui {

/// `--observe`: appends the accessible tree as one JSON line after every settled frame that says
/// something new. What a person typed stands in it masked to its length.
class Observer {
  public:
    explicit Observer(std::filesystem::path file) : file_(std::move(file)) {}
    /// Without a file nothing is written.
    base::Result<void> settled(const Tree& tree);

  private:
    std::filesystem::path file_;
    std::string last_;
};

}  // namespace candor::ui
