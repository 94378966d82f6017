#include "desk_in_memory.h"

namespace candor::desk {
namespace {

using ui::Node;

struct Display {
    int width, height;
    const char* language;
};

std::string name_of_display(const testing::TestParamInfo<Display>& info) {
    return std::to_string(info.param.width) + "x" + std::to_string(info.param.height) + "_" +
           info.param.language;
}

std::vector<Display> displays() {
    std::vector<Display> all;
    for (const char* language : {"en", "tr", "ar", "de", "es"})
        for (const auto& [w, h] : {std::pair{1366, 768}, {1920, 1080}})
            all.push_back({w, h, language});
    return all;
}

class DeskGeometry : public testing::TestWithParam<Display> {
  protected:
    void SetUp() override {
        for (int i = 0; i < 8; ++i) clinic.receives(person_of(i));
        at = std::make_unique<DeskInMemory>(clinic, "Ada", GetParam().language, GetParam().width,
                                            GetParam().height);
    }

    bool touchable(const Node& node) const { return node.actions != ui::kNoAction; }
    bool on_screen(const Node& node) const {
        const auto height = static_cast<float>(GetParam().height);
        return node.rect.y < height && node.rect.bottom() > 0;
    }

    void check(const std::string& where) {
        const auto width = static_cast<float>(GetParam().width);
        const auto& nodes = at->desk->tree().nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Node& a = nodes[i];
            EXPECT_GE(a.rect.x, -0.5F) << where << ": " << a.name;
            EXPECT_LE(a.rect.right(), width + 0.5F) << where << ": " << a.name;
            EXPECT_EQ(a.name.find('<'), std::string::npos) << where << ": " << a.name;
            if (!touchable(a) || !on_screen(a)) continue;
            for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                const Node& b = nodes[j];
                if (!touchable(b) || !on_screen(b)) continue;
                EXPECT_FALSE(a.rect.inset(1).intersects(b.rect.inset(1)))
                    << where << ": " << a.name << " and " << b.name;
            }
        }
    }

    Clinic clinic;
    std::unique_ptr<DeskInMemory> at;
};

TEST_P(DeskGeometry, nothing_leaves_the_window_or_lies_over_another) {
    check("locked");
    at->types("wrong");
    at->presses(platform::Key::enter);
    check("wrong passphrase");
    at->presses_control("a");
    at->unlocks();
    ASSERT_EQ(at->state().vault, Vault::open);
    check("inbox");
    for (const auto& entry : Entries(at->state().inbox.shown)) {
        at->desk->apply(SelectRequest{entry->row.request.id});
        at->desk->settle();
        check("request of " + entry->opened.first_name);
    }
    for (int page = 0; page < kPages; ++page) {
        at->desk->apply(ShowPage{static_cast<Page>(page)});
        at->desk->settle();
        check(desk::name_of(static_cast<Page>(page)));
    }
}

TEST_P(DeskGeometry, button_is_as_wide_as_its_label) {
    at->unlocks();
    const ui::Strings& strings = *at->state().strings;
    at->desk->apply(SelectRequest{at->state().inbox.shown[0]->row.request.id});
    at->desk->settle();
    for (const char* key : {"to.called", "to.booked", "to.closed", "request.print"}) {
        const Node* button = at->desk->tree().find(ui::Role::button, strings(key));
        ASSERT_NE(button, nullptr) << key << "\n" << at->text();
        EXPECT_LE(button->rect.right(), static_cast<float>(GetParam().width));
        EXPECT_GE(button->rect.x, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(All, DeskGeometry, testing::ValuesIn(displays()), name_of_display);

}  // namespace
}  // namespace candor::desk
