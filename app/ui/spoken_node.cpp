#include "ui/spoken_node.h"

#include <array>

#include "base/utf8.h"

namespace candor::ui {
namespace {

struct SpokenState {
    unsigned bit;
    const char* key;
};
constexpr std::array<SpokenState, 6> kSpokenStates{{{kSelected, "spoken.selected"},
                                                    {kExpanded, "spoken.open"},
                                                    {kBusy, "spoken.busy"},
                                                    {kRequired, "spoken.required"},
                                                    {kInvalid, "spoken.invalid"},
                                                    {kDisabled, "spoken.disabled"}}};

bool can_be_checked(Role role) { return role == Role::checkbox || role == Role::radio; }

bool takes_text(const Node& node) { return (node.actions & kEdit) != 0; }

/// What was typed is masked: a character for each.
std::string value_of(const Node& node, const Strings& strings) {
    if (!takes_text(node)) return node.value;
    if (node.value.empty()) return strings("spoken.empty");
    return strings.plural("spoken.characters", static_cast<int>(base::utf8_count(node.value)));
}

class Sentence {
  public:
    void add(const std::string& words) {
        if (words.empty()) return;
        if (!all_.empty()) all_ += ", ";
        all_ += words;
    }
    std::string take() { return std::move(all_); }

  private:
    std::string all_;
};

void add_states(Sentence& out, const Node& node, const Strings& strings) {
    if ((node.actions & kLongPress) != 0) out.add(strings("spoken.other-forms"));
    if (can_be_checked(node.role))
        out.add(strings((node.states & kChecked) != 0 ? "spoken.checked" : "spoken.not-checked"));
    for (const SpokenState& state : kSpokenStates)
        if ((node.states & state.bit) != 0) out.add(strings(state.key));
}

}  // namespace

std::string spoken_node(const Node& node, const Focus::Position& position, const Strings& strings) {
    Sentence out;
    out.add(node.name);
    out.add(strings(std::string("spoken.role.") + name_of(node.role)));
    out.add(value_of(node, strings));
    add_states(out, node, strings);
    if (position.at > 0)
        out.add(strings("spoken.position",
                        {{"n", std::to_string(position.at)}, {"of", std::to_string(position.of)}}));
    return out.take();
}

Node without_typed(Node node) {
    if (node.aloud.empty()) return node;
    (node.value.empty() ? node.name : node.value) = node.aloud;
    return node;
}

std::string spoken_words_of(const Node& node, const Strings& strings) {
    Sentence out;
    out.add(node.name);
    out.add(value_of(node, strings));
    add_states(out, node, strings);
    return out.take();
}

}  // namespace candor::ui
