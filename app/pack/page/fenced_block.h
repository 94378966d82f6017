#pragma once
#include <optional>
#include <string>
#include <unordered_set>

#include "pack/folder/folder.h"
#include "pack/page/links.h"
#include "pack/page/markdown.h"
#include "pack/page/page.h"
#include "pack/page/read_options.h"
#include "pack/page/read_sequences.h"

namespace candor::pack {

/// What the blocks of a page need of their pack while the page is read.
struct PageScope {
    const PackFolder& folder;
    Links& links;
    std::unordered_set<std::string>& ask_ids;  ///< of this language, over the whole pack
    std::string language;
    Report& report;
    const OptionsByLanguage* options = nullptr;  ///< of options.yaml; nullptr: none can be shown
    const SequencesByLanguage* sequences = nullptr;  ///< of sequences.yaml; the same
};

/// A picture with its checks; an empty path where it cannot be shown (and a finding).
Figure read_figure(const std::string& name, std::string alt, std::string caption, int line,
                   const PageScope& scope);

/// Reads "steps", "compare", "timeline", "icon-array", "density", "quick-check", "ask-list",
/// "faq", "options", "course" or "sequence". Findings carry the lines of the page's file. Nothing
/// where the block cannot be shown.
std::optional<BlockBody> read_fenced_block(const MarkdownNode& fenced, const PageScope& scope);

}  // namespace candor::pack
