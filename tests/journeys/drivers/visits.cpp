#include "visits.h"

#include "consult/request/reference.h"

namespace candor::journeys {

const std::vector<Answer>& ordinary_answers() {
    static const std::vector<Answer> kAnswers{{Role::radio, "30 to 44"},
                                              {Role::radio, "Thinner at the temples"},
                                              {Role::radio, "Slowly, over months or years"},
                                              {Role::checkbox, "None of these"},
                                              {Role::radio, "Fine, short hairs"},
                                              {Role::checkbox, "None of these"},
                                              {Role::checkbox, "Nothing so far"},
                                              {Role::checkbox, "None of these"},
                                              {Role::checkbox, "No, or this is not for me"},
                                              {Role::checkbox, "None of these"},
                                              {Role::checkbox, "None of these"},
                                              {Role::radio, "Somewhat thicker hair"}};
    return kAnswers;
}

void answers_the_self_check(Person& person, const std::vector<Answer>& answers) {
    person.touch(Role::button, "Begin");
    for (const Answer& answer : answers) {
        person.touch(answer.role, answer.words);
        person.touch(Role::button, "Next");
    }
    EXPECT_TRUE(person.sees(Role::heading, "Your answers"));
}

std::optional<std::string> reference_on(const ui::Tree& tree) {
    for (const ui::Node& node : tree.nodes) {
        const auto reference = consult::normalise_reference(node.name);
        if (node.role == Role::status && reference &&
            consult::display_reference(*reference) == node.name)
            return node.name;
    }
    return std::nullopt;
}

}  // namespace candor::journeys
