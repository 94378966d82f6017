#pragma once
#include <string>
#include <vector>

namespace candor::platform {

enum class Purpose { kiosk, desk };

/// While it lives, the environment keeps SDL from slow work that a kiosk has no use for (together
/// about two thirds of SDL's start). What somebody set already stays; everything is taken back at
/// the end, so that children do not inherit it. A desk keeps dead keys and input methods.
class QuietStart {
  public:
    explicit QuietStart(Purpose purpose);
    ~QuietStart();
    QuietStart(const QuietStart&) = delete;
    QuietStart& operator=(const QuietStart&) = delete;

  private:
    void set(const char* name, const char* value);
    std::vector<std::string> set_;
};

}  // namespace candor::platform
