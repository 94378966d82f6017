#include <fstream>

#include "desk/studio/studio_intent.h"
#include "desk_in_memory.h"
#include "fhir_server.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;
using ui::Node;
using ui::Role;

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
        clinic.receives_junk();
        starts({});
    }
    void starts(const Options& options) {
        at = std::make_unique<DeskInMemory>(clinic, "Ada", GetParam().language, GetParam().width,
                                            GetParam().height, options);
    }

    /// What holds other nodes; the preview's are the kiosk's own, which has tests of its own.
    static bool is_leaf(const Node& node) {
        const Role role = node.role;
        return role != Role::list && role != Role::table && role != Role::dialog &&
               role != Role::figure && node.tab_stop;
    }
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
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_TRUE(a.id == 0 || nodes[j].id != a.id || nodes[j].name == a.name)
                    << where << ": " << nodes[j].name << " and " << a.name << " are one";
            if (!is_leaf(a) || !on_screen(a)) continue;
            for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                const Node& b = nodes[j];
                if (!is_leaf(b) || !on_screen(b)) continue;
                EXPECT_FALSE(a.rect.inset(1).intersects(b.rect.inset(1)))
                    << where << ": " << a.name << " and " << b.name;
            }
        }
    }

    /// A field's label stands above it, without a node of its own: at least a line's room.
    void check_labels(const std::string& where) {
        const auto width = static_cast<float>(GetParam().width);
        const auto height = static_cast<float>(GetParam().height);
        const float line = 18 * std::max(1.0F, std::min(width / 1700.0F, height / 960.0F));
        const auto& nodes = at->desk->tree().nodes;
        for (const Node& field : nodes) {
            if (field.role != Role::textbox) continue;
            for (const Node& above : nodes) {
                const bool beside =
                    above.rect.right() <= field.rect.x || above.rect.x >= field.rect.right();
                if (beside || above.rect.bottom() > field.rect.y) continue;
                EXPECT_GE(field.rect.y - above.rect.bottom(), line)
                    << where << ": " << field.name << " below " << above.name;
            }
        }
    }

    /// A dialog shows all that it holds, without scrolling.
    void check_dialog(const std::string& where) {
        check(where);
        check_labels(where);
        const auto& nodes = at->desk->tree().nodes;
        const auto card = std::find_if(nodes.begin(), nodes.end(),
                                       [](const Node& node) { return node.role == Role::dialog; });
        ASSERT_NE(card, nodes.end()) << where << "\n" << at->text();
        for (const Node& node : nodes) {
            EXPECT_GE(node.rect.x, card->rect.x) << where << ": " << node.name;
            EXPECT_LE(node.rect.right(), card->rect.right()) << where << ": " << node.name;
            EXPECT_LE(node.rect.bottom(), card->rect.bottom()) << where << ": " << node.name;
        }
    }

    fs::path pack() const { return clinic.folder() / "packs" / "prp"; }
    void asks(const Intent& intent) {
        at->desk->apply(intent);
        at->desk->settle();
    }
    void opens_pack() {
        if (!fs::exists(pack())) {
            fs::create_directories(pack().parent_path());
            fs::copy(CANDOR_SOURCE_DIR "/content/prp", pack(), fs::copy_options::recursive);
        }
        asks(ShowPage{Page::packs});
        asks(StudioIntent{OpenPackFolder{pack()}});
        ASSERT_TRUE(at->state().studio.opened);
    }
    void types(Field field, const std::string& text) {
        asks(EditField{field, {ui::Edit::Kind::select_all, {}, 0, false}});
        asks(EditField{field, {ui::Edit::Kind::type, text, 0, false}});
    }

    Clinic clinic;
    std::unique_ptr<DeskInMemory> at;
};

TEST_P(DeskGeometry, nothing_leaves_the_window_or_lies_over_another) {
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
    at->presses_control("l");
    check("locked");
}

TEST_P(DeskGeometry, button_is_as_wide_as_its_label) {
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

TEST_P(DeskGeometry, opened_pack_has_room_for_everything) {
    opens_pack();
    check("pack");
    asks(StudioIntent{PreviewText{ui::TextSize::largest}});
    asks(StudioIntent{TurnPreview{}});
    check("pack in landscape");
    std::ofstream(pack() / "en/010-what-prp-is.md", std::ios::app)
        << "\nMore in [](source:nobody-knows), and in [this](term:nobody-knows).\n";
    opens_pack();
    ASSERT_FALSE(at->state().studio.may_sign());
    asks(StudioIntent{ShowFinding{0}});
    check("pack with errors");
    asks(StudioIntent{OpenInFileManager{}});
    check("pack with a notice");
}

TEST_P(DeskGeometry, sign_dialog_has_room_for_everything) {
    opens_pack();
    asks(StudioIntent{OpenDialog{Dialog::sign}});
    check_dialog("sign");
    asks(StudioIntent{SignPack{false}});
    check_dialog("sign without a key");
    types(Field::signer_key, "/nonexistent/" + std::string(90, 'k') + "/signer.key");
    types(Field::signer_name, "Dr. Ada Byron");
    asks(StudioIntent{SignPack{false}});
    check_dialog("sign with a key that is not there");
}

TEST_P(DeskGeometry, put_dialog_has_room_for_everything) {
    opens_pack();
    asks(StudioIntent{OpenDialog{Dialog::put}});
    check_dialog("put");
    asks(StudioIntent{PutPack{false}});
    check_dialog("put without a package");
    asks(StudioIntent{ChooseTarget{Putting::Target::stick}});
    check_dialog("put on a stick");
    types(Field::put_place, "/nonexistent/" + std::string(90, 's'));
    asks(StudioIntent{PutPack{false}});
    check_dialog("put on no stick");
}

TEST_P(DeskGeometry, file_picker_has_room_for_everything) {
    opens_pack();
    asks(StudioIntent{ClosePack{}});
    asks(PickerIntent{OpenPicker{Field::pack_path}});
    ASSERT_TRUE(at->state().picker);
    check("picker of a folder");
    const fs::path odd = pack().parent_path() / ("caf\xE9" + std::string(200, 'w'));
    fs::create_directories(odd);
    asks(PickerIntent{PickerGoTo{odd}});
    asks(PickerIntent{PickerChoose{}});
    EXPECT_FALSE(at->state().picker->problem.empty());
    check("picker with a problem");
    asks(PickerIntent{ClosePicker{}});
    opens_pack();
    asks(StudioIntent{OpenDialog{Dialog::put}});
    asks(PickerIntent{OpenPicker{Field::put_package}});
    asks(PickerIntent{PickerGoTo{pack()}});
    check("picker of a file");
    asks(PickerIntent{PickerGoTo{"/nonexistent"}});
    check("picker of a folder that is gone");
}

TEST_P(DeskGeometry, request_page_has_room_for_what_a_server_said) {
    const fleet::FhirTestServer server;
    for (const char* path : {"ok", "refuse", "portal"}) {
        Options options;
        options.record.url = server.at(path);
        starts(options);
        for (const auto& entry : {at->state().inbox.shown[0], at->state().inbox.shown[4]}) {
            asks(SelectRequest{entry->row.request.id});
            asks(SendToRecord{});
            asks(PrintRequest{});
            check(std::string("sent to ") + path);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, DeskGeometry, testing::ValuesIn(displays()), name_of_display);

}  // namespace
}  // namespace candor::desk
