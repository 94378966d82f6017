#include "pack/search/query.h"

#include <algorithm>
#include <utility>

#include "base/secret_string.h"
#include "base/utf8.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxQueryBytes = 300;
constexpr std::size_t kMaxQueryWords = 8;
constexpr std::size_t kMaxInGroup = 24;
constexpr std::size_t kShortestPart = 3;  ///< letters of a part of a compound

void add(Group& group, WantedWord wanted) {
    const bool known = std::any_of(group.begin(), group.end(), [&](const WantedWord& other) {
        return other.letters == wanted.letters && other.then == wanted.then &&
               (other.prefix || !wanted.prefix);
    });
    if (!known && group.size() < kMaxInGroup) return group.push_back(std::move(wanted));
    base::wipe(wanted.letters);
    base::wipe(wanted.then);
}

void add_forms(std::string_view written, const FoldedWord& word, bool prefix,
               const WordForms& forms, Group& group) {
    auto [letters, stems] = forms.of(written, word.letters);
    for (auto& other : letters) add(group, {std::move(other), prefix, {}});
    for (auto& stem : stems) {
        add(group, {std::string(kStemMark) + stem, false, {}});
        add(group, {std::move(stem), false, {}});
    }
}

/// The part as it is, or with another ending, so far as the index knows it; empty: it does not.
std::string known_part(const std::string& part, bool prefix, const WordForms& forms,
                       const KnownWords& known) {
    if (prefix ? known.start(part) : known.word(part)) return part;
    for (const auto& stem : forms.of(part, part).stems)
        if (known.word(stem)) return stem;
    return {};
}

/// "stemcell" as "stem" and "cell".
void add_parts(const std::string& word, bool prefix, const WordForms& forms,
               const KnownWords& known, Group& group) {
    for (std::size_t at = 1; at < word.size(); ++at) {
        if (base::continues_character(word[at])) continue;
        std::string first = word.substr(0, at), second = word.substr(at);
        const bool long_enough =
            base::utf8_count(first) >= kShortestPart && base::utf8_count(second) >= kShortestPart;
        if (long_enough && known.word(first))
            if (auto part = known_part(second, prefix, forms, known); !part.empty())
                add(group, {first, prefix, std::move(part)});
        base::wipe(first);
        base::wipe(second);
    }
}

/// "haar ausfall" as "haarausfall".
void add_whole(const std::vector<FoldedWord>& words, Beginnings beginnings, const KnownWords& known,
               std::vector<Group>& groups) {
    for (std::size_t i = 0; i + 1 < groups.size(); ++i) {
        std::string whole = words[i].letters + words[i + 1].letters;
        const bool prefix = beginnings == Beginnings::all || i + 2 == groups.size();
        if (whole.size() <= kMaxWordBytes && (prefix ? known.start(whole) : known.word(whole)))
            for (Group* group : {&groups[i], &groups[i + 1]}) add(*group, {whole, prefix, {}});
        base::wipe(whole);
    }
}

std::vector<FoldedWord> query_words(std::string_view typed) {
    std::vector<FoldedWord> words = folded_words(typed);
    std::vector<FoldedWord> out;
    out.reserve(kMaxQueryWords);
    for (auto& word : words) {
        if (out.size() < kMaxQueryWords && word.letters.size() <= kMaxWordBytes)
            out.push_back(word);
        base::wipe(word.letters);
    }
    return out;
}

void append_word(const WantedWord& word, bool beginnings, std::string& out) {
    out += '"' + word.letters + '"';
    if (!word.then.empty()) out += "+\"" + word.then + '"';
    if (word.prefix && beginnings) out += '*';
}

}  // namespace

std::vector<Group> groups_of(std::string_view typed, Beginnings beginnings, const WordForms& forms,
                             const KnownWords& known) {
    typed = typed.substr(0, kMaxQueryBytes);
    auto words = query_words(typed);
    std::vector<Group> out;
    out.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const FoldedWord& word = words[i];
        const bool being_typed = i + 1 == words.size() && word.end == typed.size();
        const bool prefix = (beginnings == Beginnings::all || being_typed || words.size() == 1) &&
                            word.letters.size() > 1;
        Group& group = out.emplace_back();
        group.reserve(kMaxInGroup);
        group.push_back({word.letters, prefix, {}});
        add_forms(typed.substr(word.begin, word.end - word.begin), word, prefix, forms, group);
        add_parts(word.letters, prefix, forms, known, group);
    }
    add_whole(words, beginnings, known, out);
    for (auto& word : words) base::wipe(word.letters);
    return out;
}

void wipe(std::vector<Group>& groups) {
    for (auto& group : groups)
        for (auto& word : group) {
            base::wipe(word.letters);
            base::wipe(word.then);
        }
}

std::string expression(const std::vector<Group>& groups, Combine combine, const Pass& pass) {
    std::string out;
    for (const auto& group : groups) {
        out += out.empty()               ? std::string(pass.columns) + '('
               : combine == Combine::all ? " AND "
                                         : " OR ";
        out += '(';
        for (const auto& word : group) {
            if (out.back() != '(') out += " OR ";
            append_word(word, pass.beginnings, out);
        }
        out += ')';
    }
    return out + ')';
}

}  // namespace candor::pack
