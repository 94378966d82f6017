#pragma once
#include <memory>

#include "base/folder_watch.h"
#include "base/telling_worker.h"
#include "desk/shell/options.h"
#include "desk/studio/preview_stage.h"
#include "desk/studio/studio_intent.h"
#include "platform/window.h"

namespace candor::desk {

/// What the packs page needs besides its state: a thread that reads, checks, signs and copies, a
/// watch on the open folder, and the preview. One thread, that of the frames.
class StudioWork final : public StudioServices {
  public:
    /// The desk's part.
    struct Calls {
        std::function<void()> wake;  ///< any thread
        std::function<void(const std::string&)> copy;
        std::function<void(std::string_view)> scroll_to_top;
    };
    StudioWork(const Options& options, Studio& studio, Calls calls);
    ~StudioWork() override;

    void input(const std::vector<platform::Event>& events, std::int64_t now_ms);
    /// Takes in what arrived, and draws the preview into a picture of `stage`; true: the desk's
    /// own frame is due.
    bool turn(ui::Stage& stage, std::int64_t now_ms);
    bool moving() const;
    bool busy() { return worker_.busy(); }
    void wait_until_idle();

    void look_at_packs() override;
    void look_at_folder(const std::filesystem::path& folder) override;
    void open_pack() override;
    void prepare() override;
    void sign(SigningOrder order) override;
    void find_sticks() override;
    bool is_stick(const std::filesystem::path& folder) override;
    void put(PuttingOrder order) override;
    void stop_work() override { worker_.stop_work(); }
    void preview_changed() override;
    void show_page(const std::string& page, int line) override;
    bool open_in_file_manager(const std::filesystem::path& folder) override;
    void look_at_kiosk() override;
    void look_at_counts() override;
    void scroll_to_top(std::string_view region) override { calls_.scroll_to_top(region); }
    void copy(const std::string& text) override { calls_.copy(text); }

  private:
    void check_later(const std::filesystem::path& folder);
    void read(base::TellingWorker::Place place);
    void take(std::shared_ptr<const OpenedPack> opened);
    const content::Catalog& catalog();
    pack::Progress progress(Work& work);
    void end(Work& work, const base::Fault& fault);
    base::TellingWorker::Failed ends(Work& work);

    Options options_;
    Studio& studio_;
    Calls calls_;
    std::unique_ptr<PreviewStage> preview_;
    bool no_preview_ = false, redraw_ = false;
    std::shared_ptr<const content::Catalog> catalog_;  ///< the worker's thread alone
    base::TellingWorker worker_;
    std::unique_ptr<base::FolderWatch> watch_;
    std::filesystem::path watched_;
};

}  // namespace candor::desk
