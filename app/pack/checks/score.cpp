#include "pack/checks/score.h"

#include <algorithm>
#include <map>
#include <set>

#include "pack/checks/language_words.h"
#include "pack/checks/subject.h"
#include "pack/checks/weight.h"

namespace candor::pack {
namespace {

struct Judged {
    Mark mark = Mark::person;
    std::string reason;
};

/// What the items are judged by: the findings of the checks, and what the pages hold.
class Judge {
  public:
    Judge(const Subject& subject, const base::Findings& findings)
        : subject_(subject), findings_(findings), pack_(subject.pack) {
        for (const auto& page : pages())
            for (const auto& block : page.blocks) blocks_.push_back(&block);
    }

    Judged person(const char* why) const { return {Mark::person, why}; }
    Judged unless_found(std::initializer_list<std::string_view> codes, const char* good) const {
        for (const auto& finding : findings_)
            if (std::find(codes.begin(), codes.end(), finding.code) != codes.end())
                return {Mark::disagree, finding.file + ": " + finding.message};
        return {Mark::agree, good};
    }
    static Judged when(bool agree, const char* good, const char* bad) {
        return {agree ? Mark::agree : Mark::disagree, agree ? good : bad};
    }

    const std::vector<Page>& pages() const { return pack_.pages_in(subject_.first_language()); }
    const Pack& pack() const { return pack_; }

    template <typename Body>
    int count() const {
        return static_cast<int>(std::count_if(blocks_.begin(), blocks_.end(), [](const Block* b) {
            return std::holds_alternative<Body>(b->body);
        }));
    }
    int alerts(AlertKind kind) const {
        return static_cast<int>(std::count_if(blocks_.begin(), blocks_.end(), [&](const Block* b) {
            const auto* alert = std::get_if<Alert>(&b->body);
            return alert != nullptr && alert->kind == kind;
        }));
    }
    /// Options side by side whose numbers are drawn.
    int option_charts() const {
        return static_cast<int>(std::count_if(blocks_.begin(), blocks_.end(), [](const Block* b) {
            const auto* body = std::get_if<Options>(&b->body);
            return body != nullptr && body->face == OptionsFace::side_by_side &&
                   std::any_of(body->options.begin(), body->options.end(), [](const Option& each) {
                       return std::any_of(
                           each.cells.begin(), each.cells.end(),
                           [](const OptionCell& cell) { return cell.number.has_value(); });
                   });
        }));
    }
    bool has_numbered_list() const {
        return std::any_of(blocks_.begin(), blocks_.end(), [](const Block* b) {
            const auto* list = std::get_if<List>(&b->body);
            return list != nullptr && !list->items.empty() && list->items.front().number > 0;
        });
    }
    /// "you" in the words of the first language, on the share of pages that has it.
    Judged addresses_reader() const {
        static const std::map<std::string, WordList, std::less<>> kYou{
            {"en", {"you|your|yours|yourself", "en"}},
            {"tr", {"siz*|*nız|*niz|*nuz|*nüz|*ın|*in", "tr"}},
            {"ar", {"أنت|*ك|*كم", "ar"}},
            {"de", {"sie|ihr*|ihnen|du|dein*", "de"}},
            {"es", {"usted*|su|sus|le|tu|tus", "es"}}};
        const auto you = kYou.find(base::primary_language(subject_.first_language()));
        if (you == kYou.end()) return person("Do the pages say “you”?");
        int with = 0;
        for (const auto& page : pages()) with += you->second.any(folded_words(text_of(page)));
        return when(2 * with >= static_cast<int>(pages().size()) && with > 0,
                    "Half of the pages or more say “you”.",
                    "Fewer than half of the pages say “you”.");
    }
    /// Tables and comparisons of at most four columns whose heads are at most five words.
    Judged simple_tables() const {
        int tables = 0;
        for (const Block* block : blocks_) {
            const auto* table = std::get_if<Table>(&block->body);
            if (table == nullptr) continue;
            ++tables;
            if (table->header.size() > 4) return {Mark::disagree, "A table has over 4 columns."};
            for (const auto& cell : table->header)
                if (folded_words(plain_text(cell)).size() > 5)
                    return {Mark::disagree, "A table's heading has over 5 words."};
        }
        if (tables == 0) return {Mark::not_applicable, "There are no tables."};
        return {Mark::agree, "At most 4 columns, headings of at most 5 words."};
    }
    /// Long pages need headings, boxes or blocks by which a reader finds the place.
    Judged headings() const {
        for (const auto& page : pages()) {
            const bool parted = std::any_of(page.blocks.begin(), page.blocks.end(), [](auto& b) {
                return !std::holds_alternative<Prose>(b.body);
            });
            if (!parted && page.words > 120)
                return {Mark::disagree,
                        page.id + " has over 120 words and no heading, list or box."};
        }
        return {Mark::agree, "Each long page has headings, lists or boxes."};
    }
    /// A list, an ask-list or a quick check on the last page sums up.
    bool has_summary() const {
        if (pages().empty()) return false;
        const auto& last = pages().back().blocks;
        return std::any_of(last.begin(), last.end(), [](const Block& b) {
            return std::holds_alternative<List>(b.body) ||
                   std::holds_alternative<AskList>(b.body) ||
                   std::holds_alternative<QuickCheck>(b.body) ||
                   std::holds_alternative<Faq>(b.body);
        });
    }
    Weight weight() const { return weight_of(subject_.pieces, subject_.first_language()); }

  private:
    static std::string text_of(const Page& page) {
        std::string text;
        for (const auto& block : page.blocks) text += plain_text(block) + "\n";
        return text;
    }

    const Subject& subject_;
    const base::Findings& findings_;
    const Pack& pack_;
    std::vector<const Block*> blocks_;
};

constexpr const char* kUnderstandable = "PEMAT understandability";
constexpr const char* kActionable = "PEMAT actionability";
constexpr const char* kIpdas = "IPDAS";

void add_understandability(const Judge& judge, std::vector<ScoreItem>& out) {
    const auto add = [&](const char* number, const char* item, Judged judged) {
        out.push_back({kUnderstandable, number, item, judged.mark, std::move(judged.reason)});
    };
    const int pictures = judge.count<Figure>() + judge.count<Steps>() + judge.count<IconArray>() +
                         judge.count<Density>() + judge.option_charts();
    add("1", "Its purpose is evident", judge.person("Does title and summary say what it is for?"));
    add("2", "Nothing distracts from the purpose", judge.person("Read for what can be left out."));
    add("3", "Everyday words",
        judge.unless_found({"reading-grade"}, "Every measured page is within its grade."));
    add("4", "Medical terms are defined",
        judge.unless_found({"unknown-term", "missing-translation"},
                           "Every linked term has its meaning. Whether each hard word is linked, a "
                           "person must tell."));
    add("5", "Active voice", judge.person("No program tells it well in five languages."));
    add("6", "Numbers are clear",
        judge.unless_found({"one-in-x", "mixed-denominators", "percent-without-base"},
                           "One denominator a page, and a base for each percentage."));
    add("7", "No sums are left to the reader",
        judge.person("Can every number be read as it stands?"));
    add("8", "Short sections",
        judge.unless_found({"long-page", "long-paragraph"},
                           "No page over two minutes, no paragraph over 90 words."));
    add("9", "Sections have headings", judge.headings());
    add("10", "Logical order", judge.person("Read the pages in their order."));
    add("11", "A summary",
        Judge::when(judge.has_summary(),
                    "The last page sums up in a list, questions or a quick check.",
                    "The last page has no list, questions or quick check that sums up."));
    add("12", "Visual cues for key points",
        Judge::when(judge.count<Alert>() + judge.count<List>() > 0, "There are boxes or lists.",
                    "There is no box and no list."));
    add("13", "Text on the screen is easy to read",
        {Mark::not_applicable, "The kiosk's, not the pack's."});
    add("14", "Speech is clear", {Mark::not_applicable, "The kiosk's, not the pack's."});
    add("15", "Visual aids where they help",
        Judge::when(pictures > 0,
                    "There are pictures. Whether they are enough, a person must tell.",
                    "There is no picture, step, icon-array or density."));
    add("16", "Pictures reinforce the words",
        judge.person("Look at each picture beside its words."));
    add("17", "Pictures have captions",
        pictures == 0
            ? Judged{Mark::not_applicable, "There are none."}
            : judge.unless_found({"missing-caption", "missing-alt"},
                                 "Each has a caption, and words for those who cannot see it."));
    add("18", "Illustrations are uncluttered", judge.person("Look at each picture on the kiosk."));
    add("19", "Tables are simple", judge.simple_tables());
}

void add_actionability(const Judge& judge, std::vector<ScoreItem>& out) {
    const auto add = [&](const char* number, const char* item, Judged judged) {
        out.push_back({kActionable, number, item, judged.mark, std::move(judged.reason)});
    };
    const bool asks = judge.count<AskList>() > 0,
               steps = judge.count<Steps>() > 0 || judge.has_numbered_list();
    add("20", "At least one action", judge.person("Does a page say what the reader can do?"));
    add("21", "Addresses the reader", judge.addresses_reader());
    add("22", "Actions in explicit steps",
        steps ? Judged{Mark::agree, "There are steps or a numbered list."}
              : Judged{Mark::not_applicable, "There are no steps or numbered lists."});
    add("23", "A tool to act with",
        Judge::when(asks, "There is an ask-list.",
                    "There is no ask-list to take to the clinician."));
    add("24", "How to calculate", {Mark::not_applicable, "Packs leave no sums to the reader."});
    add("25", "How to use charts and numbers",
        judge.count<IconArray>() + judge.count<Density>() == 0
            ? Judged{Mark::not_applicable, "There is no chart."}
            : judge.unless_found({"missing-key"},
                                 "Each icon-array and density has a title and a note."));
    add("26", "Visual aids for acting", judge.person("Would a picture make an action easier?"));
}

void add_ipdas(const Judge& judge, std::vector<ScoreItem>& out) {
    const auto add = [&](const char* number, const char* item, Judged judged) {
        out.push_back({kIpdas, number, item, judged.mark, std::move(judged.reason)});
    };
    const Weight weight = judge.weight();
    const Pack& pack = judge.pack();
    const bool balanced = weight.limit_words > 0 && weight.benefit_words > 0 &&
                          weight.benefit_words <= 2 * weight.limit_words &&
                          weight.limit_words <= 4 * weight.benefit_words;
    add("Q1", "Names the condition",
        judge.person("Is the health problem named on the first pages?"));
    add("Q2", "Names the decision", judge.person("Is it said what there is to decide?"));
    add("Q3", "Names the options",
        Judge::when(judge.count<Compare>() + judge.count<Table>() + judge.count<Options>() > 0,
                    "There is a comparison or a table of choices.",
                    "There is no comparison or table of choices."));
    add("Q4", "Good features of each",
        Judge::when(weight.benefit_words > 0, "Sentences speak of benefits.",
                    "No sentence speaks of a benefit."));
    add("Q5", "Bad features of each",
        Judge::when(weight.limit_words > 0, "Sentences speak of limits and risks.",
                    "No sentence speaks of a limit or risk."));
    add("Q6", "What it is like",
        Judge::when(judge.count<Steps>() + judge.count<Timeline>() + judge.count<Course>() +
                                judge.count<Sequence>() >
                            0 ||
                        judge.has_numbered_list(),
                    "There are steps, a timeline, a course or a sequence.",
                    "There are no steps, no timeline, no course and no sequence."));
    add("C1", "Equal detail for good and bad",
        Judge::when(
            balanced,
            "Benefits weigh at most twice the limits, limits at most four times the benefits.",
            "Benefits and limits do not weigh alike."));
    add("C2", "Citations",
        pack.sources.empty() ? Judged{Mark::disagree, "There are no sources."}
                             : judge.unless_found({"unsourced-number", "unknown-source"},
                                                  "There are sources, and no number without one."));
    add("C3", "Date of publication",
        Judge::when(!pack.published.empty(), "“published” is there.", "“published” is missing."));
    add("C4", "Update policy",
        Judge::when(!pack.updates.empty(), "“updates” is there.", "“updates” is missing."));
    add("C5", "Uncertainty is stated",
        Judge::when(judge.alerts(AlertKind::unknown) > 0, "There is a box UNKNOWN.",
                    "There is no box UNKNOWN."));
    add("C6", "Funding is stated",
        Judge::when(!pack.funding.empty(), "“funding” is there.", "“funding” is missing."));
}

}  // namespace

const char* name_of(Mark mark) {
    switch (mark) {
        case Mark::agree:
            return "agree";
        case Mark::disagree:
            return "disagree";
        case Mark::not_applicable:
            return "not-applicable";
        case Mark::person:
            return "person";
    }
    return "person";
}

int percent_of(const Score& score, const std::string& standard) {
    int agree = 0, judged = 0;
    for (const auto& item : score.items) {
        if (item.standard != standard) continue;
        agree += item.mark == Mark::agree;
        judged += item.mark == Mark::agree || item.mark == Mark::disagree;
    }
    return judged == 0 ? -1 : (100 * agree + judged / 2) / judged;
}

Score score_of(const Subject& subject, const base::Findings& findings) {
    Score score;
    if (subject.pack.is_self_check) return score;
    const Judge judge(subject, findings);
    add_understandability(judge, score.items);
    add_actionability(judge, score.items);
    add_ipdas(judge, score.items);
    return score;
}

}  // namespace candor::pack
