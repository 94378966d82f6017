#include <algorithm>

#include "desk/shell/dialog.h"
#include "desk/studio/packs_page.h"

namespace candor::desk {
namespace {

using ui::Ui;
namespace colour = ui::colour;

std::string size_words(std::uint64_t bytes) {
    return bytes < 1'000'000 ? std::to_string((bytes + 999) / 1000) + " kB"
                             : std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

class SignBody {
  public:
    SignBody(const Studio& studio, Ui& ui, Intents& intents, float x, float y, float width)
        : studio_(studio),
          it_(studio.signing),
          ui_(ui),
          intents_(intents),
          x_(x),
          y_(y),
          width_(width) {}

    float draw() {
        const float start = y_;
        what();
        if (it_.work.stage != Work::Stage::done) {
            roles();
            fields();
        }
        y_ += work_part(ui_, x_, y_, width_, it_.work,
                        ui_.tr(it_.work.stage == Work::Stage::preparing ? "sign.preparing"
                                                                        : "sign.under-way"),
                        ui_.tr("sign.done")) +
              ui_.px(6);
        y_ += buttons();
        return y_ - start;
    }

  private:
    /// What will be signed: nobody signs what they were not told of.
    void what() {
        if (!it_.prepared || it_.of != studio_.opened) {
            y_ += ui_.text(x_, y_, width_, ui_.tr(it_.prepared ? "sign.changed" : "sign.looking"),
                           type::kSmall, ui::Role::status) +
                  ui_.px(12);
            return;
        }
        const Prepared& ready = *it_.prepared;
        const std::string words =
            ui_.tr("sign.what",
                   {{"id", ready.id},
                    {"version", std::to_string(ready.version)},
                    {"files", ui_.strings().plural("sign.files", static_cast<int>(ready.files))},
                    {"size", size_words(ready.bytes)}});
        y_ += ui_.text(x_, y_, width_, words, type::kBody) + ui_.px(2);
        y_ += ui_.text(x_, y_, width_, ui_.tr("sign.hash", {{"hash", ready.hash}}), type::kFine) +
              ui_.px(14);
    }

    void roles() {
        const float height = ui_.px(32);
        float x = x_;
        for (const pack::Role role : pack::kRoles) {
            const std::string label = ui_.tr(std::string("sign.role-") + pack::name_of(role));
            const float width = small_switch_width(ui_, label) + ui_.px(12);
            const base::Rect rect{x, y_, width, height};
            if (small_switch(ui_, rect, label, pack::name_of(role), it_.role == role))
                intents_.emplace_back(ChooseRole{role});
            if (it_.role != role)
                ui_.canvas().ring(rect, ui_.px(10), std::max(1.0F, ui_.px(1)), colour::kLine);
            x += width + ui_.px(8);
        }
        y_ += height + ui_.px(12);
    }

    void field(Field which, const ui::EditedText& text, const char* label, bool masked = false) {
        y_ +=
            dialog_field(ui_, intents_, x_, y_, width_, which, text, ui_.tr(label), label, masked) +
            ui_.px(12);
    }

    /// Name and profession, side by side; the shorter label stands down at its field.
    void signer() {
        const float gap = ui_.px(16), half = (width_ - gap) / 2;
        const std::string name = ui_.tr("sign.name"), profession = ui_.tr("sign.profession");
        const float name_h = dialog_label_height(ui_, name, half),
                    profession_h = dialog_label_height(ui_, profession, half),
                    label_h = std::max(name_h, profession_h);
        const float first = label_h - name_h, second = label_h - profession_h;
        const float height = dialog_field(ui_, intents_, x_, y_ + first, half, Field::signer_name,
                                          it_.name, name, "sign.name");
        dialog_field(ui_, intents_, x_ + half + gap, y_ + second, half, Field::signer_profession,
                     it_.profession, profession, "sign.profession");
        y_ += first + height + ui_.px(12);
    }

    void fields() {
        signer();
        field(Field::signer_key, it_.key, "sign.key");
        field(Field::signer_passphrase, it_.passphrase, "sign.passphrase", true);
        field(Field::signed_package, it_.package, "sign.package");
        y_ += ui_.px(4);
    }

    float buttons() {
        const bool done = it_.work.stage == Work::Stage::done;
        const bool under_way = it_.work.stage == Work::Stage::under_way;
        const std::string sign = ui_.tr("sign.sign"), replace = ui_.tr("work.replace"),
                          stop = ui_.tr("work.stop"),
                          close = ui_.tr(done ? "work.close" : "work.cancel"),
                          put = ui_.tr("packs.put");
        std::vector<RowButton> row;
        if (under_way) {
            row.push_back({{stop, "stop"}, [this] { intents_.emplace_back(StopWork{}); }});
            return button_row(ui_, x_, y_, width_, row);
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
        return button_row(ui_, x_, y_, width_, row);
    }

    const Studio& studio_;
    const Signing& it_;
    Ui& ui_;
    Intents& intents_;
    float x_, y_, width_;
};

}  // namespace

void draw_sign_dialog(const Studio& studio, Ui& ui, Intents& intents) {
    dialog(ui, {"sign", ui.tr("packs.sign"), 640}, [&](float x, float y, float width) {
        return SignBody(studio, ui, intents, x, y, width).draw();
    });
}

}  // namespace candor::desk
