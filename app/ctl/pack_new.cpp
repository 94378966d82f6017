#include "ctl/pack_new.h"

#include <iostream>
#include <string>

#include "base/clock.h"
#include "base/files.h"
#include "ctl/fault_text.h"
#include "pack/folder/fields.h"

namespace candor::ctl {
namespace {

namespace fs = std::filesystem;

std::string with(std::string text, std::string_view mark, const std::string& value) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size())
        text.replace(at, mark.size(), value);
    return text;
}

/// The same day a year later; 28 February after a 29th.
std::string year_after(const std::string& date) {
    const std::string year = std::to_string(std::stoi(date.substr(0, 4)) + 1);
    const std::string day = date.substr(4);
    return year + (day == "-02-29" ? "-02-28" : day);
}

int refuse(base::FaultKind kind, const fs::path& folder, const char* what, const char* remedy) {
    std::cerr << fault_text({kind, folder.string(), ""}, what, remedy) << '\n';
    return 1;
}

/// The folder's own name, also of "." and "x/".
std::string name_of(const fs::path& folder) {
    std::error_code error;
    return fs::weakly_canonical(fs::absolute(folder, error), error).filename().string();
}

bool write_all(const fs::path& folder, const std::string& id) {
    const std::string today = base::local_today();
    for (const auto& file : new_pack_template()) {
        std::string text = with(std::string(file.text), "@ID@", id);
        text = with(std::move(text), "@TODAY@", today);
        text = with(std::move(text), "@REVIEW_BY@", year_after(today));
        auto written = base::ensure_folder((folder / file.name).parent_path());
        if (written) written = base::write_file_atomically(folder / file.name, text);
        if (written) continue;
        std::cerr << fault_text(written.error()) << '\n';
        return false;
    }
    return true;
}

}  // namespace

int new_pack(const fs::path& folder) {
    std::error_code error;
    const std::string id = name_of(folder);
    if (!pack::is_id(id))
        return refuse(base::FaultKind::refused, folder, "This folder's name cannot be a pack's id",
                      "Use a-z, 0-9 and “-”.");
    if (fs::exists(folder, error) && !fs::is_directory(folder, error))
        return refuse(base::FaultKind::refused, folder, "This is a file", "Name a new folder.");
    if (fs::exists(folder, error) && !fs::is_empty(folder, error))
        return refuse(base::FaultKind::refused, folder, "This folder is not empty",
                      "Name a new folder, so that nothing is overwritten.");
    if (!write_all(folder, id)) return 1;
    std::cout << folder.string() << ": a new pack. Change its words, then run: candor pack check "
              << folder.string() << '\n';
    return 0;
}

}  // namespace candor::ctl
