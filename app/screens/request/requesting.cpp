#include "screens/request/requesting.h"

namespace candor::screens {

bool Requesting::holds_something() const {
    return !form.first_name.empty() || !form.phone.empty() || !form.email.empty() ||
           !form.own_words.empty();
}

void Requesting::erase() {
    form.clear();
    *this = {};
}

}  // namespace candor::screens
