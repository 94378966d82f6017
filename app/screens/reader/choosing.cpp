#include "screens/reader/choosing.h"

#include "screens/frame/state.h"

namespace candor::screens {

const char* name_of(Importance importance) {
    switch (importance) {
        case Importance::unsaid:
            return "";
        case Importance::not_much:
            return "not-much";
        case Importance::somewhat:
            return "somewhat";
        case Importance::a_lot:
            return "a-lot";
    }
    return "";
}

Importance Choosing::importance(const std::string& value) const {
    const auto found = matters.find(value);
    return found == matters.end() ? Importance::unsaid : found->second;
}

namespace {

const pack::Options* values_in(const pack::Pack& pack, const std::string& language) {
    for (const pack::Page& page : pack.pages_in(language))
        for (const pack::Block& block : page.blocks) {
            const auto* options = std::get_if<pack::Options>(&block.body);
            if (options != nullptr && options->face == pack::OptionsFace::values) return options;
        }
    return nullptr;
}

const std::string& title_in(const pack::Options* options, const pack::OptionValue& value) {
    if (options != nullptr)
        for (const auto& other : options->values)
            if (other.id == value.id) return other.title;
    return value.title;
}

}  // namespace

std::vector<consult::RequestValue> matters(const State& state, const std::string& staff_language) {
    const std::string& language = state.visit.language;
    std::vector<consult::RequestValue> out;
    for (const pack::Pack& pack : state.catalog->library->packs) {
        const pack::Options* read = values_in(pack, language);
        if (read == nullptr) continue;
        const auto* staff = values_in(pack, staff_language.empty() ? language : staff_language);
        for (const auto& value : read->values) {
            const std::string id = pack.id + "/" + value.id;
            const Importance importance = state.visit.reading.choosing.importance(id);
            if (importance >= Importance::somewhat)
                out.push_back({id, name_of(importance), {title_in(staff, value), value.title}});
        }
    }
    return out;
}

}  // namespace candor::screens
