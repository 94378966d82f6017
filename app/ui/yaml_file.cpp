#include "ui/yaml_file.h"

#include "base/files.h"
#include "document/document.h"

namespace candor::ui {

tl::unexpected<base::Fault> wrong_format(const std::filesystem::path& file, int line,
                                         std::string detail) {
    return base::fail(base::FaultKind::wrong_format, file.string() + ":" + std::to_string(line),
                      std::move(detail));
}

base::Result<document::Node> read_yaml_file(const std::filesystem::path& file,
                                            std::size_t max_bytes) {
    const auto bytes = TRY(base::read_file(file, max_bytes));
    auto read = document::read(bytes, document::Format::yaml);
    if (read.problems.empty()) return std::move(*read.root);
    const auto& problem = read.problems.front();
    return wrong_format(file, problem.line, document::to_text(problem));
}

}  // namespace candor::ui
