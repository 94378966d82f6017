#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

/// In the order of their weight: safety stands before hope.
enum class Level { urgent, tell_the_doctor, less_likely, worth_a_talk };

struct LevelWords {
    base::Localized title, text;
};
struct GuidanceFinding {
    std::string id;
    Level level = Level::worth_a_talk;
    bool ending = false;      ///< its words replace the level's headline
    bool no_request = false;  ///< whom it is about (a child) is not asked for name and phone
    bool distress = false;    ///< it speaks of low mood: whom to call stands with it
    std::vector<EnableWhen> enable_when;
    Behavior enable_behavior = Behavior::all;
    base::Localized title, text;
    std::vector<std::string> sources;
};
/// guidance.yaml; see content/README.md.
struct Guidance {
    std::array<LevelWords, 4> levels;  ///< by Level
    std::vector<GuidanceFinding> findings;
};
/// "urgent", "tell-the-doctor", "less-likely", "worth-a-talk".
const char* name_of(Level level);

}  // namespace candor::screening
