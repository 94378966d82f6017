#pragma once
#include <pango/pangocairo.h>

#include <cstddef>

namespace candor::text {

/// Lets no line end from `begin` to `end`, in bytes.
void keep_together(PangoAttrList* list, std::size_t begin, std::size_t end);

/// Breaks a layout of a width and a few lines anew, into as many lines whose lengths differ least
/// and without a word alone on the last, where that can be. Leaves it as it is where a word is
/// wider than it.
void balance(PangoLayout* layout);

}  // namespace candor::text
