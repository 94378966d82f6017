#include "assistive/thing.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "assistive/field_words.h"
#include "assistive/roles.h"
#include "base/spoken_text.h"

namespace candor::assistive {
namespace {

struct ThingState {
    ui::Node node;
    std::string name, description;     ///< as they are said: the tree's are written for the eye
    const InWindow* window = nullptr;  ///< nullptr: the window is gone
    int index = 0;
    bool is_news = false;
};

struct CandorThing {
    AtkObject parent;
    ThingState* state;
};
struct CandorThingClass {
    AtkObjectClass parent;
};

ThingState& state_of(gpointer thing) { return *static_cast<CandorThing*>(thing)->state; }

void ask(gpointer thing, ui::Asked asked) {
    const ThingState& state = state_of(thing);
    asked.widget = state.node.id;
    if (state.window != nullptr && state.node.id != 0) state.window->ask(std::move(asked));
}

/// The description is what a slider or a progress bar shows; a field's words are its text.
void name_as_said(ThingState& state) {
    state.name = base::spoken_text(state.node.name);
    state.description = is_field(state.node) ? "" : base::spoken_text(state.node.value);
}

bool can_be_pressed(const ui::Node& node) {
    return node.id != 0 && (node.actions & ui::kPress) != 0 && (node.states & ui::kDisabled) == 0;
}

// AtkObject

AtkStateSet* thing_states(AtkObject* thing) {
    const ThingState& state = state_of(thing);
    if (state.window != nullptr) return states_of(state.node, state.window->rect);
    AtkStateSet* gone = atk_state_set_new();
    atk_state_set_add_state(gone, ATK_STATE_DEFUNCT);
    return gone;
}

const char* thing_name(AtkObject* thing) { return state_of(thing).name.c_str(); }
const char* thing_description(AtkObject* thing) { return state_of(thing).description.c_str(); }

/// Screen readers say by themselves what is a notification, and nothing else that appears.
AtkRole thing_role(AtkObject* thing) {
    return state_of(thing).is_news ? ATK_ROLE_NOTIFICATION : role_of(state_of(thing).node);
}
int thing_index(AtkObject* thing) { return state_of(thing).index; }

// AtkComponent

void thing_extents(AtkComponent* thing, int* x, int* y, int* width, int* height,
                   AtkCoordType from) {
    const ThingState& state = state_of(thing);
    const base::Rect& rect = state.node.rect;
    base::Point corner;
    if (from == ATK_XY_SCREEN && state.window != nullptr) corner = state.window->corner;
    *x = static_cast<int>(std::lround(rect.x + corner.x));
    *y = static_cast<int>(std::lround(rect.y + corner.y));
    *width = static_cast<int>(std::lround(rect.w));
    *height = static_cast<int>(std::lround(rect.h));
}

gboolean thing_grab_focus(AtkComponent* thing) {
    if (state_of(thing).node.id == 0) return FALSE;
    ask(thing, {ui::Asked::Kind::focus});
    return TRUE;
}

void thing_component_init(AtkComponentIface* iface) {
    iface->get_extents = thing_extents;
    iface->grab_focus = thing_grab_focus;
}

// AtkAction

int thing_actions(AtkAction* thing) { return can_be_pressed(state_of(thing).node) ? 1 : 0; }

gboolean thing_act(AtkAction* thing, int which) {
    if (which != 0 || !can_be_pressed(state_of(thing).node)) return FALSE;
    ask(thing, {ui::Asked::Kind::press});
    return TRUE;
}

const char* thing_action_name(AtkAction* thing, int which) {
    return which < thing_actions(thing) ? "press" : nullptr;
}

void thing_action_init(AtkActionIface* iface) {
    iface->get_n_actions = thing_actions;
    iface->do_action = thing_act;
    iface->get_name = thing_action_name;
}

// AtkText and AtkEditableText: offsets are characters.

FieldWords words_of(gpointer field) { return FieldWords(state_of(field).node); }

char* field_text(AtkText* field, int from, int to) {
    return g_strdup(words_of(field).between(from, to).c_str());
}

int field_length(AtkText* field) { return words_of(field).length(); }
int field_caret(AtkText* field) { return words_of(field).caret(); }

gunichar field_character(AtkText* field, int at) { return words_of(field).character(at); }

char* field_string_at(AtkText* field, int at, AtkTextGranularity by, int* from, int* to) {
    const FieldWords::Part part = words_of(field).part_at(at, by);
    *from = part.from;
    *to = part.to;
    return g_strdup(part.words.c_str());
}

int field_selections(AtkText* field) { return words_of(field).selection() ? 1 : 0; }

char* field_selection(AtkText* field, int which, int* from, int* to) {
    *from = *to = 0;
    const auto selected = words_of(field).selection();
    if (which != 0 || !selected) return nullptr;
    *from = selected->from;
    *to = selected->to;
    return g_strdup(selected->words.c_str());
}

gboolean field_place_caret(AtkText* field, int at) {
    ask(field, {ui::Asked::Kind::place_caret, 0, words_of(field).byte(at)});
    return TRUE;
}

void field_text_init(AtkTextIface* iface) {
    iface->get_text = field_text;
    iface->get_character_count = field_length;
    iface->get_caret_offset = field_caret;
    iface->get_character_at_offset = field_character;
    iface->get_string_at_offset = field_string_at;
    iface->get_n_selections = field_selections;
    iface->get_selection = field_selection;
    iface->set_caret_offset = field_place_caret;
}

void field_set(AtkEditableText* field, const char* words) {
    ask(field, {ui::Asked::Kind::set_text, 0, 0, words});
}

void field_insert(AtkEditableText* field, const char* words, int bytes, int* at) {
    const std::string added(words, static_cast<std::size_t>(std::max(bytes, 0)));
    ask(field, {ui::Asked::Kind::set_text, 0, 0, words_of(field).with(added, *at, *at)});
    *at += static_cast<int>(g_utf8_strlen(added.c_str(), -1));
}

void field_delete(AtkEditableText* field, int from, int to) {
    ask(field, {ui::Asked::Kind::set_text, 0, 0, words_of(field).with({}, from, to)});
}

void field_editable_init(AtkEditableTextIface* iface) {
    iface->set_text_contents = field_set;
    iface->insert_text = field_insert;
    iface->delete_text = field_delete;
}

// The two types.

G_DEFINE_TYPE_WITH_CODE(CandorThing, candor_thing, ATK_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, thing_component_init)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_ACTION, thing_action_init))

void thing_finalize(GObject* object) {
    delete reinterpret_cast<CandorThing*>(object)->state;
    G_OBJECT_CLASS(candor_thing_parent_class)->finalize(object);
}

static void candor_thing_init(CandorThing* thing) { thing->state = new ThingState; }

static void candor_thing_class_init(CandorThingClass* type) {
    type->parent.ref_state_set = thing_states;
    type->parent.get_name = thing_name;
    type->parent.get_description = thing_description;
    type->parent.get_role = thing_role;
    type->parent.get_index_in_parent = thing_index;
    G_OBJECT_CLASS(type)->finalize = thing_finalize;
}

struct CandorField {
    CandorThing parent;
};
struct CandorFieldClass {
    CandorThingClass parent;
};
static void candor_field_init(CandorField* /*field*/) {}
static void candor_field_class_init(CandorFieldClass* /*type*/) {}
G_DEFINE_TYPE_WITH_CODE(CandorField, candor_field, candor_thing_get_type(),
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_TEXT, field_text_init)
                            G_IMPLEMENT_INTERFACE(ATK_TYPE_EDITABLE_TEXT, field_editable_init))

// What listeners are told.

void tell_states(AtkObject* thing, AtkStateSet* before, AtkStateSet* now) {
    for (int each = ATK_STATE_INVALID + 1; each < ATK_STATE_LAST_DEFINED; ++each) {
        const auto state = static_cast<AtkStateType>(each);
        const bool has = atk_state_set_contains_state(now, state) != FALSE;
        if (has != (atk_state_set_contains_state(before, state) != FALSE))
            atk_object_notify_state_change(thing, state, has ? TRUE : FALSE);
    }
}

void tell_words(AtkObject* thing, const FieldWords& before, const FieldWords& now) {
    const FieldWords::Change change = before.change_to(now);
    if (!change.gone.words.empty())
        g_signal_emit_by_name(thing, "text-remove", change.gone.from,
                              change.gone.to - change.gone.from, change.gone.words.c_str());
    if (!change.come.words.empty())
        g_signal_emit_by_name(thing, "text-insert", change.come.from,
                              change.come.to - change.come.from, change.come.words.c_str());
    if (before.caret() != now.caret())
        g_signal_emit_by_name(thing, "text-caret-moved", now.caret());
    if (before.selection().has_value() || now.selection().has_value())
        g_signal_emit_by_name(thing, "text-selection-changed");
}

}  // namespace

AtkObject* new_thing(const ui::Node& node, const InWindow& window) {
    const GType type = is_field(node) ? candor_field_get_type() : candor_thing_get_type();
    auto* thing = static_cast<AtkObject*>(g_object_new(type, nullptr));
    state_of(thing).node = node;
    name_as_said(state_of(thing));
    state_of(thing).window = &window;
    return thing;
}

void update(AtkObject* thing, const ui::Node& node) {
    ThingState& state = state_of(thing);
    if (state.window == nullptr || state.node == node) return;
    AtkStateSet* before = thing_states(thing);
    const ui::Node old = std::exchange(state.node, node);
    name_as_said(state);
    AtkStateSet* now = thing_states(thing);
    if (old.name != node.name) g_object_notify(G_OBJECT(thing), "accessible-name");
    if (!is_field(node) && old.value != node.value)
        g_object_notify(G_OBJECT(thing), "accessible-description");
    // Focus first: a screen reader takes words that change elsewhere for a place that it knows.
    tell_states(thing, before, now);
    if (is_field(node)) tell_words(thing, FieldWords(old), FieldWords(node));
    g_object_unref(before);
    g_object_unref(now);
}

void set_news(AtkObject* thing) { state_of(thing).is_news = true; }

void set_index(AtkObject* thing, int index) { state_of(thing).index = index; }

const ui::Node& node_of(AtkObject* thing) { return state_of(thing).node; }

void set_gone(AtkObject* thing) {
    ThingState& state = state_of(thing);
    if (state.window == nullptr) return;
    state.window = nullptr;
    state.node = {};
    name_as_said(state);
    atk_object_notify_state_change(thing, ATK_STATE_DEFUNCT, TRUE);
}

}  // namespace candor::assistive
