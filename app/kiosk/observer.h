#pragma once
#include <filesystem>
#include <string>

#include "ui/accessible.h"

namespace candor::kiosk {

/// `--observe`: appends the accessible tree as one JSON line after every settled frame that says
/// something new. What a person typed stands in it masked to its length.
class Observer {
  public:
    explicit Observer(std::filesystem::path file) : file_(std::move(file)) {}
    void settled(const ui::Tree& tree);

  private:
    std::filesystem::path file_;
    std::string last_;
};

}  // namespace candor::kiosk
