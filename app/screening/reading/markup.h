#pragma once
#include <string>
#include <string_view>

namespace candor::screening {

/// A text without the marks that some authors put into it: **bold**, *bold*, __bold__, `code`,
/// [words](address), # at its start, <b> and other HTML tags, &nbsp; and other references. Text
/// without any comes back as it is.
std::string without_markup(std::string_view text);

/// What Markdown's own reader may be given of such a text: the marks stay, tags go, links are their
/// words, and any other "<" is a letter.
std::string as_markdown(std::string_view text);

/// Does it hold HTML tags or links, which as_markdown() takes away?
bool has_tags_or_links(std::string_view text);

/// A text whose line ends are meant, as Markdown that keeps them.
std::string with_hard_breaks(std::string_view text);

}  // namespace candor::screening
