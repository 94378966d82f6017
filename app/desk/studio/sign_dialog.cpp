#include <algorithm>
#include <array>

#include "desk/shell/dialog.h"
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
    SignBody(const Studio& studio, Ui& ui, Intents& intents)
        : studio_(studio), it_(studio.signing), ui_(ui), intents_(intents) {}

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
        SwitchRow row(flow);
        for (const pack::Role role : pack::kRoles)
            if (row.add(ui_.tr(std::string("sign.role-") + pack::name_of(role)),
                        pack::name_of(role), it_.role == role))
                intents_.emplace_back(ChooseRole{role});
        flow.gap(12);
    }

    void field(ui::Flow& flow, Field which, const ui::EditedText& text, const char* label,
               bool masked = false) {
        dialog_field(flow, intents_, which, text, ui_.tr(label), label, masked);
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
                dialog_field(cell, intents_, Field::signer_name, it_.name, labels[i], "sign.name");
            else
                dialog_field(cell, intents_, Field::signer_profession, it_.profession, labels[i],
                             "sign.profession");
        });
        flow.gap(12);
    }

    void fields(ui::Flow& flow) {
        signer(flow);
        field(flow, Field::signer_key, it_.key, "sign.key");
        field(flow, Field::signer_passphrase, it_.passphrase, "sign.passphrase", true);
        field(flow, Field::signed_package, it_.package, "sign.package");
        flow.gap(4);
    }

    void buttons(ui::Flow& flow) {
        const bool done = it_.work.stage == Work::Stage::done;
        const bool under_way = it_.work.stage == Work::Stage::under_way;
        const std::string sign = ui_.tr("sign.sign"), replace = ui_.tr("work.replace"),
                          stop = ui_.tr("work.stop"),
                          close = ui_.tr(done ? "work.close" : "work.cancel"),
                          put = ui_.tr("packs.put");
        std::vector<RowButton> row;
        if (under_way) {
            row.push_back({{stop, "stop"}, [this] { intents_.emplace_back(StopWork{}); }});
            return button_row(flow, row);
        }
        if (done)
            row.push_back({{put, "put-now", ButtonLook::primary},
                           [this] { intents_.emplace_back(OpenDialog{Dialog::put}); }});
        else if (it_.work.may_replace)
            row.push_back({{replace, "replace", ButtonLook::outline},
                           [this] { intents_.emplace_back(SignPack{true}); }});
        else
            row.push_back({{sign,
                            "sign-now",
                            ButtonLook::primary,
                            {},
                            it_.work.busy() || !studio_.may_sign()},
                           [this] { intents_.emplace_back(SignPack{false}); }});
        row.push_back({{close, "close"}, [this] { intents_.emplace_back(CloseDialog{}); }});
        button_row(flow, row);
    }

    const Studio& studio_;
    const Signing& it_;
    Ui& ui_;
    Intents& intents_;
};

}  // namespace

void draw_sign_dialog(const Studio& studio, Ui& ui, Intents& intents) {
    dialog(ui, {"sign", ui.tr("packs.sign"), 640},
           [&](ui::Flow& flow) { SignBody(studio, ui, intents).draw(flow); });
}

}  // namespace candor::desk
