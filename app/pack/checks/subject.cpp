#include "pack/checks/subject.h"

#include <algorithm>
#include <sstream>

#include "base/clock.h"
#include "base/files.h"
#include "pack/checks/self_check_texts.h"
#include "screening/reading/load_guidance.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"

namespace candor::pack {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
    return lines;
}

/// Straight quotes are shown as “ ” and ’ in English; the file has the straight ones.
std::string as_typed(std::string_view words) {
    std::string out(words);
    for (const auto& [shown, typed] : {std::pair<std::string_view, std::string_view>{"“", "\""},
                                       {"”", "\""},
                                       {"’", "'"},
                                       {"‘", "'"}})
        for (std::size_t at = 0; (at = out.find(shown, at)) != std::string::npos;)
            out.replace(at, shown.size(), typed);
    return out;
}

}  // namespace

Subject::Subject(const LoadedPack& loaded, const Pack& of, const CheckOptions& options)
    : pack(of),
      page_links(loaded.page_links),
      today(options.today.empty() ? base::local_today() : options.today),
      installed_version(options.installed_version),
      spoken(options.spoken),
      folder(of.folder) {
    read_yaml();
    read_pages();
    if (pack.is_self_check) read_self_check();
    read_texts();
}

void Subject::read_yaml() {
    for (const char* name : {"pack.yaml", "sources.yaml", "glossary.yaml"}) {
        base::Findings known;  // load_pack() has told them
        Report report(name, known);
        if (!folder.has(name)) continue;
        if (const auto text = folder.read_text(name, report))
            if (auto tree = parse_yaml(*text, 1, report)) yaml.emplace(name, std::move(*tree));
    }
}

void Subject::read_pages() {
    for (const auto& language : pack.languages) {
        page_files[language] = folder.files(language, ".md");
        all_pages_read =
            all_pages_read && page_files[language].size() == pack.pages_in(language).size();
        for (const auto& page : pack.pages_in(language)) {
            base::Findings known;
            Report report(file_of(page), known);
            if (const auto text = folder.read_text(file_of(page), report))
                lines_[&page] = lines_of(*text);
            auto of_page = pieces_of(page);
            std::move(of_page.begin(), of_page.end(), std::back_inserter(pieces));
        }
    }
}

void Subject::read_texts() {
    const auto add = [this](const char* file, int line, const base::Localized& text) {
        for (const auto& [language, words] : text.all())
            texts.push_back({file, line, language, words});
    };
    add("pack.yaml", line_of("pack.yaml", "title"), pack.title);
    add("pack.yaml", line_of("pack.yaml", "summary"), pack.summary);
    for (const auto& source : pack.sources)
        add("sources.yaml", line_of("sources.yaml", source.id, "note"), source.note);
    for (const auto& term : pack.terms)
        for (const auto& [language, meaning] : term.meaning.all())
            texts.push_back(
                {"glossary.yaml", line_of("glossary.yaml", term.id, language), language, meaning});
    for (const auto& text : self_check_texts(*this)) add(text.file, 0, *text.text);
}

void Subject::read_self_check() {
    const auto questions =
        base::read_file(pack.folder / "questionnaire.yaml", screening::kMaxBytes);
    if (!questions) return;
    questionnaire = screening::load_questionnaire(*questions, "questionnaire.yaml").questionnaire;
    const auto words = base::read_file(pack.folder / "guidance.yaml", screening::kMaxBytes);
    if (questionnaire && words)
        guidance = screening::load_guidance(*words, "guidance.yaml", *questionnaire).guidance;
    if (questionnaire && guidance) proved = prove_timed(*questionnaire, *guidance);
}

int Subject::line_of(const std::string& file, std::string_view key, std::string_view below) const {
    const auto tree = yaml.find(file);
    if (tree == yaml.end()) return 0;
    for (std::size_t i = 0; i < tree->second.keys.size(); ++i) {
        if (tree->second.keys[i].name != key) continue;
        if (!below.empty() && i < tree->second.items.size())
            for (const auto& inner : tree->second.items[i].keys)
                if (inner.name == below) return inner.line;
        return tree->second.keys[i].line;
    }
    return 0;
}

std::pair<int, int> Subject::block_of(const Piece& piece) const {
    const auto known = lines_.find(piece.page);
    const int first = piece.block == nullptr ? 1 : piece.block->line;
    int last = known == lines_.end() ? 0 : static_cast<int>(known->second.size());
    for (const auto& block : piece.page->blocks)
        if (block.line > first && block.line < last) last = block.line - 1;
    return {first, last};
}

int Subject::line_of(const Piece& piece, std::string_view words) const {
    if (piece.line > 0) return piece.line;
    const auto [first, last] = block_of(piece);
    const std::string typed = as_typed(words);
    for (int line = first; line <= last && !typed.empty(); ++line) {
        const auto& text = lines_.at(piece.page)[static_cast<std::size_t>(line) - 1];
        if (text.find(typed) != std::string::npos || text.find(words) != std::string::npos)
            return line;
    }
    return first;
}

int Subject::line_of(const Piece& piece, const Piece::Citation& citation) const {
    if (piece.line > 0) return piece.line;
    int marks_before = 0;  // of the same source, in the same block
    const auto is_it = [&](const Piece& of, const Piece::Citation& mark) {
        return &of == &piece && mark.at == citation.at && mark.source == citation.source;
    };
    bool reached = false;
    for (const auto& other : pieces)
        if (other.page == piece.page && other.block == piece.block)
            for (const auto& mark : other.citations) {
                reached = reached || is_it(other, mark);
                if (!reached && mark.source == citation.source) ++marks_before;
            }
    const auto [first, last] = block_of(piece);
    const std::string typed = "source:" + citation.source + ")";
    for (int line = first; line <= last; ++line) {
        const auto& text = lines_.at(piece.page)[static_cast<std::size_t>(line) - 1];
        for (auto at = text.find(typed); at != std::string::npos; at = text.find(typed, at + 1))
            if (marks_before-- == 0) return line;
    }
    return first;
}

std::string Subject::file_of(const Page& page) { return page.language + "/" + page.id + ".md"; }

std::string Subject::file_of(const Piece& piece) {
    return piece.file.empty() ? file_of(*piece.page) : piece.file;
}

}  // namespace candor::pack
