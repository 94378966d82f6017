#include <gtest/gtest.h>

#include <algorithm>

#include "stage.h"

namespace candor::screens {
namespace {

/// Somebody at a kiosk whose clinic says what it is and does.
class AtAClinic : public testing::Test {
  protected:
    AtAClinic() {
        auto catalog = std::make_shared<Catalog>(*shipped_catalog());
        pack::Clinic& clinic = catalog->clinic;
        clinic.name = english("Klinik Nord");
        clinic.injects = english("Dr. A. Example, dermatologist");
        clinic.licence = "12345";
        clinic.licence_check = "https://register.example.org";
        clinic.crisis = "116 123";
        clinic.prices = {{"prp", english("from 300 euros")},
                         {"minoxidil-skin", english("20 euros a month")},
                         {"laser", {}},
                         {"none-of-these", english("7 euros")}};
        visitor.state.catalog = catalog;
        visitor.asks(Start{});
    }
    void says_nothing() {
        auto catalog = std::make_shared<Catalog>(*visitor.state.catalog);
        catalog->clinic = {};
        visitor.state.catalog = catalog;
    }
    void lays_side_by_side(const std::vector<std::string>& options) {
        visitor.asks(OpenPlace{{"choices", "040-side-by-side", 0, -1}});
        for (const auto& option : options) visitor.asks(TogglePick{"choices/" + option});
    }
    /// How many things on the screen have these words in their name.
    std::ptrdiff_t shown(const std::string& words) {
        stage.draw(visitor.state);
        const auto& nodes = stage.tree().nodes;
        return std::count_if(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
            return node.name.find(words) != std::string::npos;
        });
    }

    Stage stage{1080, 1920, decoder()};
    Visitor visitor{shipped_catalog()};
};

TEST_F(AtAClinic, its_price_stands_beside_what_the_packs_say) {
    lays_side_by_side({"minoxidil-skin", "laser", "dutasteride"});
    EXPECT_EQ(shown("Klinik Nord: 20 euros a month"), 1);
    EXPECT_EQ(shown("Klinik Nord offers it. Ask for the price."), 1);
    EXPECT_EQ(shown("We found no official price."), 2);
    EXPECT_EQ(shown("Ask for the price. We found no official one."), 1);
}

TEST_F(AtAClinic, clinic_that_names_no_price_changes_nothing_in_the_options) {
    says_nothing();
    lays_side_by_side({"minoxidil-skin", "laser", "dutasteride"});
    EXPECT_EQ(shown("Klinik Nord"), 0);
    EXPECT_EQ(shown("Ask for the price. We found no official one."), 3);
}

TEST_F(AtAClinic, staff_sheet_tells_who_treats_what_is_offered_and_where_to_check) {
    visitor.asks(OpenSheet{{SheetKind::ask_staff, {}, {}}});
    EXPECT_EQ(shown("Dr. A. Example, dermatologist"), 1);
    EXPECT_EQ(shown("12345"), 1);
    EXPECT_EQ(shown("https://register.example.org"), 1);
    EXPECT_EQ(shown("PRP: from 300 euros"), 1);
    EXPECT_EQ(shown("Laser cap or comb"), 1);
    EXPECT_EQ(shown("7 euros"), 0);  // no option has that id
}

TEST_F(AtAClinic, number_for_distress_stands_below_pages_about_low_mood_alone) {
    visitor.asks(OpenPlace{{"why", "170-feelings", 0, -1}});
    EXPECT_EQ(shown("116 123"), 1);
    visitor.asks(OpenPlace{{"why", "020-what-is-normal", 0, -1}});
    EXPECT_EQ(shown("116 123"), 0);
    says_nothing();
    visitor.asks(OpenPlace{{"why", "170-feelings", 0, -1}});
    EXPECT_EQ(shown("In distress"), 0);
}

TEST_F(AtAClinic, number_for_distress_stands_with_a_result_of_low_mood) {
    visitor.asks(BeginSelfCheck{});
    visitor.answers("age", "30-44").answers("pattern", "temples").answers("onset", "gradual");
    visitor.answers("treatments", "finasteride").answers("mood", "low-now");
    visitor.asks(ShowGuidance{});
    EXPECT_GE(shown("116 123"), 1);
    visitor.asks(OpenSheet{{SheetKind::for_the_doctor, {}, {}}});
    EXPECT_GE(shown("116 123"), 1);
}

}  // namespace
}  // namespace candor::screens
