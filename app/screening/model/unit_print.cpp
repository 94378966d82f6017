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

/// Units that "u" makes a millionth of; "units" and "unit" are words.
constexpr std::array<std::string_view, 18> kOfMicro{"g",  "L",   "l",  "m",  "s",    "mol",
                                                    "U",  "kat", "A",  "V",  "W",    "J",
                                                    "Pa", "Ci",  "Gy", "Sv", "[IU]", "[iU]"};

/// One factor, as in "m2" of "kg/m2".
std::string print_of_factor(std::string_view factor) {
    const auto found = std::find_if(kPrints.begin(), kPrints.end(),
                                    [&](const Print& print) { return print.first == factor; });
    if (found != kPrints.end()) return std::string(found->second);
    const bool micro = factor.starts_with('u') && std::find(kOfMicro.begin(), kOfMicro.end(),
                                                            factor.substr(1)) != kOfMicro.end();
    if (micro) return "µ" + print_of_factor(factor.substr(1));
    std::string out(factor);
    if (out.size() > 1 && (out.back() == '2' || out.back() == '3') &&
        std::string_view("mL").find(out[out.size() - 2]) != std::string_view::npos)
        out = out.substr(0, out.size() - 1) + (out.back() == '2' ? "²" : "³");
    return out;
}

/// A factor with its note, which alone is the factor: "{beats}".
std::string print_of_noted(std::string_view factor) {
    const auto note = factor.find('{');
    if (note == std::string_view::npos) return print_of_factor(factor);
    if (note > 0) return print_of_factor(factor.substr(0, note));
    return std::string(factor.substr(1, std::min(factor.find('}'), factor.size()) - 1));
}

}  // namespace

std::string print_form(std::string_view ucum) {
    std::string out;
    std::size_t from = 0;
    bool in_note = false;
    for (std::size_t i = 0; i <= ucum.size(); ++i) {
        const char c = i < ucum.size() ? ucum[i] : '/';
        in_note = i < ucum.size() && (c == '{' || (in_note && c != '}'));
        if (in_note || (c != '/' && c != '.')) continue;
        out += print_of_noted(ucum.substr(from, i - from));
        if (i < ucum.size()) out += c == '/' ? "/" : "·";
        from = i + 1;
    }
    return out.empty() ? std::string(ucum) : out;
}

std::string unit_words(std::string_view name, std::string_view code) {
    const bool is_code = name == code || name.find_first_of("[{") != std::string_view::npos;
    if (name.empty()) return print_form(code);
    return is_code ? print_form(name) : std::string(name);
}

}  // namespace candor::screening
