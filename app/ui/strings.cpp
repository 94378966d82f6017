#include "ui/strings.h"

#include "ui/yaml_file.h"

namespace candor::ui {
namespace {

constexpr std::size_t kMaxStringsBytes = 1U << 20;

void fill(std::string& text, std::string_view name, std::string_view value) {
    const std::string hole = "{" + std::string(name) + "}";
    for (std::size_t at = text.find(hole); at != std::string::npos;
         at = text.find(hole, at + value.size())) {
        text.replace(at, hole.size(), value);
    }
}

}  // namespace

std::string_view plural_category(std::string_view language, int count) {
    if (language != "ar") return count == 1 ? "one" : "other";
    if (count == 0) return "zero";
    if (count == 1) return "one";
    if (count == 2) return "two";
    const int last = count % 100;
    if (last >= 3 && last <= 10) return "few";
    return last >= 11 ? "many" : "other";
}

base::Result<Strings> Strings::load(const std::filesystem::path& file) {
    const auto root = read_yaml_file(file, kMaxStringsBytes);
    if (!root) return tl::unexpected(root.error());
    Strings strings;
    strings.language_ = file.stem().string();
    strings.right_to_left_ = strings.language_ == "ar";
    if (!root->is(document::Node::Kind::map) && !root->is(document::Node::Kind::nothing))
        return wrong_format(file, root->line, "no map of words");
    for (std::size_t i = 0; i < root->items.size(); ++i) {
        const auto& [name, line] = root->keys[i];
        if (!root->items[i].is_scalar()) return wrong_format(file, line, "no words: " + name);
        strings.texts_[name] = root->items[i].text;
    }
    return strings;
}

std::string Strings::operator()(std::string_view key, Fillers fillers) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) return "<" + std::string(key) + ">";
    std::string text = found->second;
    for (const auto& [name, value] : fillers) fill(text, name, value);
    return text;
}

std::string Strings::number(std::string_view ascii) const {
    const std::string digits = (*this)("number.digits");
    const std::size_t width = digits.size() / 10;  // the digits of one script are equally long
    std::string out;
    for (const char c : ascii) {
        if (c >= '0' && c <= '9')
            out += digits.substr(static_cast<std::size_t>(c - '0') * width, width);
        else if (c == '.')
            out += (*this)("number.decimal");
        else if (c == '-')
            out += (*this)("number.minus");
        else
            out += c;
    }
    // A sign would change sides in a line from right to left (UAX #9).
    const bool is_signed = right_to_left_ && ascii.starts_with('-');
    return is_signed ? "\u2066" + out + "\u2069" : out;
}

std::string Strings::plural(std::string_view key, int count) const {
    std::string full = std::string(key) + "." + std::string(plural_category(language_, count));
    if (!has(full)) full = std::string(key) + ".other";
    return (*this)(full, {{"n", std::to_string(count)}});
}

}  // namespace candor::ui
