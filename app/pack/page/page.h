#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pack/page/narration.h"
#include "pack/page/options.h"
#include "pack/page/sequence.h"
#include "pack/page/words.h"

namespace candor::pack {

enum class AlertKind { good_to_know, caution, unknown };

struct Heading {
    int level = 2;
    RichText text;
};
struct Prose {
    RichText text;
};
struct ListItem {
    int depth = 0;   ///< 0: not nested
    int number = 0;  ///< of an ordered list; 0: a bullet
    RichText text;
};
struct List {
    std::vector<ListItem> items;
};
enum class ColumnAlign { start, left, centre, right };  ///< `start`: the author says nothing
struct Table {
    std::vector<ColumnAlign> columns;  ///< as many as in the header
    std::vector<RichText> header;
    std::vector<std::vector<RichText>> rows;
};
/// `path` is inside the pack's folder (checked) and absolute.
struct Figure {
    std::filesystem::path path;
    std::string alt;
    std::string caption;
    float aspect = 16.0F / 9;  ///< width over height, from the file's head; between 1:3 and 6:1
};
struct Alert {
    AlertKind kind = AlertKind::good_to_know;
    std::string heading;  ///< empty: the usual one, from the interface's strings
    std::vector<RichText> paragraphs;
};
struct Step {
    std::string title;
    Figure figure;  ///< empty path: none
    RichText text;
};
struct Steps {
    std::vector<Step> steps;
};
struct CompareColumn {
    std::string title;
    std::filesystem::path icon;
    std::string tint;
};
struct CompareRow {
    std::string label;
    std::vector<RichText> cells;  ///< as many as columns
};
struct Compare {
    std::vector<CompareColumn> columns;
    std::vector<CompareRow> rows;
};
struct TimelineEntry {
    std::string when;
    RichText text;
};
struct Timeline {
    std::vector<TimelineEntry> entries;
};
/// A day after a procedure, or several: what is usual then, and what to do.
struct CourseDay {
    int first = 1, last = 1;   ///< counted from the procedure's own day: 1
    RichText usual;            ///< may be empty where `care` is not
    RichText rate;             ///< how often that is; empty: not said
    bool not_counted = false;  ///< nobody knows how often
    RichText care;             ///< what to do; may be empty
};
/// What to expect after a procedure, and what means to call the clinic.
struct Course {
    std::vector<CourseDay> days;
    std::vector<RichText> call_now;  ///< each the end of "Call the clinic now if"
    RichText call_note;              ///< where those signs come from; may be empty
};
struct IconArrayGroup {
    int count = 0;
    std::string label;
};
struct IconArray {
    std::string title;
    int of = 100;
    std::vector<IconArrayGroup> groups;
    RichText note;
};
/// A patch of skin with so many hairs, as an eye would see them.
struct DensityPatch {
    int hairs = 0;
    std::string label;
};
struct Density {
    std::string title;
    std::string area;  ///< of each patch: "Each square is one square centimetre"
    std::vector<DensityPatch> patches;
    RichText note;
};
struct QuickChoice {
    RichText text;
    bool right = false;
    RichText feedback;
};
struct QuickCheck {
    std::string question;
    std::vector<QuickChoice> choices;
};
struct AskItem {
    std::string id;  ///< unique within the pack
    RichText text;
};
struct AskList {
    std::vector<AskItem> items;
};
struct FaqItem {
    std::string question;
    RichText answer;
};
struct Faq {
    std::vector<FaqItem> items;
};

using BlockBody =
    std::variant<Heading, Prose, List, Table, Figure, Alert, Steps, Compare, Timeline, IconArray,
                 Density, QuickCheck, AskList, Faq, Options, Course, Sequence>;
struct Block {
    int line = 0;  ///< in the page's file, 1-based
    BlockBody body;
};

/// One page in one language.
struct Page {
    std::string id;  ///< file name without ".md"
    std::string language;
    std::string title;
    std::string short_title;  ///< for "Next: …"; the title when the author gave none
    bool distress = false;    ///< it speaks of low mood: whom to call stands below it
    std::vector<Block> blocks;
    int words = 0;  ///< its word_count(), counted once: a frame asks for those of every page
    std::filesystem::path file;
    std::optional<Narration> narration;  ///< as somebody read it aloud
};

/// Every text of the block, in reading order, a line each; for search and speech.
std::string plain_text(const Block& block);

/// Words of a page, headings and blocks included: reading time is words / 150 minutes. Of options
/// side by side, those of two: the longest.
int word_count(const Page& page);

}  // namespace candor::pack
