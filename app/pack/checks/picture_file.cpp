#include "pack/checks/picture_file.h"

#include "base/files.h"
#include "pack/checks/svg_scan.h"
#include "pack/page/picture_head.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMaxLookedAt = 16 * 1024 * 1024;

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

/// The frame names the size, and the file ends with EOI.
void read_jpeg(std::string_view bytes, PictureFacts& facts) {
    const PixelSize size = jpeg_size(bytes).value_or(PixelSize{});
    facts.width = size.width;
    facts.height = size.height;
    const auto end = bytes.rfind("\xFF\xD9");
    facts.whole = facts.width > 0 && facts.height > 0 && end != std::string_view::npos &&
                  end + 64 > bytes.size();
}

}  // namespace

std::optional<PictureFacts> facts_of_picture(const std::filesystem::path& file) {
    const auto read = base::read_file(file, kMaxLookedAt);
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
