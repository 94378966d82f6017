#include "assistive/roles.h"

#include <array>
#include <utility>

namespace candor::assistive {
namespace {

using ui::Role;

constexpr std::array<std::pair<Role, AtkRole>, 23> kRoles{{
    {Role::button, ATK_ROLE_PUSH_BUTTON}, {Role::link, ATK_ROLE_LINK},
    {Role::heading, ATK_ROLE_HEADING},    {Role::paragraph, ATK_ROLE_PARAGRAPH},
    {Role::img, ATK_ROLE_IMAGE},          {Role::checkbox, ATK_ROLE_CHECK_BOX},
    {Role::radio, ATK_ROLE_RADIO_BUTTON}, {Role::textbox, ATK_ROLE_ENTRY},
    {Role::searchbox, ATK_ROLE_ENTRY},    {Role::progressbar, ATK_ROLE_PROGRESS_BAR},
    {Role::dialog, ATK_ROLE_DIALOG},      {Role::alert, ATK_ROLE_ALERT},
    {Role::status, ATK_ROLE_STATUSBAR},   {Role::list, ATK_ROLE_LIST},
    {Role::listitem, ATK_ROLE_LIST_ITEM}, {Role::table, ATK_ROLE_TABLE},
    {Role::row, ATK_ROLE_TABLE_ROW},      {Role::cell, ATK_ROLE_TABLE_CELL},
    {Role::figure, ATK_ROLE_IMAGE},       {Role::tab, ATK_ROLE_PAGE_TAB},
    {Role::slider, ATK_ROLE_SLIDER},      {Role::spinbutton, ATK_ROLE_SPIN_BUTTON},
    {Role::combobox, ATK_ROLE_COMBO_BOX},
}};

constexpr std::array<std::pair<unsigned, AtkStateType>, 8> kStates{{
    {ui::kPressed, ATK_STATE_PRESSED},
    {ui::kChecked, ATK_STATE_CHECKED},
    {ui::kSelected, ATK_STATE_SELECTED},
    {ui::kFocused, ATK_STATE_FOCUSED},
    {ui::kExpanded, ATK_STATE_EXPANDED},
    {ui::kBusy, ATK_STATE_BUSY},
    {ui::kRequired, ATK_STATE_REQUIRED},
    {ui::kInvalid, ATK_STATE_INVALID_ENTRY},
}};

/// What it can be, whether or not it is now.
void add_possible(AtkStateSet* set, const ui::Node& node) {
    const auto add = [set](AtkStateType state) { atk_state_set_add_state(set, state); };
    if (node.id != 0) add(ATK_STATE_FOCUSABLE);
    if (node.role == Role::checkbox || node.role == Role::radio) add(ATK_STATE_CHECKABLE);
    if (node.role == Role::tab || node.role == Role::listitem) add(ATK_STATE_SELECTABLE);
    if ((node.states & ui::kExpanded) != 0 || node.role == Role::combobox)
        add(ATK_STATE_EXPANDABLE);
    if (is_field(node)) add(ATK_STATE_EDITABLE);
    if ((node.states & ui::kDisabled) != 0) return;
    add(ATK_STATE_ENABLED);
    add(ATK_STATE_SENSITIVE);
}

}  // namespace

bool is_field(const ui::Node& node) {
    return node.role == Role::textbox || node.role == Role::searchbox;
}

AtkRole role_of(const ui::Node& node) {
    if (is_field(node) && !node.typed) return ATK_ROLE_PASSWORD_TEXT;
    for (const auto& [role, theirs] : kRoles)
        if (role == node.role) return theirs;
    return ATK_ROLE_UNKNOWN;
}

AtkStateSet* states_of(const ui::Node& node, const base::Rect& window) {
    AtkStateSet* set = atk_state_set_new();
    atk_state_set_add_state(set, ATK_STATE_VISIBLE);
    const base::Rect seen = node.rect.intersection(window);
    if (seen.w > 0 && seen.h > 0) atk_state_set_add_state(set, ATK_STATE_SHOWING);
    add_possible(set, node);
    for (const auto& [ours, theirs] : kStates)
        if ((node.states & ours) != 0) atk_state_set_add_state(set, theirs);
    // The chosen one of a row of tabs, or the page one is on.
    if ((node.states & ui::kCurrent) != 0) atk_state_set_add_state(set, ATK_STATE_ACTIVE);
    return set;
}

}  // namespace candor::assistive
