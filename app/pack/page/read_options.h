#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pack/folder/folder.h"
#include "pack/page/links.h"
#include "pack/page/options.h"

namespace candor::pack {

/// A pack's options by language; `face` is what a page asks for.
using OptionsByLanguage = std::map<std::string, Options>;

/// Reads options.yaml, if there is one, in each of these languages. Nothing where there is none,
/// or where it holds an error: an option with a row left out would not be laid beside others
/// fairly. What its words link to is resolved as on a page.
std::optional<OptionsByLanguage> read_options(PackFolder& folder,
                                              const std::vector<std::string>& languages,
                                              Links& links, base::Findings& findings);

}  // namespace candor::pack
