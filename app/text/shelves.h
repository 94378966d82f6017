#pragma once
#include <vector>

namespace candor::text {

/// Packs rectangles into a square in rows of about one height, a pixel apart.
class Shelves {
  public:
    struct Place {
        int x = 0, y = 0;
    };
    explicit Shelves(int size_px) : size_(size_px) {}
    /// False and unchanged when it does not fit.
    bool add(int w, int h, Place& place);

  private:
    struct Shelf {
        int y, height, used;
    };
    int size_;
    std::vector<Shelf> shelves_;  ///< from the top
};

}  // namespace candor::text
