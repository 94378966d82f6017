#pragma once
#include <cstddef>
#include <vector>

#include "screening/questionnaire.h"
#include "screening/reading.h"

namespace candor::screening {

inline constexpr std::size_t kMaxItems = 5'000;
inline constexpr int kMaxItemDepth = 200;

/// Reads Questionnaire.item with all inside.
class ItemReader {
  public:
    explicit ItemReader(Reading& reading) : reading_(reading) {}

    std::vector<Item> read(const Node& holder);
    /// The line of each item read, in document order.
    const std::vector<int>& lines() const { return lines_; }
    /// The lines of each item's conditions, in document order.
    const std::vector<std::vector<int>>& condition_lines() const { return condition_lines_; }

  private:
    bool too_many(const Node& node);
    Item read_item(const Node& node);
    void read_type(const Node& node, Item& item);
    void read_answers(const Node& node, Item& item);
    void read_option(const Node& node, Item& item);
    void read_initial(const Node& node, Item& item);
    void refuse_elements(const Node& node);
    void check_words(const Node& node, const Item& item);
    void check_shape(const Node& node, Item& item);

    Reading& reading_;
    int depth_ = 0;
    bool full_ = false;
    std::vector<int> lines_;
    std::vector<std::vector<int>> condition_lines_;
};

}  // namespace candor::screening
