#pragma once
#include <string>
#include <variant>
#include <vector>

#include "consult/request/request.h"
#include "screening/model/value.h"
#include "screens/frame/hearing.h"
#include "screens/frame/screen.h"
#include "screens/frame/typing.h"
#include "screens/reader/browsing.h"
#include "screens/self_check/entry.h"
#include "ui/keyboard.h"
#include "ui/theme.h"

namespace candor::screens {

// What a person asked for. Screens emit these and change nothing; apply() carries each out.
struct Start {};  ///< leave the attract screen
struct PauseAttract {};
struct ShowSlide {
    int slide;
};
struct GoHome {};
struct GoBack {};  ///< whatever Back means here
struct OpenPack {
    std::string pack;
};
struct OpenPlace {
    ReadingPlace place;
};  ///< a page link, a search hit
struct NextPage {};
struct PreviousPage {};
struct NextTopic {};  ///< the last page was read; on to the pack after it
struct ShowStep {
    int step;
};
struct OpenSheet {
    Sheet sheet;
};
struct CloseSheet {};
struct SetLanguage {
    std::string language;
};
struct SetTextSize {
    ui::TextSize size;
};
struct SetContrast {
    ui::Contrast contrast;
};
/// What is touched moves into reach, or back, for the visit.
struct BringDown {
    bool down;
};
/// For hands that shake, for the visit.
struct SetSteadyTouch {
    bool steady;
};
/// Somebody's touches miss: it is offered, once a visit, until they go elsewhere.
struct OfferSteadyTouch {};
/// Whether the current topic was clear.
struct SayWhetherClear {
    bool clear;
};
struct ToggleTick {
    std::string id;
};  ///< "pack/question"
struct ChooseQuick {
    std::string id;
    int choice;
};
/// A block of the page comes into sight.
struct LookAtBlock {
    int block;
};
struct ToggleAnswer {
    std::string id;
};
/// Lays an option beside others, or puts it back.
struct TogglePick {
    std::string id;  ///< "pack/option"
};
/// How much something matters; the same again takes it back.
struct SetImportance {
    std::string id;  ///< "pack/value"
    Importance importance;
};
/// Plays a sequence from there to there, or stops it where it is.
struct PlaySequence {
    Playback playback;
};
struct OpenSearch {};
/// Looks for a word that was offered.
struct SearchFor {
    std::string word;
};
struct FocusField {
    Field field;
    std::size_t caret;
};
struct KeyPressed {
    ui::KeyboardResult key;
};
struct TypeText {
    std::string text;
};  ///< from a real keyboard
struct EraseBack {};
struct MoveCaret {
    int by;
};
struct BeginSelfCheck {};
// Questions are named by their key in the Response.
struct ChooseAnswer {
    std::string key;
    screening::Value value;
};
/// Opens a question's list of answers on its page, or closes it.
struct OpenList {
    std::string key;
};
/// Shows all of a long list of answers.
struct ShowWholeList {};
/// A slider's value: a number in ASCII.
struct SetNumber {
    std::string key, number;
};
/// Edits that part of a question's answer.
struct EnterAnswer {
    std::string key;
    Part part;
    std::size_t caret;
};
/// A day, month, hour or minute was picked; 0 or -1 (Draft): not known.
struct PickPart {
    std::string key;
    Part part;
    int value;
};
struct StepPart {
    std::string key;
    Part part;
    int by;
};
struct ChooseUnit {
    std::string key;
    int unit;
};
/// Takes what was entered as one of several answers.
struct AddAnswer {
    std::string key;
};
struct RemoveAnswer {
    std::string key;
    std::size_t index;
};
struct RatherNotSay {
    std::string key;
};
struct NextQuestion {};
/// A question of the step that lies below what is seen comes into sight.
struct LookAtQuestion {
    std::string key;
};
struct PreviousQuestion {};
struct ChangeAnswer {
    std::string key;
};
/// Of a repeating group.
struct AddRepetition {
    std::string group;
};
struct ChangeRepetition {
    std::string group;
    int number;
};
struct RemoveRepetition {
    std::string group;
    int number;
};
struct StopSelfCheck {};
struct ShowGuidance {};
struct OpenRequest {};
struct SetBestTime {
    consult::BestTime time;
};
struct ToggleSendAnswers {};
struct ToggleSendQuestions {};
struct ToggleSendTopics {};
struct ToggleSendMatters {};
struct ToggleAgreed {};
struct SendRequest {};
/// Of what is taken home.
struct ToggleTakeReference {};
struct ToggleTwoLanguages {};
struct ToggleLargePrint {};
struct PrintLeaflet {};
/// Asks the desk for somebody to come.
struct CallForHelp {};
struct OpenStaff {};  ///< the staff's part, behind their code
struct EnterStaffCode {};
struct InstallPack {
    std::string package;
};
struct RollBackPack {
    std::string pack;
};
struct CancelInstall {};
/// Staff say that a doubted clock is right.
struct BelieveClock {};
/// To what is on the screen, from its start.
struct Listen {};
/// What that is, as it was drawn.
struct ReadAloud {
    std::vector<Sentence> sentences;
};
/// On from the text that was touched.
struct ListenFrom {
    ui::WidgetId node;
};
struct PauseListening {
    bool paused;
};
struct SayAgain {};
struct SetPace {
    int pace;
};
struct SetVolume {
    int volume;
};
/// What was being said is over.
struct SentenceHeard {};
struct StopListening {};
/// Everything is spoken, as it comes.
struct SpeakScreen {
    bool on;
};
/// A key of the keypad was pressed.
struct UseKeypad {};
struct DarkScreen {
    bool on;
};
struct StillHere {};
/// The same, or before any warning: from now on the visit waits longer before it warns, or not.
struct TakeMoreTime {
    bool more;
};
struct FinishVisit {};

using Intent = std::variant<
    Start, PauseAttract, ShowSlide, GoHome, GoBack, OpenPack, OpenPlace, NextPage, PreviousPage,
    NextTopic, ShowStep, OpenSheet, CloseSheet, SetLanguage, SetTextSize, SetContrast, BringDown,
    SetSteadyTouch, OfferSteadyTouch, SayWhetherClear, ToggleTick, ChooseQuick, LookAtBlock,
    ToggleAnswer, TogglePick, SetImportance, PlaySequence, OpenSearch, SearchFor, FocusField,
    KeyPressed, TypeText, EraseBack, MoveCaret, BeginSelfCheck, ChooseAnswer, OpenList,
    ShowWholeList, SetNumber, EnterAnswer, PickPart, StepPart, ChooseUnit, AddAnswer, RemoveAnswer,
    RatherNotSay, NextQuestion, LookAtQuestion, PreviousQuestion, ChangeAnswer, AddRepetition,
    ChangeRepetition, RemoveRepetition, StopSelfCheck, ShowGuidance, OpenRequest, SetBestTime,
    ToggleSendAnswers, ToggleSendQuestions, ToggleSendTopics, ToggleSendMatters, ToggleAgreed,
    SendRequest, ToggleTakeReference, ToggleTwoLanguages, ToggleLargePrint, PrintLeaflet,
    CallForHelp, OpenStaff, EnterStaffCode, InstallPack, RollBackPack, CancelInstall, BelieveClock,
    Listen, ReadAloud, ListenFrom, PauseListening, SayAgain, SetPace, SetVolume, SentenceHeard,
    StopListening, SpeakScreen, UseKeypad, DarkScreen, StillHere, TakeMoreTime, FinishVisit>;
using Intents = std::vector<Intent>;

}  // namespace candor::screens
