#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {

/// Pictures that stand alone and have no caption. (A step's picture has the step's title.)
void check_captions(const Subject& subject, base::Findings& findings) {
    for (const auto& [_, pages] : subject.pack.pages)
        for (const auto& page : pages)
            for (const auto& block : page.blocks) {
                const auto* figure = std::get_if<Figure>(&block.body);
                if (figure == nullptr || !figure->caption.empty()) continue;
                FindingList(findings).warning(
                    Subject::file_of(page), block.line, "missing-caption",
                    "The picture " + in_quotes(figure->path.filename().string()) +
                        " has no caption.",
                    "Write it in quotes after the file's name: ![…](images/x.svg \"A caption\").");
            }
}

}  // namespace candor::pack
