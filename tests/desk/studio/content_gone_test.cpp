#include <algorithm>

#include "../packs/fragile_packs.h"
#include "desk_in_memory.h"

// Files that break, go and come back while the studio shows them.

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using testing_packs::Damage;
using testing_packs::FragilePacks;

constexpr int kPatienceMs = 30'000;

class ContentGone : public testing::Test {
  protected:
    ContentGone() {
        at.unlocks();
        at.desk->apply(ShowPage{Page::packs});
    }

    void opens(const fs::path& pack) {
        at.desk->apply(StudioIntent{OpenPackFolder{pack}});
        at.desk->settle();
    }

    const Studio& studio() const { return at.state().studio; }

    /// Until the watch on the folder has told of a change, and it was read.
    void notices_a_change(const std::shared_ptr<const OpenedPack>& before) {
        std::vector<platform::Event> events;
        while (studio().opened == before) {
            const int told = ++waits_;
            at.window.wait(kPatienceMs, events);
            at.desk->turn(events);
            at.desk->settle();
            ASSERT_LT(told, 10'000) << "nothing was noticed";
        }
    }

    void clicks_at(base::Point place) {
        platform::Event event;
        event.at = place;
        at.now_ms += ui::Touch::kDoubleTapMs;
        for (const auto kind :
             {platform::EventKind::pointer_down, platform::EventKind::pointer_up}) {
            event.kind = kind;
            event.time_ms = ++at.now_ms;
            at.desk->turn({event});
        }
        at.desk->settle();
    }

    /// All that can be touched in the preview as it is now, one after the other.
    void touches_everything() {
        std::vector<base::Point> places;
        for (const ui::Node& node : studio().preview.nodes)
            if (node.actions != ui::kNoAction)
                places.push_back({node.rect.x + node.rect.w / 2, node.rect.y + node.rect.h / 2});
        for (const base::Point& place : places) clicks_at(place);
        at.desk->apply(StudioIntent{ShowFinding{0}});
        at.desk->apply(StudioIntent{ShowFinding{7}});
        at.desk->apply(StudioIntent{TurnPreview{}});
        at.desk->settle();
        at.desk->apply(StudioIntent{TurnPreview{}});
        at.desk->apply(StudioIntent{OpenDialog{Dialog::sign}});
        at.desk->settle();
        at.desk->apply(StudioIntent{CloseDialog{}});
        at.desk->settle();
    }

    void break_and_mend(const fs::path& pack) {
        opens(pack);
        ASSERT_TRUE(studio().opened);
        for (const fs::path& file : FragilePacks::files_in(pack)) {
            for (const Damage damage : {Damage::removed, Damage::half}) {
                SCOPED_TRACE(file.filename().string() + " is " + name_of(damage));
                auto before = studio().opened;
                {
                    const FragilePacks::Broken broken(file, damage);
                    notices_a_change(before);
                    before = studio().opened;
                    touches_everything();
                }
                notices_a_change(before);
                touches_everything();
            }
        }
    }

    FragilePacks packs;
    Clinic clinic;
    DeskInMemory at{clinic};

  private:
    int waits_ = 0;
};

TEST_F(ContentGone, studio_outlives_every_file_of_a_reading_pack) { break_and_mend(packs.words()); }

TEST_F(ContentGone, studio_outlives_every_file_of_a_self_check) {
    break_and_mend(packs.questions());
}

TEST_F(ContentGone, self_check_that_breaks_under_a_hand_says_so_and_is_there_again_once_mended) {
    opens(packs.questions());
    ASSERT_TRUE(at.sees(ui::Role::button, "Stop and erase")) << at.text();
    auto before = studio().opened;
    {
        const FragilePacks::Broken broken(packs.questions() / "questionnaire.yaml", Damage::half);
        notices_a_change(before);
        EXPECT_TRUE(at.sees(ui::Role::heading, "This file cannot be shown yet")) << at.text();
        before = studio().opened;
    }
    notices_a_change(before);
    EXPECT_TRUE(at.sees(ui::Role::button, "Stop and erase")) << at.text();
}

TEST_F(ContentGone, filter_of_a_language_that_the_pack_has_no_more_is_taken_off) {
    opens(packs.words());
    at.desk->apply(StudioIntent{FindingsIn{"en"}});
    auto before = studio().opened;
    const FragilePacks::Broken broken(packs.words() / "pack.yaml", Damage::garbled);
    notices_a_change(before);
    EXPECT_FALSE(studio().opened->findings.empty());
    EXPECT_FALSE(studio().shown().empty());
}

}  // namespace
}  // namespace candor::desk
