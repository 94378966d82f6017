#include "pack/checks/picture_file.h"

#include "base/files.h"
#include "pack/checks/svg_scan.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// From chunk to chunk (PNG, 5.3) to IEND.
void read_png(std::string_view bytes, PictureFacts& facts) {
    std::size_t at = 8;
    while (at + 12 <= bytes.size()) {
        const std::size_t size = big_endian(bytes, at, 4);
        const auto name = bytes.substr(at + 4, 4);
        if (size > bytes.size() - at - 12) return;
        if (name == "IHDR" && size >= 8) {
            facts.width = big_endian(bytes, at + 8, 4);
            facts.height = big_endian(bytes, at + 12, 4);
        }
        if (name == "IEND") facts.whole = facts.width > 0 && facts.height > 0;
        if (name == "IEND") return;
        at += 12 + size;
    }
}

/// From marker to marker (ITU T.81, B.2.2) to the frame; the file ends with EOI.
void read_jpeg(std::string_view bytes, PictureFacts& facts) {
    std::size_t at = 2;
    while (at + 9 < bytes.size() && static_cast<unsigned char>(bytes[at]) == 0xFF) {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
            marker != 0xCC) {
            facts.height = big_endian(bytes, at + 5, 2);
            facts.width = big_endian(bytes, at + 7, 2);
            break;
        }
        at += 2 + big_endian(bytes, at + 2, 2);
    }
    const auto end = bytes.rfind("\xFF\xD9");
    facts.whole = facts.width > 0 && facts.height > 0 && end != std::string_view::npos &&
                  end + 64 > bytes.size();
}

}  // namespace

std::optional<PictureFacts> facts_of_picture(const std::filesystem::path& file) {
    const auto read = base::read_file(file, kMaxBytes);
    if (!read) return std::nullopt;
    const std::string_view bytes = *read;
    PictureFacts facts;
    facts.bytes = bytes.size();
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) {
        facts.kind = PictureKind::png;
        read_png(bytes, facts);
    } else if (bytes.starts_with("\xFF\xD8\xFF")) {
        facts.kind = PictureKind::jpeg;
        read_jpeg(bytes, facts);
    } else if (bytes.find("<svg") != std::string_view::npos) {
        facts.kind = PictureKind::svg;
        const SvgFacts svg = scan_svg(bytes);
        facts.whole = svg.whole;
        facts.outside = svg.outside;
        facts.has_text = svg.has_text;
        facts.has_script = svg.has_script;
    }
    return facts;
}

}  // namespace candor::pack
