#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "document/node.h"

namespace candor::document {

/// The tree of a YAML file of ours. Faults: those of reading it, wrong_format with the line.
base::Result<Node> read_yaml_file(const std::filesystem::path& file, std::size_t max_bytes);

/// "file:line" is not as it should be.
tl::unexpected<base::Fault> wrong_format(const std::filesystem::path& file, int line,
                                         std::string detail);

}  // namespace candor::document
