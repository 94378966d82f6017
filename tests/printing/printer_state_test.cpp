#include "printing/printer_state.h"

#include <gtest/gtest.h>

#include <string>

namespace candor::printing {
namespace {

std::string lpstat(const std::string& first, const std::string& alerts) {
    return "printer hall " + first + "  enabled since Sun Nov 29 10:00:00 2026\n\tForm mounted:\n" +
           "\tContent types: any\n\tDescription: offline copier\n\tAlerts: " + alerts +
           "\n\tLocation: paper room\n";
}

TEST(PrinterState, printer_that_rests_or_prints_is_ready) {
    EXPECT_EQ(state_of(lpstat("is idle.", "none")), PrinterState::ready);
    EXPECT_EQ(state_of(lpstat("now printing hall-7.", "none")), PrinterState::ready);
    EXPECT_EQ(state_of(""), PrinterState::ready);
}

TEST(PrinterState, reasons_say_what_is_wrong) {
    EXPECT_EQ(state_of(lpstat("is idle.", "media-empty-error")), PrinterState::paper_out);
    EXPECT_EQ(state_of(lpstat("is idle.", "toner-low-report media-needed")),
              PrinterState::paper_out);
    EXPECT_EQ(state_of(lpstat("is idle.", "media-jam")), PrinterState::blocked);
    EXPECT_EQ(state_of(lpstat("is idle.", "cover-open-error")), PrinterState::blocked);
    EXPECT_EQ(state_of(lpstat("is idle.", "offline-report")), PrinterState::off);
    EXPECT_EQ(state_of(lpstat("is idle.", "connecting-to-device")), PrinterState::off);
}

TEST(PrinterState, paper_comes_before_what_follows_from_it) {
    EXPECT_EQ(state_of(lpstat("is idle.", "offline-report, media-empty-error")),
              PrinterState::paper_out);
}

TEST(PrinterState, warnings_are_no_trouble) {
    EXPECT_EQ(state_of(lpstat("is idle.", "media-empty-warning toner-low-warning")),
              PrinterState::ready);
    EXPECT_EQ(state_of(lpstat("is idle.", "media-low-report")), PrinterState::ready);
}

TEST(PrinterState, stopped_queue_is_off) {
    EXPECT_EQ(
        state_of("printer hall disabled since Sun Nov 29 10:00:00 2026 -\n\treason unknown\n"),
        PrinterState::off);
}

}  // namespace
}  // namespace candor::printing
