#include "pack/checks/citing.h"

namespace candor::pack {

std::vector<CitedSentence> cited_sentences(const Piece& piece) {
    std::vector<CitedSentence> out;
    for (const auto& sentence : sentences_of(piece.words)) out.push_back({sentence, {}});
    for (const auto& citation : piece.citations) {
        std::size_t owner = 0;
        while (owner + 1 < out.size() && out[owner + 1].sentence.begin < citation.at) ++owner;
        if (!out.empty()) out[owner].citations.push_back(citation);
    }
    return out;
}

}  // namespace candor::pack
