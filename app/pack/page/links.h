#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pack/folder/report.h"
#include "pack/page/pack.h"

namespace candor::pack {

struct LinkTarget {
    LinkKind kind = LinkKind::none;
    std::string target;
};

/// Knows where a link of a page may lead: the pack's sources and terms, and pages of any pack.
class Links {
  public:
    std::unordered_set<std::string> sources, terms;
    /// False when the glossary cannot be read: then a missing term says nothing new.
    bool terms_known = true;
    std::vector<PageLink> pages;  ///< those met so far

    /// Reads "source:ID", "term:ID" or "page:PACK/PAGE". Anything else is reported, and gives
    /// LinkKind::none: its words are shown plainly. A source that is not there is an error, since
    /// its claim would stand without a source.
    LinkTarget resolve(std::string_view href, int line, const std::string& language,
                       Report& report);
};

}  // namespace candor::pack
