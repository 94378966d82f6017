#include "screening/model/unit_print.h"

#include <algorithm>
#include <array>
#include <utility>

namespace candor::screening {
namespace {

using Print = std::pair<std::string_view, std::string_view>;

/// UCUM's print symbols, where they differ from the code.
constexpr std::array kPrints{
    Print{"[in_i]", "in"},      Print{"[in_us]", "in"},    Print{"[ft_i]", "ft"},
    Print{"[ft_us]", "ft"},     Print{"[yd_i]", "yd"},     Print{"[mi_i]", "mi"},
    Print{"[lb_av]", "lb"},     Print{"[oz_av]", "oz"},    Print{"[stone_av]", "st"},
    Print{"[degF]", "°F"},      Print{"Cel", "°C"},        Print{"deg", "°"},
    Print{"[IU]", "IU"},        Print{"[iU]", "IU"},       Print{"[Cal]", "kcal"},
    Print{"[foz_us]", "fl oz"}, Print{"[cup_us]", "cup"},  Print{"[tsp_us]", "tsp"},
    Print{"[tbs_us]", "tbsp"},  Print{"[pt_us]", "pt"},    Print{"[gal_us]", "gal"},
    Print{"[drp]", "drops"},    Print{"[pH]", "pH"},       Print{"m[H2O]", "mH₂O"},
    Print{"mm[Hg]", "mmHg"},    Print{"cm[H2O]", "cmH₂O"}, Print{"10*3", "10³"},
    Print{"10*6", "10⁶"},       Print{"10*9", "10⁹"},      Print{"10*12", "10¹²"},
    Print{"Ohm", "Ω"},          Print{"[dr_av]", "dr"}};

/// One factor, as in "m2" of "kg/m2".
std::string print_of_factor(std::string_view factor) {
    const auto found = std::find_if(kPrints.begin(), kPrints.end(),
                                    [&](const Print& print) { return print.first == factor; });
    if (found != kPrints.end()) return std::string(found->second);
    std::string out(factor);
    if (out.starts_with("u") && out.size() > 1) out = "µ" + out.substr(1);
    if (out.size() > 1 && (out.back() == '2' || out.back() == '3') &&
        std::string_view("mL").find(out[out.size() - 2]) != std::string_view::npos)
        out = out.substr(0, out.size() - 1) + (out.back() == '2' ? "²" : "³");
    return out;
}

}  // namespace

std::string print_form(std::string_view ucum) {
    if (ucum.size() > 2 && ucum.front() == '{' && ucum.back() == '}')
        return std::string(ucum.substr(1, ucum.size() - 2));
    std::string out, factor;
    bool in_note = false;
    for (const char c : ucum) {
        if (c == '{') in_note = true;
        const bool ends = !in_note && (c == '/' || c == '.');
        if (!ends && !in_note) factor += c;
        if (c == '}') in_note = false;
        if (!ends) continue;
        out += print_of_factor(std::exchange(factor, {})) + (c == '/' ? "/" : "·");
    }
    out += print_of_factor(factor);
    return out.empty() ? std::string(ucum) : out;
}

}  // namespace candor::screening
