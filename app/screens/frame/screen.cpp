#include "screens/frame/screen.h"

namespace candor::screens {

const char* name_of(Screen screen) {
    switch (screen) {
        case Screen::attract:
            return "attract";
        case Screen::home:
            return "home";
        case Screen::reader:
            return "reader";
        case Screen::search:
            return "search";
        case Screen::self_check:
            return "self-check";
        case Screen::guidance:
            return "guidance";
        case Screen::request:
            return "request";
        case Screen::confirmation:
            return "confirmation";
        case Screen::staff:
            return "staff";
        case Screen::out_of_order:
            return "out-of-order";
    }
    return "out-of-order";
}

const char* name_of(SheetKind sheet) {
    switch (sheet) {
        case SheetKind::none:
            return "";
        case SheetKind::term:
            return "term";
        case SheetKind::source:
            return "source";
        case SheetKind::ask_staff:
            return "ask-staff";
        case SheetKind::questions:
            return "questions";
        case SheetKind::language:
            return "language";
        case SheetKind::text_size:
            return "text-size";
        case SheetKind::finish:
            return "finish";
        case SheetKind::still_here:
            return "still-here";
        case SheetKind::about_pack:
            return "about-pack";
        case SheetKind::for_the_doctor:
            return "for-the-doctor";
        case SheetKind::take_home:
            return "take-home";
        case SheetKind::stop_check:
            return "stop-check";
    }
    return "";
}

}  // namespace candor::screens
