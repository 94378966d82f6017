#include "pack/page/pack.h"

#include <algorithm>

namespace candor::pack {
namespace {

template <typename T>
const T* with_id(const std::vector<T>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& t) { return t.id == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Source* Pack::source(const std::string& id_of_source) const {
    return with_id(sources, id_of_source);
}

const Term* Pack::term(const std::string& id_of_term) const { return with_id(terms, id_of_term); }

const Page* Pack::page(const std::string& language, const std::string& id_of_page) const {
    return with_id(pages_in(language), id_of_page);
}

const Option* Pack::option(const std::string& language, std::string_view id_of_option) const {
    for (const Page& page : pages_in(language))
        for (const Block& block : page.blocks)
            if (const auto* options = std::get_if<Options>(&block.body))
                if (const Option* found = options->option(id_of_option)) return found;
    return nullptr;
}

const std::vector<Page>& Pack::pages_in(const std::string& language) const {
    static const std::vector<Page> kNone;
    const auto found = pages.find(language);
    return found == pages.end() ? kNone : found->second;
}

const List* Pack::key_messages(const std::string& language) const {
    const Page* sums_up = page(language, in_short);
    if (sums_up == nullptr) return nullptr;
    for (const Block& block : sums_up->blocks)
        if (const auto* list = std::get_if<List>(&block.body)) return list;
    return nullptr;
}

}  // namespace candor::pack
