#pragma once
#include "desk/shell/intent.h"

namespace candor::desk {

/// One small function an intent, grouped by what they touch (apply_*.cpp).
struct Apply {
    State& state;
    Services& services;

    // the shell
    void operator()(const ShowPage&) const;
    void operator()(const EditField&) const;
    void operator()(const Unlock&) const;
    void operator()(const LookForKey&) const;
    void operator()(const LockNow&) const;
    void operator()(const GoBack&) const;
    // the list
    void operator()(const FocusSearch&) const;
    void operator()(const SelectRequest&) const;
    void operator()(const MoveSelection&) const;
    void operator()(const LookForTries&) const;
    void operator()(const OpenSelected&) const;
    void operator()(const OpenMenu&) const;
    void operator()(const FilterBestTime&) const;
    void operator()(const FilterLanguage&) const;
    void operator()(const ToggleRedFlags&) const;
    void operator()(const ToggleUnreadable&) const;
    void operator()(const ToggleOrder&) const;
    void operator()(const ClearFilters&) const;
    void operator()(const TakeHelpCall&) const;
    void operator()(const CloseHelpMissed&) const;
    // the open request
    void operator()(const SetProgress&) const;
    void operator()(const SaveNote&) const;
    void operator()(const CopyPhone&) const;
    void operator()(const LookAgain&) const;
    void operator()(const PrintRequest&) const;
    void operator()(const SendToRecord&) const;
    // the file picker
    void operator()(const PickerIntent&) const;
    // packs
    void operator()(const StudioIntent&) const;

  private:
    void list_changed() const;
};

}  // namespace candor::desk
