#include <sodium.h>

#include <array>

#include "pack/search/search_store.h"

namespace candor::pack {
namespace {

std::string first_words(const Page& page) {
    for (const auto& block : page.blocks)
        if (const auto* prose = std::get_if<Prose>(&block.body)) return plain_text(prose->text);
    return page.blocks.empty() ? std::string() : plain_text(page.blocks.front());
}

void add_page(const Pack& pack, const Page& page, std::vector<SearchRow>& rows) {
    rows.push_back({{&pack, &page, -1}, {}, {}});
    std::string heading;
    for (std::size_t i = 0; i < page.blocks.size(); ++i) {
        const bool is_heading = std::holds_alternative<Heading>(page.blocks[i].body);
        std::string words = plain_text(page.blocks[i]);
        if (words.empty()) continue;
        if (is_heading) heading = std::move(words), words.clear();
        rows.push_back({{&pack, &page, static_cast<int>(i)}, heading, std::move(words)});
    }
}

class Hash {
  public:
    Hash() {
        // Fails only where the system has no randomness, which hashing does not need.
        [[maybe_unused]] const int started = sodium_init();
        crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES);
    }
    /// The size goes first, so that "ab" + "c" differs from "a" + "bc".
    void add(std::string_view text) {
        add(static_cast<std::int64_t>(text.size()));
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                                  text.size());
    }
    void add(std::int64_t number) {
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(&number),
                                  sizeof number);
    }
    std::string hex() {
        std::array<unsigned char, crypto_generichash_BYTES> bytes{};
        crypto_generichash_final(&state_, bytes.data(), bytes.size());
        std::string out(2 * bytes.size() + 1, '\0');
        sodium_bin2hex(out.data(), out.size(), bytes.data(), bytes.size());
        out.pop_back();
        return out;
    }

  private:
    crypto_generichash_state state_{};
};

}  // namespace

std::string SearchPlace::heading() const {
    for (int at = block; at >= 0; --at) {
        const Block& before = page->blocks.at(static_cast<std::size_t>(at));
        if (std::holds_alternative<Heading>(before.body)) return plain_text(before);
    }
    return {};
}

std::string SearchPlace::shown() const {
    return block < 0 ? first_words(*page)
                     : plain_text(page->blocks.at(static_cast<std::size_t>(block)));
}

std::vector<SearchRow> search_rows(const Library& library) {
    std::vector<SearchRow> rows;
    for (const auto& pack : library.packs)
        for (const auto& [language, pages] : pack.pages)
            for (const auto& page : pages) add_page(pack, page, rows);
    return rows;
}

std::string content_key(const Library& library, const std::vector<SearchRow>& rows) {
    Hash hash;
    hash.add(std::int64_t{kIndexFormat});
    for (const auto& pack : library.packs) {
        hash.add(pack.id);
        hash.add(std::int64_t{pack.version});
    }
    for (const auto& row : rows) {
        const auto& [pack, page, block] = row.place;
        hash.add(std::int64_t{block});
        for (const auto* text :
             {&pack->id, &page->id, &page->language, &page->title, &row.heading, &row.body})
            hash.add(*text);
    }
    return hash.hex();
}

}  // namespace candor::pack
