#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "platform/headless/headless_window.h"
#include "ui/tour_folder.h"

namespace candor::loop {

/// Pictures of a program's screens, each taken when it is at rest, the same bytes each time. One
/// thread.
class Tour {
  public:
    /// Of the program that is toured.
    struct Calls {
        std::function<void()> settle;  ///< turns until nothing moves or loads
        std::function<const ui::Tree&()> tree;
    };
    /// `window` must outlive it.
    Tour(std::filesystem::path folder, platform::HeadlessWindow& window, Calls calls)
        : folder_(std::move(folder)), window_(window), calls_(std::move(calls)) {}

    /// Faults are logged.
    void take(const std::string& name);
    /// 1: something could not be written.
    int status() const { return good_ ? 0 : 1; }

  private:
    ui::TourFolder folder_;
    platform::HeadlessWindow& window_;
    Calls calls_;
    bool good_ = true;
};

/// Before a tour: its folder is there, and the calendar stands still. False, and a line in the log:
/// the folder cannot be written.
bool prepare_tour(const std::filesystem::path& folder);

}  // namespace candor::loop
