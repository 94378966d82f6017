#include "screening/reading/shipped_value_sets.h"

#include <array>
#include <string>
#include <utility>

namespace candor::screening {
namespace {

/// The line that begins so and goes on with this url; each line of the file begins with its kind
/// and its url.
std::string_view line_of(std::string_view kind, std::string_view url) {
    const std::string head =
        "{\"resourceType\":\"" + std::string(kind) + "\",\"url\":\"" + std::string(url) + "\"";
    const std::string_view all = shipped_value_sets();
    for (std::size_t at = all.find(head); at != std::string_view::npos;
         at = all.find(head, at + 1)) {
        if (at > 0 && all[at - 1] != '\n') continue;
        return all.substr(at, all.find('\n', at) - at);
    }
    return {};
}

constexpr std::string_view kCore = "http://hl7.org/fhir/ValueSet/";
constexpr std::string_view kTerminology = "http://terminology.hl7.org/ValueSet/";
constexpr std::string_view kAnswerLists = "http://loinc.org/vs/";

/// Where a set is named, and where else it has its home.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOtherHomes{
    {{kCore, kTerminology},
     {kTerminology, kCore},
     {"http://details.loinc.org/AnswerList/", kAnswerLists},
     {"http://hl7.org/fhir/us/sdc/ValueSet/", kAnswerLists}}};

}  // namespace

// The same set has had its home in the core specification and at terminology.hl7.org, and an answer
// list of LOINC's in guides that needed it before LOINC gave it one.
std::string_view shipped_value_set(std::string_view url) {
    if (url.find_first_of("\"\\\n") != std::string_view::npos) return {};
    std::string wanted(url);
    if (wanted.starts_with("https://")) wanted.erase(4, 1);
    if (const auto found = line_of("ValueSet", wanted); !found.empty()) return found;
    for (const auto& [home, other] : kOtherHomes) {
        if (!wanted.starts_with(home)) continue;
        const auto there = std::string(other) + wanted.substr(home.size());
        if (const auto found = line_of("ValueSet", there); !found.empty()) return found;
    }
    return {};
}

std::string_view shipped_set_of_system(std::string_view system) {
    if (system.find_first_of("\"\\\n") != std::string_view::npos) return {};
    const std::string_view line = line_of("CodeSystem", system);
    constexpr std::string_view kKey = "\"valueSet\":\"";
    const auto at = line.find(kKey);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = line.substr(at + kKey.size());
    return rest.substr(0, rest.find('"'));
}

}  // namespace candor::screening
