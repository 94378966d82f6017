#include <gtest/gtest.h>

#include <algorithm>

#include "consult/request/plain_text.h"
#include "consult/request/request.h"

namespace candor::consult {
namespace {

ContactForm right_form() {
    ContactForm form;
    form.first_name.assign("Elif");
    form.phone.assign("+90 532 415 50 00");
    form.agreed = true;
    return form;
}

bool phone_is_odd(const char* phone) {
    ContactForm form = right_form();
    form.phone.assign(phone);
    const auto problems = check(form);
    return std::count(problems.begin(), problems.end(), FormProblem::phone_odd) == 1;
}

bool email_is_odd(const char* email) {
    ContactForm form = right_form();
    form.email.assign(email);
    const auto problems = check(form);
    return std::count(problems.begin(), problems.end(), FormProblem::email_odd) == 1;
}

}  // namespace

TEST(ContactCheck, filled_form_has_no_problem) { EXPECT_TRUE(check(right_form()).empty()); }

TEST(ContactCheck, empty_form_names_everything_that_is_missing) {
    EXPECT_EQ(check(ContactForm{}),
              (std::vector{FormProblem::first_name_missing, FormProblem::contact_missing,
                           FormProblem::agreement_missing}));
}

TEST(ContactCheck, blanks_are_no_name_and_no_contact) {
    ContactForm form = right_form();
    form.first_name.assign(" \u00A0 ");
    form.phone.assign("   ");
    EXPECT_EQ(check(form),
              (std::vector{FormProblem::first_name_missing, FormProblem::contact_missing}));
}

TEST(ContactCheck, email_alone_is_enough) {
    ContactForm form = right_form();
    form.phone.clear();
    form.email.assign("elif@example.org");
    EXPECT_TRUE(check(form).empty());
}

TEST(ContactCheck, nothing_is_agreed_unless_ticked) {
    ContactForm form = right_form();
    form.agreed = false;
    EXPECT_EQ(check(form), std::vector{FormProblem::agreement_missing});
}

TEST(ContactCheck, phones_of_many_countries_are_taken) {
    for (const char* phone : {"+90 532 415 50 00",
                              "0 (532) 415 50 00",
                              "+90 (0)532 415 5000",
                              "(+90) 532 415 50 00",
                              "0049 30 901820",
                              "+49 (0)30/901820",
                              "030-90 18 20",
                              "+44 20 7946 0958",
                              "020 7946 0958",
                              "+1 (212) 555-0123",
                              "212.555.0123",
                              "+33 1 99 00 12 34",
                              "+966 55 123 4567",
                              "٠٥٥ ١٢٣ ٤٥٦٧",
                              "+٩٦٦ ٥٥ ١٢٣ ٤٥٦٧",
                              "\u200E+966 55 123 4567",
                              "۰۹۱۲ ۱۲۳ ۴۵۶۷",
                              "+34 600 123 456",
                              "+7 495 123-45-67",
                              "+81 3-1234-5678",
                              "+86 138 0013 8000",
                              "+91 98765 43210",
                              "+55 (11) 91234-5678",
                              "+39 06 6982",
                              "+354 545 4000",
                              "+677 20221",
                              "+1 202\u2011555\u20110123",
                              "123456",
                              "+123456789012345"})
        EXPECT_FALSE(phone_is_odd(phone)) << phone;
}

TEST(ContactCheck, extensions_are_taken) {
    for (const char* phone :
         {"0212 415 50 00 ext. 12", "+1 (212) 555-0123 x 4", "0212 415 50 00,12",
          "+90 212 415 50 00,,123", "02124155000#12", "0212 415 50 00 Ext 12",
          "0212 415 50 00 dahili 12", "030 901820 Durchwahl: 17", "030 901820 DW 17",
          "+34 91 123 45 67 extensión 8", "٠٢١٢ ٤١٥ ٥٠٠٠ تحويلة ١٢", "0212 415 50 00; ext=12"})
        EXPECT_EQ(phone_is_odd(phone), std::string_view(phone).ends_with("ext=12")) << phone;
    for (const char* phone : {"12345,67890", "0212 415 50 00 ext.", "0212 415 50 00,", "#12",
                              "0212 415 50 00 ext 123456789", "0212 415 50 00 ext 1a"})
        EXPECT_TRUE(phone_is_odd(phone)) << phone;
}

TEST(ContactCheck, what_is_no_phone_is_odd) {
    for (const char* phone :
         {"12345", "+1234567890123456", "+", "call me", "0532 415 50 0O", "+0 532 415 50 00",
          "000 532 415 50 00", "++90 532 415 50 00", "0532+4155000", "532 415\xFF 50 00",
          "elif@example.org", "-----", "00 12345"})
        EXPECT_TRUE(phone_is_odd(phone)) << phone;
}

TEST(ContactCheck, usual_emails_are_taken) {
    for (const char* email :
         {"elif@example.org", " elif@example.org ", "e.yilmaz+hair@mail.example.co.uk",
          "o'brien@example.ie", "ünal@örnek.com.tr", "a_b-c@x-y.museum"})
        EXPECT_FALSE(email_is_odd(email)) << email;
}

TEST(ContactCheck, what_is_no_email_is_odd) {
    for (const char* email :
         {"elif", "elif@", "@example.org", "elif@example", "elif@example.", "elif@.org",
          "elif@exa..mple.org", "elif@@example.org", "el if@example.org", "elif@example.o",
          "elif@exa@mple.org", ".elif@example.org", "elif.@example.org", "el..if@example.org",
          "elif@-example.org", "elif,@example.org", "<elif@example.org>"})
        EXPECT_TRUE(email_is_odd(email)) << email;
}

TEST(ContactCheck, clear_unticks_and_empties_everything) {
    ContactForm form = right_form();
    form.send_answers = form.send_questions = true;
    form.best_time = BestTime::evening;
    form.own_words.assign("x");
    form.clear();
    EXPECT_TRUE(form.first_name.empty() && form.phone.empty() && form.own_words.empty());
    EXPECT_FALSE(form.agreed || form.send_answers || form.send_questions);
    EXPECT_EQ(form.best_time, BestTime::unsaid);
}

TEST(PlainText, wrong_bytes_become_replacement_characters) {
    EXPECT_EQ(plain_text("a\xFFz"), "a\uFFFDz");
    EXPECT_EQ(plain_text("\xC0\xAF"), "\uFFFD\uFFFD");            // overlong
    EXPECT_EQ(plain_text("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // surrogate
    EXPECT_EQ(plain_text("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(plain_text("Elif\xE2\x82"), "Elif\uFFFD\uFFFD");  // cut short
}

TEST(PlainText, right_characters_of_every_length_stay) {
    EXPECT_EQ(plain_text("a é अ 𝄞 عربي"), "a é अ 𝄞 عربي");
}

TEST(PlainText, control_characters_and_outer_blanks_go) {
    EXPECT_EQ(plain_text(std::string_view(" \0a\x01\nb\t\x7F\u0085 ", 12)), "a\nb");
}

TEST(PlainText, dialable_has_western_digits) { EXPECT_EQ(dialable("\u200E+٩٦٦ ۵۵"), "+966 55"); }

}  // namespace candor::consult
