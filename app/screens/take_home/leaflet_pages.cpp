#include "screens/take_home/leaflet_pages.h"

#include <algorithm>

namespace candor::screens {
namespace {

constexpr float kUsualPt = 10.5F, kLargePt = 18;  // 16 pt and more count as large print

/// A paragraph by its name, which is the same in each language.
struct Named {
    std::string name;
    text::PrintedText text;
};

/// The paragraphs of one leaflet.
class LeafletPage {
  public:
    LeafletPage(const ui::Strings& strings, float size_pt) : strings_(strings), size_pt_(size_pt) {}

    std::vector<Named> of(const Leaflet& leaflet) {
        add("title", leaflet.title, 1.7F, text::Weight::bold);
        add("what it is", strings_("take.what-it-is"), 0.9F);
        if (!leaflet.reference.empty())
            labelled("confirm.reference", strings_.left_to_right(leaflet.reference));
        questions(leaflet);
        for (const Leaflet::Topic& topic : leaflet.topics) points(topic);
        clinic(leaflet);
        sources(leaflet);
        return std::move(all_);
    }

  private:
    text::PrintedText& add(std::string name, std::string words, float size = 1,
                           text::Weight weight = text::Weight::regular) {
        text::PrintedText text;
        text.words = std::move(words);
        text.size_pt = size_pt_ * size;
        text.weight = weight;
        text.space_before_pt = size_pt_ * 0.4F;
        all_.push_back({std::move(name), std::move(text)});
        return all_.back().text;
    }
    void heading(const std::string& name, const std::string& words) {
        text::PrintedText& text = add(name, words, 1.15F, text::Weight::bold);
        text.space_before_pt = size_pt_;
        text.rule_before = true;
    }
    void labelled(const char* key, const std::string& value) {
        add(key, strings_(key) + ":").strong = value;
    }
    void questions(const Leaflet& leaflet) {
        if (leaflet.questions.empty()) return;
        heading("questions", strings_("take.questions"));
        for (const std::string& question : leaflet.questions)
            add("question " + std::to_string(all_.size()), question).mark = "\u25A1";
    }
    void points(const Leaflet::Topic& topic) {
        heading(topic.pack, topic.title);
        int number = 0;
        for (const Leaflet::Point& point : topic.points) {
            std::string words = point.words;
            for (const int source : point.sources) words += " [" + std::to_string(source) + "]";
            add(topic.pack + " " + std::to_string(++number), words).mark = "\u2022";
        }
    }
    void clinic(const Leaflet& leaflet) {
        if (leaflet.clinic.empty()) return;
        heading("clinic", strings_("take.clinic"));
        for (const ClinicFact& fact : leaflet.clinic) labelled(fact.key, fact.value);
    }
    void sources(const Leaflet& leaflet) {
        if (leaflet.sources.empty()) return;
        heading("sources", strings_("take.sources"));
        int number = 0;
        for (const Leaflet::Reference& source : leaflet.sources) {
            text::PrintedText& text =
                add("source " + source.citation,
                    strings_.isolated(source.citation) +
                        (source.link.empty() ? "" : " " + strings_.left_to_right(source.link)),
                    0.75F);
            text.mark = std::to_string(++number);
            text.space_before_pt = size_pt_ * 0.25F;
            text.in_columns = true;
        }
    }

    const ui::Strings& strings_;
    const float size_pt_;
    std::vector<Named> all_;
};

std::vector<Named> page_in(const State& state, const std::string& language) {
    const float size_pt = state.visit.take_home.large_print ? kLargePt : kUsualPt;
    return LeafletPage(state.strings_in(language), size_pt).of(leaflet_of(state, language));
}

/// Beside each paragraph the one of that name; a pack may not have both languages.
void lay_beside(std::vector<Named>& first, const std::vector<Named>& second) {
    for (Named& each : first) {
        if (each.text.in_columns) continue;  // the same in any language
        each.text.two_columns = true;
        const auto same = std::find_if(second.begin(), second.end(),
                                       [&](const Named& other) { return other.name == each.name; });
        if (same == second.end()) continue;
        const text::PrintedText& text = same->text;
        each.text.beside = text.words + (text.strong.empty() ? "" : " " + text.strong);
    }
}

}  // namespace

std::string second_language(const State& state) {
    const std::string staff = state.catalog->staff_language();
    return staff == state.visit.language || !state.catalog->speaks(staff) ? std::string() : staff;
}

LeafletPages leaflet_pages(const State& state) {
    auto page = page_in(state, state.visit.language);
    const std::string other = second_language(state);
    if (state.visit.take_home.two_languages && !other.empty())
        lay_beside(page, page_in(state, other));
    LeafletPages pages;
    for (Named& each : page) pages.texts.push_back(std::move(each.text));
    if (state.strings().right_to_left()) pages.direction = text::Direction::right_to_left;
    pages.foot = state.strings()("take.foot");
    if (state.visit.take_home.large_print) pages.fit = text::Fit::as_it_is;
    return pages;
}

}  // namespace candor::screens
