#include "pack/page/narration.h"

#include <algorithm>

#include "pack/folder/fold.h"

namespace candor::pack {
namespace {

std::string beside(const std::string& page_file, std::string_view ending) {
    return page_file.substr(0, page_file.size() - std::string_view(".md").size()) +
           std::string(ending);
}

}  // namespace

std::string recording_of(const std::string& page_file) { return beside(page_file, ".opus"); }
std::string timing_of(const std::string& page_file) { return beside(page_file, ".vtt"); }

std::string spoken_key(std::string_view sentence) {
    std::string key = folded_line(sentence);
    std::erase(key, ' ');
    return key;
}

std::optional<NarratedPart> Narration::part_of(std::string_view sentence) const {
    const std::string key = spoken_key(sentence);
    const auto found = std::find_if(
        sentences.begin(), sentences.end(),
        [&](const NarratedSentence& each) { return !key.empty() && each.words == key; });
    if (found == sentences.end()) return {};
    return NarratedPart{file, found->begin_ms, found->end_ms};
}

}  // namespace candor::pack
