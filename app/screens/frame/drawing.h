#pragma once
#include <string>
#include <string_view>

#include "screens/frame/intent.h"
#include "screens/frame/state.h"
#include "ui/flow.h"

namespace candor::screens {

/// What everything that is drawn draws from and with, and where it puts what the person asked for.
struct Drawing {
    const State& state;
    ui::Ui& ui;
    Intents& intents;

    const Visit& visit() const { return state.visit; }
    const Catalog& catalog() const { return *state.catalog; }
    const std::string& language() const { return state.visit.language; }
    std::string tr(std::string_view key, ui::Strings::Fillers fillers = {}) const {
        return ui.tr(key, fillers);
    }
    void emit(Intent intent) const { intents.push_back(std::move(intent)); }
};

}  // namespace candor::screens
