#include "pack/checks/self_check_texts.h"

namespace candor::pack {
namespace {

class TextsOfItems {
  public:
    explicit TextsOfItems(std::vector<SelfCheckText>& out) : out_(out) {}

    void add(const screening::Item& item) {
        if (screening::is_part_of_parent(item) || item.hidden) return;
        const std::string of = " of " + in_quotes(item.link_id);
        add("the text" + of, item.text);
        add("“why we ask”" + of, item.help);
        add("the picture's words" + of, item.media.alt);
        int number = 0;
        for (const auto& option : item.options) {
            const std::string choice = "choice " + std::to_string(++number) + of;
            add(choice, option.label);
            add("the picture's words of " + choice, option.media.alt);
        }
        for (const auto& child : item.items) add(child);
    }

  private:
    void add(std::string name, const base::Localized& text) {
        if (!text.empty()) out_.push_back({"questionnaire.yaml", std::move(name), &text});
    }
    std::vector<SelfCheckText>& out_;
};

}  // namespace

std::vector<SelfCheckText> self_check_texts(const Subject& subject) {
    std::vector<SelfCheckText> out;
    if (subject.questionnaire)
        for (const auto& item : subject.questionnaire->items) TextsOfItems(out).add(item);
    if (!subject.guidance) return out;
    const auto add = [&](std::string name, const base::Localized& text) {
        if (!text.empty()) out.push_back({"guidance.yaml", std::move(name), &text});
    };
    for (std::size_t i = 0; i < subject.guidance->levels.size(); ++i) {
        const std::string level = screening::name_of(static_cast<screening::Level>(i));
        add("the title of “" + level + "”", subject.guidance->levels[i].title);
        add("the text of “" + level + "”", subject.guidance->levels[i].text);
    }
    for (const auto& finding : subject.guidance->findings) {
        add("the title of " + in_quotes(finding.id), finding.title);
        add("the text of " + in_quotes(finding.id), finding.text);
    }
    return out;
}

}  // namespace candor::pack
