#pragma once
#include <string>
#include <vector>

namespace candor::pack {

enum class LinkKind { none, source, term, page };

/// A run of text of one look. A source link has no text; its number is the source's.
struct Run {
    std::string text;
    bool bold = false, italic = false;
    LinkKind link = LinkKind::none;
    std::string target;  ///< source or term id, or "PACK/PAGE"
};
using RichText = std::vector<Run>;

/// The words alone, for search, names in the accessible tree and speech.
std::string plain_text(const RichText& text);

}  // namespace candor::pack
