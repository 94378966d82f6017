#pragma once
#include <cstddef>

#include "screening/reading/fhir_value.h"
#include "screening/reading/value_sets.h"

namespace candor::screening {

inline constexpr std::size_t kMaxOptions = 2'000;      ///< of one item
inline constexpr std::size_t kMaxAllOptions = 50'000;  ///< of all items together

/// Reads answerOption, answerValueSet and initial of an item.
class OptionReader {
  public:
    OptionReader(const Node& root, Reading& reading, ExtensionReader& extensions)
        : reading_(reading), extensions_(extensions), sets_(root, reading, extensions) {}

    void read(const Node& node, Item& item);

  private:
    bool read_option(const Node& node, Item& item);
    bool leave_out_empty(const Node& node, const FoundValue& found);
    base::Localized label_of(const Node& node, const Value& value);
    void read_value_set(const Node& node, Item& item);
    void read_initial(const Node& node, Item& item);
    bool read_preset_unit(const Node& entry, Item& item);
    void refuse_elements(const Node& node, const char* what);
    void check_number(const Node& node, Item& item);

    Reading& reading_;
    ExtensionReader& extensions_;
    ValueSets sets_;
    std::size_t count_ = 0;
};

}  // namespace candor::screening
