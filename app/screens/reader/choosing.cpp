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

void add_matters(const State& state, const pack::Pack& pack, const pack::Options& options,
                 std::vector<Matter>& out) {
    for (const auto& value : options.values) {
        const std::string id = pack.id + "/" + value.id;
        const Importance importance = state.visit.reading.choosing.importance(id);
        if (importance >= Importance::somewhat) out.push_back({id, importance, value.title});
    }
}

}  // namespace

std::vector<Matter> matters(const State& state) {
    std::vector<Matter> out;
    for (const pack::Pack& pack : state.catalog->library->packs)
        for (const pack::Page& page : pack.pages_in(state.visit.language))
            for (const pack::Block& block : page.blocks) {
                const auto* options = std::get_if<pack::Options>(&block.body);
                if (options != nullptr && options->face == pack::OptionsFace::values)
                    add_matters(state, pack, *options, out);
            }
    return out;
}

}  // namespace candor::screens
