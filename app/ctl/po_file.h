#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/translation/catalogue.h"

namespace candor::ctl {

/// Writes a catalogue as a gettext PO file, by libgettextpo: the context of a message is its page
/// and block, a translation that is older than its source is marked as fuzzy.
base::Result<void> write_po(const std::filesystem::path& file, const pack::Catalogue& catalogue);

/// What a translator sent back.
struct PoFile {
    std::string language;                 ///< of its header
    std::vector<pack::Message> messages;  ///< without what is fuzzy, obsolete or empty
    int fuzzy = 0, untranslated = 0;
};
/// Faults: not_found, wrong_format (the first thing that libgettextpo finds, with its line; or a
/// header without a language).
base::Result<PoFile> read_po(const std::filesystem::path& file);

}  // namespace candor::ctl
