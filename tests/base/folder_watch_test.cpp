#include "base/folder_watch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <stdexcept>

namespace candor::base {
namespace {

namespace fs = std::filesystem;

/// Counts what a watch tells, and waits for it.
class Told {
  public:
    void tell() {
        const std::lock_guard lock(mutex_);
        ++times_;
        came_.notify_all();
    }
    bool comes() {
        std::unique_lock lock(mutex_);
        const bool came =
            came_.wait_for(lock, std::chrono::seconds(20), [this] { return times_ > 0; });
        times_ = 0;
        return came;
    }

  private:
    std::mutex mutex_;
    std::condition_variable came_;
    int times_ = 0;
};

class Watch : public testing::Test {
  protected:
    Watch() { fs::create_directories(folder / "in/deep"); }
    ~Watch() override { fs::remove_all(folder.parent_path()); }

    void save(const char* name) { std::ofstream(folder / name) << "words\n"; }

    fs::path folder =
        fs::path(testing::TempDir()) / ("candor-watch-" + std::to_string(getpid())) / "watched";
    Told told;
};

TEST_F(Watch, saved_file_is_told) {
    const FolderWatch watch({folder}, 2, [this] { told.tell(); });
    save("page.md");
    EXPECT_TRUE(told.comes());
}

TEST_F(Watch, listener_that_throws_is_told_again) {
    int times = 0;
    const FolderWatch watch({folder}, 2, [&] {
        told.tell();
        if (++times == 1) throw std::runtime_error("no memory, say");
    });
    save("page.md");
    EXPECT_TRUE(told.comes());
    save("other.md");
    EXPECT_TRUE(told.comes());
}

TEST_F(Watch, file_in_a_folder_below_is_told) {
    const FolderWatch watch({folder}, 2, [this] { told.tell(); });
    save("in/deep/page.md");
    EXPECT_TRUE(told.comes());
}

TEST_F(Watch, file_in_a_folder_that_came_later_is_told) {
    const FolderWatch watch({folder}, 2, [this] { told.tell(); });
    fs::create_directory(folder / "new");
    ASSERT_TRUE(told.comes());
    save("new/page.md");
    EXPECT_TRUE(told.comes());
}

TEST_F(Watch, folder_that_is_not_there_yet_is_told_when_it_comes) {
    const fs::path later = folder.parent_path() / "later";
    const FolderWatch watch({later}, 1, [this] { told.tell(); });
    fs::create_directory(later);
    ASSERT_TRUE(told.comes());
    std::ofstream(later / "page.md") << "words\n";
    EXPECT_TRUE(told.comes());
}

TEST_F(Watch, end_of_the_watch_does_not_wait_for_a_change) {
    const FolderWatch watch({folder}, 2, [this] { told.tell(); });
}

}  // namespace
}  // namespace candor::base
