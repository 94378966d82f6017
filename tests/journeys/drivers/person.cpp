#include "person.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace candor::journeys {
namespace {

constexpr int kMostDrags = 80;
constexpr float kFirstMove = 32;    // past the slop, so that a drag begins
constexpr float kComfortable = 44;  // less of a thing than this in sight, and one scrolls on
constexpr int kStepsOfADrag = 8;

std::ptrdiff_t place_of(const ui::Tree& tree, Role role, std::string_view name) {
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const ui::Node& node = tree.nodes[i];
        if (node.role == role && node.name == name) return static_cast<std::ptrdiff_t>(i);
    }
    return -1;
}

bool is_pressed(const ui::Tree& tree, std::ptrdiff_t place) {
    return place >= 0 && (tree.nodes[static_cast<std::size_t>(place)].states & ui::kPressed) != 0;
}

bool anything_is_pressed(const ui::Tree& tree) {
    return std::any_of(tree.nodes.begin(), tree.nodes.end(),
                       [](const ui::Node& node) { return (node.states & ui::kPressed) != 0; });
}

/// How far the content must go up (negative) or down for it to be in sight; 0: it is.
float out_of_sight(const ui::Tree& tree, const base::Rect& rect) {
    const auto height = static_cast<float>(tree.height);
    const float most = height * 0.4F;
    if (rect.y >= height) return -std::min(most, rect.y - height + rect.h + kComfortable);
    if (rect.bottom() <= 0) return std::min(most, -rect.y + kComfortable);
    if (rect.h >= kComfortable) return 0;
    return rect.y > height / 3 ? -2 * kComfortable : 2 * kComfortable;
}

std::string quoted(Role role, const std::string& name) {
    return std::string(ui::name_of(role)) + " \"" + name + "\"";
}

/// The characters of a UTF-8 text.
std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> out;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) out.emplace_back();
        out.back() += byte;
    }
    return out;
}

bool is_letter(const std::string& key) {
    return key.size() == 1 && std::isalpha(static_cast<unsigned char>(key[0])) != 0;
}

}  // namespace

void Person::give_up(const Sought& sought, std::string_view why) const {
    throw std::runtime_error(quoted(sought.role, sought.name) + " " + std::string(why) + " in\n" +
                             ui::to_text(glass_.tree(), ui::Rects::with));
}

const ui::Node& Person::await(const Sought& sought) {
    const auto there = [&](const ui::Tree& tree) {
        return place_of(tree, sought.role, sought.name) >= 0;
    };
    if (!glass_.await(there)) give_up(sought, "is not there");
    const ui::Tree& tree = glass_.tree();
    return tree.nodes[static_cast<std::size_t>(place_of(tree, sought.role, sought.name))];
}

void Person::drag(const Sought& sought, float distance) {
    const ui::Tree& tree = glass_.tree();
    const auto width = static_cast<float>(tree.width), height = static_cast<float>(tree.height);
    const float first = distance < 0 ? -kFirstMove : kFirstMove;
    const float x = width / 2, start = height * (distance < 0 ? 0.55F : 0.3F);
    const float before = await(sought).rect.y;
    ++drags_;
    glass_.put_down({x, start});
    for (int step = 0; step <= kStepsOfADrag; ++step) {
        const float share = static_cast<float>(step) / kStepsOfADrag;
        glass_.move_to({x, start + first + distance * share});
    }
    const bool moved = glass_.await([&](const ui::Tree& now) {
        const auto place = place_of(now, sought.role, sought.name);
        return place < 0 || now.nodes[static_cast<std::size_t>(place)].rect.y != before;
    });
    glass_.lift(Lift::after_a_rest);
    if (!moved) give_up(sought, "cannot be scrolled to");
}

base::Point Person::bring_into_sight(const Sought& sought) {
    for (int drags = 0; drags < kMostDrags; ++drags) {
        const base::Rect rect = await(sought).rect;
        const float distance = out_of_sight(glass_.tree(), rect);
        if (distance == 0) return {rect.x + rect.w / 2, rect.y + rect.h / 2};
        drag(sought, distance);
    }
    give_up(sought, "stays out of sight");
}

void Person::press(const Sought& sought) {
    const base::Point at = bring_into_sight(sought);
    if ((await(sought).states & ui::kDisabled) != 0) give_up(sought, "is disabled");
    ++touches_;
    glass_.put_down(at);
    const bool pressed = glass_.await([&](const ui::Tree& tree) {
        return is_pressed(tree, place_of(tree, sought.role, sought.name));
    });
    if (!pressed) give_up(sought, "does not feel the finger");
    glass_.lift(Lift::at_once);
    if (!glass_.await([](const ui::Tree& tree) { return !anything_is_pressed(tree); }))
        give_up(sought, "stays pressed");
}

void Person::touch(Role role, std::string_view name) { press({role, std::string(name)}); }

void Person::touch_twice(Role role, std::string_view name) {
    const base::Point at = bring_into_sight({role, std::string(name)});
    glass_.put_down(at);
    glass_.lift(Lift::at_once);
    glass_.tap_again();
}

void Person::holds(std::string_view key, std::string_view variant) {
    const Sought held{Role::button, std::string(key)};
    glass_.put_down(bring_into_sight(held));
    await({Role::button, std::string(variant)});
    glass_.lift(Lift::at_once);
    touch(Role::button, variant);
}

bool Person::has_key(std::string_view key) const {
    return glass_.tree().find(Role::button, key) != nullptr;
}

void Person::hit_key(const std::string& key) {
    const std::string name = key == " " ? "space" : key;
    for (int tries = 0; tries < 4 && !has_key(name); ++tries) {
        if (is_letter(name) && has_key("Capital letter"))
            touch(Role::button, "Capital letter");
        else
            touch(Role::button, has_key("abc") ? "abc" : "?123");
    }
    touch(Role::button, name);
}

void Person::types(std::string_view text) {
    for (const std::string& key : characters(text)) hit_key(key);
}

void Person::writes(std::string_view field, std::string_view text) {
    touch(Role::textbox, field);
    types(text);
    touch(Role::button, "Done");
}

testing::AssertionResult Person::told(bool seen, const std::string& what) const {
    if (seen) return testing::AssertionSuccess() << what << " is there";
    return testing::AssertionFailure() << what << " is not there, in\n"
                                       << ui::to_text(glass_.tree(), ui::Rects::with);
}

testing::AssertionResult Person::sees(Role role, std::string_view name, unsigned states) {
    const bool seen = glass_.await([&](const ui::Tree& tree) {
        const ui::Node* node = tree.find(role, name);
        return node != nullptr && (node->states & states) == states;
    });
    return told(seen, quoted(role, std::string(name)));
}

testing::AssertionResult Person::reads(std::string_view words) {
    const bool seen = glass_.await([&](const ui::Tree& tree) {
        return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const ui::Node& node) {
            return node.name.find(words) != std::string::npos;
        });
    });
    return told(seen, "\"" + std::string(words) + "\"");
}

testing::AssertionResult Person::is_on(std::string_view screen, std::string_view sheet) {
    const bool there = glass_.await(
        [&](const ui::Tree& tree) { return tree.screen == screen && tree.sheet == sheet; });
    return told(there, "the screen " + std::string(screen) + " with the sheet \"" +
                           std::string(sheet) + "\"");
}

std::size_t Person::length_of(std::string_view field) {
    return characters(thing(Role::textbox, field).value).size();
}

const ui::Node& Person::thing(Role role, std::string_view name) {
    return await({role, std::string(name)});
}

}  // namespace candor::journeys
