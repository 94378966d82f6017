#include "screens/take_home/leaflet.h"

#include <algorithm>

#include "consult/request/reference.h"
#include "pack/page/pack.h"

namespace candor::screens {
namespace {

/// Gathers the topics with their sources, each source once.
class TopicReader {
  public:
    TopicReader(Leaflet& leaflet, const std::string& language)
        : leaflet_(leaflet), language_(language) {}

    void add(const pack::Pack& pack) {
        const pack::List* messages = pack.key_messages(language_);
        if (messages == nullptr) return;
        Leaflet::Topic topic{pack.id, pack.title.in(language_), {}};
        for (const pack::ListItem& item : messages->items)
            topic.points.push_back({pack::plain_text(item.text), sources_of(pack, item.text)});
        leaflet_.topics.push_back(std::move(topic));
    }

  private:
    std::vector<int> sources_of(const pack::Pack& pack, const pack::RichText& text) {
        std::vector<int> numbers;
        for (const pack::Run& run : text) {
            if (run.link != pack::LinkKind::source) continue;
            if (const pack::Source* source = pack.source(run.target))
                numbers.push_back(number_of(*source));
        }
        return numbers;
    }

    /// Packs name the same paper each for itself.
    int number_of(const pack::Source& source) {
        auto& all = leaflet_.sources;
        const auto same = [&](const Leaflet::Reference& known) {
            return known.link == source.link && known.citation == source.citation;
        };
        const auto found = std::find_if(all.begin(), all.end(), same);
        if (found != all.end()) return static_cast<int>(found - all.begin()) + 1;
        all.push_back({source.citation, source.link});
        return static_cast<int>(all.size());
    }

    Leaflet& leaflet_;
    const std::string& language_;
};

bool was_met(const State& state, const pack::Pack& pack) {
    return is_of_pack(state.visit.reading.read, pack.id) ||
           is_of_pack(state.visit.reading.ticked, pack.id);
}

void add_topics(const State& state, const std::string& language, Leaflet& leaflet) {
    const auto& packs = state.catalog->library->packs;
    const bool any = std::any_of(packs.begin(), packs.end(),
                                 [&](const pack::Pack& pack) { return was_met(state, pack); });
    TopicReader topics(leaflet, language);
    for (const pack::Pack& pack : packs)
        if (!any || was_met(state, pack)) topics.add(pack);
}

}  // namespace

Leaflet leaflet_of(const State& state, const std::string& language) {
    const ui::Strings& strings = state.strings_in(language);
    const pack::Clinic& clinic = state.catalog->clinic;
    const std::string& name = clinic.name.in(language);
    Leaflet leaflet;
    leaflet.title =
        name.empty() ? strings("take.title") : strings("take.title-of", {{"clinic", name}});
    const std::string& reference = state.visit.request.sending.reference;
    if (state.visit.take_home.reference && !reference.empty())
        leaflet.reference = consult::display_reference(reference);
    for (const consult::StaffText& question : ticked_questions(state, language))
        leaflet.questions.push_back(question.text);
    add_topics(state, language, leaflet);
    leaflet.clinic = clinic_contact(clinic, strings);
    return leaflet;
}

}  // namespace candor::screens
