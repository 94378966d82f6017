#include "screens/request/requesting.h"

#include <algorithm>

namespace candor::screens {

bool Requesting::holds_something() const {
    return !form.first_name.empty() || !form.phone.empty() || !form.email.empty() ||
           !form.own_words.empty();
}

Field told_at(consult::FormProblem problem) {
    switch (problem) {
        case consult::FormProblem::first_name_missing:
            return Field::first_name;
        case consult::FormProblem::contact_missing:
        case consult::FormProblem::phone_odd:
            return Field::phone;
        case consult::FormProblem::email_odd:
            return Field::email;
        case consult::FormProblem::agreement_missing:
            break;
    }
    return Field::none;
}

void Requesting::keep_unmended(Field of) {
    if (sending.problems.empty()) return;
    const auto now = consult::check(form);
    std::erase_if(sending.problems, [&](consult::FormProblem problem) {
        const bool asked = of == Field::none || told_at(problem) == of;
        return asked && std::find(now.begin(), now.end(), problem) == now.end();
    });
}

void Requesting::erase() {
    form.clear();
    *this = {};
}

}  // namespace candor::screens
