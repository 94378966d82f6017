#include "screens/frame/hearing.h"

#include <utility>

#include "base/secret_string.h"

namespace candor::screens {

void Hearing::stop() {
    for (Sentence& each : sentences) base::wipe(each.words);
    sentences.clear();
    at = 0;
    wanted = paused = false;
}

void Hearing::erase() {
    stop();
    *this = {};
}

namespace {

bool is_read(const ui::Node& node) {
    return !node.in_text && (node.role != ui::Role::button || node.is_text);
}

}  // namespace

std::vector<Sentence> sentences_in(const ui::Tree& tree, std::string_view region,
                                   const std::string& language, Hearers hearers) {
    std::vector<Sentence> all;
    const ui::WidgetId place = ui::ScrollRegions::id_of(region);
    bool headed = false;
    for (const ui::Node& node : tree.nodes) {
        if (node.region != place || !is_read(node)) continue;
        if (hearers == Hearers::everybody && !node.aloud.empty()) continue;
        if (node.role == ui::Role::heading && !std::exchange(headed, true)) all.clear();
        for (const text::Range& range : text::sentences(node.name, language))
            all.push_back(
                {{node.heard, range}, node.name.substr(range.begin, range.end - range.begin)});
    }
    return all;
}

}  // namespace candor::screens
