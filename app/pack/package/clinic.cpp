#include "pack/package/clinic.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>

#include "base/contrast.h"
#include "pack/folder/fields.h"

namespace candor::pack {
namespace {

constexpr double kReadable = 4.5;  // WCAG 2.2, 1.4.3
constexpr std::size_t kLongestFact = 300;

bool is_dialable(std::string_view number) {
    const auto digits =
        std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits <= 15 && number.find_first_not_of("+0123456789 ()/.-") == std::string_view::npos;
}

/// "#0E5E5B".
std::optional<base::Rgba> colour_of(std::string_view text) {
    std::uint32_t value = 0;
    if (text.size() != 7 || text[0] != '#') return {};
    const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return {};
    return base::Rgba{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                      static_cast<std::uint8_t>(value), 255};
}

class Reader {
  public:
    Reader(const YamlNode& node, Report& report)
        : node_(node),
          fields_(node, "The clinic",
                  {"name", "language", "address", "phone", "hours", "calls_within", "logo",
                   "colour", "injects", "licence", "licence_check", "crisis", "prices"},
                  report),
          report_(report) {}

    Clinic read() {
        Clinic clinic;
        for (const auto& [key, text] : {std::pair{"name", &clinic.name},
                                        {"address", &clinic.address},
                                        {"hours", &clinic.hours},
                                        {"calls_within", &clinic.calls_within},
                                        {"injects", &clinic.injects}})
            *text = words(node_, fields_, key);
        clinic.language = language();
        clinic.phone = number("phone", 6, "+49 431 123456");
        clinic.crisis = number("crisis", 3, "116 123");
        clinic.licence = fields_.text("licence", Need::optional);
        clinic.licence_check = link();
        clinic.logo = logo();
        clinic.colour = colour();
        for (const YamlNode& price : fields_.list("prices", Need::optional))
            add_price(price, clinic.prices);
        return clinic;
    }

  private:
    /// One text for all languages, or one each.
    base::Localized words(const YamlNode& node, const Fields& fields, const char* key) const {
        const YamlNode* value = node.find(key);
        if (value != nullptr && value->kind != YamlNode::Kind::map &&
            value->kind != YamlNode::Kind::list) {
            const std::string text = fields.text(key, Need::optional);
            if (text.size() > kLongestFact) too_long(fields.line_of(key), key);
            return text.empty() || text.size() > kLongestFact ? base::Localized()
                                                              : base::Localized({{"", text}});
        }
        base::Localized text = fields.localized(key, Need::optional);
        for (const auto& [language, each] : text.all())
            if (each.size() > kLongestFact) {
                too_long(fields.line_of(key), key);
                return {};
            }
        return text;
    }

    void too_long(int line, const char* key) const {
        report_.error(line, "too-long",
                      std::string("“") + key + "” is longer than a screen has room for.",
                      "Write at most " + std::to_string(kLongestFact) + " bytes.");
    }

    std::string language() const {
        const std::string code = fields_.text("language", Need::optional);
        if (code.empty() || is_language_code(code)) return code;
        report_.error(fields_.line_of("language"), "bad-language",
                      in_quotes(code) + " is no language's code.",
                      "Write two letters, as in en, tr, ar, de or es.");
        return {};
    }

    std::string number(const char* key, int least, const char* example) const {
        const std::string text = fields_.text(key, Need::optional);
        const auto digits =
            std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (text.empty() || (digits >= least && is_dialable(text))) return text;
        report_.error(fields_.line_of(key), "bad-number",
                      in_quotes(text) + " is no number that can be called.",
                      std::string("Write it with its digits, as in ") + example + ".");
        return {};
    }

    std::string link() const {
        const std::string text = fields_.text("licence_check", Need::optional);
        if (text.empty() || (text.starts_with("https://") && text.size() > 8 &&
                             text.find_first_of(" \t\n") == std::string::npos))
            return text;
        report_.error(fields_.line_of("licence_check"), "bad-link",
                      in_quotes(text) + " is no address that people can open.",
                      "Write the register's page, beginning with https://.");
        return {};
    }

    std::filesystem::path logo() const {
        const std::filesystem::path path = fields_.text("logo", Need::optional);
        if (path.empty()) return path;
        const std::string suffix = path.extension().string();
        const bool picture = suffix == ".svg" || suffix == ".png" || suffix == ".jpg";
        const bool inside = path.is_relative() && *path.begin() != "..";
        if (picture && inside) return path;
        report_.error(fields_.line_of("logo"), "bad-logo",
                      in_quotes(path.string()) + " cannot be the logo.",
                      "Put a .svg, .png or .jpg beside kiosk.yaml, and write its name.");
        return {};
    }

    std::optional<base::Rgba> colour() const {
        const std::string text = fields_.text("colour", Need::optional);
        if (text.empty()) return {};
        const auto colour = colour_of(text);
        if (!colour) {
            report_.error(fields_.line_of("colour"), "bad-colour",
                          in_quotes(text) + " is no colour.",
                          "Write # and six digits from 0 to F, as in \"#0E5E5B\".");
            return {};
        }
        const double found = base::contrast(*colour, {255, 255, 255, 255});
        if (found >= kReadable) return colour;
        char ratio[16];
        std::snprintf(ratio, sizeof ratio, "%.1f", found);
        report_.error(fields_.line_of("colour"), "low-contrast",
                      "White words on " + text + " have a contrast of " + ratio +
                          ":1, so that many people cannot read them.",
                      "Take a darker one: 4.5:1 or more.");
        return {};
    }

    void add_price(const YamlNode& node, std::vector<Price>& prices) const {
        const Fields fields(node, "A price", {"method", "price"}, report_);
        if (!fields.is_map()) return;
        Price price{fields.text("method", Need::required), words(node, fields, "price")};
        const auto same = [&](const Price& other) { return other.method == price.method; };
        if (price.method.empty()) return;
        if (!is_id(price.method))
            report_.error(fields.line_of("method"), "bad-id",
                          in_quotes(price.method) + " is no id of a method.",
                          "Use a-z, 0-9 and “-”, as in prp.");
        else if (std::any_of(prices.begin(), prices.end(), same))
            report_.error(fields.line_of("method"), "duplicate-id",
                          "The method " + in_quotes(price.method) + " stands here twice.",
                          "Delete one of the two.");
        else
            prices.push_back(std::move(price));
    }

    const YamlNode& node_;
    const Fields fields_;
    Report& report_;
};

}  // namespace

const Price* Clinic::price_of(std::string_view method) const {
    const auto found = std::find_if(prices.begin(), prices.end(),
                                    [&](const Price& price) { return price.method == method; });
    return found == prices.end() ? nullptr : &*found;
}

Clinic read_clinic(const YamlNode& node, Report& report) { return Reader(node, report).read(); }

}  // namespace candor::pack
