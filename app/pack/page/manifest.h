#pragma once
#include "pack/folder/folder.h"
#include "pack/page/pack.h"

namespace candor::pack {

/// Reads pack.yaml into `pack`. False, with an error finding, when the pack cannot be shown.
bool read_manifest(PackFolder& folder, Pack& pack, base::Findings& findings);

/// Reads sources.yaml, if there is one. A source with an error is left out; false when the file as
/// a whole cannot be read, since no claim would have its source then.
bool read_sources(PackFolder& folder, Pack& pack, base::Findings& findings);

/// Reads glossary.yaml, if there is one. A term with an error is left out; false when the file as a
/// whole cannot be read.
bool read_glossary(PackFolder& folder, Pack& pack, base::Findings& findings);

}  // namespace candor::pack
