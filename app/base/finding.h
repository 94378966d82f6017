#pragma once
#include <string>
#include <vector>

namespace candor::base {

enum class Severity { error, warning, advice };

/// One thing that is wrong with content: where, a stable code ("missing-alt"), what is wrong and
/// how to mend it, in words for staff. Checks collect all of them and never stop at the first.
struct Finding {
    std::string file;  ///< as the author sees it, relative to the pack's folder
    int line = 0;      ///< 1-based; 0: the file as a whole
    Severity severity = Severity::error;
    std::string code;
    std::string message;
    std::string remedy;
};

using Findings = std::vector<Finding>;

/// "error", "warning" or "advice".
const char* name_of(Severity severity);
/// "file:line: error [code] message remedy", one line without a newline.
std::string to_line(const Finding& finding);
bool has_error(const Findings& findings);

}  // namespace candor::base
