#include <array>
#include <utility>

#include "pack/folder/fields.h"
#include "pack/page/manifest.h"

namespace candor::pack {
namespace {

constexpr std::array<std::pair<std::string_view, SourceKind>, 14> kKinds{
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
     {"law", SourceKind::law},
     {"society", SourceKind::society},
     {"book", SourceKind::book},
     {"website", SourceKind::website}}};

constexpr std::array<std::pair<std::string_view, Proof>, 7> kProofs{
    {{"pooled-against-dummy", Proof::pooled_against_dummy},
     {"pooled", Proof::pooled},
     {"gathered", Proof::gathered},
     {"against-dummy", Proof::against_dummy},
     {"against-other", Proof::against_other},
     {"no-comparison", Proof::no_comparison},
     {"not-in-people", Proof::not_in_people}}};
constexpr std::array<std::pair<std::string_view, PaidBy>, 4> kPayers{
    {{"maker", PaidBy::maker},
     {"firm", PaidBy::firm},
     {"public-money", PaidBy::public_money},
     {"nobody", PaidBy::nobody}}};

/// The value of a name in a table; a name that is not there is reported and gives `otherwise`,
/// since any other would say what nobody wrote.
template <typename Value, std::size_t N>
Value named(const Fields& fields, std::string_view key, Need need,
            const std::array<std::pair<std::string_view, Value>, N>& table, Value otherwise) {
    std::vector<std::string_view> names;
    for (const auto& [name, _] : table) names.push_back(name);
    fields.choice(key, names, need);
    const std::string given = fields.text(key, Need::optional);
    for (const auto& [name, value] : table)
        if (name == given) return value;
    return otherwise;
}

template <typename Value, std::size_t N>
std::string_view name_in(const std::array<std::pair<std::string_view, Value>, N>& table, Value of) {
    for (const auto& [name, value] : table)
        if (value == of) return name;
    return {};
}

Strength strength(const Fields& fields) {
    return {named(fields, "proof", Need::optional, kProofs, Proof::unsaid), fields.flag("one_team"),
            named(fields, "paid_by", Need::optional, kPayers, PaidBy::unsaid)};
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

std::string_view name_of(SourceKind kind) { return name_in(kKinds, kind); }
std::string_view name_of(Proof proof) { return name_in(kProofs, proof); }
std::string_view name_of(PaidBy payer) { return name_in(kPayers, payer); }

bool read_sources(PackFolder& folder, Pack& pack, base::Findings& findings) {
    return read_entries(
        folder, "sources.yaml", findings,
        [&pack](const std::string& id, const YamlNode& node, int number, Report& report) {
            const Fields fields(
                node, "A source",
                {"citation", "link", "kind", "proof", "one_team", "paid_by", "evidence", "note"},
                report);
            Source source{id, number, fields.text("citation", Need::required),
                          fields.text("link", Need::optional)};
            if (fields.is_map())
                source.kind = named(fields, "kind", Need::expected, kKinds, SourceKind::unnamed);
            source.strength = strength(fields);
            source.note = fields.localized("note", Need::expected);
            source.evidence = fields.texts("evidence", Need::optional);
            if (!report.failed()) pack.sources.push_back(std::move(source));
        });
}

namespace {

constexpr std::string_view kQuestions = "questions";

std::vector<std::string> questions_of(const YamlNode& term, Report& report) {
    std::vector<std::string> out;
    const YamlNode* list = term.find(kQuestions);
    if (list == nullptr) return out;
    if (list->kind != YamlNode::Kind::list)
        report.error(list->line, "wrong-type", "Here should be a list of linkIds.",
                     "Write them as in “questions: [treatments]”.");
    for (const auto& item : list->items) out.push_back(item.text);
    return out;
}

void read_term(const std::string& id, const YamlNode& node, Pack& pack, Report& report) {
    if (node.kind != YamlNode::Kind::map)
        return report.error(node.line, "wrong-type", "Here stands no term.",
                            "Write “en: {term: …, meaning: …}”.");
    std::map<std::string, std::string> terms, meanings;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const std::string& language = node.keys[i].name;
        if (language == kQuestions) continue;
        if (!is_language_code(language))
            report.error(node.keys[i].line, "language-code",
                         in_quotes(language) + " is no language.",
                         "Use a code such as en, tr, ar, de or es.");
        const Fields fields(node.items[i], "A term", {"term", "meaning"}, report);
        terms[language] = fields.text("term", Need::required);
        meanings[language] = fields.text("meaning", Need::required);
    }
    Term term{id, base::Localized(std::move(terms)), base::Localized(std::move(meanings)),
              questions_of(node, report)};
    if (!report.failed()) pack.terms.push_back(std::move(term));
}

}  // namespace

bool read_glossary(PackFolder& folder, Pack& pack, base::Findings& findings) {
    return read_entries(folder, "glossary.yaml", findings,
                        [&pack](const std::string& id, const YamlNode& node, int, Report& report) {
                            read_term(id, node, pack, report);
                        });
}

}  // namespace candor::pack
