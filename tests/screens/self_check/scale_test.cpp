#include "screens/self_check/scale.h"

#include <gtest/gtest.h>

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemControl;
using screening::ItemType;

Item slider(std::int64_t low, std::int64_t high) {
    Item item;
    item.type = ItemType::integer;
    item.control = ItemControl::slider;
    item.min_value = low;
    item.max_value = high;
    return item;
}

TEST(Scale, slider_without_both_ends_is_none) {
    Item item = slider(0, 10);
    EXPECT_TRUE(scale_of(item));
    item.max_value.reset();
    EXPECT_FALSE(scale_of(item));
    EXPECT_FALSE(scale_of(slider(10, 10)));
    item = slider(0, 10);
    item.control = ItemControl::none;
    EXPECT_FALSE(scale_of(item));
    item = slider(0, 10);
    item.repeats = true;
    EXPECT_FALSE(scale_of(item));
}

TEST(Scale, step_that_is_longer_than_the_line_is_none) {
    Item item = slider(0, 10);
    item.slider_step = 11;
    EXPECT_FALSE(scale_of(item));
    EXPECT_FALSE(scale_of(slider(0, 1'000'000'000))) << "no finger finds a step of it";
}

TEST(Scale, places_on_the_line_are_steps) {
    Item item = slider(0, 100);
    item.slider_step = 5;
    const Scale scale = scale_of(item).value();
    EXPECT_EQ(scale.steps(), 20);
    EXPECT_EQ(scale.at(0.0F), 0);
    EXPECT_EQ(scale.at(0.52F), 50);
    EXPECT_EQ(scale.at(0.53F), 55);
    EXPECT_EQ(scale.at(1.0F), 100);
    EXPECT_FLOAT_EQ(scale.share(25), 0.25F);
}

TEST(Scale, last_step_stays_below_an_end_that_is_no_step) {
    Item item = slider(0, 10);
    item.slider_step = 4;
    const Scale scale = scale_of(item).value();
    EXPECT_EQ(scale.at(1.0F), 8);
    EXPECT_EQ(scale.moved(8, 1), 8);
}

TEST(Scale, first_step_starts_at_an_end_and_never_in_the_middle) {
    const Scale scale = scale_of(slider(-3, 10)).value();
    EXPECT_EQ(scale.moved({}, 1), -3);
    EXPECT_EQ(scale.moved({}, -1), 10);
    EXPECT_EQ(scale.moved(-3, -1), -3);
    EXPECT_EQ(scale.moved(10, 1), 10);
    EXPECT_EQ(scale.moved(4, 1), 5);
}

TEST(Scale, decimals_step_as_finely_as_their_ends_are_written) {
    Item item = slider(0, 1);
    item.type = ItemType::decimal;
    item.min_value = screening::Decimal{"0.0", 0};
    item.max_value = screening::Decimal{"2.5", 2.5};
    const Scale scale = scale_of(item).value();
    EXPECT_EQ(scale.steps(), 25);
    EXPECT_EQ(scale.text(scale.moved(1.1, 1)), "1.2");
    const auto value = value_on_scale(item, scale.text(1.2)).value();
    EXPECT_EQ(std::get<screening::Decimal>(value).text, "1.2");
}

TEST(Scale, quantity_has_its_only_unit) {
    Item item = slider(0, 10);
    item.type = ItemType::quantity;
    item.units.push_back({{"http://unitsofmeasure.org", "cm", "centimetres"}, {}});
    const auto value = value_on_scale(item, "4").value();
    const auto& quantity = std::get<screening::Quantity>(value);
    EXPECT_EQ(quantity.value.value, 4);
    EXPECT_EQ(quantity.code, "cm");
    EXPECT_EQ(quantity.unit, "centimetres");
    EXPECT_EQ(unit_of(item, quantity), 0);
}

}  // namespace
}  // namespace candor::screens
