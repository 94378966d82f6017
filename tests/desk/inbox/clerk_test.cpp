#include "desk/inbox/clerk.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "desk_in_memory.h"

// What throws on the clerk's thread is told to whoever waits for it.

namespace candor::desk {
namespace {

class ThrowingClerk : public testing::Test {
  protected:
    void starts(InboxSource inbox) {
        clerk = std::make_unique<Clerk>(Clerk::Setup{clinic.key_file(), "Ada", std::move(inbox)},
                                        [] {});
        clerk->unlock(base::SecretString(8));
        clerk->wait_until_idle();
    }
    /// The first news of that kind; nothing: there is none.
    template <typename Kind>
    std::optional<Kind> told() {
        clerk->wait_until_idle();
        for (const News& news : clerk->take_news())
            if (const auto* kind = std::get_if<Kind>(&news)) return *kind;
        return std::nullopt;
    }
    static base::Result<std::unique_ptr<consult::Inbox>> breaks() {
        throw std::runtime_error("last read: 'Elif'");
    }

    Clinic clinic;
    std::unique_ptr<Clerk> clerk;
};

TEST_F(ThrowingClerk, unlocking_that_breaks_off_is_a_refusal) {
    starts({breaks});
    const auto refused = told<KeyRefused>();
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->fault.detail.find("Elif"), std::string::npos);
}

TEST_F(ThrowingClerk, change_that_breaks_off_is_not_saved) {
    const std::string id = clinic.receives("Elif");
    bool good = true;
    starts({[&]() -> base::Result<std::unique_ptr<consult::Inbox>> {
        if (!good) return breaks();
        return base::fail(base::FaultKind::unreachable, "inbox", "for now");
    }});
    good = false;
    clerk->set_progress(id, 0, consult::Progress::called);
    EXPECT_EQ(told<NotSaved>().value().id, id);
    clerk->add_note(id, {});
    EXPECT_EQ(told<NotSaved>().value().id, id);
}

}  // namespace
}  // namespace candor::desk
