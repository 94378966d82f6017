#include "printing/printer.h"

#include <gtest/gtest.h>

#include "spool_scripts.h"

namespace candor::printing {
namespace {

Printing printed(const Queue& queue, const std::string& document = "%PDF words") {
    Printing told = Printing::under_way;
    Printer printer(queue, [] {});
    printer.print(document, [&](Printing outcome) { told = outcome; });
    printer.wait();
    EXPECT_TRUE(printer.take_news());
    return told;
}

TEST(Printer, queue_gets_the_whole_document_through_a_pipe) {
    const SpoolScripts spool;
    const std::string document = "%PDF " + std::string(3 << 20, 'x');
    EXPECT_EQ(printed(spool.queue(), document), Printing::done);
    EXPECT_EQ(spool.text_of("document"), document);
    EXPECT_EQ(spool.text_of("lp-words"), "-d hall -\n");
    EXPECT_EQ(spool.text_of("lpstat-words"), "-l -p hall\n");
    EXPECT_EQ(spool.text_of("cancelled"), "");
}

TEST(Printer, trouble_of_a_printer_that_works_is_told_before_anything_is_handed_over) {
    for (const auto& [alerts, told] : {std::pair{"media-empty-error", Printing::paper_out},
                                       {"offline-report", Printing::printer_off},
                                       {"media-jam-error", Printing::blocked}}) {
        SpoolScripts spool;
        spool.says(alerts, "now printing hall-11.");
        EXPECT_EQ(printed(spool.queue()), told) << alerts;
        EXPECT_EQ(spool.text_of("document"), "") << alerts;
    }
}

/// Nothing takes "no paper" from a queue that rests, although there is paper again.
TEST(Printer, what_a_printer_that_rests_said_before_is_old) {
    SpoolScripts spool;
    spool.says("media-empty-error");
    spool.says_after_printing("none");
    EXPECT_EQ(printed(spool.queue()), Printing::done);
    EXPECT_EQ(spool.text_of("document"), "%PDF words");
    EXPECT_EQ(spool.text_of("cancelled"), "");
}

TEST(Printer, document_that_is_printed_is_not_in_trouble) {
    SpoolScripts spool;
    spool.says("media-empty-error");
    spool.waits_no_more();
    EXPECT_EQ(printed(spool.queue()), Printing::done);
    EXPECT_EQ(spool.text_of("cancelled"), "");
}

/// A printer that is off says so only once it is to print.
TEST(Printer, document_that_cannot_be_printed_after_all_is_taken_back) {
    SpoolScripts spool;
    spool.says("none");
    spool.says_after_printing("offline-report");
    EXPECT_EQ(printed(spool.queue()), Printing::printer_off);
    EXPECT_EQ(spool.text_of("document"), "%PDF words");
    EXPECT_EQ(spool.text_of("cancelled"), "hall-12\n");
}

TEST(Printer, queue_that_is_not_known_is_no_printer) {
    SpoolScripts spool;
    spool.program("lpstat", "echo 'lpstat: Invalid destination name' >&2\nexit 1");
    EXPECT_EQ(printed(spool.queue()), Printing::no_printer);
    EXPECT_EQ(spool.text_of("document"), "");
}

TEST(Printer, machine_without_a_spool_is_told) {
    const SpoolScripts spool;
    Queue queue = spool.queue();
    queue.lp = "/nonexistent/lp";
    EXPECT_EQ(printed(queue), Printing::no_program);
}

TEST(Printer, spool_that_refuses_or_stops_reading_has_failed) {
    for (const char* commands : {"exit 1", "cat > /dev/null; exit 3", "head -c 10 > /dev/null"}) {
        SpoolScripts spool;
        spool.program("lp", commands);
        EXPECT_EQ(printed(spool.queue(), std::string(1 << 20, 'x')), Printing::failed) << commands;
    }
}

TEST(Printer, program_that_hangs_is_given_up) {
    SpoolScripts spool;
    spool.program("lp", "exec sleep 1000");
    Queue queue = spool.queue();
    queue.patience = std::chrono::milliseconds(200);
    EXPECT_EQ(printed(queue), Printing::failed);
}

TEST(Printer, system_without_lpstat_prints_unasked) {
    const SpoolScripts spool;
    Queue queue = spool.queue();
    queue.lpstat = "/nonexistent/lpstat";
    EXPECT_EQ(printed(queue), Printing::done);
}

TEST(Printer, name_of_a_queue_is_a_word_and_never_a_command) {
    SpoolScripts spool;
    Queue queue = spool.queue();
    queue.name = "hall; touch " + spool.file("harm");
    printed(queue);
    EXPECT_FALSE(std::filesystem::exists(spool.file("harm")));
}

}  // namespace
}  // namespace candor::printing
