#include <array>
#include <utility>

#include "pack/folder/fields.h"
#include "pack/page/manifest.h"

namespace candor::pack {
namespace {

constexpr std::array<std::pair<std::string_view, SourceKind>, 11> kKinds{
    {{"clinic", SourceKind::clinic},
     {"maker", SourceKind::maker},
     {"register", SourceKind::register_},
     {"trial", SourceKind::trial},
     {"review", SourceKind::review},
     {"guideline", SourceKind::guideline},
     {"regulator", SourceKind::regulator},
     {"health-service", SourceKind::health_service},
     {"prize", SourceKind::prize},
     {"study", SourceKind::study},
     {"law", SourceKind::law}}};

/// A kind that is not known stays unnamed: any other badge would say what nobody wrote.
SourceKind source_kind(const Fields& fields) {
    std::vector<std::string_view> names;
    for (const auto& [name, _] : kKinds) names.push_back(name);
    fields.choice("kind", names, Need::expected);
    const std::string given = fields.text("kind", Need::optional);
    for (const auto& [name, kind] : kKinds)
        if (name == given) return kind;
    return SourceKind::unnamed;
}

/// The entries of a file that maps ids to maps; nothing when the file cannot be read. `read` is
/// called with each entry, and a report that tells whether that entry alone has failed.
template <typename ReadEntry>
bool read_entries(PackFolder& folder, const std::string& file, base::Findings& findings,
                  ReadEntry read) {
    if (!folder.has(file)) return true;
    Report report(file, findings);
    const auto text = folder.read_text(file, report);
    if (!text) return false;
    const auto yaml = parse_yaml(*text, 1, report);
    if (!yaml) return false;
    if (yaml->kind == YamlNode::Kind::nothing) return true;
    if (yaml->kind != YamlNode::Kind::map) {
        report.error(yaml->line, "wrong-type", "Here should be ids, each with its entry below it.",
                     "Write “id:” and the entry's lines below it, two spaces in.");
        return false;
    }
    for (std::size_t i = 0; i < yaml->items.size(); ++i) {
        Report entry(file, findings);
        if (!is_id(yaml->keys[i].name))
            entry.error(yaml->keys[i].line, "bad-id",
                        in_quotes(yaml->keys[i].name) + " cannot be an id.",
                        "Use a-z, 0-9 and “-”.");
        read(yaml->keys[i].name, yaml->items[i], static_cast<int>(i) + 1, entry);
    }
    return true;
}

}  // namespace

std::string_view name_of(SourceKind of) {
    for (const auto& [name, kind] : kKinds)
        if (kind == of) return name;
    return {};
}

bool read_sources(PackFolder& folder, Pack& pack, base::Findings& findings) {
    return read_entries(
        folder, "sources.yaml", findings,
        [&pack](const std::string& id, const YamlNode& node, int number, Report& report) {
            const Fields fields(node, "A source", {"citation", "link", "kind", "evidence", "note"},
                                report);
            Source source{id, number, fields.text("citation", Need::required),
                          fields.text("link", Need::optional)};
            if (fields.is_map()) source.kind = source_kind(fields);
            source.note = fields.localized("note", Need::expected);
            source.evidence = fields.texts("evidence", Need::optional);
            if (!report.failed()) pack.sources.push_back(std::move(source));
        });
}

bool read_glossary(PackFolder& folder, Pack& pack, base::Findings& findings) {
    return read_entries(
        folder, "glossary.yaml", findings,
        [&pack](const std::string& id, const YamlNode& node, int, Report& report) {
            if (node.kind != YamlNode::Kind::map)
                return report.error(node.line, "wrong-type", "Here stands no term.",
                                    "Write “en: {term: …, meaning: …}”.");
            std::map<std::string, std::string> terms, meanings;
            for (std::size_t i = 0; i < node.items.size(); ++i) {
                const std::string& language = node.keys[i].name;
                if (!is_language_code(language))
                    report.error(node.keys[i].line, "language-code",
                                 in_quotes(language) + " is no language.",
                                 "Use a code such as en, tr, ar, de or es.");
                const Fields fields(node.items[i], "A term", {"term", "meaning"}, report);
                terms[language] = fields.text("term", Need::required);
                meanings[language] = fields.text("meaning", Need::required);
            }
            if (report.failed()) return;
            pack.terms.push_back(
                {id, base::Localized(std::move(terms)), base::Localized(std::move(meanings))});
        });
}

}  // namespace candor::pack
