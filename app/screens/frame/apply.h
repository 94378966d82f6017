#pragma once
#include "screens/frame/intent.h"

namespace candor::screens {

struct Step;

/// One small function an intent, grouped by what they touch (apply_*.cpp).
struct Apply {
    State& state;
    Services& services;

    // moving about
    void operator()(const Start&) const;
    void operator()(const PauseAttract&) const;
    void operator()(const ShowSlide&) const;
    void operator()(const GoHome&) const;
    void operator()(const GoBack&) const;
    void operator()(const OpenSheet&) const;
    void operator()(const CloseSheet&) const;
    void operator()(const SetLanguage&) const;
    void operator()(const SetTextSize&) const;
    void operator()(const StillHere&) const;
    void operator()(const FinishVisit&) const;
    // reading
    void operator()(const OpenPack&) const;
    void operator()(const OpenPlace&) const;
    void operator()(const NextPage&) const;
    void operator()(const PreviousPage&) const;
    void operator()(const ShowStep&) const;
    void operator()(const ToggleTick&) const;
    void operator()(const ChooseQuick&) const;
    void operator()(const ToggleAnswer&) const;
    void operator()(const TogglePick&) const;
    void operator()(const SetImportance&) const;
    void operator()(const OpenSearch&) const;
    // typing
    void operator()(const FocusField&) const;
    void operator()(const KeyPressed&) const;
    void operator()(const TypeText&) const;
    void operator()(const EraseBack&) const;
    void operator()(const MoveCaret&) const;
    // self-check
    void operator()(const BeginSelfCheck&) const;
    void operator()(const ChooseAnswer&) const;
    void operator()(const SetNumber&) const;
    void operator()(const EnterAnswer&) const;
    void operator()(const PickPart&) const;
    void operator()(const StepPart&) const;
    void operator()(const ChooseUnit&) const;
    void operator()(const AddAnswer&) const;
    void operator()(const RemoveAnswer&) const;
    void operator()(const RatherNotSay&) const;
    void operator()(const NextQuestion&) const;
    void operator()(const PreviousQuestion&) const;
    void operator()(const ChangeAnswer&) const;
    void operator()(const AddRepetition&) const;
    void operator()(const ChangeRepetition&) const;
    void operator()(const RemoveRepetition&) const;
    void operator()(const StopSelfCheck&) const;
    void operator()(const ShowGuidance&) const;
    // request
    void operator()(const OpenRequest&) const;
    void operator()(const SetBestTime&) const;
    void operator()(const ToggleSendAnswers&) const;
    void operator()(const ToggleSendQuestions&) const;
    void operator()(const ToggleSendTopics&) const;
    void operator()(const ToggleSendMatters&) const;
    void operator()(const ToggleAgreed&) const;
    void operator()(const SendRequest&) const;

    // staff
    void operator()(const OpenStaff&) const;
    void operator()(const EnterStaffCode&) const;
    void operator()(const InstallPack&) const;
    void operator()(const RollBackPack&) const;
    void operator()(const CancelInstall&) const;
    void operator()(const BelieveClock&) const;

  private:
    void show(Screen screen) const;
    void show_place(Place place) const;
    std::vector<Step> all_steps() const;
    void drop_disabled() const;
    void show_step(const std::string& id) const;
    void show_summary() const;
    void move_in_repetition(const std::vector<Step>& all, int by) const;
    void forget_entries() const;
    void prepare_drafts() const;
    const screening::Item* asked_item(const std::string& key) const;
    const screening::Item* group_of(const std::string& key) const;
    bool take_draft(const std::string& key) const;
    bool take_drafts() const;
    bool answers_suffice() const;
    void leave_answer(const std::string& next) const;
    void put_keys_away(const std::string& answered) const;
    void answer_typed() const;
    void edited_changed() const;
    bool type_digits(const std::string& typed) const;
    base::SecretString* edited() const;
};

}  // namespace candor::screens
