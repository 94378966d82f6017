#include "screening/reading/json_writer.h"

#include <algorithm>
#include <utility>

#include "base/secret_string.h"
#include "base/utf8.h"

namespace candor::screening {

JsonWriter::~JsonWriter() { base::wipe(out_); }

void JsonWriter::append(std::string_view bytes) {
    constexpr std::size_t kFirst = 4096;
    if (out_.size() + bytes.size() > out_.capacity()) {
        std::string larger;
        larger.reserve(std::max(kFirst, 2 * (out_.size() + bytes.size())));
        larger.append(out_);
        base::wipe(out_);
        out_ = std::move(larger);
    }
    out_.append(bytes);
}

void JsonWriter::separate() {
    if (needs_comma_) append(",");
    needs_comma_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    append({&bracket, 1});
}

void JsonWriter::close(char bracket) {
    append({&bracket, 1});
    needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    append(":");
}

void JsonWriter::text(std::string_view value) {
    separate();
    quote(value);
    needs_comma_ = true;
}

void JsonWriter::raw(std::string_view value) {
    separate();
    append(value);
    needs_comma_ = true;
}

void JsonWriter::field(std::string_view name, std::string_view value) {
    key(name);
    text(value);
}

void JsonWriter::quote(std::string_view value) {
    append("\"");
    while (!value.empty()) {
        const std::size_t length = base::utf8_length(value);
        const auto byte = static_cast<unsigned char>(value[0]);
        if (length == 0) {
            append("\xEF\xBF\xBD");
        } else if (byte == '"' || byte == '\\') {
            append(byte == '"' ? "\\\"" : "\\\\");
        } else if (byte < 0x20 || byte == 0x7F) {
            constexpr char kHex[] = "0123456789abcdef";
            const char escaped[]{'\\', 'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]};
            append({escaped, sizeof escaped});
        } else {
            append(value.substr(0, length));
        }
        value.remove_prefix(std::max<std::size_t>(length, 1));
    }
    append("\"");
}

std::string JsonWriter::take() {
    needs_comma_ = false;
    return std::exchange(out_, {});
}

}  // namespace candor::screening
