#include <algorithm>
#include <array>

#include "desk/shell/chips.h"
#include "desk/shell/dialog.h"
#include "desk/studio/dialog_parts.h"
#include "desk/studio/packs_page.h"

namespace candor::desk {
namespace {

using ui::Ui;

std::string size_words(std::uint64_t bytes) {
    return bytes < 1'000'000 ? std::to_string((bytes + 999) / 1000) + " kB"
                             : std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

class SignBody {
  public:
    explicit SignBody(const Drawing& at)
        : at_(at), studio_(at.studio()), it_(at.studio().signing), ui_(at.ui) {}

    void draw(ui::Flow& flow) {
        what(flow);
        if (it_.work.stage != Work::Stage::done) {
            roles(flow);
            fields(flow);
        }
        work_part(
            flow, it_.work,
            ui_.tr(it_.work.stage == Work::Stage::preparing ? "sign.preparing" : "sign.under-way"),
            ui_.tr("sign.done"));
        flow.gap(6);
        buttons(flow);
    }

  private:
    /// What will be signed: nobody signs what they were not told of.
    void what(ui::Flow& flow) {
        if (!it_.prepared || it_.of != studio_.opened) {
            flow.text(ui_.tr(it_.prepared ? "sign.changed" : "sign.looking"), type::kSmall,
                      ui::Role::status);
            return flow.gap(12);
        }
        const Prepared& ready = *it_.prepared;
        flow.text(
            ui_.tr("sign.what",
                   {{"id", ready.id},
                    {"version", std::to_string(ready.version)},
                    {"files", ui_.strings().plural("sign.files", static_cast<int>(ready.files))},
                    {"size", size_words(ready.bytes)}}),
            type::kBody);
        flow.gap(2);
        flow.text(ui_.tr("sign.hash", {{"hash", ready.hash}}), type::kFine);
        flow.gap(14);
    }

    void roles(ui::Flow& flow) {
        ChipRow row(flow);
        for (const pack::Role role : pack::kRoles)
            if (row.add({ui_.tr(std::string("sign.role-") + pack::name_of(role)),
                         pack::name_of(role), it_.role == role, ChipLook::outlined}))
                at_.emit(ChooseRole{role});
        flow.gap(12);
    }

    void path_field(ui::Flow& flow, Field which, const ui::EditedText& text, const char* label) {
        dialog_path_field(flow, at_, which, text, ui_.tr(label), label);
        flow.gap(12);
    }

    /// Name and profession, side by side; the shorter label stands down at its field.
    void signer(ui::Flow& flow) {
        const float half = (flow.width() - ui_.px(16)) / 2;
        const std::array labels{ui_.tr("sign.name"), ui_.tr("sign.profession")};
        const float label_h = std::max(dialog_label_height(ui_, labels[0], half),
                                       dialog_label_height(ui_, labels[1], half));
        flow.row(std::array{half, half}, 16, [&](ui::Flow& cell, std::size_t i) {
            cell.take(label_h - dialog_label_height(ui_, labels[i], half));
            if (i == 0)
                dialog_field(cell, at_, Field::signer_name, it_.name, labels[i], "sign.name");
            else
                dialog_field(cell, at_, Field::signer_profession, it_.profession, labels[i],
                             "sign.profession");
        });
        flow.gap(12);
    }

    void fields(ui::Flow& flow) {
        signer(flow);
        path_field(flow, Field::signer_key, it_.key, "sign.key");
        dialog_field(flow, at_, Field::signer_passphrase, it_.passphrase, ui_.tr("sign.passphrase"),
                     "sign.passphrase", true);
        flow.gap(12);
        path_field(flow, Field::signed_package, it_.package, "sign.package");
        flow.gap(4);
    }

    void buttons(ui::Flow& flow) {
        const bool may_not = it_.work.busy() || !studio_.may_sign();
        work_buttons(flow, at_, it_.work,
                     {{ui_.tr("sign.sign"), "sign-now", SignPack{false}, may_not},
                      SignPack{true},
                      WorkStep{ui_.tr("packs.put"), "put-now", OpenDialog{Dialog::put}}});
    }

    const Drawing& at_;
    const Studio& studio_;
    const Signing& it_;
    Ui& ui_;
};

}  // namespace

void draw_sign_dialog(const Drawing& at) {
    dialog(at.ui, {"sign", at.tr("packs.sign"), 640},
           [&at](ui::Flow& flow) { SignBody(at).draw(flow); });
}

}  // namespace candor::desk
