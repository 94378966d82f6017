#include "pack/page/page.h"

#include <algorithm>
#include <functional>
#include <variant>
#include <vector>

#include "pack/page/page_texts.h"

namespace candor::pack {
namespace {

/// Adds words with single spaces between them.
void append_collapsed(std::string& out, const std::string& words) {
    for (const char c : words) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\x01';
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
}

int count_words(const std::string& text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

std::string plain_text(const std::string& words) {
    std::string out;
    append_collapsed(out, words);
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace

std::string plain_text(const RichText& text) {
    std::string out;
    for (const auto& run : text) append_collapsed(out, run.text);
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string plain_text(const Block& block) {
    std::string out;
    for_each_text(block, [&out](const auto& text) {
        const std::string line = plain_text(text);
        if (line.empty()) return;
        if (!out.empty()) out += '\n';
        out += line;
    });
    return out;
}

const Option* Options::option(std::string_view id) const {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option& option) { return option.id == id; });
    return found == options.end() ? nullptr : &*found;
}

int word_count(const Option& option) {
    int words = count_words(option.title);
    for (const auto& cell : option.cells) {
        words += count_words(plain_text(cell.text));
        if (cell.number) words += count_words(cell.number->who) + count_words(cell.number->instead);
    }
    return words;
}

namespace {

/// Two of the options are read beside each other; the longest count.
int words_side_by_side(const Options& options) {
    std::vector<int> words;
    for (const auto& option : options.options) words.push_back(word_count(option));
    std::sort(words.begin(), words.end(), std::greater<>());
    int sum = 0;
    for (const auto& label : options.labels) sum += count_words(label);
    for (std::size_t i = 0; i < words.size() && i < 2; ++i) sum += words[i];
    return sum;
}

}  // namespace

int word_count(const Page& page) {
    int words = count_words(page.title);
    for (const auto& block : page.blocks) {
        const auto* options = std::get_if<Options>(&block.body);
        const bool beside = options != nullptr && options->face == OptionsFace::side_by_side;
        words += beside ? words_side_by_side(*options) : count_words(plain_text(block));
    }
    return words;
}

}  // namespace candor::pack
