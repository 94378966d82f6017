#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "consult/store/queue.h"
#include "made_up.h"

// fill_inbox STATE-FOLDER PUBLIC-KEY-FILE COUNT: made-up requests, the last one a minute old.

int main(int argc, char** argv) {
    using namespace candor;
    if (argc != 4) {
        std::fprintf(stderr, "usage: fill_inbox STATE PUBLIC-KEY COUNT\n");
        return 2;
    }
    const auto key = consult::load_public_key(argv[2]);
    const auto queue =
        consult::Queue::open(std::string(argv[1]) + "/consult.db", consult::OpenMode::append);
    if (!key || !queue) {
        std::fprintf(stderr, "fill_inbox: %s\n",
                     (!key ? key.error() : queue.error()).detail.c_str());
        return 1;
    }
    const int count = std::atoi(argv[3]);
    const std::int64_t now = std::time(nullptr), noon = 1'795'608'000;
    for (int i = 0; i < count; ++i) {
        desk::MadeUp person = desk::person_of(i);
        person.authored = desk::minutes_before_noon((noon - now) / 60 + 1 + (count - 1 - i) * 47);
        const std::string id = desk::id_of(i);
        const auto stored = (*queue)->append(id, person.authored, key->fingerprint(),
                                             desk::sealed_request(person, id, *key));
        if (!stored) {
            std::fprintf(stderr, "fill_inbox: %s\n", stored.error().detail.c_str());
            return 1;
        }
    }
    return 0;
}
