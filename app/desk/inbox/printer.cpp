#include "desk/inbox/printer.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"
#include "base/path_search.h"
#include "base/secret_string.h"
#include "desk/inbox/spool.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

bool is_own_folder(const fs::path& path) {
    struct stat info {};
    return ::lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
}

/// An older desk handed documents over as files; one that was killed meanwhile left them.
void remove_documents_in(const fs::path& folder) {
    const auto entries = base::entries_of(folder);
    if (!entries) return;
    std::error_code ignored;
    for (const base::FolderEntry& entry : *entries)
        if (entry.name().starts_with("candor-print-") && is_own_folder(entry.path()))
            fs::remove_all(entry.path(), ignored);
}

void remove_old_documents() {
    std::error_code ignored;
    if (const char* runtime = std::getenv("XDG_RUNTIME_DIR")) remove_documents_in(runtime);
    remove_documents_in(fs::temp_directory_path(ignored));
}

}  // namespace

Printer::Printer(const std::string& lp, Worker::Call on_news, std::chrono::milliseconds patience)
    : program_(base::found_in_path(lp)), patience_(patience), worker_(std::move(on_news)) {
    worker_.add(Worker::Place::last, remove_old_documents);
}

Printer::~Printer() { stop_.raise(); }

void Printer::print(std::string pdf, Done done) {
    const auto bytes = std::make_shared<std::string>(std::move(pdf));
    const auto tell = [this, done = std::move(done)](Printing outcome) {
        worker_.tell([done, outcome] { done(outcome); });
    };
    const auto work = [this, bytes, tell] {
        const std::int64_t deadline_ms = base::monotonic_ms() + patience_.count();
        const Printing outcome = program_.empty() ? Printing::no_printer
                                 : hand_to_spool(program_, *bytes, stop_, deadline_ms)
                                     ? Printing::done
                                     : Printing::failed;
        base::wipe(*bytes);
        tell(outcome);
    };
    worker_.add(Worker::Place::last, work, [bytes, tell](const base::Fault& fault) {
        base::wipe(*bytes);
        base::log(fault);
        tell(Printing::failed);
    });
}

}  // namespace candor::desk
