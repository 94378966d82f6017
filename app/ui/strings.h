#pragma once
#include "language/strings.h"

namespace candor::ui {

/// The words of the screens, in one language.
using language::Strings;

}  // namespace candor::ui
