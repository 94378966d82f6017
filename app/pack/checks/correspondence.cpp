#include <algorithm>
#include <map>
#include <set>

#include "pack/checks/block_shape.h"
#include "pack/checks/check_table.h"
#include "pack/checks/numbers_in_text.h"
#include "pack/folder/finding_list.h"
#include "pack/page/page_texts.h"

namespace candor::pack {
namespace {

using Ids = std::multiset<std::string>;

Ids linked(const Block& block, LinkKind kind) {
    Ids ids;
    for_each_text(block, [&](const auto& text) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(text)>, RichText>)
            for (const auto& run : text)
                if (run.link == kind) ids.insert(run.target);
    });
    return ids;
}

std::string listing(const Ids& ids) {
    std::string out;
    for (const auto& id : ids) out += (out.empty() ? "" : ", ") + id;
    return out.empty() ? "none" : out;
}

class PageComparison {
  public:
    PageComparison(const Page& original, const Page& translated, FindingList& list)
        : original_(original), translated_(translated), list_(list) {}

    void compare() {
        const auto &from = original_.blocks, &to = translated_.blocks;
        if (original_.distress != translated_.distress)
            add(1, "distress-differs",
                "In one language this page says “distress: true”, in the other it does not.",
                "Write it in both: the number to call in distress stands below the page.");
        for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i)
            if (!same_shape(from[i], to[i])) return;
        if (from.size() != to.size()) {
            const int line = from.size() < to.size() ? to[from.size()].line : 0;
            return add(line, "block-count",
                       "This page has " + std::to_string(to.size()) + " blocks; in " +
                           in_quotes(original_.language) + " it has " +
                           std::to_string(from.size()) + ".",
                       "Give both the same blocks in the same order, so that a reader who changes "
                       "the language keeps the place.");
        }
        for (std::size_t i = 0; i < from.size(); ++i) compare(from[i], to[i]);
    }

  private:
    /// Words of a file that all languages share, and their line there.
    struct SharedWords {
        const RichText& text;
        int line;
    };
    bool same_shape(const Block& from, const Block& to) {
        const std::string expected = shape_of(from), found = shape_of(to);
        if (expected == found) return true;
        add(to.line, "block-differs",
            "Here stands " + found + "; in " + in_quotes(original_.language) + " (line " +
                std::to_string(from.line) + ") it is " + expected + ".",
            "Give both the same blocks in the same order, with as many parts.");
        return false;
    }

    void compare(const Block& from, const Block& to) {
        if (const auto* options = std::get_if<Options>(&from.body))
            return compare(*options, std::get<Options>(to.body));
        if (const auto* sequence = std::get_if<Sequence>(&from.body))
            return compare(*sequence, std::get<Sequence>(to.body));
        const Ids sources = linked(from, LinkKind::source), theirs = linked(to, LinkKind::source);
        if (sources != theirs)
            add(to.line, "citations-differ",
                "The sources here are " + listing(theirs) + "; in " +
                    in_quotes(original_.language) + " they are " + listing(sources) + ".",
                "Cite the same sources for the same claims.");
        const auto lost = missing_numbers(plain_text(from), plain_text(to), translated_.language);
        if (!lost.empty())
            add(to.line, "numbers-differ",
                "The number " + lost + " stands in " + in_quotes(original_.language) + " (line " +
                    std::to_string(from.line) + "), but not here.",
                "Compare the two, and mend the one that is wrong.");
    }

    /// Cell by cell, where they are shown: a list of all their sources would help nobody.
    void compare(const Options& from, const Options& to) {
        if (from.face != OptionsFace::side_by_side) return;
        for (std::size_t i = 0; i < std::min(from.options.size(), to.options.size()); ++i)
            for (std::size_t row = 0; row < kOptionRows; ++row)
                compare(kOptionsFile, words(from.options[i].cells[row]),
                        words(to.options[i].cells[row]));
    }
    static SharedWords words(const OptionCell& cell) { return {cell.text, cell.line}; }
    void compare(const Sequence& from, const Sequence& to) {
        for (std::size_t i = 0; i < std::min(from.keys.size(), to.keys.size()); ++i)
            compare(kSequencesFile, {from.keys[i].caption, from.keys[i].line},
                    {to.keys[i].caption, to.keys[i].line});
    }
    void compare(const char* file, const SharedWords& from, const SharedWords& to) {
        const Ids sources = cited(from.text), theirs = cited(to.text);
        if (sources != theirs)
            list_.warning(file, to.line, "citations-differ",
                          "The sources here are " + listing(theirs) + "; in " +
                              in_quotes(original_.language) + " they are " + listing(sources) + ".",
                          "Cite the same sources for the same claims.");
        const auto lost =
            missing_numbers(plain_text(from.text), plain_text(to.text), translated_.language);
        if (!lost.empty())
            list_.warning(file, to.line, "numbers-differ",
                          "The number " + lost + " stands in " + in_quotes(original_.language) +
                              " (line " + std::to_string(from.line) + "), but not here.",
                          "Compare the two, and mend the one that is wrong.");
    }
    static Ids cited(const RichText& text) {
        Ids ids;
        for (const auto& run : text)
            if (run.link == LinkKind::source) ids.insert(run.target);
        return ids;
    }

    void add(int line, const char* code, std::string message, std::string remedy) {
        list_.warning(Subject::file_of(translated_), line, code, std::move(message),
                      std::move(remedy));
    }

    const Page& original_;
    const Page& translated_;
    FindingList& list_;
};

}  // namespace

/// Translated pages whose blocks, citations or numbers are not those of the first language.
void check_correspondence(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    const std::string first = subject.first_language();
    for (const auto& [language, pages] : subject.pack.pages) {
        if (language == first) continue;
        for (const auto& page : pages)
            if (const Page* original = subject.pack.page(first, page.id))
                PageComparison(*original, page, list).compare();
    }
}

}  // namespace candor::pack
