#include "desk/printer.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/files.h"
#include "base/secret_string.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

std::string found_in_path(const std::string& name) {
    if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0 ? name : "";
    const char* path = std::getenv("PATH");
    std::string rest = path != nullptr ? path : "/usr/bin:/bin";
    for (std::size_t at = 0; at <= rest.size();) {
        const std::size_t end = std::min(rest.find(':', at), rest.size());
        const std::string file = rest.substr(at, end - at) + "/" + name;
        if (::access(file.c_str(), X_OK) == 0) return file;
        at = end + 1;
    }
    return {};
}

/// A folder that only this user can enter; gone with its content at the end.
class PrivateFolder {
  public:
    PrivateFolder() {
        const char* runtime = std::getenv("XDG_RUNTIME_DIR");
        const fs::path root =
            runtime != nullptr && *runtime != '\0' ? fs::path(runtime) : fs::temp_directory_path();
        std::string name = (root / "candor-print-XXXXXX").string();
        if (::mkdtemp(name.data()) != nullptr) path_ = name;
    }
    ~PrivateFolder() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

bool run(const std::string& program, const std::string& file) {
    std::string words[] = {program, "-s", "--", file};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                         nullptr};
    pid_t child = 0;
    if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments, environ) != 0)
        return false;
    int status = 0;
    if (::waitpid(child, &status, 0) != child) return false;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool print_now(const std::string& program, const std::string& pdf) {
    const PrivateFolder folder;
    const fs::path file = folder.path() / "request.pdf";
    return !folder.path().empty() &&
           base::write_file_atomically(file, pdf, base::Privacy::owner_only).has_value() &&
           run(program, file.string());
}

}  // namespace

Printer::Printer(const std::string& lp, Worker::Call on_news)
    : program_(found_in_path(lp)), worker_(std::move(on_news)) {}

void Printer::print(std::string pdf, Done done) {
    const auto bytes = std::make_shared<std::string>(std::move(pdf));
    worker_.add(Worker::Place::last, [this, bytes, done = std::move(done)] {
        const Printing outcome = program_.empty()              ? Printing::no_printer
                                 : print_now(program_, *bytes) ? Printing::done
                                                               : Printing::failed;
        base::wipe(*bytes);
        worker_.tell([done, outcome] { done(outcome); });
    });
}

}  // namespace candor::desk
