#include "recording_disk.h"

#include <sqlite3.h>

#include <algorithm>

namespace candor::consult {
namespace {

constexpr std::size_t kSector = 512;

sqlite3_vfs* g_real = nullptr;
RecordingDisk* g_disk = nullptr;
sqlite3_vfs g_vfs;
// SQLite has several tables of methods (the log needs no locks); what we call of them is the same.
const sqlite3_io_methods* g_real_methods = nullptr;
std::map<const sqlite3_io_methods*, sqlite3_io_methods> g_recording_methods;
std::mutex g_opening;

int record_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset);
int record_truncate(sqlite3_file* file, sqlite3_int64 size);
int record_sync(sqlite3_file* file, int flags);

const sqlite3_io_methods* recording(const sqlite3_io_methods* real) {
    const std::lock_guard lock(g_opening);
    g_real_methods = real;
    sqlite3_io_methods methods = *real;
    methods.xWrite = record_write;
    methods.xTruncate = record_truncate;
    methods.xSync = record_sync;
    return &g_recording_methods.emplace(real, methods).first->second;
}

int record_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    g_disk->note_write(file, bytes, size, offset);
    return g_real_methods->xWrite(file, bytes, size, offset);
}

int record_truncate(sqlite3_file* file, sqlite3_int64 size) {
    g_disk->note_size(file, size);
    return g_real_methods->xTruncate(file, size);
}

int record_sync(sqlite3_file* file, int) {
    g_disk->note_sync(file);
    return SQLITE_OK;
}

int record_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    const int code = g_real->xOpen(g_real, name, file, flags, out);
    if (code != SQLITE_OK || name == nullptr) return code;
    file->pMethods = recording(file->pMethods);
    g_disk->note_open(file, name);
    return code;
}

int record_remove(sqlite3_vfs*, const char* name, int sync_folder) {
    g_disk->note_removed(name);
    return g_real->xDelete(g_real, name, sync_folder);
}

std::string file_name(const char* path) { return std::filesystem::path(path).filename(); }

}  // namespace

RecordingDisk::RecordingDisk() {
    g_real = sqlite3_vfs_find("unix");
    g_disk = this;
    g_vfs = *g_real;
    g_vfs.zName = "recording";
    g_vfs.xOpen = record_open;
    g_vfs.xDelete = record_remove;
    sqlite3_vfs_register(&g_vfs, 1);
}

RecordingDisk::~RecordingDisk() {
    sqlite3_vfs_unregister(&g_vfs);
    sqlite3_vfs_register(g_real, 1);
    g_disk = nullptr;
}

void RecordingDisk::record(Files files) {
    const std::lock_guard lock(mutex_);
    before_ = std::move(files);
    steps_.clear();
    recording_ = true;
}

void RecordingDisk::stop() {
    const std::lock_guard lock(mutex_);
    recording_ = false;
}

void RecordingDisk::add(Step step) {
    if (recording_) steps_.push_back(std::move(step));
}

void RecordingDisk::mark() {
    const std::lock_guard lock(mutex_);
    add({Step::mark, "", ""});
}

void RecordingDisk::note_open(sqlite3_file* file, const char* name) {
    const std::lock_guard lock(mutex_);
    names_[file] = file_name(name);
}

void RecordingDisk::note_write(sqlite3_file* file, const void* bytes, int size,
                               std::int64_t offset) {
    const std::lock_guard lock(mutex_);
    add({Step::write, names_[file],
         std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)),
         static_cast<std::size_t>(offset)});
}

void RecordingDisk::note_size(sqlite3_file* file, std::int64_t size) {
    const std::lock_guard lock(mutex_);
    add({Step::size, names_[file], "", static_cast<std::size_t>(size)});
}

void RecordingDisk::note_sync(sqlite3_file* file) {
    const std::lock_guard lock(mutex_);
    add({Step::sync, names_[file], ""});
}

void RecordingDisk::note_removed(const char* name) {
    const std::lock_guard lock(mutex_);
    add({Step::remove, file_name(name), ""});
}

std::size_t RecordingDisk::count(Step::Kind kind) const {
    return static_cast<std::size_t>(std::count_if(
        steps_.begin(), steps_.end(), [=](const Step& step) { return step.kind == kind; }));
}

std::size_t RecordingDisk::marks_before(std::size_t point) const {
    const auto end = steps_.begin() + static_cast<std::ptrdiff_t>(point);
    return static_cast<std::size_t>(std::count_if(
        steps_.begin(), end, [](const Step& step) { return step.kind == Step::mark; }));
}

void RecordingDisk::apply(Files& files, const Step& step) {
    if (step.kind == Step::remove) files.erase(step.file);
    if (step.kind == Step::size) files[step.file].resize(step.at);
    if (step.kind != Step::write) return;
    auto& bytes = files[step.file];
    bytes.resize(std::max(bytes.size(), step.at + step.bytes.size()));
    bytes.replace(step.at, step.bytes.size(), step.bytes);
}

void RecordingDisk::apply_torn(Files& files, const Step& step, std::mt19937& chance) {
    if (step.kind != Step::write) {
        if (chance() % 2 == 0) apply(files, step);
        return;
    }
    for (std::size_t at = step.at; at < step.at + step.bytes.size();) {
        const std::size_t end = std::min((at / kSector + 1) * kSector, step.at + step.bytes.size());
        if (chance() % 2 == 0)
            apply(files, {Step::write, step.file, step.bytes.substr(at - step.at, end - at), at});
        at = end;
    }
}

RecordingDisk::Files RecordingDisk::after_cut(std::size_t point, Unsynced unsynced,
                                              std::mt19937& chance) const {
    Files files = before_;
    std::map<std::string, std::vector<const Step*>> waiting;
    for (std::size_t i = 0; i < point; ++i) {
        const Step& step = steps_[i];
        auto& of_file = waiting[step.file];
        if (step.kind == Step::mark) continue;
        if (step.kind != Step::sync) {
            of_file.push_back(&step);
            continue;
        }
        for (const Step* done : of_file) apply(files, *done);
        of_file.clear();
    }
    if (unsynced == Unsynced::lost) return files;
    for (const auto& [name, steps] : waiting) {
        const std::size_t whole =
            unsynced == Unsynced::prefix ? chance() % (steps.size() + 1) : steps.size();
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (unsynced == Unsynced::torn || (unsynced == Unsynced::prefix && i == whole))
                apply_torn(files, *steps[i], chance);
            else if (i < whole)
                apply(files, *steps[i]);
    }
    return files;
}

}  // namespace candor::consult
