#include <unistd.h>

#include <cstring>

#include "consult/store/sqlite_inbox.h"
#include "fleet/postgres_inbox.h"

// usage: working_desk FILE|URL
// Does what a desk does to the first request of a consult.db or of a server, again and again until
// it is killed: moves it on, adds a note. To standard output a letter for each change that the
// inbox acknowledged.

namespace candor::fleet {
namespace {

using consult::Progress;

constexpr const char* kNow = "2027-01-15T09:00:00Z";

int work(consult::Inbox& inbox) {
    for (int turn = 0;; ++turn) {
        const auto rows = inbox.rows();
        if (!rows || rows->empty()) return 1;
        const auto& row = rows->front();
        const auto to = row.progress == Progress::called ? Progress::booked : Progress::called;
        const bool done =
            turn % 2 == 0
                ? inbox.set_progress(row.request.id, row.revision, to, "Ada", kNow).has_value()
                : inbox.add_note(row.request.id, {1, 2, 3}, "Ada", kNow).has_value();
        if (!done || ::write(STDOUT_FILENO, "a", 1) != 1) return 1;
    }
}

}  // namespace
}  // namespace candor::fleet

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const bool server = std::strncmp(argv[1], "postgresql://", 13) == 0;
    const auto inbox = server ? candor::fleet::open_postgres_inbox(argv[1])
                              : candor::consult::open_sqlite_inbox(argv[1]);
    return inbox ? candor::fleet::work(**inbox) : 1;
}
