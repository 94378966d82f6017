#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

/// Packs, pages, what can be touched in them, and the way to the search.
struct ApplyReading : Applying {
    void operator()(const OpenPack&) const;
    void operator()(const OpenPlace&) const;
    void operator()(const NextPage&) const;
    void operator()(const PreviousPage&) const;
    void operator()(const NextTopic&) const;
    void operator()(const ShowStep&) const;
    void operator()(const ToggleTick&) const;
    void operator()(const ChooseQuick&) const;
    void operator()(const LookAtBlock&) const;
    void operator()(const SayWhetherClear&) const;
    void operator()(const ToggleAnswer&) const;
    void operator()(const TogglePick&) const;
    void operator()(const SetImportance&) const;
    void operator()(const PlaySequence&) const;
    void operator()(const OpenSearch&) const;
    void operator()(const SearchFor&) const;

    void show_place(ReadingPlace place) const;
};

/// What was typed into the search is another now.
void search_again(State& state, Services& services);

}  // namespace candor::screens
