#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalogs.h"
#include "screens/frame/apply.h"

namespace candor::screens {

/// The world outside, as it was asked.
class FakeServices final : public Services {
  public:
    base::Result<std::string> send_request(const State& state) override {
        request_ids.push_back(state.visit.request.id);
        names.emplace_back(state.visit.request.form.first_name.view());
        if (fault) return tl::unexpected(*fault);
        return std::string("K7Q4FM8");
    }
    std::vector<pack::SearchHit> search(const std::string& language,
                                        std::string_view words) override {
        searches.emplace_back(words);
        if (index != nullptr) return index->find(language, words, 20);
        if (words.empty()) return {};
        return {{"a", "one", 0, "Page one", std::string(words), {}}};
    }
    std::vector<std::string> nearest_words(const std::string& language,
                                           std::string_view words) override {
        return index == nullptr ? std::vector<std::string>{} : index->nearest(language, words, 4);
    }
    void check_staff_code(std::string_view code) override { codes.emplace_back(code); }
    void install_pack(const std::string& package) override { installs.push_back(package); }
    void roll_back_pack(const std::string& id) override { roll_backs.push_back(id); }
    void cancel_install() override { ++cancels; }
    void believe_clock() override { ++believed_clocks; }
    void print_leaflet(const State&) override { ++prints; }
    Help call_for_help(const State& state) override {
        calls.push_back(state.catalog->around.help_from);
        return fault ? Help::not_asked : Help::asked;
    }
    void reset_scroll(std::string_view region) override { resets.emplace_back(region); }
    void visit_erased() override { ++erased; }

    std::optional<base::Fault> fault;
    const pack::SearchIndex* index = nullptr;
    std::vector<std::string> request_ids, names, searches, resets;
    std::vector<std::string> codes, installs, roll_backs, calls;
    int erased = 0, prints = 0, cancels = 0, believed_clocks = 0;
};

/// Somebody in front of the kiosk, and what comes of what they ask for.
class Visitor {
  public:
    explicit Visitor(std::shared_ptr<const Catalog> catalog) { state.catalog = std::move(catalog); }

    Visitor& asks(const Intent& intent) {
        apply(state, services, intent);
        return *this;
    }
    Visitor& types(const std::string& text) { return asks(TypeText{text}); }
    Visitor& types_into(Field field, const std::string& text) {
        return asks(FocusField{field, 10'000}).types(text);
    }
    Visitor& presses(ui::KeyboardResult::Kind kind, const std::string& text = {}) {
        return asks(KeyPressed{{kind, text}});
    }
    /// Answers a question of the self-check with the option of that code.
    Visitor& answers(const std::string& link_id, const std::string& code) {
        return asks(ChooseAnswer{link_id, screening::Coding{{}, code, {}}});
    }
    Visitor& fills_in_the_form() {
        types_into(Field::first_name, "Elif");
        types_into(Field::phone, "+90 532 415 67 89");
        return asks(ToggleAgreed{});
    }

    Screen screen() const { return state.visit.screen; }
    const std::string& question() const { return state.visit.check.question; }
    std::string typed() const { return std::string(state.edited()->view()); }

    State state;
    FakeServices services;
};

}  // namespace candor::screens
