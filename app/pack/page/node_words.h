#pragma once
#include "pack/page/markdown.h"

namespace candor::pack {

/// The settled words of a heading, paragraph, item or cell, taken out of it. A picture among them
/// is an error.
RichText words_of(MarkdownNode& node, Report& report);

/// A list with those inside it. What is no words in it is an error.
List list_of(MarkdownNode& node, Report& report);

/// An error: where it stands (“a list”) there can be words alone.
void refuse_inside(const MarkdownNode& node, const char* where, Report& report);

}  // namespace candor::pack
