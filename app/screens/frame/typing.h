#pragma once
#include <cstddef>

#include "ui/keyboard.h"

namespace candor::screens {

enum class Field {
    none,
    first_name,
    phone,
    email,
    own_words,
    search,
    answer,
    answer_filter,
    staff_code
};

/// Where keys go. What they type lies in the part of the visit that the field belongs to.
struct Typing {
    Field field = Field::none;
    std::size_t caret = 0;  ///< in bytes
    ui::KeyboardState keyboard;

    /// No field takes keys any more.
    void put_away();
};

}  // namespace candor::screens
