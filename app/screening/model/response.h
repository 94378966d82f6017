#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

enum class AnswerState { none, answered, declined };

/// A key names an item where it occurs in a Response: its linkId alone or, in a repetition that was
/// added to a group, with that repetition's number. Of a repeating group it names all repetitions.
std::string key_of(const std::string& link_id, int repetition);
std::string_view link_id_of(std::string_view key);
/// Of the innermost repetition around it; 0: none, or the first everywhere.
int repetition_of(std::string_view key);

/// The answers of one person (a QuestionnaireResponse in the making). "I'd rather not say" is an
/// answer without a value: exported as the data-absent-reason "asked-declined". Erasing zeroes.
class Response {
  public:
    Response() = default;
    ~Response();
    Response(Response&&) noexcept;
    Response& operator=(Response&&) noexcept;
    Response(const Response&) = delete;
    Response& operator=(const Response&) = delete;

    /// Blank texts are no answers; without any other value the answer is cleared.
    void set(std::string_view key, std::vector<Value> values);
    void decline(std::string_view key);
    void clear(std::string_view key);
    AnswerState state(std::string_view key) const;
    const std::vector<Value>& values(std::string_view key) const;
    bool empty() const { return answers_.empty(); }
    /// Zeroes and forgets every answer.
    void erase();

    /// Numbers of a repeating group's repetitions, in order. Until any was added there is one, with
    /// the number of the repetition around the group. No number is given twice.
    std::vector<int> repetitions(std::string_view group) const;
    int add_repetition(std::string_view group);
    /// The last one stays. What was answered inside it is for who knows the items to clear.
    void drop_repetition(std::string_view group, int number);
    /// As if none had been added.
    void forget_repetitions(std::string_view group);

  private:
    struct Answer {
        std::string key;
        bool declined = false;
        std::vector<Value> values;
    };
    const Answer* find(std::string_view key) const;
    Answer& make(std::string_view key);
    static void wipe(Answer& answer);

    std::vector<Answer> answers_;                                       ///< sorted by key
    std::map<std::string, std::vector<int>, std::less<>> repetitions_;  ///< by the group's key
    int last_number_ = 0;
};

/// What `response` should start from: `initial` values and options that are initially selected.
Response start(const Questionnaire& questionnaire);

/// A kiosk gives a group no more repetitions than this, whatever its maxOccurs.
constexpr int kMostRepetitions = 20;
/// Whether the group that has this key may get one more.
bool may_repeat(const Item& group, const Response& response, std::string_view key);
/// One more repetition, with its items' initial values; its number.
int add_repetition(const Item& group, Response& response, const std::string& key);
/// Whether anything is answered or declined in that repetition.
bool says_anything(const Item& group, const Response& response, int number);
/// Zeroes what was answered in that repetition, and takes it away unless it is the last one.
void remove_repetition(const Item& group, Response& response, const std::string& key, int number);

/// The answer after a tap on an option: chosen or taken back; alone where the question does not
/// repeat or an option is exclusive. For open-choice, a text of one's own stays unless it must go.
std::vector<Value> toggled(const Item& item, const std::vector<Value>& values,
                           const AnswerOption& option);

/// FHIR R4 QuestionnaireResponse (JSON) of the enabled, answered items; `authored` is an instant.
/// With a `language` it says in it what was asked and answered (item.text, Coding.display), as the
/// person read it; with another `staff_language` in that, and the person's words stand beside it as
/// a translation. It holds what a person answered: wipe it (base::wipe) after use.
std::string to_fhir(const Questionnaire& questionnaire, const Response& response,
                    const std::string& authored, const std::string& language = {},
                    const std::string& staff_language = {});

}  // namespace candor::screening
