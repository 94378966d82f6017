#include <gtest/gtest.h>

#include "stage.h"

namespace candor::screens {
namespace {

/// The course after PRP, at a clinic with that phone number.
std::shared_ptr<Catalog> clinic_with(const std::string& phone) {
    auto catalog = std::make_shared<Catalog>(*shipped_catalog());
    catalog->clinic.phone = phone;
    return catalog;
}

std::string course_as_drawn(const std::string& phone, const std::string& language = "en") {
    Stage stage(1080, 1920, decoder());
    Visitor visitor(clinic_with(phone));
    visitor.asks(SetLanguage{language}).asks(Start{});
    visitor.asks(OpenPlace{{"prp", "024-after-prp", 0, -1}});
    stage.draw(visitor.state);
    return ui::to_text(stage.tree(), ui::Rects::without);
}

bool has_words(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

TEST(Course, names_its_days_and_says_where_nobody_has_counted) {
    const std::string shown = course_as_drawn("");
    for (const char* words :
         {"heading \"Day 1\"", "heading \"Day 3\"", "heading \"Day 7\"", "heading \"Day 30\"",
          "How often, nobody has counted.", "heading \"Call the clinic now if\"", "pain grows"})
        EXPECT_TRUE(has_words(shown, words)) << words << "\n" << shown;
}

TEST(Course, shows_the_clinics_phone_where_it_has_one) {
    EXPECT_TRUE(has_words(course_as_drawn("+49 431 123456"), "Phone: +49 431 123456"));
    EXPECT_FALSE(has_words(course_as_drawn(""), "Phone:"));
}

TEST(Course, days_are_named_in_the_readers_language) {
    EXPECT_TRUE(has_words(course_as_drawn("", "tr"), "heading \"30. gün\""));
    EXPECT_TRUE(has_words(course_as_drawn("", "ar"), "heading \"اليوم 30\""));
}

}  // namespace
}  // namespace candor::screens
