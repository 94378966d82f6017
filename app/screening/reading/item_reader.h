#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "screening/model/questionnaire.h"
#include "screening/reading/expression_reader.h"
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
    /// The expressions of each item, in document order.
    const std::vector<ItemExpressions>& expressions() const { return expressions_; }
    /// Was its type refused? What else is wrong with it is no news.
    bool is_unread(const std::string& link_id) const { return unread_.contains(link_id); }
    /// Is it an attachment or a reference that nobody is asked for? It is never answered.
    bool is_unasked(const std::string& link_id) const { return unasked_.contains(link_id); }
    /// There were too many items to read them all.
    bool full() const { return full_; }

  private:
    bool too_many(const Node& node);
    void read_unasked(const Node& node, const std::string& name, Item& item);
    void refuse_unasked(const Node& node, bool photo, const Item& item);
    void finish(const Node& node, Item& item);
    Item read_item(const Node& node, Item* before_it);
    void take_words(Item& item, Item* before);
    void read_type(const Node& node, Item& item);
    bool take_words_only(const Node& node, Item& item);
    void read_max_length(const Node& node, Item& item);
    void refuse_elements(const Node& node);
    void count_conditions(const Node& node, std::size_t more);
    void take_markup(const Node& node, Item& item);
    void take_parts(Item& item);

    Reading& reading_;
    ExtensionReader extensions_;
    OptionReader options_;
    std::size_t conditions_ = 0;
    int depth_ = 0;
    base::Localized prompt_;  ///< of the item that was read last
    bool full_ = false;
    std::vector<int> lines_;
    std::vector<std::vector<int>> condition_lines_;
    std::vector<ItemExpressions> expressions_;
    bool unseen_ = false;  ///< what is read now stands in an item that is hidden
    std::set<std::string> unread_, unasked_;
};

}  // namespace candor::screening
