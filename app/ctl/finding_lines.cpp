#include "ctl/finding_lines.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <vector>

namespace candor::ctl {
namespace {

using base::Severity;

/// What a finding says, whatever item it says it of.
std::string kind_of(const base::Finding& finding) {
    std::string message = finding.message;
    if (message.starts_with("Item \""))
        if (const auto end = message.find("\": "); end != std::string::npos)
            message = message.substr(end + 3);
    return finding.code + '\n' + message + '\n' + finding.remedy;
}

void print_of(const base::Findings& findings, Severity severity, Tell tell, std::ostream& out) {
    const bool each = tell == Tell::all || severity == Severity::error;
    std::map<std::string, std::size_t> like;
    for (const auto& finding : findings)
        if (finding.severity == severity) ++like[kind_of(finding)];
    for (const auto& finding : findings) {
        if (finding.severity != severity) continue;
        std::size_t& left = like[kind_of(finding)];
        if (!each && left == 0) continue;
        out << base::to_line(finding);
        if (!each && left > 1) out << " (" << left - 1 << " more like this; --all shows them)";
        out << '\n';
        left = 0;
    }
}

}  // namespace

std::size_t count_of(const base::Findings& findings, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const auto& finding) { return finding.severity == severity; }));
}

std::string counted(std::size_t count, const char* one, const char* several) {
    return std::to_string(count) + " " + (count == 1 ? one : several);
}

void print_findings(const base::Findings& findings, Tell tell, std::ostream& out) {
    for (const Severity severity : {Severity::error, Severity::warning, Severity::advice})
        print_of(findings, severity, tell, out);
}

std::string numbers_of(const base::Findings& findings) {
    const std::size_t errors = count_of(findings, Severity::error);
    const std::size_t warnings = count_of(findings, Severity::warning);
    const std::size_t advice = count_of(findings, Severity::advice);
    std::string out = errors == 0 ? "no errors" : counted(errors, "error", "errors");
    if (warnings > 0) out += ", " + counted(warnings, "warning", "warnings");
    if (advice > 0) out += ", " + counted(advice, "piece of advice", "pieces of advice");
    return out;
}

}  // namespace candor::ctl
