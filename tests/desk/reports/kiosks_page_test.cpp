#include <fstream>

#include "consult/handover/handover.h"
#include "desk_in_memory.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

/// The desk on the kiosk's own machine.
class KiosksPageTest : public testing::Test {
  protected:
    void delivers() const {
        std::ofstream(clinic.folder() / "kiosk.yaml")
            << "delivery: {database: \"postgresql://kiosk.n.h@db/candor\", clinic: n, kiosk: h}\n";
    }
    /// What the page says of the program that delivers; empty: nothing.
    std::string courier() {
        DeskInMemory at(clinic);
        at.desk->apply(ShowPage{Page::kiosks});
        at.desk->settle();
        for (const ui::Node& node : at.desk->tree().nodes)
            if (node.name.find("candor-courier") != std::string::npos) return node.value;
        return {};
    }

    Clinic clinic;
};

}  // namespace

TEST_F(KiosksPageTest, a_kiosk_that_delivers_nowhere_needs_no_courier) { EXPECT_EQ(courier(), ""); }

TEST_F(KiosksPageTest, a_courier_that_lives_is_said_to_and_one_that_does_not_too) {
    delivers();
    EXPECT_EQ(courier(), "is not running: requests wait on this kiosk");
    fs::create_directories(consult::handover_folder(clinic.folder()));
    const auto lock = consult::CourierLock::take(clinic.folder()).value();
    EXPECT_EQ(courier(), "is running");
}

TEST_F(KiosksPageTest, says_nothing_of_a_courier_that_it_cannot_see) {
    delivers();
    std::ofstream(consult::handover_folder(clinic.folder())) << "no folder";
    EXPECT_EQ(courier(), "");
}

}  // namespace candor::desk
