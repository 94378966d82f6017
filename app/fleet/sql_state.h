#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace candor::fleet {

/// What an SQLSTATE (PostgreSQL's appendix A) means for us.
base::FaultKind kind_of(std::string_view sql_state);

/// The unique key is taken: the row is there already.
bool is_taken(std::string_view sql_state);
/// This row will never fit; others may.
bool is_about_the_row(std::string_view sql_state);
/// The same transaction may succeed if it is run again.
bool is_worth_another_try(std::string_view sql_state);

/// "FATAL:  28P01: password …" as libpq says it verbosely: the SQLSTATE, or nothing.
std::string sql_state_in(std::string_view message);
/// The first line of such a message, without severity and SQLSTATE.
std::string first_line_of(std::string_view message);

}  // namespace candor::fleet
