#include "screens/self_check/form_text.h"

#include "base/utf8.h"
#include "screens/frame/notice.h"
#include "screens/reader/blocks.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

using screening::Item;

/// A headline of a few words; what is longer is read, not looked at.
ui::Type type_for(const std::string& words, const ui::Type& headline) {
    constexpr std::size_t kHeadline = 140, kSubhead = 320;
    const std::size_t letters = base::utf8_count(words);
    if (letters <= kHeadline) return headline;
    return letters <= kSubhead ? ui::type::kSubhead : ui::type::kBody;
}

ui::Role role_for(const ui::Type& type) {
    return type.size == ui::type::kBody.size ? ui::Role::paragraph : ui::Role::heading;
}

TextPlace place_of(const Drawing& at, const std::string& key) {
    return {*at.catalog().self_check->pack, key};
}

void draw_blocks(const Drawing& at, ui::Flow& flow, const std::string& key,
                 const std::vector<pack::Block>& blocks, std::size_t from) {
    constexpr float kBetween = 20;
    for (std::size_t i = from; i < blocks.size(); ++i) {
        if (i > 0) flow.gap(kBetween);
        draw_block(at, flow, place_of(at, key).part(i), blocks[i]);
    }
}

/// "1." or "Q12b" stands before the words; what is longer says something itself.
bool has_prefix_of_words(const Item& item, const std::string& language) {
    constexpr std::size_t kLongestSign = 12;
    return !item.prefix.empty() && base::utf8_count(item.prefix.in(language)) > kLongestSign;
}

void draw_prefix_words(const Drawing& at, ui::Flow& flow, const Item& item) {
    if (!has_prefix_of_words(item, at.language())) return;
    flow.text(item.prefix.in(at.language()), ui::type::kLead);
    flow.gap(8);
}

}  // namespace

void draw_question_words(const Drawing& at, ui::Flow& flow, const Item& item,
                         const std::string& key, const ui::Type& headline) {
    const auto* blocks = at.catalog().self_check->words.text_of(item, at.language());
    if (blocks == nullptr) {
        draw_prefix_words(at, flow, item);
        const std::string words = has_prefix_of_words(item, at.language())
                                      ? item.text.in(at.language())
                                      : item_text(item, at.language());
        const ui::Type type = type_for(words, headline);
        return flow.text(words, type, role_for(type));
    }
    const auto* first = std::get_if<pack::Prose>(&blocks->front().body);
    if (first != nullptr) {
        const ui::Type type = type_for(pack::plain_text(first->text), headline);
        draw_rich(at, flow, place_of(at, key), first->text, type, text::Align::start,
                  role_for(type));
    }
    draw_blocks(at, flow, key, *blocks, first == nullptr ? 0 : 1);
}

namespace {

void draw_plain_display(const Drawing& at, ui::Flow& flow, const Item& item) {
    const auto* blocks = at.catalog().self_check->words.text_of(item, at.language());
    if (blocks == nullptr)
        flow.text(item_text(item, at.language()), ui::type::kBody);
    else
        draw_blocks(at, flow, item.link_id, *blocks, 0);
}

Notice notice_of(const Item& item, std::string words) {
    using screening::Category;
    Notice notice{std::move(words), "info", ui::Colour::sky, ui::Colour::blue};
    if (item.category == Category::help) notice.icon = "unknown";
    if (item.category == Category::security) {
        notice.icon = "lock";
        notice.ground = ui::Colour::mint;
        notice.icon_colour = ui::Colour::teal;
    }
    notice.type = ui::type::kBody;
    return notice;
}

}  // namespace

void draw_display_words(const Drawing& at, ui::Flow& flow, const Item& item) {
    if (item.category == screening::Category::none) return draw_plain_display(at, flow, item);
    const Notice notice = notice_of(item, item_text(item, at.language()));
    draw_notice_around(flow, notice,
                       [&](ui::Flow& inside) { draw_plain_display(at, inside, item); });
}

void draw_why_we_ask(const Drawing& at, ui::Flow& flow, const Item& item) {
    if (item.help.empty()) return;
    const Notice notice{item.help.in(at.language()), "info", ui::Colour::sky, ui::Colour::blue};
    const auto* blocks = at.catalog().self_check->words.help_of(item, at.language());
    if (blocks == nullptr)
        draw_notice(flow, notice);
    else
        draw_notice_around(flow, notice, [&](ui::Flow& inside) {
            draw_blocks(at, inside, item.link_id + " help", *blocks, 0);
        });
    flow.gap(24);
}

}  // namespace candor::screens
