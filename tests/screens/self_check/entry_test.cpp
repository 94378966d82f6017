#include "screens/self_check/entry.h"

#include <gtest/gtest.h>

#include "screening/model/evaluate.h"
#include "screening/model/value.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemType;
using screening::Value;

Item of(ItemType type) {
    Item item;
    item.type = type;
    return item;
}

Draft typed(const std::string& text) {
    Draft draft;
    draft.text.assign(text);
    return draft;
}

Draft day(const std::string& year, int month, int day) {
    Draft draft = typed(year);
    draft.month = month;
    draft.day = day;
    return draft;
}

std::string iso(const Item& item, const Draft& draft) {
    const Entered made = entered(item, draft);
    if (!made.value) return made.problem;
    if (const auto* date = std::get_if<screening::Date>(&*made.value)) return date->iso;
    if (const auto* time = std::get_if<screening::Time>(&*made.value)) return time->iso;
    return std::get<screening::DateTime>(*made.value).iso;
}

TEST(Entry, every_type_has_its_way_of_being_entered) {
    const std::vector<std::pair<ItemType, Entry>> ways{
        {ItemType::boolean, Entry::none},      {ItemType::choice, Entry::none},
        {ItemType::open_choice, Entry::words}, {ItemType::integer, Entry::number},
        {ItemType::decimal, Entry::number},    {ItemType::quantity, Entry::number},
        {ItemType::date, Entry::parts},        {ItemType::date_time, Entry::parts},
        {ItemType::time, Entry::parts},        {ItemType::string, Entry::words},
        {ItemType::text, Entry::words},        {ItemType::url, Entry::words}};
    for (const auto& [type, way] : ways) EXPECT_EQ(entry_of(of(type)), way);
}

TEST(Entry, question_with_options_takes_nothing_else) {
    Item item = of(ItemType::integer);
    item.options.push_back({});
    EXPECT_EQ(entry_of(item), Entry::none);
}

TEST(Entry, date_is_as_precise_as_it_is_known) {
    const Item item = of(ItemType::date);
    EXPECT_EQ(iso(item, day("2026", 0, 0)), "2026");
    EXPECT_EQ(iso(item, day("2026", 3, 0)), "2026-03");
    EXPECT_EQ(iso(item, day("2026", 3, 9)), "2026-03-09");
}

TEST(Entry, date_without_its_year_or_month_is_incomplete) {
    const Item item = of(ItemType::date);
    EXPECT_EQ(iso(item, day("", 3, 9)), "incomplete-date");
    EXPECT_EQ(iso(item, day("202", 3, 9)), "incomplete-date");
    EXPECT_EQ(iso(item, day("2026", 0, 9)), "incomplete-date");
}

TEST(Entry, time_needs_hour_and_minute) {
    Draft draft;
    draft.hour = 7;
    EXPECT_EQ(iso(of(ItemType::time), draft), "incomplete-time");
    draft.minute = 5;
    EXPECT_EQ(iso(of(ItemType::time), draft), "07:05:00");
}

TEST(Entry, moment_without_a_time_is_a_date_and_with_one_has_its_zone) {
    const Item item = of(ItemType::date_time);
    Draft draft = day("2026", 3, 9);
    EXPECT_EQ(iso(item, draft), "2026-03-09");
    draft.hour = 7;
    EXPECT_EQ(iso(item, draft), "incomplete-time");
    draft.minute = 5;
    const std::string written = iso(item, draft);
    EXPECT_EQ(written.substr(0, 19), "2026-03-09T07:05:00");
    EXPECT_EQ(screening::fhir_type(screening::DateTime{written}), std::string("DateTime"));
    EXPECT_EQ(screening::problems(item, {screening::DateTime{written}}),
              std::vector<std::string>{});
    draft.day = 0;
    EXPECT_EQ(iso(item, draft), "time-without-day");
}

TEST(Entry, parts_at_fault_are_those_missing_else_those_known) {
    const auto parts = parts_of(ItemType::date_time);
    const auto at_fault = [&](const Draft& draft, const char* problem) {
        std::vector<Part> out;
        for (const Part part : parts)
            if (is_at_fault(draft, part, {problem})) out.push_back(part);
        return out;
    };
    using Parts = std::vector<Part>;
    Draft draft;
    draft.day = 31;
    EXPECT_EQ(at_fault(draft, "incomplete-date"), (Parts{Part::month, Part::year}));
    draft.month = 2;
    draft.text.assign("198");
    EXPECT_EQ(at_fault(draft, "incomplete-date"), Parts{Part::year});
    draft.text.assign("1980");
    EXPECT_EQ(at_fault(draft, "not-a-date-time"), (Parts{Part::day, Part::month, Part::year}));
    draft.hour = 7;
    EXPECT_EQ(at_fault(draft, "incomplete-time"), Parts{Part::minute});
    draft.minute = draft.day = 0;
    EXPECT_EQ(at_fault(draft, "time-without-day"), Parts{Part::day});
}

TEST(Entry, answer_that_comes_back_is_the_draft_that_it_came_from) {
    Draft moment = day("2026", 3, 9);
    moment.hour = 7;
    moment.minute = 5;
    const Item item = of(ItemType::date_time);
    const Draft back = draft_of(item, entered(item, moment).value.value());
    EXPECT_EQ(back.text.view(), "2026");
    EXPECT_EQ(back.month, 3);
    EXPECT_EQ(back.day, 9);
    EXPECT_EQ(back.hour, 7);
    EXPECT_EQ(back.minute, 5);
    EXPECT_FALSE(back.changed);
}

TEST(Entry, half_a_number_is_completed) {
    const Item item = of(ItemType::decimal);
    const auto text = [&](const std::string& keys) {
        const Entered made = entered(item, typed(keys));
        return made.value ? std::get<screening::Decimal>(*made.value).text : made.problem;
    };
    EXPECT_EQ(text("5."), "5");
    EXPECT_EQ(text(".5"), "0.5");
    EXPECT_EQ(text("-.5"), "-0.5");
    EXPECT_EQ(text("007"), "7");
    EXPECT_EQ(text("-"), "not-a-decimal");
}

TEST(Entry, whole_number_that_is_none_says_which_way) {
    const Item item = of(ItemType::integer);
    EXPECT_EQ(entered(item, typed("-")).problem, "not-an-integer");
    EXPECT_EQ(entered(item, typed("99999999999")).problem, "out-of-range");
    EXPECT_EQ(std::get<std::int64_t>(*entered(item, typed("12")).value), 12);
}

TEST(Entry, quantity_wants_its_unit) {
    Item item = of(ItemType::quantity);
    EXPECT_TRUE(entered(item, typed("5")).value) << "where none is asked for";
    item.units = {{{"s", "cm", "centimetres"}, {}}, {{"s", "in", "inches"}, {}}};
    Draft draft = typed("5");
    EXPECT_EQ(entered(item, draft).problem, "wrong-unit");
    draft.unit = 1;
    const auto value = entered(item, draft).value.value();
    EXPECT_EQ(std::get<screening::Quantity>(value).code, "in");
    EXPECT_EQ(draft_of(item, value).unit, 1);
}

TEST(Entry, number_takes_the_signs_that_it_may_have) {
    Item item = of(ItemType::integer);
    EXPECT_EQ(number_sign(item, "7"), "7");
    EXPECT_EQ(number_sign(item, "٧"), "7");
    EXPECT_EQ(number_sign(item, "a"), "");
    EXPECT_EQ(number_sign(item, "12"), "");
    EXPECT_EQ(number_sign(item, ","), "") << "a whole number has no decimals";
    EXPECT_EQ(number_sign(item, "-"), "-");
    item.min_value = std::int64_t{0};
    EXPECT_EQ(number_sign(item, "-"), "");
    item.type = ItemType::decimal;
    for (const char* sign : {".", ",", "٫"}) EXPECT_EQ(number_sign(item, sign), ".");
    item.max_decimal_places = 0;
    EXPECT_EQ(number_sign(item, "."), "");
}

}  // namespace
}  // namespace candor::screens
