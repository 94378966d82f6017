#include "pack/package/zip_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <zlib.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "base/disk.h"

namespace candor::pack {
namespace {

constexpr std::size_t kWriteBuffer = 256 * 1024;
constexpr std::uint64_t kCrcInHeader = 14;
constexpr std::uint32_t kVersion = 20, kUnix = 3, kUtf8Names = 1U << 11, kFirstDay = 0x0021;
constexpr std::uint32_t kPlainFile = 0100644;

void u16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8 & 0xFF);
}

void u32(std::string& out, std::uint64_t value) {
    u16(out, static_cast<std::uint32_t>(value) & 0xFFFF);
    u16(out, static_cast<std::uint32_t>(value >> 16) & 0xFFFF);
}

/// What the local and the central header share, from the version needed to the extra field's size.
void shared_header(std::string& out, const std::string& name, std::uint64_t size,
                   std::uint32_t crc) {
    u16(out, kVersion);
    u16(out, kUtf8Names);
    u16(out, 0);  // stored
    u16(out, 0);
    u16(out, kFirstDay);  // 1980-01-01, 0:00
    u32(out, crc);
    u32(out, size);
    u32(out, size);
    u16(out, static_cast<std::uint32_t>(name.size()));
    u16(out, 0);
}

std::string central_header(const std::string& name, std::uint64_t size, std::uint32_t crc,
                           std::uint64_t offset) {
    std::string out;
    u32(out, 0x02014B50);
    u16(out, kUnix << 8 | kVersion);
    shared_header(out, name, size, crc);
    u16(out, 0);
    u16(out, 0);
    u16(out, 0);
    u32(out, kPlainFile << 16);
    u32(out, offset);
    return out + name;
}

/// The CRC-32 of ZIP (ISO 3309), of what gave `before` followed by `bytes`; 0 before the first.
std::uint32_t crc_after(std::uint32_t before, std::string_view bytes) {
    const auto* data = reinterpret_cast<const Bytef*>(bytes.data());
    return static_cast<std::uint32_t>(::crc32_z(before, data, bytes.size()));
}

}  // namespace

ZipWriter::ZipWriter(base::Descriptor file, const std::filesystem::path& beside,
                     std::filesystem::path path)
    : file_(std::move(file)), beside_(beside.string()), path_(std::move(path)) {}

ZipWriter::~ZipWriter() {
    if (file_ && !beside_.empty()) ::unlink(beside_.c_str());
}

base::Result<ZipWriter> ZipWriter::create(const std::filesystem::path& path) {
    auto beside = TRY(base::create_file_beside(path.string() + "."));
    // A stick with a file system without modes refuses this; the file is as open as the stick is.
    static_cast<void>(::fchmod(beside.descriptor.get(), 0644));
    return ZipWriter(std::move(beside.descriptor), beside.path, path);
}

base::Result<void> ZipWriter::flush() {
    auto done = base::write_all(file_, waiting_, path_.string());
    waiting_.clear();
    return done;
}

base::Result<void> ZipWriter::put(std::string_view bytes) {
    waiting_ += bytes;
    at_ += bytes.size();
    return waiting_.size() < kWriteBuffer ? base::Result<void>{} : flush();
}

base::Result<void> ZipWriter::begin(const std::string& name, std::uint64_t size) {
    entries_.push_back({name, size, at_, 0});
    left_ = size;
    std::string header;
    u32(header, 0x04034B50);
    shared_header(header, name, size, 0);
    return put(header + name);
}

base::Result<void> ZipWriter::add(std::string_view bytes) {
    if (bytes.size() > left_)
        return base::fail(base::FaultKind::internal, entries_.back().name, "it grew meanwhile");
    left_ -= bytes.size();
    entries_.back().crc = crc_after(entries_.back().crc, bytes);
    return put(bytes);
}

base::Result<void> ZipWriter::patch_crc(const Entry& entry) {
    std::string crc;
    u32(crc, entry.crc);
    return base::write_all_at(file_, crc, entry.offset + kCrcInHeader, path_.string());
}

base::Result<void> ZipWriter::end() {
    if (left_ != 0)
        return base::fail(base::FaultKind::internal, entries_.back().name, "it shrank meanwhile");
    TRY(flush());
    return patch_crc(entries_.back());
}

base::Result<void> ZipWriter::add_file(const std::string& name, std::string_view bytes) {
    TRY(begin(name, bytes.size()));
    TRY(add(bytes));
    return end();
}

base::Result<void> ZipWriter::rewrite(std::size_t index, std::string_view bytes) {
    Entry& entry = entries_[index];
    if (bytes.size() != entry.size)
        return base::fail(base::FaultKind::internal, entry.name, "another size than was said");
    entry.crc = crc_after(0, bytes);
    TRY(patch_crc(entry));
    return base::write_all_at(file_, bytes, entry.offset + 30 + entry.name.size(), path_.string());
}

base::Result<void> ZipWriter::finish() {
    const std::uint64_t directory = at_;
    for (const auto& entry : entries_)
        TRY(put(central_header(entry.name, entry.size, entry.crc, entry.offset)));
    std::string end;
    u32(end, 0x06054B50);
    u32(end, 0);
    u16(end, static_cast<std::uint32_t>(entries_.size()));
    u16(end, static_cast<std::uint32_t>(entries_.size()));
    u32(end, at_ - directory);
    u32(end, directory);
    u16(end, 0);
    TRY(put(end));
    TRY(flush());
    TRY(base::sync(file_, path_.string()));
    if (::rename(beside_.c_str(), path_.c_str()) != 0)
        return tl::unexpected(base::fault_of_write(errno, path_.string()));
    beside_.clear();
    return base::sync_folder(base::folder_of(path_));
}

}  // namespace candor::pack
