#include "loop/run.h"

#include <gtest/gtest.h>

#include "platform/headless/headless_window.h"

namespace candor::loop {
namespace {

using Window = std::unique_ptr<platform::Window>;

/// Ends with the first quit.
struct Turned {
    int* turns;
    bool over = false;
    void turn(const std::vector<platform::Event>& events) {
        ++*turns;
        for (const auto& event : events) over = over || event.kind == platform::EventKind::quit;
    }
    int next_timeout_ms() const { return -1; }
    bool finished() const { return over; }
};

base::Fault fault() { return {base::FaultKind::unreachable, "here", "gone"}; }

}  // namespace

TEST(Run, turns_the_program_until_it_has_finished) {
    auto headless = std::make_unique<platform::HeadlessWindow>(8, 8);
    headless->push({.kind = platform::EventKind::quit});
    int turns = 0;
    const int status = run(Window(std::move(headless)), [&](platform::Window&) {
        return base::Result<std::unique_ptr<Turned>>(std::make_unique<Turned>(Turned{&turns}));
    });
    EXPECT_EQ(status, 0);
    EXPECT_EQ(turns, 2) << "the first frame needs no event";
}

TEST(Run, without_a_display_or_a_program_fails) {
    const auto create = [](platform::Window&) -> base::Result<std::unique_ptr<Turned>> {
        return tl::unexpected(fault());
    };
    EXPECT_EQ(run(tl::unexpected(fault()), create), 1);
    EXPECT_EQ(run(Window(std::make_unique<platform::HeadlessWindow>(8, 8)), create), 1);
}

}  // namespace candor::loop
