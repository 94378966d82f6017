#pragma once
#include <variant>

#include "desk/studio/put_pack.h"
#include "desk/studio/studio.h"

namespace candor::desk {

// What a person asked for on the packs page.
struct LookAtPacks {};  ///< list them, once
struct OpenPackFolder {
    std::filesystem::path folder;
};
struct OpenTypedFolder {};
struct ClosePack {};
struct FindingsOf {
    std::optional<base::Severity> severity;
};
struct FindingsIn {
    std::string language;
};
struct ShowFinding {
    int index;
};
struct PlacePreview {
    base::Rect place;
};
struct PreviewLanguage {
    std::string language;
};
struct PreviewText {
    ui::TextSize size;
};
struct TurnPreview {};  ///< portrait or landscape
struct OpenDialog {
    Dialog dialog;
};
struct CloseDialog {};
struct ChooseRole {
    pack::Role role;
};
struct SignPack {
    bool replace;
};
struct ChooseTarget {
    Putting::Target target;
};
struct ChooseStick {
    std::filesystem::path folder;
};
struct PutPack {
    bool replace;
};
struct StopWork {};
struct OpenInFileManager {};

using StudioIntent =
    std::variant<LookAtPacks, OpenPackFolder, OpenTypedFolder, ClosePack, FindingsOf, FindingsIn,
                 ShowFinding, PlacePreview, PreviewLanguage, PreviewText, TurnPreview, OpenDialog,
                 CloseDialog, ChooseRole, SignPack, ChooseTarget, ChooseStick, PutPack, StopWork,
                 OpenInFileManager>;

struct PuttingOrder {
    std::filesystem::path package;
    Putting::Target target = Putting::Target::kiosk;
    std::filesystem::path place;  ///< the state folder, or a folder of a stick
    bool replace = false;
};

/// What a folder is, of which somebody typed or chose the path.
struct FolderSeen {
    std::filesystem::path folder;
    std::string problem;  ///< a string's key; empty: it is a pack, or holds packs
    bool is_pack = false;
};
/// Looks at its disk.
FolderSeen see_folder(const std::filesystem::path& folder);

/// What the studio needs of the world. One thread; what comes of it arrives in the state later.
class StudioServices {
  public:
    virtual ~StudioServices() = default;
    virtual void look_at_packs() = 0;
    virtual void look_at_folder(const std::filesystem::path& folder) = 0;
    virtual void open_pack() = 0;  ///< of Studio::folder, and go on watching it
    virtual void prepare() = 0;    ///< what is open, for signing
    virtual void sign(SigningOrder order) = 0;
    virtual void find_sticks() = 0;
    virtual bool is_stick(const std::filesystem::path& folder) = 0;
    virtual void put(PuttingOrder order) = 0;
    virtual void stop_work() = 0;
    virtual void preview_changed() = 0;  ///< Studio::preview
    virtual void show_page(const std::string& page, int line) = 0;
    virtual bool open_in_file_manager(const std::filesystem::path& folder) = 0;
    virtual void look_at_kiosk() = 0;
    virtual void look_at_counts() = 0;
    virtual void scroll_to_top(std::string_view region) = 0;
    virtual void copy(const std::string& text) = 0;
};

/// Carries it out. The same intent twice does no harm.
void apply(Studio& studio, StudioServices& services, const StudioIntent& intent);
/// What came of look_at_folder(); nothing where another path stands in the field by now.
void take(Studio& studio, StudioServices& services, const FolderSeen& seen);

}  // namespace candor::desk
