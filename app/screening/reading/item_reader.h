#pragma once
#include <cstddef>
#include <vector>

#include "screening/model/questionnaire.h"
#include "screening/reading/option_reader.h"
#include "screening/reading/reading.h"

namespace candor::screening {

inline constexpr std::size_t kMaxItems = 5'000;
inline constexpr int kMaxItemDepth = 200;
inline constexpr std::size_t kMaxConditions = 20'000;

/// Reads Questionnaire.item with all inside.
class ItemReader {
  public:
    /// `root` is the questionnaire, whose value sets items may name; it must outlive this.
    ItemReader(const Node& root, Reading& reading)
        : reading_(reading), extensions_(reading), options_(root, reading, extensions_) {}

    std::vector<Item> read(const Node& holder);
    /// The line of each item read, in document order.
    const std::vector<int>& lines() const { return lines_; }
    /// The lines of each item's conditions, in document order.
    const std::vector<std::vector<int>>& condition_lines() const { return condition_lines_; }

  private:
    bool too_many(const Node& node);
    Item read_item(const Node& node);
    void read_type(const Node& node, Item& item);
    void read_max_length(const Node& node, Item& item);
    void refuse_elements(const Node& node);
    void count_conditions(const Node& node, std::size_t more);
    static void take_parts(Item& item);

    Reading& reading_;
    ExtensionReader extensions_;
    OptionReader options_;
    std::size_t conditions_ = 0;
    int depth_ = 0;
    bool full_ = false;
    std::vector<int> lines_;
    std::vector<std::vector<int>> condition_lines_;
};

}  // namespace candor::screening
