#pragma once
#include <string>

namespace candor::screens {

enum class Screen {
    attract,
    home,
    reader,
    search,
    self_check,
    guidance,
    request,
    confirmation,
    staff,
    out_of_order
};
/// The contract's name of a screen ("self-check").
const char* name_of(Screen screen);

enum class SheetKind {
    none,
    term,
    source,
    ask_staff,
    questions,
    language,
    text_size,
    finish,
    still_here,
    about_pack,
    for_the_doctor,  ///< what the answers say that a doctor should hear
    take_home,
    stop_check,  ///< before the answers are erased
};
/// The contract's name of a sheet ("still-here"); empty for none.
const char* name_of(SheetKind sheet);

struct Sheet {
    SheetKind kind = SheetKind::none;
    std::string pack, id;  ///< of a term or source
};

}  // namespace candor::screens
