#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/result.h"

namespace candor::pack {

/// A text of a pack and its translation into one language.
struct Message {
    std::string context;  ///< the page or file, and the block: "010-first 3 paragraph"
    std::string file;     ///< of the source, relative to the pack's folder
    int line = 0;
    std::string source, translation;  ///< the translation is empty where there is none yet
    std::string translated_file;      ///< where the translation stands
    int translated_line = 0;
    bool is_older = false;  ///< it was made from another text than the source is now
};

/// The texts of a pack in its first language beside those in `language`, page by page, then
/// pack.yaml, options.yaml, sources.yaml, glossary.yaml, guidance.yaml and questionnaire.yaml.
/// Findings: pages whose blocks are others than the source's, which are left out.
struct Catalogue {
    std::string pack, language;
    std::vector<Message> messages;
    base::Findings findings;
};
/// Faults: those of reading; refused (the pack does not list the language, or begins with it).
base::Result<Catalogue> read_catalogue(const std::filesystem::path& folder,
                                       const std::string& language);

struct Written {
    int changed = 0;                 ///< texts
    std::vector<std::string> files;  ///< that were written
    base::Findings findings;  ///< what was left out: a page that is not translated whole, an entry
                              ///< whose source is another one by now
};
/// Puts translations (by context; one whose source is not the pack's is left out) into the pack's
/// files. Bytes around them stay as they are; without a changed text no file is written. A page
/// that is not there yet is made once all its texts are translated. What was translated is
/// recorded.
base::Result<Written> write_catalogue(const std::filesystem::path& folder,
                                      const std::string& language,
                                      const std::vector<Message>& messages);

}  // namespace candor::pack
