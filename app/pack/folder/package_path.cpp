#include "pack/folder/package_path.h"

#include "base/utf8.h"
#include "pack/folder/fold.h"
#include "pack/folder/text_rules.h"

namespace candor::pack {
namespace {

using base::FaultKind;

constexpr std::size_t kMaxPart = 255, kMaxPath = 1024;

/// A path with unseen characters has its name in the fault made safe to print.
std::string printable(std::string_view path) {
    std::string out;
    for (std::size_t at = 0; at < path.size() && out.size() < 200;) {
        const char32_t c = base::next_code_point(path, at);
        base::append_utf8(out, is_allowed(c) && c >= 0x20 ? c : U'?');
    }
    return out;
}

bool is_unseen(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xAD || c == 0x61C ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

const char* fault_of_characters(std::string_view path) {
    for (std::size_t at = 0; at < path.size();) {
        const char32_t c = base::next_code_point(path, at);
        if (c == base::kInvalidCodePoint) return "its name is not UTF-8";
        if (c == '\\') return "its name holds a backslash";
        if (!is_allowed(c) || c < 0x20) return "its name holds a control or direction character";
        if (is_unseen(c)) return "its name holds a mark or a character that nobody sees";
    }
    return nullptr;
}

}  // namespace

base::Result<void> check_path(std::string_view path) {
    const auto refuse = [&](const char* why) {
        return base::fail(FaultKind::refused, printable(path), why);
    };
    if (path.size() > kMaxPath)
        return base::fail(FaultKind::too_large, printable(path), "its path is too long");
    if (path.starts_with('/')) return refuse("its path is absolute");
    if (const char* why = fault_of_characters(path)) return refuse(why);
    for (std::size_t at = 0; at <= path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        const auto part = path.substr(at, end - at);
        if (part.empty()) return refuse("a part of its path is empty");
        if (part.front() == '.') return refuse("a part of its path begins with a dot");
        if (part.size() > kMaxPart)
            return base::fail(FaultKind::too_large, printable(path), "its name is too long");
        at = end + 1;
    }
    return {};
}

base::Result<void> PathSet::add(const std::string& path) {
    for (std::size_t at = 0; at <= path.size();) {
        const auto end = std::min(path.find('/', at), path.size());
        const bool is_folder = end < path.size();
        const std::string spelling = path.substr(0, end);
        const auto [known, fresh] = known_.try_emplace(fold(spelling), Known{spelling, is_folder});
        if (!fresh && known->second.spelling != spelling)
            return base::fail(FaultKind::refused, path,
                              std::string(kLooksLike) + known->second.spelling);
        if (!fresh && !(is_folder && known->second.is_folder))
            return base::fail(FaultKind::refused, path,
                              is_folder || known->second.is_folder ? "it is a file and a folder"
                                                                   : "it is there twice");
        at = end + 1;
    }
    return {};
}

}  // namespace candor::pack
