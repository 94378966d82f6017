#include "text/sentences.h"

#include <pango/pango.h>

#include "base/utf8.h"

namespace candor::text {
namespace {

std::vector<PangoLogAttr> breaks_of(std::string_view text, const std::string& language) {
    std::vector<PangoLogAttr> breaks(base::utf8_count(text) + 1);
    pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1,
                        pango_language_from_string(language.c_str()), breaks.data(),
                        static_cast<int>(breaks.size()));
    return breaks;
}

}  // namespace

std::vector<Range> sentences(std::string_view text, const std::string& language) {
    if (text.empty()) return {};
    if (!base::is_utf8(text) || text.find('\0') != text.npos) return {{0, text.size()}};
    std::vector<Range> all;
    const auto breaks = breaks_of(text, language);
    bool open = false;
    std::size_t byte = 0;
    for (const PangoLogAttr& at : breaks) {
        if (at.is_sentence_end && open) {
            all.back().end = byte;
            open = false;
        }
        if (at.is_sentence_start && byte < text.size()) {
            all.push_back({byte, text.size()});
            open = true;
        }
        if (byte < text.size()) base::next_code_point(text, byte);
    }
    return all;
}

}  // namespace candor::text
