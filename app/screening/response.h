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
    std::vector<Answer> answers_;
};

/// FHIR R4 QuestionnaireResponse (JSON) of the enabled, answered items; `authored` is an instant.
std::string to_fhir(const Questionnaire& questionnaire, const Response& response,
                    const std::string& authored);

}  // namespace candor::screening
