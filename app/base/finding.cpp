#include "base/finding.h"

#include <algorithm>

namespace candor::base {

const char* name_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::advice:
            return "advice";
    }
    return "error";
}

std::string to_line(const Finding& finding) {
    std::string out = finding.file;
    if (finding.line > 0) out += ":" + std::to_string(finding.line);
    out += ": ";
    out += name_of(finding.severity);
    out += " [" + finding.code + "] " + finding.message;
    if (!finding.remedy.empty()) out += " " + finding.remedy;
    // Names of files and words of authors may hold line breaks, and orders to a terminal.
    std::replace_if(
        out.begin(), out.end(), [](unsigned char c) { return c < ' '; }, ' ');
    return out;
}

bool has_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::error; });
}

}  // namespace candor::base
