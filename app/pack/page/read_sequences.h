#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pack/folder/folder.h"
#include "pack/page/links.h"
#include "pack/page/sequence.h"

namespace candor::pack {

using SequencesByLanguage = std::map<std::string, Sequences>;

/// Reads sequences.yaml, if there is one, in each of these languages. Nothing where there is none,
/// or where it holds an error. What its captions link to is resolved as on a page.
std::optional<SequencesByLanguage> read_sequences(PackFolder& folder,
                                                  const std::vector<std::string>& languages,
                                                  Links& links, base::Findings& findings);

}  // namespace candor::pack
