#include "screens/take_home/leaflet_text.h"

namespace candor::screens {
namespace {

/// Lines one after the other, until one has no room.
class Lines {
  public:
    explicit Lines(std::size_t room) : room_(room) {}

    void always(const std::string& line) { text_ += line + "\n"; }
    /// Under its heading, which stands there once a line of it does.
    void add(std::string& heading, const std::string& line) {
        const std::string more = (heading.empty() ? "" : "\n" + heading + "\n") + line + "\n";
        if (full_ || text_.size() + more.size() > room_) {
            full_ = true;
            return;
        }
        text_ += more;
        heading.clear();
    }
    bool full() const { return full_; }
    std::string take() {
        text_.pop_back();
        return std::move(text_);
    }

  private:
    std::size_t room_;
    std::string text_;
    bool full_ = false;
};

void add_questions(Lines& lines, const Leaflet& leaflet, const ui::Strings& strings) {
    std::string heading = strings("take.questions");
    for (const std::string& question : leaflet.questions) lines.add(heading, "- " + question);
}

void add_points(Lines& lines, const Leaflet& leaflet) {
    for (const Leaflet::Topic& topic : leaflet.topics) {
        std::string heading = topic.title;
        for (const Leaflet::Point& point : topic.points) lines.add(heading, "- " + point.words);
    }
}

void add_links(Lines& lines, const Leaflet& leaflet, const ui::Strings& strings) {
    std::string heading = strings("take.sources");
    for (const Leaflet::Reference& source : leaflet.sources)
        if (!source.link.empty()) lines.add(heading, source.link);
}

}  // namespace

std::string leaflet_text(const Leaflet& leaflet, const ui::Strings& strings, std::size_t most_bytes,
                         Rest rest) {
    const std::string more =
        "\n" + strings(rest == Rest::on_the_page ? "take.more-on-page" : "take.more-on-screen");
    Lines lines(most_bytes < more.size() ? 0 : most_bytes - more.size());
    lines.always(leaflet.title);
    if (!leaflet.reference.empty())
        lines.always(strings("confirm.reference") + ": " + leaflet.reference);
    for (const ClinicFact& fact : leaflet.clinic)
        lines.always(strings(fact.key) + ": " + fact.value);
    add_questions(lines, leaflet, strings);
    add_points(lines, leaflet);
    add_links(lines, leaflet, strings);
    if (lines.full()) lines.always(more);
    return lines.take();
}

}  // namespace candor::screens
