#include "desk_process.h"

#include <stdexcept>

#include "program.h"

namespace candor::journeys {
namespace {

std::vector<std::string> words_for(const std::vector<std::string>& more) {
    std::vector<std::string> words{built("candor-desk")};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

}  // namespace

DeskProcess::DeskProcess(const platform::XServer& server, std::filesystem::path folder,
                         const std::vector<std::string>& more)
    : ProgramInWindow(server, std::move(folder), words_for(more)) {}

void DeskProcess::clicks(ui::Role role, const std::string& name) {
    const auto can_be_clicked = [&](const ui::Tree& seen) {
        const ui::Node* node = seen.find(role, name);
        return node != nullptr && (node->states & ui::kDisabled) == 0;
    };
    if (!await(can_be_clicked))
        throw std::runtime_error(name + " cannot be clicked on\n" +
                                 ui::to_text(tree(), ui::Rects::with));
    const base::Rect at = tree().find(role, name)->rect;
    put_down({at.x + at.w / 2, at.y + at.h / 2});
    lift(Lift::at_once);
}

void DeskProcess::types(std::string_view words) const {
    for (const char c : words) server().tap_key(static_cast<unsigned char>(c));
}

}  // namespace candor::journeys
