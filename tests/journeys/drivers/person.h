#pragma once
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "glass.h"

namespace candor::journeys {

using ui::Role;

/// Somebody in front of a kiosk. Finds everything in the accessible tree by role and name, and acts
/// with a finger at its rectangle alone; what is out of sight is scrolled to by dragging. What
/// cannot be done ends the journey with an exception that shows the screen.
class Person {
  public:
    explicit Person(Glass& glass) : glass_(glass) {}

    void touch(Role role, std::string_view name);
    /// Two taps in quick succession.
    void touch_twice(Role role, std::string_view name);
    /// Holds a key of the on-screen keyboard until its variants show, and picks one.
    void holds(std::string_view key, std::string_view variant);
    /// On the on-screen keyboard, key by key, with shift and symbols where they are needed.
    void types(std::string_view text);
    /// Touches the field, types into it and closes the keyboard.
    void writes(std::string_view field, std::string_view text);
    void waits(int seconds) { glass_.wait(seconds); }

    /// Such a thing is on the screen (or, in a scrolled page, above or below), in these states.
    testing::AssertionResult sees(Role role, std::string_view name, unsigned states = 0);
    /// Something on the screen says these words, maybe among others.
    testing::AssertionResult reads(std::string_view words);
    /// The screen of that name ("home"), with that sheet on it ("" for none).
    testing::AssertionResult is_on(std::string_view screen, std::string_view sheet = {});
    /// How many characters a field shows, as dots.
    std::size_t length_of(std::string_view field);
    const ui::Node& thing(Role role, std::string_view name);

    /// How often the glass was touched so far, and how often it was scrolled.
    int touches() const { return touches_; }
    int drags() const { return drags_; }

  private:
    struct Sought {
        Role role;
        std::string name;
    };
    const ui::Node& await(const Sought& sought);
    base::Point bring_into_sight(const Sought& sought);
    void drag(const Sought& sought, float distance);
    void press(const Sought& sought);
    void hit_key(const std::string& key);
    bool has_key(std::string_view key) const;
    [[noreturn]] void give_up(const Sought& sought, std::string_view why) const;
    testing::AssertionResult told(bool seen, const std::string& what) const;

    Glass& glass_;
    int touches_ = 0, drags_ = 0;
};

}  // namespace candor::journeys
