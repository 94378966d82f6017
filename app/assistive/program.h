#pragma once
#include <atk/atk.h>

#include <string>
#include <vector>

#include "assistive/thing.h"
#include "platform/window.h"

namespace candor::assistive {

/// The program and its window as ATK objects, and in the window one object a node, in reading
/// order. A node that can be touched stays the same object as long as it is there, and so does a
/// text that stays. One thread.
class Program {
  public:
    Program(const std::string& title, Ask ask);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    AtkObject* root() const { return root_; }
    /// Listeners are told what came, went and changed.
    void show(const ui::Tree& tree, const platform::Standing& window);

  private:
    void stand(const ui::Tree& tree, const platform::Standing& window);
    void drop(const std::vector<AtkObject*>& kept);

    AtkObject* root_;
    AtkObject* window_;
    InWindow in_window_;
    bool active_ = false;
};

}  // namespace candor::assistive
