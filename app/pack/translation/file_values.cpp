#include "pack/translation/file_values.h"

#include "pack/page/self_check.h"
#include "pack/translation/form_values.h"

namespace candor::pack {

std::vector<LocalizedValue> values_of_file(std::string_view name, std::string_view yaml,
                                           const std::string& first, const std::string& language) {
    return name == kQuestionnaireFile ? form_values(yaml, first, language)
                                      : localized_values(yaml, first, language);
}

std::string with_words_in_file(std::string_view name, std::string_view yaml,
                               const std::vector<LocalizedValue>& values,
                               const std::string& language, const std::vector<std::string>& words) {
    return name == kQuestionnaireFile ? with_form_translations(yaml, values, language, words)
                                      : with_translations(yaml, values, language, words);
}

}  // namespace candor::pack
