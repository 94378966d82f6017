#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "base/clock.h"
#include "consult/keys/seal.h"
#include "consult/request/note.h"
#include "consult/store/queue.h"
#include "consult/store/sqlite_inbox.h"
#include "made_up.h"

// fill_inbox STATE-FOLDER PUBLIC-KEY-FILE COUNT: made-up requests, the last one a minute old; some
// of them were called in vain.

namespace {

using namespace candor;

/// Of each five requests, the second was called once, and the third twice.
base::Result<void> call_in_vain(consult::Inbox& inbox, const consult::PublicKey& key, int number) {
    const int times = number % 5 == 1 ? 1 : number % 5 == 2 ? 2 : 0;
    const auto note = consult::sealable({consult::NoteKind::no_answer});
    for (int i = 0; i < times; ++i)
        TRY(inbox.add_note(desk::id_of(number),
                           consult::seal(note.view(), key, consult::kLeastNoteBytes), "Ada",
                           base::utc_now()));
    return {};
}

}  // namespace

int main(int argc, char** argv) {
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
    const auto inbox = consult::open_sqlite_inbox(std::string(argv[1]) + "/consult.db");
    for (int i = 0; inbox && i < count; ++i)
        if (const auto called = call_in_vain(**inbox, *key, i); !called) {
            std::fprintf(stderr, "fill_inbox: %s\n", called.error().detail.c_str());
            return 1;
        }
    return inbox ? 0 : 1;
}
