#include "pack/package/went_well.h"

#include "base/files.h"

namespace candor::pack {
namespace {

constexpr std::size_t kEnough = 1U << 20;

std::filesystem::path note_in(const std::filesystem::path& state_dir) {
    return state_dir / "packs-went-well";
}

std::string note_line(const InstalledPack& pack) {
    return pack.id + " " + pack.version_folder + "\n";
}

std::string read_note(const std::filesystem::path& state_dir) {
    return base::read_file(note_in(state_dir), kEnough).value_or("");
}

}  // namespace

base::Result<void> note_went_well(const std::filesystem::path& state_dir,
                                  const std::vector<InstalledPack>& live) {
    std::string note;
    for (const auto& pack : live) note += note_line(pack);
    if (note == read_note(state_dir)) return {};
    return base::write_file_atomically(note_in(state_dir), note);
}

std::vector<InstalledPack> unproven(const std::filesystem::path& state_dir,
                                    const std::vector<InstalledPack>& live) {
    const std::string note = "\n" + read_note(state_dir);
    std::vector<InstalledPack> found;
    for (const auto& pack : live)
        if (note.find("\n" + note_line(pack)) == std::string::npos) found.push_back(pack);
    return found;
}

}  // namespace candor::pack
