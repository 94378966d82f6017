#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

struct FormStep;

/// From step to step of the self-check, its repetitions and its result.
struct ApplySelfCheck : Applying {
    void operator()(const BeginSelfCheck&) const;
    void operator()(const NextQuestion&) const;
    void operator()(const LookAtQuestion&) const;
    void operator()(const PreviousQuestion&) const;
    void operator()(const ChangeAnswer&) const;
    void operator()(const AddRepetition&) const;
    void operator()(const ChangeRepetition&) const;
    void operator()(const RemoveRepetition&) const;
    void operator()(const StopSelfCheck&) const;
    void operator()(const ShowGuidance&) const;

  private:
    void show_step(const std::string& id) const;
    void show_summary() const;
    bool show_outside_limits(const std::vector<FormStep>& all) const;
    void move_in_repetition(const std::vector<FormStep>& all, int by) const;
};

}  // namespace candor::screens
