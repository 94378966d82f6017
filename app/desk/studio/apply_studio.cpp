#include "base/clock.h"
#include "desk/studio/studio_intent.h"

namespace candor::desk {
namespace {

namespace fs = std::filesystem;

fs::path typed(const ui::EditedText& text) { return std::string(text.text.view()); }

/// From the root on, for people to read.
fs::path full(const fs::path& path) {
    std::error_code unknown;
    const fs::path absolute = fs::absolute(path, unknown);
    return (unknown ? path : absolute).lexically_normal();
}

void put_text(ui::EditedText& field, const std::string& text) {
    field.clear();
    field.text.assign(text);
    field.caret = field.anchor = field.text.size();
}

struct ApplyStudio {
    Studio& studio;
    StudioServices& services;

    void operator()(const LookAtPacks&) const {
        studio.looked = true;
        services.look_at_packs();
    }

    void operator()(const OpenPackFolder& intent) const {
        studio.folder = intent.folder;
        studio.opened.reset();
        studio.checking = true;
        studio.severity.reset();
        studio.language.clear();
        studio.selected = -1;
        studio.notice.clear();
        services.scroll_to_top("findings");
        services.open_pack();
    }

    void operator()(const OpenTypedFolder&) const {
        studio.problem.clear();
        services.look_at_folder(typed(studio.path));
    }

    void operator()(const FolderSeen& seen) const {
        if (typed(studio.path) != seen.folder || !studio.folder.empty()) return;
        studio.problem = seen.problem;
        if (!studio.problem.empty()) return;
        if (seen.is_pack) return (*this)(OpenPackFolder{seen.folder});
        studio.root = seen.folder;
        (*this)(LookAtPacks{});
    }

    void operator()(const ClosePack&) const {
        if (studio.folder.empty()) return;
        studio.folder.clear();
        studio.opened.reset();
        studio.preview.place = {};
        (*this)(LookAtPacks{});
    }

    void operator()(const FindingsOf& intent) const {
        studio.severity = intent.severity;
        services.scroll_to_top("findings");
    }

    void operator()(const FindingsIn& intent) const {
        studio.language = intent.language;
        services.scroll_to_top("findings");
    }

    void operator()(const ShowFinding& intent) const {
        const auto index = static_cast<std::size_t>(intent.index);
        if (!studio.opened || index >= studio.opened->findings.size()) return;
        const base::Finding& finding = studio.opened->findings[index];
        studio.selected = intent.index;
        const std::string language = language_of(finding, studio.opened->head);
        if (!language.empty() && language != studio.preview.language)
            (*this)(PreviewLanguage{language});
        services.show_page(page_of(finding), finding.line);
    }

    void operator()(const PlacePreview& intent) const {
        studio.preview.place = intent.place;
        services.preview_changed();
    }

    void operator()(const PreviewLanguage& intent) const {
        studio.preview.language = intent.language;
        services.preview_changed();
    }

    void operator()(const PreviewText& intent) const {
        studio.preview.text_size = intent.size;
        services.preview_changed();
    }

    void operator()(const TurnPreview&) const {
        Preview& preview = studio.preview;
        preview.landscape = !preview.landscape;
        preview.width = preview.landscape ? 1920 : 1080;
        preview.height = preview.landscape ? 1080 : 1920;
        preview.place = {};
        services.preview_changed();
    }

    void operator()(const OpenDialog& intent) const {
        if (!studio.opened) return;
        if (intent.dialog == Dialog::sign && !studio.may_sign()) return;
        studio.notice.clear();
        studio.dialog = intent.dialog;
        services.scroll_to_top("dialog");
        const PackHead& head = studio.opened->head;
        const fs::path package =
            full(head.folder).parent_path() / package_name(head.id, head.version);
        if (intent.dialog == Dialog::sign) {
            if (studio.signing.package.text.empty())
                put_text(studio.signing.package, package.string());
            prepare();
        }
        if (intent.dialog == Dialog::put) {
            studio.putting.work = {};
            if (studio.putting.package.text.empty())
                put_text(studio.putting.package, package.string());
            services.find_sticks();
        }
    }

    void prepare() const {
        studio.signing.prepared.reset();
        studio.signing.of = studio.opened;
        studio.signing.work.begin(Work::Stage::preparing);
        services.prepare();
    }

    void operator()(const CloseDialog&) const {
        if (studio.dialog == Dialog::none) return;
        const Work& work =
            studio.dialog == Dialog::sign ? studio.signing.work : studio.putting.work;
        if (work.stage == Work::Stage::under_way) return;  // it is stopped first
        if (work.busy()) services.stop_work();
        studio.dialog = Dialog::none;
        studio.signing = Signing{};
        studio.putting = Putting{};
    }

    void operator()(const ChooseRole& intent) const { studio.signing.role = intent.role; }

    /// What must be filled in before anything can be signed: a string's key.
    std::string missing() const {
        const Signing& signing = studio.signing;
        if (signing.key.text.empty()) return "sign.no-key";
        if (signing.role == pack::Role::reviewer && signing.name.text.empty())
            return "sign.no-name";
        if (signing.package.text.empty()) return "sign.no-place";
        return {};
    }

    void operator()(const SignPack& intent) const {
        Signing& signing = studio.signing;
        if (studio.dialog != Dialog::sign || signing.work.busy() || !studio.may_sign()) return;
        // What would be signed is what is shown: a change since then is prepared and shown first.
        if (!signing.prepared || signing.of != studio.opened) return prepare();
        if (const std::string key = missing(); !key.empty()) {
            signing.work.begin(Work::Stage::failed);
            signing.work.problem = key;
            return;
        }
        auto passphrase = std::make_shared<base::SecretString>(signing.passphrase.text.capacity());
        passphrase->assign(signing.passphrase.text.view());
        SigningOrder order{*signing.prepared, typed(signing.package), typed(signing.key),
                           std::move(passphrase)};
        order.signer = {signing.role, base::utc_now().substr(0, 10),
                        std::string(signing.name.text.view()),
                        std::string(signing.profession.text.view())};
        order.replace = intent.replace;
        signing.work.begin(Work::Stage::under_way);
        services.sign(std::move(order));
    }

    void operator()(const ChooseTarget& intent) const {
        studio.putting.target = intent.target;
        studio.putting.work = {};
    }

    void operator()(const ChooseStick& intent) const {
        put_text(studio.putting.place, intent.folder.string());
        studio.putting.work = {};
    }

    void operator()(const PutPack& intent) const {
        Putting& putting = studio.putting;
        if (studio.dialog != Dialog::put || putting.work.busy()) return;
        const bool stick = putting.target == Putting::Target::stick;
        PuttingOrder order{typed(putting.package), putting.target,
                           stick ? typed(putting.place) : studio.state, intent.replace};
        std::error_code error;
        putting.work.begin(Work::Stage::failed);
        if (!fs::is_regular_file(order.package, error))
            putting.work.problem = "put.no-package";
        else if (stick && !services.is_stick(order.place))
            putting.work.problem = "put.no-stick";
        if (!putting.work.problem.empty()) return;
        putting.work.begin(Work::Stage::under_way);
        services.put(std::move(order));
    }

    void operator()(const StopWork&) const { services.stop_work(); }

    void operator()(const OpenInFileManager&) const {
        if (studio.folder.empty()) return;
        studio.notice_place = full(studio.folder).string();
        if (services.open_in_file_manager(studio.notice_place)) {
            studio.notice = "packs.folder-opened";
            return;
        }
        services.copy(studio.notice_place);
        studio.notice = "packs.folder-copied";
    }
};

}  // namespace

FolderSeen see_folder(const fs::path& folder) {
    std::error_code error;
    FolderSeen seen{folder, {}, fs::exists(folder / "pack.yaml", error)};
    if (!fs::is_directory(folder, error))
        seen.problem = "packs.no-folder";
    else if (!seen.is_pack && packs_in(folder).empty())
        seen.problem = "packs.no-pack";
    return seen;
}

void take(Studio& studio, StudioServices& services, const FolderSeen& seen) {
    ApplyStudio{studio, services}(seen);
}

void apply(Studio& studio, StudioServices& services, const StudioIntent& intent) {
    std::visit(ApplyStudio{studio, services}, intent);
}

}  // namespace candor::desk
