#include "assistive/at_spi.h"

#include <atk-bridge.h>
#include <atk/atk.h>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "assistive/program.h"
#include "base/last_catch.h"
#include "base/log.h"

namespace candor::assistive {
namespace {

AtkObject* root = nullptr;  // ATK asks for it by a function without an argument

/// Is there a bus on which somebody could listen? Without one the bridge would complain.
bool has_session_bus() {
    for (const char* name : {"AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"})
        if (const char* address = std::getenv(name); address != nullptr && *address != '\0')
            return true;
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code error;
    return runtime != nullptr &&
           std::filesystem::exists(std::filesystem::path(runtime) / "bus", error);
}

void log_bridge(const char* /*domain*/, GLogLevelFlags /*level*/, const char* words, void* /*no*/) {
    base::log(std::string("Assistive technology: ") + words);
}

void introduce_program() {
    auto* util = ATK_UTIL_CLASS(g_type_class_ref(ATK_TYPE_UTIL));
    util->get_root = [] { return root; };
    util->get_toolkit_name = [] { return "Candor"; };
    util->get_toolkit_version = [] { return "1"; };
}

struct Snapshot {
    ui::Tree tree;
    platform::Standing window;

    bool is(const ui::Tree& other, const platform::Standing& standing) const {
        return window == standing && tree.width == other.width && tree.height == other.height &&
               tree.nodes == other.nodes;
    }
};

class AtSpi final : public ui::Assistant {
  public:
    AtSpi(std::string title, std::function<void()> wake)
        : title_(std::move(title)), wake_(std::move(wake)) {
        if (!has_session_bus()) return;
        loop_ = g_main_loop_new(nullptr, FALSE);
        thread_ =
            std::thread([this] { base::run_contained("assistive technology", [this] { run(); }); });
    }
    ~AtSpi() override {
        if (!thread_.joinable()) return;
        post([](void* self) -> gboolean {
            g_main_loop_quit(static_cast<AtSpi*>(self)->loop_);
            return G_SOURCE_REMOVE;
        });
        thread_.join();
        g_main_loop_unref(loop_);
    }
    AtSpi(const AtSpi&) = delete;
    AtSpi& operator=(const AtSpi&) = delete;

    void show(const ui::Tree& tree, const platform::Standing& window) override {
        if (loop_ == nullptr) return;
        const std::lock_guard lock(mutex_);
        if (last_ && last_->is(tree, window)) return;
        last_ = Snapshot{tree, window};
        if (std::exchange(posted_, true)) return;
        post([](void* self) -> gboolean {
            static_cast<AtSpi*>(self)->take_in();
            return G_SOURCE_REMOVE;
        });
    }

    std::vector<ui::Asked> take_asked() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(asked_, {});
    }

  private:
    void post(GSourceFunc work) { g_idle_add_full(G_PRIORITY_DEFAULT, work, this, nullptr); }

    void run() {
        g_log_set_handler("dbind", static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK), log_bridge,
                          nullptr);
        Program program(title_, [this](ui::Asked asked) { ask(std::move(asked)); });
        program_ = &program;
        root = program.root();
        introduce_program();
        const bool listening = atk_bridge_adaptor_init(nullptr, nullptr) == 0;
        g_main_loop_run(loop_);
        if (listening) atk_bridge_adaptor_cleanup();
        program_ = nullptr;
        root = nullptr;
    }

    void take_in() {
        Snapshot snapshot;
        {
            const std::lock_guard lock(mutex_);
            posted_ = false;
            snapshot = *last_;
        }
        if (program_ != nullptr) program_->show(snapshot.tree, snapshot.window);
    }

    void ask(ui::Asked asked) {
        {
            const std::lock_guard lock(mutex_);
            asked_.push_back(std::move(asked));
        }
        wake_();
    }

    const std::string title_;
    const std::function<void()> wake_;
    GMainLoop* loop_ = nullptr;
    Program* program_ = nullptr;  ///< that thread's
    std::mutex mutex_;
    std::optional<Snapshot> last_;
    std::vector<ui::Asked> asked_;
    bool posted_ = false;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<ui::Assistant> offer_to_assistive_technology(std::string title,
                                                             std::function<void()> wake) {
    return std::make_unique<AtSpi>(std::move(title), std::move(wake));
}

}  // namespace candor::assistive
