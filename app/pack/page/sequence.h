#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "pack/page/words.h"

namespace candor::pack {

/// Where a layer stands: its middle in units of the stage, its size and how much of it is seen in
/// percent.
struct LayerPlace {
    int x = 0, y = 0, scale = 100, opacity = 100;
    bool operator==(const LayerPlace&) const = default;
};

/// A picture of its own that moves over the stage.
struct SequenceLayer {
    std::string id;
    std::filesystem::path path;   ///< absolute, inside the pack; empty: none that can be shown
    float width = 0, height = 0;  ///< of the picture, in units of the stage, at a scale of 100
};

/// One of the few moments that a sequence is told by: where each layer stands then, and its words.
struct SequenceKey {
    int move_ms = 0;                 ///< on the way here from the key before; 0: nothing moves
    std::vector<LayerPlace> places;  ///< as many as there are layers
    RichText caption;
    int line = 0;  ///< of the caption in sequences.yaml
};

/// Layers over each other that move from key to key (a pack's sequences.yaml), in one language. The
/// first fills the stage, whose units are that picture's own.
struct Sequence {
    std::string id;
    std::string alt;  ///< what it shows, in words
    int alt_line = 0;
    float width = 0, height = 0;
    /// It leads along the line of reading: where that runs from the right, places are mirrored
    /// (pictures never are).
    bool follows_reading = false;
    std::size_t still = 0;  ///< the key that stands for the whole before it is played
    std::vector<SequenceLayer> layers;
    std::vector<SequenceKey> keys;
};

inline constexpr const char* kSequencesFile = "sequences.yaml";

/// The sequences of a pack by their ids.
using Sequences = std::map<std::string, Sequence>;

}  // namespace candor::pack
