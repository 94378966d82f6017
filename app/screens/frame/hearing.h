#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "pack/page/narration.h"
#include "ui/ui.h"

namespace candor::screens {

/// A sentence that is read aloud, and where it stands on the screen.
struct Sentence {
    ui::Spoken place;
    std::string words;
    std::optional<pack::NarratedPart> recorded = std::nullopt;  ///< where somebody says it
};

/// Words a minute, from the slowest to the fastest.
inline constexpr std::array kPaces{90, 115, 140, 170, 210};
inline constexpr int kFirstPace = 2;
inline constexpr int kLoudest = 5, kFirstVolume = 3;  ///< the quietest is 1

/// What somebody hears, and how. Erased with the visit, so that the next one begins anew.
struct Hearing {
    bool wanted = false;  ///< what is on the screen is to be read: the next frame knows it
    std::vector<Sentence> sentences;  ///< that are being read; none: nothing is
    std::size_t at = 0;               ///< of them
    int turn = 0;                     ///< another one: the sentence is said from its start
    bool paused = false;
    int pace = kFirstPace, volume = kFirstVolume;
    bool speaks_screen = false;  ///< every screen, and what has the focus
    bool keypad = false;         ///< somebody uses one
    bool dark = false;           ///< the screen is black

    bool is_reading() const { return !sentences.empty(); }
    const Sentence& sentence() const { return sentences[at]; }
    void stop();
    void erase();
};

/// Who hears what is said.
enum class Hearers { everybody, one /**< by headphones */ };

/// What is read aloud of a scroll region ("main", "sheet"), in the order of the screen: from its
/// first heading on all that has a name, but for buttons and what stands within a text; without
/// headphones not what a person typed. `language`: BCP 47.
std::vector<Sentence> sentences_in(const ui::Tree& tree, std::string_view region,
                                   const std::string& language, Hearers hearers);

}  // namespace candor::screens
