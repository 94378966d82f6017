#include "fleet/sql_state.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace candor::fleet {
namespace {

using base::FaultKind;

constexpr std::size_t kLength = 5;

// The longest beginning that fits counts.
constexpr std::pair<std::string_view, FaultKind> kKinds[] = {
    {"08", FaultKind::unreachable},     // connection exception
    {"22", FaultKind::wrong_format},    // data exception
    {"23", FaultKind::wrong_format},    // integrity constraint violation
    {"25006", FaultKind::read_only},    // read-only transaction: a standby, say
    {"28", FaultKind::refused},         // login
    {"3D000", FaultKind::not_found},    // no such database
    {"3F000", FaultKind::unsupported},  // no such schema
    {"40", FaultKind::locked},          // serialisation, deadlock
    {"42501", FaultKind::refused},      // privilege
    {"42703", FaultKind::unsupported},  // no such column
    {"42P01", FaultKind::unsupported},  // no such table
    {"53", FaultKind::unreachable},     // too many connections, out of memory
    {"53100", FaultKind::disk_full},    //
    {"54", FaultKind::wrong_format},    // program limit
    {"55", FaultKind::locked},          // lock not available
    {"57", FaultKind::unreachable},     // shut down, or not up yet
    {"58", FaultKind::unreachable},     // the server's disk or system
    {"XX001", FaultKind::damaged},      // data corrupted
    {"XX002", FaultKind::damaged},      // index corrupted
};

bool is_state(std::string_view text) {
    return text.size() == kLength && std::all_of(text.begin(), text.end(), [](unsigned char c) {
               return std::isdigit(c) != 0 || std::isupper(c) != 0;
           });
}

}  // namespace

base::FaultKind kind_of(std::string_view sql_state) {
    std::size_t longest = 0;
    FaultKind kind = FaultKind::internal;
    for (const auto& [beginning, each] : kKinds)
        if (sql_state.starts_with(beginning) && beginning.size() > longest) {
            longest = beginning.size();
            kind = each;
        }
    return kind;
}

bool is_taken(std::string_view sql_state) { return sql_state == "23505"; }

bool is_about_the_row(std::string_view sql_state) {
    return (sql_state.starts_with("22") || sql_state.starts_with("23") ||
            sql_state.starts_with("54")) &&
           !is_taken(sql_state);
}

bool is_worth_another_try(std::string_view sql_state) {
    return sql_state.starts_with("40") || is_taken(sql_state);
}

std::string sql_state_in(std::string_view message) {
    for (std::size_t at = message.find(":  "); at != std::string_view::npos;
         at = message.find(":  ", at + 1)) {
        const auto candidate = message.substr(at + 3, kLength);
        if (is_state(candidate) && message.substr(at + 3 + kLength, 2) == ": ")
            return std::string(candidate);
    }
    return {};
}

std::string first_line_of(std::string_view message) {
    if (const auto state = sql_state_in(message); !state.empty())
        message.remove_prefix(message.find(state + ": ") + kLength + 2);
    return std::string(message.substr(0, message.find('\n')));
}

}  // namespace candor::fleet
