#pragma once
#include "pack/folder/yaml.h"
#include "pack/page/fenced_block.h"
#include "pack/page/page.h"

namespace candor::pack {

/// Reads the body of a block `course`: days in their order, each with what is usual and how often
/// (or that nobody has counted), and when to call.
Course read_course(const YamlNode& node, const PageScope& scope);

}  // namespace candor::pack
