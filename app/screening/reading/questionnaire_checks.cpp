#include "screening/reading/questionnaire_checks.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "screening/model/outline.h"
#include "screening/reading/condition_reader.h"

namespace candor::screening {
namespace {

using base::Severity;

std::string subject_of(const Item& item) { return "Item \"" + item.link_id + "\""; }

void check_link_ids(const Outline& outline, const std::vector<int>& lines, Reading& reading) {
    std::unordered_map<std::string_view, int> first_lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& link_id = outline.places()[i].item->link_id;
        const auto [first, is_new] = first_lines.emplace(link_id, lines[i]);
        if (is_new || link_id.empty()) continue;
        reading.set_subject("Item \"" + link_id + "\"");
        reading.at_line(lines[i], Severity::error, "que-2",
                        "this linkId stands on line " + std::to_string(first->second) + " already.",
                        "Give each item its own linkId.");
    }
}

/// What is wrong with that question was told where it stands.
bool is_no_news(const std::string& question, int line, const ItemReader& read, Reading& reading) {
    if (read.is_unread(question)) return true;
    if (!read.is_unasked(question)) return false;
    reading.at_line(line, Severity::warning, "never-answered",
                    "it waits for \"" + question + "\", which nobody can answer on a kiosk.",
                    "Wait for another question.");
    return true;
}

void check_conditions(const Outline& outline, const ItemReader& read, Reading& reading) {
    for (std::size_t i = 0; i < outline.places().size(); ++i) {
        const Place& place = outline.places()[i];
        const auto& lines = read.condition_lines()[i];
        reading.set_subject(subject_of(*place.item));
        for (std::size_t c = 0; c < place.item->enable_when.size(); ++c) {
            const int asked = place.waits_for[c];
            if (is_no_news(place.item->enable_when[c].question, lines[c], read, reading)) continue;
            check_condition(place.item->enable_when[c], asked < 0 ? nullptr : outline[asked].item,
                            lines[c], Severity::warning, reading);
        }
    }
}

/// The next item of the circle that this one is in.
const Item* next_in_circle(const Outline& outline, int place) {
    const auto& circle = outline.cyclic();
    const Place& here = outline[place];
    for (const auto* list : {&here.waits_for, &here.reads})
        for (const int next : *list)
            if (next != place && std::find(circle.begin(), circle.end(), next) != circle.end())
                return outline[next].item;
    return nullptr;
}

void check_circles(const Outline& outline, const std::vector<int>& lines, Reading& reading) {
    for (const int place : outline.cyclic()) {
        const Item& item = *outline[place].item;
        reading.set_subject(subject_of(item));
        const Item* next = next_in_circle(outline, place);
        reading.at_line(lines[static_cast<std::size_t>(place)], Severity::error, "cycle",
                        "its conditions or expressions lead in a circle back to itself" +
                            (next == nullptr ? "." : ", by way of \"" + next->link_id + "\"."),
                        "Remove one of them, or name the items that an expression needs.");
    }
}

}  // namespace

void check_questionnaire(const Questionnaire& questionnaire, const ItemReader& read,
                         Reading& reading) {
    const Outline outline(questionnaire);
    check_link_ids(outline, read.lines(), reading);
    check_conditions(outline, read, reading);
    check_circles(outline, read.lines(), reading);
    reading.set_subject({});
}

}  // namespace candor::screening
