#include "screens/self_check/form_text.h"

#include "base/utf8.h"
#include "pack/page/form_words.h"
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

void draw_prefix_words(const Drawing& at, ui::Flow& flow, const Item& item) {
    const std::string& prefix = item.prefix.in(at.language());
    if (!pack::is_prefix_of_words(prefix)) return;
    flow.text(prefix, ui::type::kLead);
    flow.gap(8);
}

/// What begins a question's words is its headline, be it marked as one or not.
const pack::RichText* headline_in(const pack::Block& block) {
    if (const auto* prose = std::get_if<pack::Prose>(&block.body)) return &prose->text;
    const auto* heading = std::get_if<pack::Heading>(&block.body);
    return heading == nullptr ? nullptr : &heading->text;
}

void draw_plain_words(const Drawing& at, ui::Flow& flow, const Item& item,
                      const ui::Type& headline) {
    const std::string words = pack::is_prefix_of_words(item.prefix.in(at.language()))
                                  ? item.text.in(at.language())
                                  : item_text(item, at.language());
    const ui::Type type = type_for(words, headline);
    flow.text(words, type, role_for(type));
}

}  // namespace

void draw_question_words(const Drawing& at, ui::Flow& flow, const Item& item,
                         const std::string& key, const ui::Type& headline) {
    const auto* blocks = at.catalog().self_check->words.text_of(item, at.language());
    draw_prefix_words(at, flow, item);
    if (blocks == nullptr) return draw_plain_words(at, flow, item, headline);
    const pack::RichText* first = headline_in(blocks->front());
    if (first != nullptr) {
        const ui::Type type = type_for(pack::plain_text(*first), headline);
        draw_rich(at, flow, place_of(at, key), *first, type, text::Align::start, role_for(type));
    }
    draw_blocks(at, flow, key, *blocks, first == nullptr ? 0 : 1);
}

namespace {

void draw_plain_display(const Drawing& at, ui::Flow& flow, const Item& item) {
    const auto* blocks = at.catalog().self_check->words.text_of(item, at.language());
    if (blocks == nullptr) return flow.text(item_text(item, at.language()), ui::type::kBody);
    draw_prefix_words(at, flow, item);
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
