#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "screening/questionnaire.h"

namespace candor::screening {

enum class AnswerState { none, answered, declined };

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
    void set(std::string_view link_id, std::vector<Value> values);
    void decline(std::string_view link_id);
    void clear(std::string_view link_id);
    AnswerState state(std::string_view link_id) const;
    const std::vector<Value>& values(std::string_view link_id) const;
    bool empty() const { return answers_.empty(); }
    /// Zeroes and forgets every answer.
    void erase();

  private:
    struct Answer {
        std::string link_id;
        bool declined = false;
        std::vector<Value> values;
    };
    const Answer* find(std::string_view link_id) const;
    Answer& make(std::string_view link_id);
    static void wipe(Answer& answer);

    std::vector<Answer> answers_;  ///< sorted by link_id
};

/// What `response` should start from: `initial` values and options that are initially selected.
Response start(const Questionnaire& questionnaire);

/// The answer after a tap on an option: chosen or taken back; alone where the question does not
/// repeat or an option is exclusive. For open-choice, a text of one's own stays unless it must go.
std::vector<Value> toggled(const Item& item, const std::vector<Value>& values,
                           const AnswerOption& option);

/// FHIR R4 QuestionnaireResponse (JSON) of the enabled, answered items; `authored` is an instant.
/// With a `language` it says in it what was asked and answered (item.text, Coding.display), as the
/// person read it. It holds what a person answered: wipe it (base::wipe) after use.
std::string to_fhir(const Questionnaire& questionnaire, const Response& response,
                    const std::string& authored, const std::string& language = {});

}  // namespace candor::screening
