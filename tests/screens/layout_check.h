#pragma once
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "complaint.h"
#include "scenes.h"
#include "stage.h"

// What holds of every screen and sheet on every display, wherever it is scrolled to. A check tells
// what does not; whoever asks it says what that means.

namespace candor::screens {

constexpr float kHair = 2;

/// A text goes on being read from where it is touched; it needs no finger's room.
inline bool touchable(const ui::Node& node) {
    return node.actions != ui::kNoAction && node.id != 0;
}

/// Names of the citations, terms and links that stand in the midst of text: a finger's reach
/// around them lies over their neighbours on purpose, and the exact rectangle is drawn.
class InlineNames {
  public:
    explicit InlineNames(const Catalog& catalog) {
        for (const pack::Pack& pack : catalog.library->packs) {
            for (const auto& [_, strings] : catalog.strings)
                for (std::size_t i = 1; i <= pack.sources.size(); ++i)
                    names_.insert(strings("reader.source-number", {{"n", std::to_string(i)}}));
            for (const auto& [_, pages] : pack.pages)
                for (const pack::Page& page : pages)
                    for (const pack::Block& block : page.blocks)
                        std::visit([this](const auto& body) { add(body); }, block.body);
        }
    }
    bool has(const ui::Node& node) const { return names_.count(node.name) > 0; }

  private:
    void add(const pack::RichText& text) {
        for (const pack::Run& run : text)
            if (run.link != pack::LinkKind::none && !run.text.empty()) names_.insert(run.text);
    }
    void add(const pack::Heading& b) { add(b.text); }
    void add(const pack::Prose& b) { add(b.text); }
    void add(const pack::List& b) {
        for (const auto& item : b.items) add(item.text);
    }
    void add(const pack::Table& b) {
        for (const auto& cell : b.header) add(cell);
        for (const auto& row : b.rows)
            for (const auto& cell : row) add(cell);
    }
    void add(const pack::Figure&) {}
    void add(const pack::Alert& b) {
        for (const auto& text : b.paragraphs) add(text);
    }
    void add(const pack::Steps& b) {
        for (const auto& step : b.steps) add(step.text);
    }
    void add(const pack::Compare& b) {
        for (const auto& row : b.rows)
            for (const auto& cell : row.cells) add(cell);
    }
    void add(const pack::Timeline& b) {
        for (const auto& entry : b.entries) add(entry.text);
    }
    void add(const pack::IconArray& b) { add(b.note); }
    void add(const pack::Density& b) { add(b.note); }
    void add(const pack::QuickCheck& b) {
        for (const auto& choice : b.choices) add(choice.feedback);
    }
    void add(const pack::AskList& b) {
        for (const auto& item : b.items) add(item.text);
    }
    void add(const pack::Faq& b) {
        for (const auto& item : b.items) add(item.answer);
    }
    void add(const pack::Options& b) {
        for (const auto& option : b.options)
            for (const auto& cell : option.cells) add(cell.text);
    }
    void add(const pack::Course& b) {
        for (const auto& day : b.days) add(day.usual), add(day.rate), add(day.care);
        for (const auto& sign : b.call_now) add(sign);
        add(b.call_note);
    }
    void add(const pack::Sequence& b) {
        for (const auto& key : b.keys) add(key.caption);
    }
    std::set<std::string> names_;
};

inline std::string described(const ui::Node& node) {
    ui::Tree tree;
    tree.nodes = {node};
    const std::string text = ui::to_text(tree, ui::Rects::with);
    return text.substr(text.find('\n') + 1);
}

/// A display on which scenes are looked at, from the top to the end of what scrolls.
class LayoutCheck {
  public:
    /// What else is asked of each frame that is looked at.
    using Look = std::function<Complaints(Stage&)>;

    // The pictures themselves change nothing about where things are.
    LayoutCheck(int width, int height)
        : window_{0, 0, static_cast<float>(width), static_cast<float>(height)},
          stage_(width, height, "/nonexistent/decoder") {
        stage_.draw(Visitor(shipped_catalog()).state);  // the display's scale is known from here
    }

    Complaints check(const Scene& scene, const State& state, const Look& look = {}) {
        complaints_.clear();
        all_.clear();
        scroll_through(state, [&] {
            see(stage_.tree());
            see_apart(scene, state, stage_.tree());
            for (Complaint& complaint : look ? look(stage_) : Complaints{})
                complain(complaint.criterion, std::move(complaint.words));
        });
        judge();
        return complaints_;
    }
    /// With the part of the screen from its top in which nothing is to be touched.
    Complaints check_reach(const State& state, float top) {
        complaints_.clear();
        stage_.ui.forget_visit();
        stage_.draw(state);
        stage_.draw(state);
        for (const ui::Node& node : stage_.tree().nodes)
            if (touchable(node) && node.rect.y >= 0 && node.rect.y < top - 1)
                complain(Criterion::in_reach, described(node) + "stands above the reach");
        return complaints_;
    }

    Stage& stage() { return stage_; }

  private:
    /// What was seen of one node while scrolling.
    struct Seen {
        ui::Node node;
        float w = 0, h = 0;
        bool whole = false;
    };

    /// Once, however often it is seen.
    void complain(Criterion criterion, std::string words) {
        Complaint complaint{criterion, std::move(words)};
        if (std::find(complaints_.begin(), complaints_.end(), complaint) == complaints_.end())
            complaints_.push_back(std::move(complaint));
    }

    void scroll_through(const State& state, const std::function<void()>& see_frame) {
        const std::string region = state.visit.sheet.kind == SheetKind::none ? "main" : "sheet";
        stage_.ui.forget_visit();
        stage_.draw(state);
        stage_.draw(state);  // what reveals itself has done so
        // Each part is seen more than once, however little is seen at a time.
        const float view = stage_.ui.scrolls().extent(region).viewport.h;
        const float step = view > 0 ? std::min(stage_.ui.px(260), view / 4) : stage_.ui.px(260);
        std::string last;
        for (int i = 0; i < 3000; ++i) {
            // Not 0, which would reveal anew what was brought into sight.
            const float offset = std::max(0.25F, step * static_cast<float>(i));
            stage_.ui.scrolls().jump(region, offset);
            stage_.ui.scrolls().jump("asking " + state.visit.check.question, offset);
            stage_.draw(state);  // finds the end
            stage_.draw(state);
            std::string text = ui::to_text(stage_.tree(), ui::Rects::with);
            if (text == last) return;
            last = std::move(text);
            see_frame();
        }
        complain(Criterion::shown, "it never ends");
    }

    bool inside(const base::Rect& r) const {
        return r.x >= -0.5F && r.y >= -0.5F && r.right() <= window_.w + 0.5F &&
               r.bottom() <= window_.h + 0.5F;
    }

    void see(const ui::Tree& tree) {
        std::map<ui::WidgetId, int> parts;  // a link may have several
        for (const ui::Node& node : tree.nodes) {
            if (node.name.find('<') != std::string::npos)
                complain(Criterion::named, node.name + " is a text that is missing");
            if (node.rect.x < -0.5F || node.rect.right() > window_.w + 0.5F)
                complain(Criterion::shown, described(node) + "leaves the screen sideways");
            Seen& seen = all_[{node.heard, parts[node.heard]++}];
            seen.node = node;
            if (!node.rect.intersects(window_)) continue;
            seen.w = std::max(seen.w, node.rect.w);
            seen.h = std::max(seen.h, node.rect.h);
            seen.whole |= inside(node.rect);
        }
    }

    /// Of two that lie over each other, is that so on purpose?
    bool meant(const Scene& scene, const State& state, const ui::Node& a, const ui::Node& b) const {
        if (scene.layered) return true;
        for (const ui::Node* node : {&a, &b}) {
            if (state.visit.screen == Screen::attract &&
                node->name == state.strings()("attract.anywhere"))
                return true;
            if (node->role == ui::Role::status) return true;  // the keyboard's ground
            if (inline_names_.has(*node)) return true;
        }
        return false;
    }

    static bool overlap(const base::Rect& a, const base::Rect& b) {
        const float w = std::min(a.right(), b.right()) - std::max(a.x, b.x);
        const float h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
        return w > kHair && h > kHair;
    }

    void see_apart(const Scene& scene, const State& state, const ui::Tree& tree) {
        std::vector<const ui::Node*> targets, texts;
        for (const ui::Node& node : tree.nodes) {
            if (!node.rect.intersects(window_)) continue;
            if (touchable(node)) targets.push_back(&node);
            if (is_text(node)) texts.push_back(&node);
        }
        const auto apart = [&](const auto& these, const char* words) {
            for (std::size_t i = 0; i < these.size(); ++i)
                for (std::size_t j = i + 1; j < these.size(); ++j)
                    if (overlap(these[i]->rect, these[j]->rect) &&
                        !meant(scene, state, *these[i], *these[j]))
                        complain(Criterion::apart,
                                 described(*these[i]) + words + described(*these[j]));
        };
        apart(targets, "lies over ");
        apart(texts, "is written over ");
    }

    /// A text of its own: no label of what is touched, and nothing in the midst of another text.
    static bool is_text(const ui::Node& node) {
        return !touchable(node) && !node.in_text && !node.name.empty() &&
               (node.role == ui::Role::paragraph || node.role == ui::Role::heading ||
                node.role == ui::Role::alert);
    }

    void judge() {
        const float least = stage_.ui.px(80);
        int targets = 0;
        for (const auto& [_, seen] : all_) {
            if (!touchable(seen.node)) continue;
            ++targets;
            const std::string words = described(seen.node);
            if (seen.node.name.empty()) complain(Criterion::named, words + "has no name");
            if (!seen.whole) complain(Criterion::shown, words + "is never shown whole");
            if (seen.h < least || seen.w < least)
                complain(Criterion::large_enough, words + "is too small for a finger");
        }
        if (targets == 0) complain(Criterion::shown, "there is nothing to touch");
    }

    base::Rect window_;
    Stage stage_;
    InlineNames inline_names_{*shipped_catalog()};
    std::map<std::pair<ui::WidgetId, int>, Seen> all_;
    Complaints complaints_;
};

}  // namespace candor::screens
