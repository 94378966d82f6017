#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

bool is_address(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("http://");
}

}  // namespace

/// Sources that nobody can follow: without an address, and not the clinic's own text.
void check_source_links(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    for (const auto& source : subject.pack.sources) {
        if (source.link.empty() && source.kind == SourceKind::clinic) continue;
        if (is_address(source.link)) continue;
        list.warning(
            "sources.yaml",
            subject.line_of("sources.yaml", source.id, source.link.empty() ? "citation" : "link"),
            "source-without-link",
            "No reader can look up the source " + in_quotes(source.id) + ": it has no web address.",
            "Write it as “link: https://…”. The clinic's own text alone needs none, and "
            "is of the kind “clinic”.");
    }
}

}  // namespace candor::pack
