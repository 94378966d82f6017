#include "ui/fault_text.h"

namespace candor::ui {

std::string fault_text(const base::Fault& fault, const Strings& strings, std::string_view prefix) {
    const std::string key = std::string(prefix) + base::name_of(fault.kind);
    return strings.has(key) ? strings(key) : strings(std::string(prefix) + "other");
}

}  // namespace candor::ui
