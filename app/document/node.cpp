#include "document/node.h"

namespace candor::document {

const Node* Node::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i)
        if (keys[i].name == key) return items[i].is(Kind::nothing) ? nullptr : &items[i];
    return nullptr;
}

bool Node::is_scalar() const {
    return kind != Kind::nothing && kind != Kind::list && kind != Kind::map;
}

}  // namespace candor::document
