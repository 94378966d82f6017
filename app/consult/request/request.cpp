#include "consult/request/request.h"

#include <sodium.h>

#include "consult/request/uuid.h"

namespace candor::consult {

const char* name_of(BestTime time) {
    switch (time) {
        case BestTime::unsaid:
            return "";
        case BestTime::morning:
            return "morning";
        case BestTime::afternoon:
            return "afternoon";
        case BestTime::evening:
            return "evening";
    }
    return "";
}

void ContactForm::clear() {
    first_name.clear();
    phone.clear();
    email.clear();
    own_words.clear();
    best_time = BestTime::unsaid;
    language.clear();
    send_answers = send_questions = send_topics = send_values = agreed = false;
}

std::string new_request_id() {
    UuidBytes bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return uuid_text(bytes, 4);
}

}  // namespace candor::consult
