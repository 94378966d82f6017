#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "base/path_search.h"
#include "base/scratch_folder.h"
#include "printing/printer.h"

namespace candor::printing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kServer = "/usr/sbin/cupsd";

/// A print spool of its own (cupsd) with one queue, "hall", whose printer is a folder: it prints
/// into the file "sheet", one document after the other, and while there is a file "empty" it is out
/// of paper.
class Cups {
  public:
    Cups() {
        fs::permissions(folder_.path(), fs::perms(0755));
        for (const char* name :
             {"root", "spool", "cache", "run", "log", "paper", "bin", "bin/backend", "bin/filter"})
            fs::create_directories(path(name));
        fs::permissions(path("paper"), fs::perms::all);
        fs::create_symlink("/usr/lib/cups/daemon", path("bin/daemon"));
        write_backend();
        write_settings();
        start();
    }
    ~Cups() {
        if (server_ <= 0) return;
        ::kill(server_, SIGTERM);
        ::waitpid(server_, nullptr, 0);
        ::unsetenv("CUPS_SERVER");
    }
    Cups(const Cups&) = delete;
    Cups& operator=(const Cups&) = delete;

    bool runs() const { return runs_; }
    int command(const std::string& words) const {
        return std::system(("( " + words + " ) >/dev/null 2>&1").c_str());
    }
    void take_paper_out() const { std::ofstream(path("paper/empty")) << "empty"; }
    void put_paper_in() const { fs::remove(path("paper/empty")); }
    /// What was printed, all documents behind each other.
    std::string sheet() const {
        std::ostringstream text;
        text << std::ifstream(path("paper/sheet")).rdbuf();
        return text.str();
    }
    std::string waiting() const {
        std::array<char, 256> line{};
        FILE* pipe = ::popen("lpstat -o hall", "r");
        std::string all;
        while (pipe != nullptr && std::fgets(line.data(), line.size(), pipe) != nullptr)
            all += line.data();
        if (pipe != nullptr) ::pclose(pipe);
        return all;
    }

  private:
    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }

    /// A backend says what is wrong with its printer as CUPS's own do (backend(7)).
    void write_backend() const {
        const std::string file = path("bin/backend/folder"), paper = path("paper");
        std::ofstream(file) << "#!/bin/sh\n[ $# -eq 0 ] && exit 0\ncd " << paper << " || exit 1\n"
                            << "if [ -e empty ]; then\n  echo 'STATE: +media-empty-error' >&2\n"
                            << "  while [ -e empty ]; do sleep 0.1; done\nfi\n"
                            << "echo 'STATE: -media-empty-error' >&2\n"
                            << "if [ $# -eq 6 ]; then cat \"$6\"; else cat; fi >> sheet\n";
        fs::permissions(file, fs::perms(0755));
    }
    void write_settings() const {
        std::ofstream(path("cupsd.conf"))
            << "Listen " << path("socket") << "\nDefaultAuthType None\nBrowsing No\n"
            << "WebInterface No\nLogLevel none\n<Location />\n  Allow all\n</Location>\n"
            << "<Location /admin>\n  Allow all\n</Location>\n<Policy default>\n  <Limit All>\n"
            << "    Order deny,allow\n  </Limit>\n</Policy>\n";
        std::ofstream(path("cups-files.conf"))
            << "ServerRoot " << path("root") << "\nServerBin " << path("bin") << "\nRequestRoot "
            << path("spool") << "\nCacheDir " << path("cache") << "\nStateDir " << path("run")
            << "\nAccessLog " << path("log/access") << "\nErrorLog " << path("log/error")
            << "\nPageLog " << path("log/page") << "\nSystemGroup root\n";
    }
    void start() {
        const std::string settings = path("cupsd.conf"), files = path("cups-files.conf");
        ::setenv("CUPS_SERVER", path("socket").c_str(), 1);
        server_ = ::fork();
        if (server_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::execl(kServer, kServer, "-f", "-c", settings.c_str(), "-s", files.c_str(), nullptr);
            ::_exit(127);
        }
        runs_ = has_queue();
    }
    /// Asks until the server answers. False: it ended, or does not come up.
    bool has_queue() const {
        const std::string make = "/usr/sbin/lpadmin -p hall -E -v folder:/ -m raw";
        for (int tries = 0; tries < 2000 && ::waitpid(server_, nullptr, WNOHANG) == 0; ++tries)
            if (command(make) == 0) return true;
        return false;
    }

    base::ScratchFolder folder_ = base::ScratchFolder::in_temp("candor-cups").value();
    pid_t server_ = -1;
    bool runs_ = false;
};

class RealCups : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (::access(kServer, X_OK) == 0 && !base::found_in_path("lp").empty()) cups_ = new Cups;
    }
    static void TearDownTestSuite() {
        delete cups_;
        cups_ = nullptr;
    }
    void SetUp() override {
        if (cups_ == nullptr) GTEST_SKIP() << "CUPS is not installed (cups-daemon, cups-client)";
        ASSERT_TRUE(cups_->runs());
    }

    Printing printed(const std::string& document, const std::string& queue = "hall") {
        Queue to;
        to.name = queue;
        Printing told = Printing::under_way;
        Printer printer(to, [] {});
        printer.print(document, [&](Printing outcome) { told = outcome; });
        printer.wait();
        printer.take_news();
        return told;
    }

    static inline Cups* cups_ = nullptr;
};

TEST_F(RealCups, page_is_printed_whole) {
    const std::string before = cups_->sheet(), page = "%PDF-1.5 one\n" + std::string(200'000, 'x');
    EXPECT_EQ(printed(page), Printing::done);
    EXPECT_EQ(cups_->sheet(), before + page);
    EXPECT_EQ(cups_->waiting(), "");
}

TEST_F(RealCups, queue_that_it_does_not_know_is_no_printer) {
    EXPECT_EQ(printed("%PDF-1.5 lost", "cellar"), Printing::no_printer);
}

TEST_F(RealCups, printer_without_paper_is_told_and_keeps_nothing) {
    const std::string before = cups_->sheet();
    cups_->take_paper_out();
    EXPECT_EQ(printed("%PDF-1.5 private"), Printing::paper_out);
    EXPECT_EQ(cups_->waiting(), "");
    cups_->put_paper_in();
    EXPECT_EQ(printed("%PDF-1.5 next"), Printing::done) << "what it said before is old";
    EXPECT_EQ(cups_->sheet(), before + "%PDF-1.5 next");
}

TEST_F(RealCups, stopped_queue_is_told_and_gets_nothing) {
    const std::string before = cups_->sheet();
    ASSERT_EQ(cups_->command("/usr/sbin/cupsdisable hall"), 0);
    EXPECT_EQ(printed("%PDF-1.5 private"), Printing::printer_off);
    ASSERT_EQ(cups_->command("/usr/sbin/cupsenable hall"), 0);
    EXPECT_EQ(cups_->waiting(), "");
    EXPECT_EQ(cups_->sheet(), before);
}

TEST_F(RealCups, queue_that_takes_nothing_is_told) {
    const base::StopSignal never;
    Queue hall;
    hall.name = "hall";
    EXPECT_TRUE(Spool(hall, never).takes_jobs());
    ASSERT_EQ(cups_->command("/usr/sbin/cupsreject hall"), 0);
    EXPECT_FALSE(Spool(hall, never).takes_jobs());
    EXPECT_EQ(printed("%PDF-1.5 refused"), Printing::failed);
    ASSERT_EQ(cups_->command("/usr/sbin/cupsaccept hall"), 0);
}

}  // namespace
}  // namespace candor::printing
