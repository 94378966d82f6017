#pragma once
#include <string_view>
#include <vector>

#include "pack/checks/piece.h"
#include "pack/checks/sentences.h"

namespace candor::pack {

/// A sentence with the sources that it cites itself: their marks stand in it, or behind it and
/// before the words of the next one. Points into nothing.
struct CitedSentence {
    Sentence sentence;
    std::vector<Piece::Citation> citations;
};

/// The sentences of a piece in order. A mark before all words belongs to the first.
std::vector<CitedSentence> cited_sentences(const Piece& piece);

}  // namespace candor::pack
