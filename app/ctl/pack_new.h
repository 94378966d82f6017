#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

namespace candor::ctl {

/// Writes a small, complete pack that explains itself into `folder`, which is made if it is not
/// there and refused if it is not empty; its name becomes the pack's id. Tells what it did on
/// standard output. Gives the exit status: 0 or 1.
int new_pack(const std::filesystem::path& folder);

/// A file of assets/new-pack/, built into the program.
struct TemplateFile {
    std::string_view name, text;
};
const std::vector<TemplateFile>& new_pack_template();

}  // namespace candor::ctl
