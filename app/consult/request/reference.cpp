#include "consult/request/reference.h"

#include <sodium.h>

namespace candor::consult {
namespace {

constexpr std::size_t kLength = 7;
constexpr unsigned kBase = kReferenceAlphabet.size();
static_assert(kBase == 23, "the check below needs a prime");
// A primitive root of 23: its first seven powers differ and none is zero, so one wrong character
// or two swapped ones always change the sum.
constexpr unsigned kRoot = 5;

/// Sum of place values, weighted; zero for a whole reference that is right.
unsigned weighted_sum(std::string_view characters) {
    unsigned sum = 0, weight = 1;
    for (const char c : characters) {
        weight = weight * kRoot % kBase;
        sum += weight * static_cast<unsigned>(kReferenceAlphabet.find(c));
    }
    return sum % kBase;
}

char check_character(std::string_view six) {
    for (const char c : kReferenceAlphabet)
        if (weighted_sum(std::string(six) + c) == 0) return c;
    return '?';
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string new_reference() {
    std::string reference;
    while (reference.size() + 1 < kLength)
        reference += kReferenceAlphabet[randombytes_uniform(kBase)];
    return reference + check_character(reference);
}

std::optional<std::string> normalise_reference(std::string_view typed) {
    std::string reference;
    for (const char c : typed) {
        if (c == ' ' || c == '-') continue;
        if (kReferenceAlphabet.find(upper(c)) == std::string_view::npos) return std::nullopt;
        if (reference.size() == kLength) return std::nullopt;
        reference += upper(c);
    }
    if (reference.size() != kLength || weighted_sum(reference) != 0) return std::nullopt;
    return reference;
}

std::string display_reference(std::string_view reference) {
    std::string shown;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        if (i > 0 && i % 3 == 0) shown += '-';
        shown += reference[i];
    }
    return shown;
}

}  // namespace candor::consult
