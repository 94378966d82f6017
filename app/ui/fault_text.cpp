#include "ui/fault_text.h"

namespace candor::ui {

std::string fault_text(const base::Fault& fault, const Strings& strings) {
    const std::string key = std::string("fault.") + base::name_of(fault.kind);
    return strings.has(key) ? strings(key) : strings("fault.other");
}

}  // namespace candor::ui
