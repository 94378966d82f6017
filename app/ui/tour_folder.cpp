#include "ui/tour_folder.h"

#include <algorithm>
#include <cstdio>

#include "base/files.h"
#include "paint/picture_file.h"

namespace candor::ui {

std::string file_name_of(std::string_view name) {
    constexpr std::size_t kMostBytes = 100;
    constexpr std::string_view kKept =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";
    std::string safe(name.substr(0, kMostBytes));
    for (char& byte : safe)
        if (kKept.find(byte) == std::string_view::npos) byte = '-';
    return safe;
}

base::Result<void> TourFolder::take(std::string_view name, base::PixelView shown,
                                    const Tree& tree) {
    char number[16];
    std::snprintf(number, sizeof number, "%02d-", ++count_);
    const std::string file = (folder_ / (number + file_name_of(name))).string();
    if (auto written = paint::write_png(file + ".png", shown); !written) return written;
    return base::write_file_atomically(file + ".txt", to_text(tree, Rects::with));
}

}  // namespace candor::ui
