#include <gtest/gtest.h>

#include "../screening/model/form_generator.h"
#include "screening/model/answer_tree.h"
#include "screens/self_check/steps.h"
#include "screens/self_check/wording.h"
#include "stage.h"

namespace candor::screens {
namespace {

using OrderedWords = std::vector<std::string>;
using screening::Item;
using screening::ItemType;
using screening::Occurrence;

constexpr unsigned kOrderSeed = 20'261'129;
constexpr unsigned kOrderForms = 300;
constexpr unsigned kDrawnForms = 40;

/// A form of the generator with some answers, and with more repetitions than one.
class Form {
  public:
    explicit Form(unsigned seed) : generator_(seed) {
        const auto json = generator_.questionnaire();
        source = json.dump(1);
        visitor = std::make_unique<Visitor>(catalog_asking("  " + json["item"].dump() + "\n"));
        visitor->asks(Start{}).asks(BeginSelfCheck{});
        answer(check().questionnaire.items, 0);
        screening::drop_disabled(check().outline, response());
    }
    const SelfCheck& check() const { return *visitor->state.catalog->self_check; }
    screening::Response& response() const { return visitor->state.visit.check.response; }
    std::vector<FormStep> all_steps() const { return steps(check().outline, response()); }

    /// What the form shows, read from its items alone.
    OrderedWords words() const {
        const screening::AnswerTree tree(check().outline, response());
        OrderedWords out;
        int hidden_until = 0;
        for (int i = 0; i < static_cast<int>(tree.all().size()); ++i) {
            const Occurrence& occurrence = tree.all()[static_cast<std::size_t>(i)];
            const Item& item = *check().outline[occurrence.place].item;
            if (i < hidden_until) continue;
            if (item.hidden || !occurrence.enabled)
                hidden_until = occurrence.end;
            else if (!item.text.empty() && !screening::is_part_of_parent(item))
                out.push_back(item.text.in("en"));
        }
        return out;
    }

    std::unique_ptr<Visitor> visitor;
    std::string source;

  private:
    void answer(const std::vector<Item>& items, int repetition) {
        for (const Item& item : items) {
            const std::string key = screening::key_of(item.link_id, repetition);
            const bool boolean = item.type == ItemType::boolean;
            if (boolean && generator_.below(2) == 0)
                response().set(key, {generator_.below(2) == 0});
            if (!item.options.empty())
                response().set(key, {item.options[static_cast<std::size_t>(generator_.below(
                                                      static_cast<int>(item.options.size())))]
                                         .value});
            if (item.type != ItemType::group || !item.repeats) {
                answer(item.items, repetition);
                continue;
            }
            if (generator_.below(2) == 0 && screening::may_repeat(item, response(), key))
                screening::add_repetition(item, response(), key);
            for (const int number : response().repetitions(key)) answer(item.items, number);
        }
    }

    screening::FormGenerator generator_;
};

/// All pieces, one after the other. A list of repetitions says again what was asked before it.
OrderedWords words_of(const std::vector<FormStep>& all) {
    OrderedWords out;
    for (const FormStep& step : all)
        for (const Piece& piece : step.pieces) {
            if (piece.kind == Piece::Kind::more) continue;
            if (piece.kind == Piece::Kind::repetition && !step.is_page()) continue;
            if (piece.item().text.empty()) continue;
            out.push_back(piece.item().text.in("en"));
        }
    return out;
}

/// Without what stands there already since the last question: titles are repeated on each step.
OrderedWords without_repeated(const OrderedWords& words, const OrderedWords& wanted) {
    OrderedWords out;
    std::size_t next = 0;
    for (const std::string& word : words) {
        const bool is_next = next < wanted.size() && wanted[next] == word;
        const bool seen = std::find(out.begin(), out.end(), word) != out.end();
        if (!is_next && seen) continue;
        out.push_back(word);
        next += is_next ? 1 : 0;
    }
    return out;
}

bool is_title(const Piece& piece) {
    return piece.kind == Piece::Kind::title || piece.kind == Piece::Kind::repetition;
}

}  // namespace

TEST(FormOrder, on_the_screens_is_that_of_the_file_and_nothing_is_lost) {
    int texts_of_empty_groups = 0;
    for (unsigned i = 0; i < kOrderForms; ++i) {
        const Form form(kOrderSeed + i);
        SCOPED_TRACE("seed " + std::to_string(kOrderSeed + i) + "\n" + form.source);
        const auto all = form.all_steps();
        if (all.empty()) continue;
        const OrderedWords wanted = form.words();
        ASSERT_EQ(without_repeated(words_of(all), wanted), wanted);
        for (const FormStep& step : all)
            for (const Piece& piece : step.pieces)
                texts_of_empty_groups += piece.kind == Piece::Kind::title &&
                                         std::find(step.around.begin(), step.around.end(),
                                                   piece.title) == step.around.end();
    }
    EXPECT_GT(texts_of_empty_groups, 50);
}

TEST(FormOrder, titles_of_all_groups_around_a_question_stand_before_it_outermost_first) {
    int nested = 0;
    for (unsigned i = 0; i < kOrderForms; ++i) {
        const Form form(kOrderSeed + i);
        SCOPED_TRACE("seed " + std::to_string(kOrderSeed + i) + "\n" + form.source);
        for (const FormStep& step : form.all_steps()) {
            OrderedWords above;
            for (const Piece& piece : step.pieces) {
                if (is_title(piece)) above.push_back(piece.item().link_id);
                if (piece.kind != Piece::Kind::question) continue;
                auto next = above.begin();
                const auto& outline = form.check().outline;
                OrderedWords around;
                for (int p = outline[outline.find(piece.item())].parent; p >= 0;
                     p = outline[p].parent)
                    if (outline[p].item->type == ItemType::group && !outline[p].item->text.empty())
                        around.insert(around.begin(), outline[p].item->link_id);
                nested += around.size() > 1 ? 1 : 0;
                for (const std::string& title : around) {
                    next = std::find(next, above.end(), title);
                    ASSERT_NE(next, above.end())
                        << title << " is not above " << piece.item().link_id;
                }
            }
        }
    }
    EXPECT_GT(nested, 50);
}

TEST(FormOrder, pieces_are_drawn_from_top_to_bottom) {
    Stage stage(1080, 1920, "/nonexistent/decoder");
    for (unsigned i = 0; i < kDrawnForms; ++i) {
        const Form form(kOrderSeed + i);
        SCOPED_TRACE("seed " + std::to_string(kOrderSeed + i) + "\n" + form.source);
        for (const FormStep& step : form.all_steps()) {
            form.visitor->asks(ChangeAnswer{step.id});
            stage.ui.forget_visit();
            stage.draw(form.visitor->state);
            const auto& nodes = stage.tree().nodes;
            auto next = nodes.begin();
            for (const Piece& piece : step.pieces) {
                if (piece.kind == Piece::Kind::more) continue;
                const bool card = piece.kind == Piece::Kind::repetition && !step.is_page();
                if (card || piece.item().text.empty()) continue;
                const auto role =
                    piece.kind == Piece::Kind::text ? ui::Role::paragraph : ui::Role::heading;
                const std::string name =
                    is_title(piece) ? title_text(piece.title, form.visitor->state.strings())
                                    : item_text(piece.item(), "en");
                next = std::find_if(next, nodes.end(), [&](const ui::Node& node) {
                    return node.role == role && node.name == name;
                });
                ASSERT_NE(next, nodes.end()) << name << " is not in its place on\n"
                                             << ui::to_text(stage.tree(), ui::Rects::with);
            }
        }
    }
}

TEST(FormOrder, titles_leave_room_for_the_question_on_a_small_display_with_the_largest_text) {
    Visitor visitor(catalog_asking(R"(
  - linkId: g1
    type: group
    text: Angaben für das Fachpersonal im Krankenhaus
    item:
      - linkId: g2
        type: group
        text: Aufnahmeuntersuchung in der Haarsprechstunde
        item:
          - linkId: g3
            type: group
            text: Angaben zur Vorgeschichte
            item: [{linkId: q, type: boolean, text: "Juckt die Kopfhaut?"}]
)"));
    visitor.asks(Start{}).asks(SetTextSize{ui::TextSize::largest}).asks(BeginSelfCheck{});
    constexpr int kHeight = 800;
    Stage stage(480, kHeight, "/nonexistent/decoder");
    stage.draw(visitor.state);
    const auto* question = stage.tree().find(ui::Role::heading, "Juckt die Kopfhaut?");
    const auto* next = stage.tree().find(ui::Role::button, "Next");
    ASSERT_NE(question, nullptr);
    ASSERT_NE(next, nullptr);
    EXPECT_LT(question->rect.y, kHeight / 2.0F);
    EXPECT_LT(stage.choices().at(1)->rect.bottom(), next->rect.y);
}

TEST(FormOrder, summary_has_every_question_under_the_titles_of_all_groups_around_it) {
    Stage stage(1080, 1920, "/nonexistent/decoder");
    for (unsigned i = 0; i < kDrawnForms; ++i) {
        const Form form(kOrderSeed + i);
        SCOPED_TRACE("seed " + std::to_string(kOrderSeed + i) + "\n" + form.source);
        form.visitor->state.visit.check.question.clear();
        stage.ui.forget_visit();
        stage.draw(form.visitor->state);
        const auto& nodes = stage.tree().nodes;
        auto node = nodes.begin();
        OrderedWords titles;
        bool in_titles = false;
        for (const FormStep& step : form.all_steps())
            for (const Piece& piece : step.pieces) {
                if (piece.kind != Piece::Kind::question) continue;
                OrderedWords wanted;
                for (const Title& title : piece.around)
                    wanted.push_back(title_text(title, form.visitor->state.strings()));
                for (; node != nodes.end() && node->name != item_text(piece.item(), "en"); ++node) {
                    const bool heading = node->role == ui::Role::heading;
                    if (heading && !in_titles) titles.clear();
                    if (heading) titles.push_back(node->name);
                    in_titles = heading;
                }
                ASSERT_NE(node, nodes.end()) << item_text(piece.item(), "en");
                // A question without titles has a card of its own, and no heading tells so.
                if (!wanted.empty()) {
                    EXPECT_EQ(titles, wanted) << item_text(piece.item(), "en");
                }
                ++node;
                in_titles = false;
            }
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace candor::screens
