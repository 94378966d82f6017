#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/localized.h"
#include "desk/reports/reports.h"
#include "desk/studio/opened_pack.h"
#include "desk/studio/sign_pack.h"
#include "ui/edited_text.h"
#include "ui/strings.h"
#include "ui/ui.h"

namespace candor::desk {

/// The kiosk's screens as the studio shows them.
struct Preview {
    base::Rect place;  ///< window pixels; of no width: not shown
    std::string language = base::kFallbackLanguage;
    ui::TextSize text_size = ui::TextSize::normal;
    bool landscape = false;
    base::Rect drawn;  ///< the place that the picture was painted for; of no width: none yet
    int width = 1080, height = 1920;
    std::vector<ui::Node> nodes;  ///< what is to be seen there, window pixels
};

/// How far a piece of work is that a dialog started.
struct Work {
    enum class Stage { idle, preparing, under_way, done, failed };
    Stage stage = Stage::idle;
    int percent = 0;
    std::optional<base::Fault> fault;
    std::string problem;       ///< a string's key, where no fault says it; empty: none
    bool may_replace = false;  ///< the person is asked whether to replace what is there
    std::string place;         ///< done: where the package is now
    bool busy() const { return stage == Stage::preparing || stage == Stage::under_way; }
    void begin(Stage now) { *this = Work{now}; }
};

/// "Approve and sign".
struct Signing {
    ui::EditedText key{1000}, passphrase{1000}, name{200}, profession{200}, package{1000};
    pack::Role role = pack::Role::author;
    std::shared_ptr<const OpenedPack> of;      ///< what was prepared is this
    std::shared_ptr<const Prepared> prepared;  ///< nullptr: not yet
    Work work;
};

/// "Put on a kiosk…".
struct Putting {
    enum class Target { kiosk, stick };
    ui::EditedText package{1000}, place{1000};
    Target target = Target::kiosk;
    std::vector<std::filesystem::path> sticks;
    Work work;
};

enum class Dialog { none, sign, put };

/// The packs page: what is open, what is wrong with it, and how it looks.
struct Studio {
    std::filesystem::path root, state;
    bool looked = false;  ///< `packs` was asked for
    std::vector<PackHead> packs;
    std::map<std::filesystem::path, FindingCounts> counts;  ///< of those that were checked
    ui::EditedText path{1000};
    std::string problem;                       ///< of the path: a string's key
    std::filesystem::path folder;              ///< the open pack's; empty: the list
    std::shared_ptr<const OpenedPack> opened;  ///< nullptr: still being read
    bool checking = false;
    ui::Strings::Texts finding_names;        ///< see finding_names()
    std::optional<base::Severity> severity;  ///< filters
    std::string language;
    int selected = -1;   ///< of `opened`'s findings
    std::string notice;  ///< a string's key, about `notice_place`
    std::string notice_place;
    Preview preview;
    Dialog dialog = Dialog::none;
    Signing signing;
    Putting putting;
    std::shared_ptr<const KioskReport> kiosk;  ///< nullptr: not read yet
    std::shared_ptr<const CountsReport> counted;

    /// Packs with an error, of those that were checked.
    int broken() const;
    /// Indices of the findings that the filters let through.
    std::vector<int> shown() const;
    bool may_sign() const { return opened && !checking && opened->counts.errors == 0; }
    /// Something in a field changed: what was wrong with it may be mended.
    void typed();
    void wipe();
};

}  // namespace candor::desk
