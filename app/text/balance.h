#pragma once
#include <pango/pangocairo.h>

#include <cstddef>
#include <vector>

namespace candor::text {

/// What no line may break, and the space after it; in bytes and Pango's units.
struct Word {
    std::size_t begin = 0, end = 0;
    double width = 0, space = 0;
    gunichar last = 0;  ///< character before the space
};
/// Of a layout, whatever lines it has.
std::vector<Word> words_of(PangoLayout* layout);

/// Lets no line end from `begin` to `end`, in bytes.
void keep_together(PangoAttrList* list, std::size_t begin, std::size_t end);

/// Breaks a layout of a width and a few lines anew, into as many lines whose lengths differ least
/// and without a short word alone on the first or the last, where that can be. Leaves it as it is
/// where a word is wider than it.
void balance(PangoLayout* layout);

/// Gives a short word that is alone on the last of a few lines the word before it, where that needs
/// no line more.
void give_company(PangoLayout* layout);

}  // namespace candor::text
