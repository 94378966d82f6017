#include "assistive/program.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace candor::assistive {
namespace {

/// The program or its window: what has children.
struct Holding {
    std::vector<AtkObject*> children;
    const InWindow* window = nullptr;  ///< of a window
    bool active = false;
};

struct CandorHolder {
    AtkObject parent;
    Holding* state;
};
struct CandorHolderClass {
    AtkObjectClass parent;
};

Holding& holding(gpointer holder) { return *static_cast<CandorHolder*>(holder)->state; }

int holder_count(AtkObject* holder) { return static_cast<int>(holding(holder).children.size()); }

AtkObject* holder_child(AtkObject* holder, int at) {
    const auto& children = holding(holder).children;
    if (at < 0 || at >= static_cast<int>(children.size())) return nullptr;
    return static_cast<AtkObject*>(g_object_ref(children[static_cast<std::size_t>(at)]));
}

AtkStateSet* holder_states(AtkObject* holder) {
    AtkStateSet* set = atk_state_set_new();
    for (const AtkStateType state :
         {ATK_STATE_ENABLED, ATK_STATE_SENSITIVE, ATK_STATE_VISIBLE, ATK_STATE_SHOWING})
        atk_state_set_add_state(set, state);
    if (holding(holder).active) atk_state_set_add_state(set, ATK_STATE_ACTIVE);
    return set;
}

int holder_index(AtkObject* holder) { return holding(holder).window == nullptr ? -1 : 0; }

G_DEFINE_TYPE(CandorHolder, candor_holder, ATK_TYPE_OBJECT)

void holder_finalize(GObject* object) {
    delete reinterpret_cast<CandorHolder*>(object)->state;
    G_OBJECT_CLASS(candor_holder_parent_class)->finalize(object);
}

static void candor_holder_init(CandorHolder* holder) { holder->state = new Holding; }

static void candor_holder_class_init(CandorHolderClass* type) {
    type->parent.get_n_children = holder_count;
    type->parent.ref_child = holder_child;
    type->parent.ref_state_set = holder_states;
    type->parent.get_index_in_parent = holder_index;
    G_OBJECT_CLASS(type)->finalize = holder_finalize;
}

void window_extents(AtkComponent* window, int* x, int* y, int* width, int* height,
                    AtkCoordType from) {
    const InWindow& in = *holding(window).window;
    const bool on_screen = from == ATK_XY_SCREEN;
    *x = on_screen ? static_cast<int>(std::lround(in.corner.x)) : 0;
    *y = on_screen ? static_cast<int>(std::lround(in.corner.y)) : 0;
    *width = static_cast<int>(std::lround(in.rect.w));
    *height = static_cast<int>(std::lround(in.rect.h));
}

void window_component_init(AtkComponentIface* iface) { iface->get_extents = window_extents; }

struct CandorWindow {
    CandorHolder parent;
};
struct CandorWindowClass {
    CandorHolderClass parent;
};
static void candor_window_init(CandorWindow* /*window*/) {}
static void candor_window_class_init(CandorWindowClass* /*type*/) {}
G_DEFINE_TYPE_WITH_CODE(CandorWindow, candor_window, candor_holder_get_type(),
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, window_component_init)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_WINDOW, nullptr))

AtkObject* new_holder(GType type, AtkRole role, const std::string& name) {
    auto* holder = static_cast<AtkObject*>(g_object_new(type, nullptr));
    atk_object_set_role(holder, role);
    atk_object_set_name(holder, name.c_str());
    return holder;
}

/// What a node is known by from frame to frame: what can be touched by its id, a text by its words,
/// and of several alike by which it is.
using Mark = std::pair<std::pair<ui::WidgetId, std::string>, std::pair<ui::Role, int>>;

class Marks {
  public:
    Mark of(const ui::Node& node) {
        Mark mark{{node.id, node.id == 0 ? node.name : std::string()}, {node.role, 0}};
        mark.second.second = seen_[mark]++;
        return mark;
    }

  private:
    std::map<Mark, int> seen_;
};

}  // namespace

Program::Program(const std::string& title, Ask ask)
    : root_(new_holder(candor_holder_get_type(), ATK_ROLE_APPLICATION, title)),
      window_(new_holder(candor_window_get_type(), ATK_ROLE_FRAME, title)) {
    in_window_.ask = std::move(ask);
    holding(window_).window = &in_window_;
    holding(root_).children.push_back(window_);
    atk_object_set_parent(window_, root_);
}

Program::~Program() {
    drop({});
    holding(root_).children.clear();
    atk_object_set_parent(window_, nullptr);
    g_object_unref(window_);
    g_object_unref(root_);
}

/// Lets go of the things that are not among the `kept`, from the end.
void Program::drop(const std::vector<AtkObject*>& kept) {
    auto& children = holding(window_).children;
    for (std::size_t at = children.size(); at-- > 0;) {
        AtkObject* thing = children[at];
        if (std::find(kept.begin(), kept.end(), thing) != kept.end()) continue;
        children.erase(children.begin() + static_cast<std::ptrdiff_t>(at));
        g_signal_emit_by_name(window_, "children-changed::remove", static_cast<guint>(at), thing,
                              nullptr);
        set_gone(thing);
        atk_object_set_parent(thing, nullptr);
        g_object_unref(thing);
    }
}

void Program::stand(const ui::Tree& tree, const platform::Standing& window) {
    in_window_.rect = {0, 0, static_cast<float>(tree.width), static_cast<float>(tree.height)};
    in_window_.corner = window.corner;
    if (std::exchange(active_, window.active) == window.active) return;
    holding(window_).active = active_;
    g_signal_emit_by_name(window_, active_ ? "activate" : "deactivate");
    atk_object_notify_state_change(window_, ATK_STATE_ACTIVE, active_ ? TRUE : FALSE);
}

void Program::show(const ui::Tree& tree, const platform::Standing& window) {
    stand(tree, window);
    auto& children = holding(window_).children;
    std::map<Mark, AtkObject*> there;
    Marks old_marks, new_marks;
    for (AtkObject* thing : children) there.emplace(old_marks.of(node_of(thing)), thing);
    // What is there still, and what is new, in the new order.
    std::vector<std::pair<AtkObject*, bool>> wanted;
    std::vector<AtkObject*> kept;
    for (const ui::Node& node : tree.nodes) {
        const auto found = there.find(new_marks.of(node));
        const bool is_new = found == there.end();
        wanted.emplace_back(is_new ? new_thing(node, in_window_) : found->second, is_new);
        if (!is_new) kept.push_back(found->second);
    }
    drop(kept);
    children.clear();
    for (const auto& [thing, is_new] : wanted) {
        set_index(thing, static_cast<int>(children.size()));
        children.push_back(thing);
    }
    // What stands in a view that has just come is part of it, and read as such.
    const bool view_stays = std::none_of(wanted.begin(), wanted.end(), [&](const auto& each) {
        return each.second && node_of(each.first).role == ui::Role::heading;
    });
    std::vector<AtkObject*> news;
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        const auto& [thing, is_new] = wanted[at];
        if (!is_new) {
            update(thing, tree.nodes[at]);
            continue;
        }
        const ui::Role role = tree.nodes[at].role;
        if (role == ui::Role::alert || (role == ui::Role::status && view_stays)) {
            set_news(thing);
            news.push_back(thing);
        }
        atk_object_set_parent(thing, window_);
        g_signal_emit_by_name(window_, "children-changed::add", static_cast<guint>(at), thing,
                              nullptr);
        if ((tree.nodes[at].states & ui::kFocused) != 0)
            atk_object_notify_state_change(thing, ATK_STATE_FOCUSED, TRUE);
    }
    // After the focus, which would break them off.
    for (AtkObject* thing : news) atk_object_notify_state_change(thing, ATK_STATE_SHOWING, TRUE);
}

}  // namespace candor::assistive
