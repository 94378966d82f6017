#include "consult/keys/key_text.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "base/files.h"

namespace candor::consult {
namespace {

constexpr std::size_t kMaxKeyFile = 64 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // as editors on Windows put one

std::string_view without_return(std::string_view line) {
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

}  // namespace

base::Result<KeyText> KeyText::load(const std::filesystem::path& file, std::string_view magic) {
    auto text = TRY(base::read_file(file, kMaxKeyFile));
    KeyText key;
    key.where_ = file.string();
    key.text_ = std::move(text);
    TRY(key.split(magic));
    return key;
}

base::Result<void> KeyText::split(std::string_view magic) {
    const auto wrong = [this](int number, std::string detail) {
        return base::fail(base::FaultKind::wrong_format, where_ + ":" + std::to_string(number),
                          std::move(detail));
    };
    int number = 0;
    for (std::size_t at = text_.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
         at < text_.size();) {
        const std::size_t end = std::min(text_.find('\n', at), text_.size());
        const auto line = without_return(std::string_view(text_).substr(at, end - at));
        const std::size_t begin = std::exchange(at, end + 1);
        if (++number == 1) {
            if (line != magic)
                return wrong(1, "the first line is not \"" + std::string(magic) + "\"");
            continue;
        }
        if (line.empty() || line.front() == '#') continue;
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) return wrong(number, "not a \"name: value\" line");
        const Line found{number, begin + colon + 2, begin + line.size()};
        if (!lines_.emplace(line.substr(0, colon), found).second)
            return wrong(number, "this name stands twice");
    }
    if (number == 0) return wrong(1, "empty file");
    return {};
}

base::Fault KeyText::wrong_line(std::string_view name, std::string detail) const {
    const auto found = lines_.find(name);
    std::string where = where_;
    if (found != lines_.end()) where += ":" + std::to_string(found->second.number);
    return {base::FaultKind::wrong_format, std::move(where), std::move(detail)};
}

base::Result<std::string_view> KeyText::value(std::string_view name) const {
    const auto found = lines_.find(name);
    if (found == lines_.end())
        return tl::unexpected(wrong_line(name, "no line \"" + std::string(name) + ":\""));
    return std::string_view(text_).substr(found->second.begin,
                                          found->second.end - found->second.begin);
}

base::Result<void> KeyText::bytes(std::string_view name, std::span<std::uint8_t> out) const {
    const auto text = TRY(value(name));
    if (!from_base64(text, out))
        return tl::unexpected(wrong_line(name, "\"" + std::string(name) +
                                                   "\" is not the base64 of " +
                                                   std::to_string(out.size()) + " bytes"));
    return {};
}

bool from_base64(std::string_view text, std::span<std::uint8_t> out) {
    std::size_t length = 0;
    return sodium_base642bin(out.data(), out.size(), text.data(), text.size(), nullptr, &length,
                             nullptr, sodium_base64_VARIANT_ORIGINAL) == 0 &&
           length == out.size();
}

std::string to_base64(std::span<const std::uint8_t> bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // libsodium's terminating zero
    return text;
}

}  // namespace candor::consult
