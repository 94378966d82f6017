#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "../../text/pdf_text.h"
#include "desk_in_memory.h"

// A request on its way to paper: a stand-in for `lp` keeps what it was handed.

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using text::pdf_text;
using ui::Role;

std::string text_of(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

class PrintingDesk : public testing::Test {
  protected:
    void SetUp() override {
        fs::create_directory(runtime());
        ::setenv("XDG_RUNTIME_DIR", runtime().c_str(), 1);
        MadeUp elif;
        elif.email = "elif@example.org";
        elif.questions = {"Which exact method do you use?"};
        clinic.receives(elif);
        clinic.receives("Jonas");
    }
    void TearDown() override { ::unsetenv("XDG_RUNTIME_DIR"); }

    fs::path runtime() const { return clinic.folder() / "runtime"; }
    fs::path kept(const char* name) const { return clinic.folder() / name; }
    /// A stand-in for lp that does as the commands say.
    std::string program(const std::string& commands) const {
        const fs::path file = kept("lp");
        std::ofstream(file) << "#!/bin/sh\n" << commands << "\n";
        fs::permissions(file, fs::perms::owner_all);
        return file.string();
    }
    /// Keeps the document, and what it was asked to do.
    std::string spool(const std::string& ending = "exit 0") const {
        return program("echo \"$@\" > " + kept("words").string() + "\ncat > " +
                       kept("pdf").string() + "\n" + ending);
    }
    void starts(const std::string& lp, const std::string& language = "en") {
        Options options;
        options.lp = lp;
        at = std::make_unique<DeskInMemory>(clinic, "Ada", language, 1366, 768, options);
        at->unlocks();
        at->clicks(Role::listitem, "Elif");
    }
    void prints() { at->clicks(Role::button, (*at->state().strings)("request.print")); }

    Clinic clinic;
    std::unique_ptr<DeskInMemory> at;
};

TEST_F(PrintingDesk, spool_gets_a_real_PDF_of_the_request) {
    starts(spool());
    prints();
    EXPECT_TRUE(at->reads("Handed to the printer.")) << at->text();
    const std::string text = pdf_text(kept("pdf"));
    EXPECT_EQ(text.substr(0, text.find('\n')), "1");
    for (const char* words : {"Elif", "+90 532 415 50 00", "elif@example.org",
                              "Which exact method do you use?", "Thinner at the temples", "35–44",
                              "I agree that the clinic may contact me about this", "Confidential"})
        EXPECT_NE(text.find(without_blanks(words)), std::string::npos) << words << "\n" << text;
    EXPECT_EQ(text.find("Jonas"), std::string::npos);
}

TEST_F(PrintingDesk, long_request_goes_on_over_pages_and_loses_nothing) {
    MadeUp talker;
    talker.name = "Marta";
    for (int i = 0; i < 60; ++i)
        talker.questions.push_back("Question number " + std::to_string(i) + " of many?");
    clinic.receives(talker);
    starts(spool());
    at->clicks(Role::listitem, "Marta");
    prints();
    const std::string text = pdf_text(kept("pdf"));
    EXPECT_GE(std::stoi(text), 2);
    for (int i = 0; i < 60; ++i)
        EXPECT_NE(text.find("Questionnumber" + std::to_string(i) + "ofmany?"), std::string::npos)
            << i;
}

TEST_F(PrintingDesk, document_has_the_desks_language) {
    starts(spool(), "de");
    prints();
    EXPECT_NE(pdf_text(kept("pdf")).find("Vertraulich"), std::string::npos);
    starts(spool(), "ar");
    prints();
    EXPECT_EQ(std::stoi(pdf_text(kept("pdf"))), 1);
}

TEST_F(PrintingDesk, document_is_handed_over_and_never_a_file) {
    starts(spool("ls -A " + runtime().string() + " > " + kept("meanwhile").string()));
    prints();
    EXPECT_TRUE(at->reads("Handed to the printer.")) << at->text();
    EXPECT_EQ(text_of(kept("words")), "-s -\n");
    EXPECT_EQ(text_of(kept("meanwhile")), "");
    EXPECT_TRUE(fs::is_empty(runtime()));
}

TEST_F(PrintingDesk, documents_that_an_older_desk_left_are_removed) {
    fs::create_directory(runtime() / "candor-print-Ab12cd");
    std::ofstream(runtime() / "candor-print-Ab12cd" / "request.pdf") << "%PDF";
    fs::create_directory(runtime() / "other");
    fs::create_directory_symlink(runtime() / "other", runtime() / "candor-print-link");
    starts(spool());
    EXPECT_FALSE(fs::exists(runtime() / "candor-print-Ab12cd"));
    EXPECT_TRUE(fs::exists(runtime() / "other"));
    EXPECT_TRUE(fs::is_symlink(runtime() / "candor-print-link"));
}

TEST_F(PrintingDesk, spool_that_fails_is_told_and_nothing_stays_on_the_disk) {
    starts(spool("exit 1"));
    prints();
    EXPECT_TRUE(at->reads("Printing failed. Nothing was left on the disk.")) << at->text();
    EXPECT_TRUE(fs::exists(kept("pdf")));
    EXPECT_TRUE(fs::is_empty(runtime()));
}

TEST_F(PrintingDesk, missing_spool_is_told_and_nothing_is_written) {
    starts("/nonexistent/lp");
    prints();
    EXPECT_TRUE(at->reads("Nothing was printed, and nothing was left on the disk."));
    EXPECT_TRUE(fs::is_empty(runtime()));
}

TEST_F(PrintingDesk, spool_that_does_not_take_all_is_told) {
    for (const char* commands : {"exec <&-\nexit 0", "head -c 10 > /dev/null\nexit 0"}) {
        starts(program(commands));
        prints();
        EXPECT_TRUE(at->reads("Printing failed.")) << commands << "\n" << at->text();
    }
}

/// More than a socket holds, to a reader that takes nothing or little of it.
TEST_F(PrintingDesk, spool_that_ends_halfway_is_told_and_ends_nothing_else) {
    Printing told = Printing::under_way;
    printing::Queue queue;
    queue.lp = program("head -c 100 > /dev/null");
    printing::Printer printer(queue, [] {});
    printer.print(std::string(8 << 20, 'x'), [&](Printing outcome) { told = outcome; });
    printer.wait();
    EXPECT_TRUE(printer.take_news());
    EXPECT_EQ(told, Printing::failed);
}

TEST_F(PrintingDesk, spool_that_hangs_is_given_up) {
    for (const char* commands : {"exec sleep 1000", "cat > /dev/null\nexec sleep 1000"}) {
        Printing told = Printing::under_way;
        printing::Queue queue;
        queue.lp = program(commands);
        queue.patience = std::chrono::milliseconds(0);
        printing::Printer printer(queue, [] {});
        printer.print("%PDF", [&](Printing outcome) { told = outcome; });
        printer.wait();
        EXPECT_TRUE(printer.take_news());
        EXPECT_EQ(told, Printing::failed);
    }
}

/// A name to wait on: whoever opens it for reading waits for a writer.
TEST_F(PrintingDesk, desk_that_ends_does_not_wait_for_a_spool_that_hangs) {
    const fs::path gate = kept("gate");
    ASSERT_EQ(::mkfifo(gate.c_str(), 0600), 0);
    starts(program("echo $$ > " + gate.string() + "\nsleep 1000"));
    at->begins(Role::button, "Print");
    const pid_t spool = std::stoi(text_of(gate));
    EXPECT_EQ(::kill(spool, 0), 0);
    at.reset();
    EXPECT_NE(::kill(spool, 0), 0);
}

/// A spool that waits for the test: until then the printing is under way.
TEST_F(PrintingDesk, outcome_stays_with_its_request) {
    const fs::path gate = kept("gate");
    ASSERT_EQ(::mkfifo(gate.c_str(), 0600), 0);
    starts(spool("read go < " + gate.string()));
    at->begins(Role::button, "Print");
    EXPECT_TRUE(at->reads("Printing…"));
    at->begins(Role::listitem, "Jonas");
    EXPECT_FALSE(at->reads("Printing…")) << at->text();
    std::ofstream(gate) << "go\n";
    at->desk->settle();
    EXPECT_FALSE(at->reads("Handed to the printer.")) << at->text();
    at->clicks(Role::listitem, "Elif");
    EXPECT_TRUE(at->reads("Handed to the printer.")) << at->text();
    at->clicks(Role::listitem, "Jonas");
    at->clicks(Role::listitem, "Elif");
    EXPECT_FALSE(at->reads("Handed to the printer.")) << "it was read";
}

}  // namespace
}  // namespace candor::desk
