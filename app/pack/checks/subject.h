#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/localized.h"
#include "pack/checks/check_pack.h"
#include "pack/checks/piece.h"
#include "pack/checks/proved.h"
#include "pack/folder/folder.h"
#include "pack/folder/yaml.h"
#include "pack/page/pack.h"
#include "screening/model/guidance.h"

namespace candor::pack {

/// Words that stand in no page: a title, a source's note, a question of the self-check.
struct LooseText {
    std::string file;
    int line = 0;
    std::string language, words;
};

/// What the checks read: the pack as far as it could be read, and where its parts stand. Points
/// into `pack`, which must outlive it.
struct Subject {
    explicit Subject(const LoadedPack& loaded, const Pack& pack, const CheckOptions& options);

    const Pack& pack;
    const std::vector<PageLink>& page_links;
    std::string today;
    std::optional<int> installed_version;
    std::vector<std::string> spoken;  ///< by the kiosk; empty: it is not known
    PackFolder folder;
    /// Page files by language, those that cannot be shown too.
    std::map<std::string, std::vector<std::string>> page_files;
    bool all_pages_read = true;
    std::vector<Piece> pieces;             ///< of all pages, in reading order
    std::vector<LooseText> texts;          ///< of all that is no page
    std::map<std::string, YamlNode> yaml;  ///< the YAML files that can be read, by name
    std::optional<screening::Questionnaire> questionnaire;
    std::optional<screening::Guidance> guidance;
    std::optional<Proved> proved;  ///< of a self-check that can be read

    /// The first of the declared languages: what the others are compared with.
    std::string first_language() const {
        return pack.languages.empty() ? base::kFallbackLanguage : pack.languages[0];
    }
    /// The line of a key, or of a key below it; 0 when it is not there.
    int line_of(const std::string& file, std::string_view key, std::string_view below = {}) const;
    /// The line of these words within the piece's block; the block's when they are not found so.
    int line_of(const Piece& piece, std::string_view words) const;
    /// The line of a mark of the piece. The piece must be one of `pieces`.
    int line_of(const Piece& piece, const Piece::Citation& citation) const;
    /// "en/010-first.md"
    static std::string file_of(const Page& page);
    /// The page's, or that of its options.
    static std::string file_of(const Piece& piece);

  private:
    void read_yaml();
    void read_pages();
    void read_texts();
    void read_self_check();
    /// The first and the last line of the piece's block.
    std::pair<int, int> block_of(const Piece& piece) const;

    std::map<const Page*, std::vector<std::string>> lines_;
};

using Check = void (*)(const Subject&, base::Findings&);

}  // namespace candor::pack
