#include "pack/translation/text_file.h"

#include "base/files.h"
#include "base/utf8.h"
#include "pack/folder/folder.h"

namespace candor::pack {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

}  // namespace

base::Result<TextFile> read_text_file(const std::filesystem::path& path) {
    auto bytes = TRY(base::read_file(path, kMaxFileBytes));
    TextFile file;
    file.has_mark = bytes.starts_with(kMark);
    if (file.has_mark) bytes.erase(0, kMark.size());
    file.has_returns = bytes.find('\r') != std::string::npos;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\r' && bytes.substr(i + 1, 1) == "\n") continue;
        const bool lone = bytes[i] == '\r' || (file.has_returns && bytes[i] == '\n' &&
                                               (i == 0 || bytes[i - 1] != '\r'));
        if (lone)
            return base::fail(base::FaultKind::wrong_format, path.string(),
                              "its lines end in two ways");
        file.text += bytes[i];
    }
    if (base::is_utf8(file.text)) return file;
    return base::fail(base::FaultKind::wrong_format, path.string(), "it is not UTF-8");
}

std::string bytes_of(const TextFile& file, std::string_view text) {
    std::string out(file.has_mark ? kMark : "");
    for (const char c : text) {
        if (c == '\n' && file.has_returns) out += '\r';
        out += c;
    }
    return out;
}

}  // namespace candor::pack
