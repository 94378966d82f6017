#include "form.h"

namespace candor::screening {
namespace {

Item choice(bool repeats) {
    Item item;
    item.type = ItemType::open_choice;
    item.repeats = repeats;
    for (const char* name : {"a", "b", "none"}) {
        AnswerOption option;
        option.value = code(name);
        option.exclusive = std::string(name) == "none";
        item.options.push_back(option);
    }
    return item;
}

Ids codes_of(const std::vector<Value>& values) {
    Ids codes;
    for (const auto& value : values) {
        const auto* coding = std::get_if<Coding>(&value);
        codes.push_back(coding != nullptr ? coding->code : std::get<std::string>(value));
    }
    return codes;
}

}  // namespace

TEST(Toggled, single_choice_replaces_and_takes_back) {
    const Item item = choice(false);
    auto values = toggled(item, {}, item.options[0]);
    EXPECT_EQ(codes_of(values), (Ids{"a"}));
    values = toggled(item, values, item.options[1]);
    EXPECT_EQ(codes_of(values), (Ids{"b"}));
    EXPECT_TRUE(toggled(item, values, item.options[1]).empty());
}

TEST(Toggled, many_add_up_and_one_is_taken_back) {
    const Item item = choice(true);
    auto values = toggled(item, {code("a")}, item.options[1]);
    EXPECT_EQ(codes_of(values), (Ids{"a", "b"}));
    EXPECT_EQ(codes_of(toggled(item, values, item.options[0])), (Ids{"b"}));
}

TEST(Toggled, exclusive_option_clears_the_others_and_is_cleared_by_them) {
    const Item item = choice(true);
    const auto none = toggled(item, {code("a"), code("b")}, item.options[2]);
    EXPECT_EQ(codes_of(none), (Ids{"none"}));
    EXPECT_EQ(codes_of(toggled(item, none, item.options[0])), (Ids{"a"}));
    EXPECT_TRUE(toggled(item, none, item.options[2]).empty());
}

TEST(Toggled, own_words_stay_beside_options_that_repeat) {
    const Item item = choice(true);
    EXPECT_EQ(codes_of(toggled(item, {std::string("mine")}, item.options[0])), (Ids{"mine", "a"}));
}

}  // namespace candor::screening
