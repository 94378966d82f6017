#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"

namespace candor::pack {

/// Writes a ZIP of stored files whose bytes depend on nothing but names and content, in whatever
/// version of whatever library: no times, one mode, no extra fields. It grows beside `path`, and
/// appears there, whole, with finish(); destroyed before, it is gone.
class ZipWriter {
  public:
    static base::Result<ZipWriter> create(const std::filesystem::path& path);
    ~ZipWriter();
    ZipWriter(ZipWriter&& other) noexcept = default;
    ZipWriter& operator=(ZipWriter&&) = delete;

    /// Begins a file of exactly so many bytes, which follow with add().
    base::Result<void> begin(const std::string& name, std::uint64_t size);
    base::Result<void> add(std::string_view bytes);
    base::Result<void> end();
    base::Result<void> add_file(const std::string& name, std::string_view bytes);
    /// Writes the bytes of an earlier file anew; there must be as many.
    base::Result<void> rewrite(std::size_t index, std::string_view bytes);
    base::Result<void> finish();

  private:
    struct Entry {
        std::string name;
        std::uint64_t size = 0, offset = 0;
        std::uint32_t crc = 0;
    };
    ZipWriter(base::Descriptor file, const std::filesystem::path& beside,
              std::filesystem::path path);
    base::Result<void> put(std::string_view bytes);
    base::Result<void> flush();
    base::Result<void> patch_crc(const Entry& entry);

    base::Descriptor file_;
    std::string beside_;  ///< empty: nothing to remove
    std::filesystem::path path_;
    std::string waiting_;
    std::uint64_t at_ = 0;
    std::vector<Entry> entries_;
    std::uint64_t left_ = 0;
};

}  // namespace candor::pack
