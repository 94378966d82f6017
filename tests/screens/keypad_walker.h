#pragma once
#include <set>
#include <string>

#include "complaint.h"
#include "scenes.h"
#include "stage.h"
#include "ui/spoken_node.h"

namespace candor::screens {

/// Somebody who does not see the screen, with the two keys for "next" and "previous".
class KeypadWalker {
  public:
    /// What was come to.
    struct Come {
        ui::Node node;
        ui::Focus::Position position;
    };

    /// `on` outlives it.
    KeypadWalker(const std::shared_ptr<const Catalog>& catalog, std::string language, Stage& on)
        : visitor(catalog), stage(on), language_(std::move(language)) {}

    void prepare(const Scene& scene) {
        Visitor fresh(visitor.state.catalog);
        fresh.state.is_heard = true;
        fresh.state.visit.language = language_;  // to change it would close sheet and keys
        scene.prepare(fresh);
        begin(std::move(fresh));
    }
    /// Where that visitor is, and from its start.
    void begin(Visitor at) {
        visitor.state = std::move(at.state);
        visitor.asks(UseKeypad{});
        stage.ui.forget_visit();
        stage.ui.focus().start_over();
        draw();
        draw();
    }
    void draw() { stage.draw(visitor.state); }

    Come here() const {
        const ui::WidgetId focus = stage.ui.focus().widget();
        for (const ui::Node& node : stage.tree().nodes)
            if (node.heard == focus) return {node, stage.ui.focus().position()};
        return {};
    }
    Come press(int by) {
        stage.ui.focus().move(by);
        draw();
        return here();
    }

    /// All around, once.
    Complaints walk(int by) {
        const auto wanted = everything();
        Complaints complaints;
        if (stage.ui.focus().widget() == 0)
            complaints.push_back({Criterion::come_to, "there is no focus from the start"});
        std::set<ui::WidgetId> met;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const Come come = press(by);
            if (come.node.heard == 0)
                return {{Criterion::come_to, "the focus is lost after " + std::to_string(i)}};
            judge_said(come, complaints);
            met.insert(come.node.heard);
        }
        for (const ui::Node& node : stage.tree().nodes)
            if (!node.name.empty() && !met.contains(node.heard))
                complaints.push_back({Criterion::come_to, node.name + " is not come to"});
        return complaints;
    }

    Visitor visitor;
    Stage& stage;

  private:
    /// Everything that has a name: two parts of one link are one.
    std::set<ui::WidgetId> everything() const {
        std::set<ui::WidgetId> all;
        for (const ui::Node& node : stage.tree().nodes)
            if (!node.name.empty()) all.insert(node.heard);
        return all;
    }

    void judge_said(const Come& come, Complaints& complaints) const {
        const ui::Strings& strings = visitor.state.strings();
        const std::string said = ui::spoken_node(come.node, come.position, strings);
        const auto wants = [&](const std::string& part, const char* what) {
            if (said.find(part) == std::string::npos)
                complaints.push_back({Criterion::said, said + " does not say its " + what});
        };
        wants(come.node.name, "name");
        wants(strings(std::string("spoken.role.") + name_of(come.node.role)), "role");
        wants(strings("spoken.position", {{"n", std::to_string(come.position.at)},
                                          {"of", std::to_string(come.position.of)}}),
              "place");
        if (come.position.at < 1 || come.position.at > come.position.of)
            complaints.push_back({Criterion::said, said + " has no such place"});
        if (come.node.role == ui::Role::checkbox || come.node.role == ui::Role::radio) {
            const bool checked = (come.node.states & ui::kChecked) != 0;
            wants(strings(checked ? "spoken.checked" : "spoken.not-checked"), "state");
        }
        if (said.find('<') != std::string::npos)
            complaints.push_back({Criterion::said, "a text is missing: " + said});
    }

    std::string language_;
};

}  // namespace candor::screens
