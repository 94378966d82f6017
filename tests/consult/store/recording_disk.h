#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <vector>

struct sqlite3_file;

namespace candor::consult {

/// A disk that SQLite (all of it, by its default VFS) writes to while this lives. It records what
/// is written, cut, synced and removed, and can say what a power cut at any point would have left.
/// Nothing is really synced. One at a time.
class RecordingDisk {
  public:
    RecordingDisk();
    ~RecordingDisk();
    RecordingDisk(const RecordingDisk&) = delete;
    RecordingDisk& operator=(const RecordingDisk&) = delete;

    /// What becomes of writes that were not synced: SQLite may count on none of it.
    enum class Unsynced {
        lost,
        kept,
        prefix,  ///< as many of the first ones as chance says, the last one torn
        torn     ///< each sector of each write, and each change of size, by chance
    };
    using Files = std::map<std::string, std::string>;  ///< bytes by file name

    /// From now on, with these files whole on the disk.
    void record(Files files);
    void stop();
    /// Notes the point that it is at.
    void mark();
    /// Points before which the power can go: 0 … points().
    std::size_t points() const { return steps_.size(); }
    /// How many marks were made before the point.
    std::size_t marks_before(std::size_t point) const;
    Files after_cut(std::size_t point, Unsynced unsynced, std::mt19937& chance) const;
    std::size_t writes() const { return count(Step::write); }
    std::size_t syncs() const { return count(Step::sync); }

    void note_open(sqlite3_file* file, const char* name);
    void note_write(sqlite3_file* file, const void* bytes, int size, std::int64_t offset);
    void note_size(sqlite3_file* file, std::int64_t size);
    void note_sync(sqlite3_file* file);
    void note_removed(const char* name);

  private:
    struct Step {
        enum Kind { write, size, sync, remove, mark } kind;
        std::string file, bytes;
        std::size_t at = 0;  ///< offset of a write; the new size
    };
    static void apply(Files& files, const Step& step);
    static void apply_torn(Files& files, const Step& step, std::mt19937& chance);
    void add(Step step);
    std::size_t count(Step::Kind kind) const;

    mutable std::mutex mutex_;
    bool recording_ = false;
    Files before_;
    std::map<sqlite3_file*, std::string> names_;
    std::vector<Step> steps_;
};

}  // namespace candor::consult
