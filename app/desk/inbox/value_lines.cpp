#include "desk/inbox/value_lines.h"

namespace candor::desk {
namespace {

/// "no-operation" of "choices/no-operation".
std::string without_pack(const std::string& id) { return id.substr(id.find('/') + 1); }

std::string value_line(const ui::Strings& strings, const consult::RequestValue& value) {
    const std::string known = "request.value." + without_pack(value.id);
    const std::string importance = "request.importance." + value.importance;
    std::string line = strings.has(known) ? strings(known) : value.title;
    if (strings.has(importance)) line += ": " + strings(importance);
    if (strings.has(known) && !value.title.empty()) line += " (“" + value.title + "”)";
    return line;
}

}  // namespace

std::vector<std::string> value_lines(const ui::Strings& strings,
                                     const consult::OpenedRequest& opened) {
    std::vector<std::string> lines;
    for (const auto& value : opened.values) lines.push_back(value_line(strings, value));
    return lines;
}

}  // namespace candor::desk
