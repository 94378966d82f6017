#include <algorithm>

#include "base/letter_case.h"
#include "consult/request/plain_text.h"
#include "consult/request/request.h"

namespace candor::consult {
namespace {

/// A copy of what was typed; wiped.
struct Copy {
    explicit Copy(std::string value) : text(std::move(value)) {}
    ~Copy() { base::wipe(text); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    std::string text;
};

constexpr std::string_view kSeparators[] = {
    " ", "-", ".", "/", "(", ")", "\u00A0", "\u2010", "\u2011", "\u2012", "\u2013", "\u202F"};

bool skip_separator(std::string_view& rest) {
    for (const auto separator : kSeparators) {
        if (!rest.starts_with(separator)) continue;
        rest.remove_prefix(separator.size());
        return true;
    }
    return false;
}

/// What people put between a number and its extension.
constexpr std::string_view kExtensions[] = {
    ",",     ";",       "#",   "*",         "extension", "extensión",   "ext",
    "x",     "dahili",  "dah", "durchwahl", "dw",        "nebenstelle", "nst",
    "anexo", "interno", "int", "poste",     "داخلي",     "تحويلة",      "فرعي"};

bool skip_extension_word(std::string_view& rest) {
    for (const auto word : kExtensions) {
        if (!rest.starts_with(word)) continue;
        rest.remove_prefix(word.size());
        return true;
    }
    return false;
}

/// Bytes of the number before "ext. 12", ", 12" or "#12"; all of it, where none follows. `lower` is
/// in small letters.
std::size_t end_of_number(std::string_view lower) {
    constexpr std::size_t kMostDigits = 8;
    for (std::size_t at = 0; at < lower.size(); ++at) {
        std::string_view rest = lower.substr(at);
        if (!skip_extension_word(rest)) continue;
        while (skip_extension_word(rest) || skip_separator(rest) || rest.starts_with(':'))
            if (rest.starts_with(':')) rest.remove_prefix(1);
        const bool digits = !rest.empty() && rest.size() <= kMostDigits &&
                            rest.find_first_not_of("0123456789") == std::string_view::npos;
        return digits ? at : lower.size();
    }
    return lower.size();
}

bool is_phone(std::string_view typed) {
    const Copy number(dialable(typed));
    const Copy lower(base::lower_case(number.text));
    std::string_view rest = lower.text;
    rest = rest.substr(0, end_of_number(rest));
    std::string digits;
    digits.reserve(number.text.size());
    bool plus = false;
    while (!rest.empty()) {
        if (skip_separator(rest)) continue;
        const char c = rest.front();
        rest.remove_prefix(1);
        if (c == '+' && !plus && digits.empty())
            plus = true;
        else if (c >= '0' && c <= '9')
            digits += c;
        else
            return false;
    }
    const bool zeros = !plus && digits.starts_with("00");
    const std::size_t count = digits.size() - (zeros ? 2 : 0);
    // No country code begins with a zero.
    const bool country_odd =
        (plus && digits.starts_with("0")) || (zeros && digits.starts_with("000"));
    base::wipe(digits);
    return !country_odd && count >= 6 && count <= 15;
}

bool is_domain(std::string_view domain) {
    std::size_t labels = 0;
    while (true) {
        const std::size_t dot = domain.find('.');
        const auto label = domain.substr(0, dot);
        if (label.empty() || label.front() == '-' || label.back() == '-') return false;
        ++labels;
        if (dot == std::string_view::npos) return labels >= 2 && label.size() >= 2;
        domain.remove_prefix(dot + 1);
    }
}

bool is_email(std::string_view typed) {
    constexpr std::string_view kNever = " \t\n\"(),:;<>[]\\/";
    const Copy address(plain_text(typed));
    const std::string_view text = address.text;
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > 254) return false;
    if (text.find_first_of(kNever) != std::string_view::npos) return false;
    if (text.find("\u00A0") != std::string_view::npos) return false;
    const auto local = text.substr(0, at), domain = text.substr(at + 1);
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos)
        return false;
    return domain.find('@') == std::string_view::npos && is_domain(domain);
}

bool is_blank(const base::SecretString& typed) {
    return Copy(plain_text(typed.view())).text.empty();
}

}  // namespace

std::vector<FormProblem> check(const ContactForm& form) {
    std::vector<FormProblem> problems;
    const bool phone = !is_blank(form.phone), email = !is_blank(form.email);
    if (is_blank(form.first_name)) problems.push_back(FormProblem::first_name_missing);
    if (!phone && !email) problems.push_back(FormProblem::contact_missing);
    if (phone && !is_phone(form.phone.view())) problems.push_back(FormProblem::phone_odd);
    if (email && !is_email(form.email.view())) problems.push_back(FormProblem::email_odd);
    if (!form.agreed) problems.push_back(FormProblem::agreement_missing);
    return problems;
}

}  // namespace candor::consult
