#pragma once
#include <vector>

#include "screens/reader/rich_text.h"

namespace candor::screens {

/// The first options block of a page that shows this; nullptr: it has none.
const pack::Options* options_of(const pack::Page& page, pack::OptionsFace face);

/// Those of a pack that the person has picked, in the pack's order: none stands first because it
/// was touched first.
using PickedOptions = std::vector<const pack::Option*>;
PickedOptions picked_options(const Drawing& at, const pack::Pack& pack,
                             const pack::Options& options);

/// Whether picked options can stand in columns: no word is broken, and the heads leave room for
/// what they are the heads of. Else each row's cells stand below each other.
bool fits_in_columns(const Drawing& at, const TextPlace& place, const pack::Options& options);

/// The heads of the columns, which stay while the rows scroll; returns the y below them.
float draw_option_heads(const Drawing& at, const pack::Pack& pack, const pack::Options& options,
                        float top);

/// What the option says in one row; in that of prices also what the clinic asks.
void draw_option_cell(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                      const pack::Option& option, pack::OptionRow row);
/// The width below which a word of it would be broken.
float least_width(const Drawing& at, const TextPlace& place, const pack::Option& option,
                  pack::OptionRow row);

// The faces of the block.
void draw_choices(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                  const pack::Options& options);
void draw_side_by_side(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                       const pack::Options& options);
void draw_values(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                 const pack::Options& options);

}  // namespace candor::screens
