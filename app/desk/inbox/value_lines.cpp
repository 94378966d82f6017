#include "desk/inbox/value_lines.h"

namespace candor::desk {
namespace {

/// "no-operation" of "choices/no-operation".
std::string without_pack(const std::string& id) { return id.substr(id.find('/') + 1); }

consult::StaffText value_line(const ui::Strings& strings, const consult::RequestValue& value) {
    const std::string known = "request.value." + without_pack(value.id);
    const std::string importance = "request.importance." + value.importance;
    std::string line = strings.has(known) ? strings(known) : value.title.text;
    const bool same = line == value.title.read();
    if (strings.has(importance)) line += ": " + strings(importance);
    return {line, same ? std::string() : value.title.read()};
}

}  // namespace

std::vector<consult::StaffText> value_lines(const ui::Strings& strings,
                                            const consult::OpenedRequest& opened) {
    std::vector<consult::StaffText> lines;
    for (const auto& value : opened.values) lines.push_back(value_line(strings, value));
    return lines;
}

}  // namespace candor::desk
