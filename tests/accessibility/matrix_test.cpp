#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

#include "control_scenes.h"
#include "ink_check.h"
#include "keypad_walker.h"
#include "layout_check.h"

// Every screen and sheet in five languages, four text sizes, three themes and on seven displays,
// high and brought down, held against each criterion, and printed as a matrix. A run looks at a
// sample that goes through scenes and ways in steps of a prime; CANDOR_ACCESSIBILITY=full looks at
// all, and CANDOR_ACCESSIBILITY="sheet source" at all of what begins so
// (packaging/accessibility_matrix.sh).

namespace candor::screens {
namespace {

struct Display {
    int width, height;
};
constexpr std::array<Display, 7> kDisplays{{{1080, 1920},
                                            {1920, 1080},
                                            {1280, 800},
                                            {800, 1280},
                                            {1366, 768},
                                            {2160, 3840},
                                            {3840, 2160}}};
constexpr std::array kLanguages{"en", "tr", "ar", "de", "es"};
constexpr std::array kSizes{ui::TextSize::normal, ui::TextSize::large, ui::TextSize::larger,
                            ui::TextSize::largest};
constexpr std::array kThemes{ui::Contrast::standard, ui::Contrast::dark, ui::Contrast::light};

/// One way to show a screen.
struct Way {
    std::size_t language = 0, size = 0, theme = 0;
    bool lowered = false;
};

std::vector<Way> every_way() {
    std::vector<Way> ways;
    for (std::size_t language = 0; language < kLanguages.size(); ++language)
        for (std::size_t size = 0; size < kSizes.size(); ++size)
            for (std::size_t theme = 0; theme < kThemes.size(); ++theme)
                for (const bool lowered : {false, true})
                    ways.push_back({language, size, theme, lowered});
    return ways;
}

std::string name_of(const Way& way) {
    constexpr std::array kSizeNames{"normal", "large", "larger", "largest"};
    constexpr std::array kThemeNames{"standard", "dark", "light"};
    return std::string(kLanguages[way.language]) + ", " + kSizeNames[way.size] + ", " +
           kThemeNames[way.theme] + (way.lowered ? ", brought down" : "");
}

/// Whether all ways to show a scene are looked at: "full", or how the names of some scenes begin.
bool is_wanted(const Scene& scene) {
    const char* wanted = std::getenv("CANDOR_ACCESSIBILITY");
    return wanted != nullptr && (std::string(wanted) == "full" || scene.name.starts_with(wanted));
}

/// What was looked at, and what did not hold.
class Matrix {
  public:
    void count(const std::string& screen, std::size_t criterion, std::size_t not_met) {
        Cell& cell = rows_[screen][criterion];
        ++cell.looked_at;
        cell.not_met += not_met;
    }
    void print(std::ostream& out) const {
        out << std::left << std::setw(26) << "screen";
        for (const char* criterion : kCriteria) out << std::setw(14) << criterion;
        out << "\n";
        for (const auto& [screen, row] : rows_) {
            out << std::setw(26) << screen;
            for (const Cell& cell : row) out << std::setw(14) << words_of(cell);
            out << "\n";
        }
        out << std::flush;
    }

  private:
    struct Cell {
        std::size_t looked_at = 0, not_met = 0;
    };
    static std::string words_of(const Cell& cell) {
        if (cell.looked_at == 0) return "-";
        if (cell.not_met == 0) return "ok " + std::to_string(cell.looked_at);
        return "NOT " + std::to_string(cell.not_met) + "/" + std::to_string(cell.looked_at);
    }
    std::map<std::string, std::array<Cell, kCriteria.size()>> rows_;
};

/// Of whom a scene is one.
std::string kind_of(const State& state) {
    std::string kind = screens::name_of(state.visit.screen);
    if (state.visit.sheet.kind != SheetKind::none)
        return std::string("sheet ") + screens::name_of(state.visit.sheet.kind);
    if (state.visit.hearing.is_reading()) kind += ", listening";
    if (state.visit.typing.field != Field::none) kind += ", keys";
    return kind;
}

class AccessibilityMatrix : public testing::TestWithParam<Display> {
  protected:
    static void TearDownTestSuite() { matrix().print(std::cout); }
    static Matrix& matrix() {
        static Matrix all;
        return all;
    }

    struct Place {
        const Scene& scene;
        const Way& way;
        const std::shared_ptr<const Catalog>& catalog;
        const pack::SearchIndex& index;
    };

    Visitor visitor_at(const Place& at) {
        Visitor visitor(at.catalog);
        visitor.services.index = &at.index;
        visitor.state.is_heard = true;
        visitor.asks(SetLanguage{kLanguages[at.way.language]});
        visitor.asks(SetTextSize{kSizes[at.way.size]}).asks(SetContrast{kThemes[at.way.theme]});
        at.scene.prepare(visitor);
        if (visitor.state.visit.screen != Screen::attract) visitor.asks(BringDown{at.way.lowered});
        return visitor;
    }

    /// Each complaint is a failure, and counts in its column.
    void tell(const Place& at, const State& state, const std::set<Criterion>& asked,
              const Complaints& complaints) {
        std::map<Criterion, std::size_t> not_met;
        for (const Complaint& complaint : complaints) {
            ++not_met[complaint.criterion];
            ADD_FAILURE() << at.scene.name << " (" << name_of(at.way) << "): " << complaint.words;
        }
        for (const Criterion criterion : asked)
            matrix().count(kind_of(state), static_cast<std::size_t>(criterion), not_met[criterion]);
    }

    void see(const Place& at) {
        const Visitor visitor = visitor_at(at);
        const State& state = visitor.state;
        const double least = kThemes[at.way.theme] == ui::Contrast::standard ? 4.5 : 7;
        tell(at, state,
             {Criterion::shown, Criterion::uncut, Criterion::apart, Criterion::large_enough,
              Criterion::named, Criterion::contrast},
             layout_.check(at.scene, state, [&](Stage& stage) {
                 Complaints complaints = cut_letters(stage);
                 for (Complaint& faint : faint_texts(stage, state, least))
                     complaints.push_back(std::move(faint));
                 return complaints;
             }));
        if (!state.visit.lowered) return;
        const float share = lowered_share(state, GetParam().width, GetParam().height);
        const float top = std::round(static_cast<float>(GetParam().height) * share);
        tell(at, state, {Criterion::in_reach}, layout_.check_reach(state, top));
    }

    void hear(const Place& at) {
        KeypadWalker walker(at.catalog, kLanguages[at.way.language], layout_.stage());
        walker.begin(visitor_at(at));
        tell(at, walker.visitor.state, {Criterion::come_to, Criterion::said}, walker.walk(1));
    }

    LayoutCheck layout_{GetParam().width, GetParam().height};
};

/// One of so many; primes, so that each scene comes in other ways than its neighbours.
constexpr std::size_t kSeen = 1009, kHeard = 3001;

}  // namespace

TEST_P(AccessibilityMatrix, holds_on_every_screen) {
    const auto ways = every_way();
    // Each display begins elsewhere, and so comes to other scenes.
    auto number = static_cast<std::size_t>(GetParam().width + 3 * GetParam().height);
    for (const auto& [catalog, scenes] :
         {std::pair{shipped_catalog(), every_scene(*shipped_catalog())},
          std::pair{controls_catalog(), control_scenes()}}) {
        const auto index = pack::SearchIndex::open({}, catalog->library).value();
        for (const Scene& scene : scenes) {
            for (const Way& way : ways) {
                const Place at{scene, way, catalog, *index};
                ++number;
                if (is_wanted(scene) || number % kSeen == 0) see(at);
                if (is_wanted(scene) || number % kHeard == 0) hear(at);
            }
            if (is_wanted(scene)) std::cout << "looked at: " << scene.name << std::endl;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Displays, AccessibilityMatrix, testing::ValuesIn(kDisplays),
                         [](const auto& shown) {
                             return std::to_string(shown.param.width) + "x" +
                                    std::to_string(shown.param.height);
                         });

}  // namespace candor::screens
