#include "document/yaml_file.h"

#include "base/files.h"
#include "document/document.h"

namespace candor::document {

tl::unexpected<base::Fault> wrong_format(const std::filesystem::path& file, int line,
                                         std::string detail) {
    return base::fail(base::FaultKind::wrong_format, file.string() + ":" + std::to_string(line),
                      std::move(detail));
}

base::Result<Node> read_yaml_file(const std::filesystem::path& file, std::size_t max_bytes) {
    const auto bytes = base::read_file(file, max_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    auto tree = read(*bytes, Format::yaml);
    if (tree.problems.empty()) return std::move(*tree.root);
    const auto& problem = tree.problems.front();
    return wrong_format(file, problem.line, to_text(problem));
}

}  // namespace candor::document
