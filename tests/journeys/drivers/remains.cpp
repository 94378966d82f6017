#include "remains.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <functional>
#include <sstream>
#include <stdexcept>

#include "program.h"

namespace candor::journeys {
namespace {

constexpr std::size_t kChunk = 4U << 20;
constexpr std::size_t kOverlap = 1024;  // longer than any word in any encoding

struct Needle {
    std::string word, bytes, encoding;
};

/// The words are ASCII: each character in `width` bytes, little-endian.
std::string widened(const std::string& word, std::size_t width) {
    std::string out;
    for (const char letter : word) {
        out += letter;
        out.append(width - 1, '\0');
    }
    return out;
}

std::vector<Needle> needles_of(const Words& words) {
    std::vector<Needle> out;
    for (const std::string& word : words) {
        std::string lower = word;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        for (const std::string& form : lower == word ? Words{word} : Words{word, lower}) {
            out.push_back({word, form, "UTF-8"});
            out.push_back({word, widened(form, 2), "UTF-16"});
            out.push_back({word, widened(form, 4), "UTF-32"});
        }
    }
    return out;
}

/// Where the needles begin in `bytes`, before `end`.
void search(std::string_view bytes, std::size_t end, const std::vector<Needle>& needles,
            const std::function<void(const Needle&, std::size_t at)>& found) {
    for (const Needle& needle : needles) {
        const char* from = bytes.data();
        const char* const last = bytes.data() + bytes.size();
        while (const void* hit = ::memmem(from, static_cast<std::size_t>(last - from),
                                          needle.bytes.data(), needle.bytes.size())) {
            const auto at = static_cast<std::size_t>(static_cast<const char*>(hit) - bytes.data());
            if (at >= end) break;
            found(needle, at);
            from = static_cast<const char*>(hit) + 1;
        }
    }
}

struct Mapping {
    std::uint64_t begin = 0, end = 0;
    std::string name;
};

std::vector<Mapping> mappings_of(pid_t process) {
    std::vector<Mapping> out;
    std::istringstream lines(text_of("/proc/" + std::to_string(process) + "/maps"));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string range, rights, skipped;
        Mapping mapping;
        words >> range >> rights >> skipped >> skipped >> skipped >> mapping.name;
        if (rights.front() != 'r' || mapping.name == "[vvar]" || mapping.name == "[vsyscall]")
            continue;
        mapping.begin = std::stoull(range, nullptr, 16);
        mapping.end = std::stoull(range.substr(range.find('-') + 1), nullptr, 16);
        out.push_back(mapping);
    }
    return out;
}

std::string place(const Needle& needle, std::uint64_t at, const std::string& where) {
    std::ostringstream out;
    out << needle.word << " as " << needle.encoding << " at " << std::hex << at << " in " << where;
    return out.str();
}

/// True: something of it could be read.
bool search_mapping(int memory, const Mapping& mapping, const std::vector<Needle>& needles,
                    Words& out) {
    std::string bytes(kChunk + kOverlap, '\0');
    bool read_any = false;
    for (std::uint64_t at = mapping.begin; at < mapping.end; at += kChunk) {
        const auto want = std::min<std::uint64_t>(bytes.size(), mapping.end - at);
        const ssize_t got = ::pread(memory, bytes.data(), want, static_cast<off_t>(at));
        if (got <= 0) continue;
        read_any = true;
        search({bytes.data(), static_cast<std::size_t>(got)}, kChunk, needles,
               [&](const Needle& needle, std::size_t offset) {
                   const std::string where = mapping.name.empty() ? "anonymous" : mapping.name;
                   out.push_back(place(needle, at + offset, where));
               });
    }
    return read_any;
}

}  // namespace

std::optional<Words> remains_in_memory(pid_t process, const Words& words) {
    const std::string file = "/proc/" + std::to_string(process) + "/mem";
    const int memory = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const auto needles = needles_of(words);
    Words out;
    bool read_any = false;
    for (const Mapping& mapping : mappings_of(process))
        read_any |= memory >= 0 && search_mapping(memory, mapping, needles, out);
    if (memory >= 0) ::close(memory);
    if (mappings_of(process).empty()) return std::nullopt;
    if (!read_any) throw std::runtime_error("the memory cannot be read: " + file);
    return out;
}

Words remains_in_files(const std::filesystem::path& folder, const Words& words) {
    const auto needles = needles_of(words);
    Words out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string bytes = text_of(entry.path());
        search(bytes, bytes.size(), needles, [&](const Needle& needle, std::size_t at) {
            out.push_back(place(needle, at, entry.path().string()));
        });
    }
    return out;
}

std::size_t count_of(const Words& remains, std::string_view word) {
    return static_cast<std::size_t>(
        std::count_if(remains.begin(), remains.end(),
                      [&](const std::string& remain) { return remain.starts_with(word); }));
}

std::string listed(const Words& remains) {
    std::string out;
    for (const std::string& remain : remains) out += "  " + remain + "\n";
    return out;
}

}  // namespace candor::journeys
