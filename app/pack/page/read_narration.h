#pragma once
#include <optional>
#include <string>

#include "pack/folder/folder.h"
#include "pack/page/narration.h"

namespace candor::pack {

/// The narration of the page in that file of the folder; nothing: there is none. What is wrong with
/// its timing is reported, and left out. The recording itself is not opened.
std::optional<Narration> read_narration(PackFolder& folder, const std::string& page_file,
                                        base::Findings& findings);

}  // namespace candor::pack
