#include <algorithm>

#include "pack/checks/check_table.h"
#include "pack/checks/citing.h"
#include "pack/checks/claimed_numbers.h"
#include "pack/folder/finding_list.h"

namespace candor::pack {
namespace {

/// What stands in a box of caution or of the unknown warns; what is wrong on purpose claims
/// nothing.
bool claims_nothing(const Piece& piece) {
    const auto* alert = piece.block == nullptr ? nullptr : std::get_if<Alert>(&piece.block->body);
    return !is_statement(piece) || piece.wrong_choice ||
           (alert != nullptr && alert->kind != AlertKind::good_to_know);
}

/// What a sentence claims, a number or an effect, as it stands there; empty: nothing, or who says
/// so is said. `is_aim`: what stands around it calls it one.
std::string claim_in(std::string_view sentence, const LanguageWords* lists, bool is_aim) {
    const auto words = folded_words(sentence);
    if (lists != nullptr && lists->clinics.any(words)) return {};
    for (const auto& number : claimed_numbers(sentence, lists))
        return std::string(sentence.substr(number.begin, number.end - number.begin));
    if (lists == nullptr || is_aim || lists->negations.any(words) || lists->aims.any(words))
        return {};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (const std::size_t count = lists->effects.match(words, i); count > 0)
            return std::string(
                sentence.substr(words[i].begin, words[i + count - 1].end - words[i].begin));
    return {};
}

/// The words with what is quoted, and the names of other pages, blanked byte by byte.
std::string without_names(const Piece& piece) {
    std::string words = without_quoted(piece.words);
    for (const auto& link : piece.page_links)
        std::fill(words.begin() + static_cast<std::ptrdiff_t>(link.begin),
                  words.begin() + static_cast<std::ptrdiff_t>(link.end), ' ');
    return words;
}

class ClinicClaims {
  public:
    ClinicClaims(const Subject& subject, base::Findings& findings)
        : subject_(subject), list_(findings) {}

    void check(const Piece& piece) {
        if (piece.role == PieceRole::label) row_label_ = &piece;
        if (claims_nothing(piece)) return;
        const std::string words = without_names(piece);
        const LanguageWords* lists = words_of_language(piece.page->language);
        const auto sentences = cited_sentences(piece);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            // Words without a source of their own are read with the next one.
            std::size_t k = i;
            while (k + 1 < sentences.size() && sentences[k].citations.empty()) ++k;
            const auto& sentence = sentences[i].sentence;
            if (sentence.question || !is_clinics_alone(sentences[k].citations)) continue;
            const auto shown = words_of(words, sentence);
            const auto claim = claim_in(shown, lists, is_labelled_aim(piece, lists));
            if (!claim.empty())
                report(Subject::file_of(piece), subject_.line_of(piece, claim), claim, shown);
        }
    }

    void check(const screening::GuidanceFinding& finding) {
        const bool clinics = std::all_of(finding.sources.begin(), finding.sources.end(),
                                         [&](const auto& id) { return is_clinics(id); });
        if (finding.sources.empty() || !clinics) return;
        for (const auto& [language, text] : finding.text.all()) {
            const std::string words = without_quoted(text);
            for (const auto& sentence : sentences_of(words)) {
                const auto shown = words_of(words, sentence);
                const auto claim = claim_in(shown, words_of_language(language), false);
                if (!sentence.question && !claim.empty()) report("guidance.yaml", 0, claim, shown);
            }
        }
    }

  private:
    bool is_clinics(const std::string& id) const {
        const Source* source = subject_.pack.source(id);
        return source != nullptr && source->kind == SourceKind::clinic;
    }
    bool is_clinics_alone(const std::vector<Piece::Citation>& citations) const {
        return !citations.empty() &&
               std::all_of(citations.begin(), citations.end(),
                           [&](const auto& citation) { return is_clinics(citation.source); });
    }

    /// In a comparison the row's label may say so: "The aim".
    bool is_labelled_aim(const Piece& piece, const LanguageWords* lists) const {
        return lists != nullptr && piece.role == PieceRole::cell && row_label_ != nullptr &&
               row_label_->block == piece.block && lists->aims.any(folded_words(row_label_->words));
    }

    void report(const std::string& file, int line, const std::string& claim,
                std::string_view sentence) {
        list_.warning(
            file, line, "clinic-claim",
            in_quotes(claim) + " rests on a clinic's own text alone: " + in_quotes(sentence) + ".",
            "Cite a source that measured it; or say in the same sentence that clinics say "
            "so, or that it is an aim.");
    }

    const Subject& subject_;
    FindingList list_;
    const Piece* row_label_ = nullptr;  ///< the last label: of the row that follows it
};

}  // namespace

/// Claims of an effect that nobody but a clinic makes: its text tells what clinics do.
void check_clinic_claims(const Subject& subject, base::Findings& findings) {
    ClinicClaims claims(subject, findings);
    for (const auto& piece : subject.pieces) claims.check(piece);
    if (subject.guidance)
        for (const auto& finding : subject.guidance->findings) claims.check(finding);
}

}  // namespace candor::pack
