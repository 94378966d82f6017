#pragma once
#include <iosfwd>
#include <string>

#include "base/finding.h"
#include "ctl/screening.h"

namespace candor::ctl {

/// A line each, errors first, then warnings, then advice, each in the order in which they were
/// found. Of warnings and advice of one kind the first, with the number of the others.
void print_findings(const base::Findings& findings, Tell tell, std::ostream& out);
/// "2 errors, 1 warning, 31 notes of advice"; "no errors" where there are none.
std::string numbers_of(const base::Findings& findings);

std::size_t count_of(const base::Findings& findings, base::Severity severity);

/// "1 error", "2 errors".
std::string counted(std::size_t count, const char* one, const char* several);

}  // namespace candor::ctl
