#include <algorithm>

#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;

bool has(const std::vector<std::string>& files, const std::string& page) {
    return std::find(files.begin(), files.end(), page + ".md") != files.end();
}

class LinkCheck {
  public:
    LinkCheck(const Subject& subject, FindingList& list) : subject_(subject), list_(list) {}

    void operator()(const PageLink& link) const {
        const auto slash = link.target.find('/');
        const std::string pack = link.target.substr(0, slash), page = link.target.substr(slash + 1);
        const fs::path folder = subject_.pack.folder.parent_path() / pack;
        std::error_code error;
        if (pack == subject_.pack.id) {
            const auto files = subject_.page_files.find(link.language);
            if (files == subject_.page_files.end() || !has(files->second, page)) nowhere(link);
        } else if (!fs::is_directory(folder, error)) {
            list_.advice(link.file, link.line, "unchecked-link",
                         "The pack of " + in_quotes(link.target) +
                             " is not beside this one, so the link was not checked.",
                         "Check this pack in the folder that holds the others.");
        } else if (!has(PackFolder(folder).files(link.language, ".md"), page)) {
            nowhere(link);
        }
    }

  private:
    void nowhere(const PageLink& link) const {
        list_.warning(link.file, link.line, "unknown-page",
                      "The link to " + in_quotes(link.target) +
                          " leads nowhere: there is no such page in " + in_quotes(link.language) +
                          ".",
                      "Correct it, or write that page. Its words are shown plainly.");
    }

    const Subject& subject_;
    FindingList& list_;
};

}  // namespace

/// `page:` links to pages that are not there, in this pack or in one beside it.
void check_page_links(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    const LinkCheck check(subject, list);
    for (const auto& link : subject.page_links) check(link);
}

}  // namespace candor::pack
