#include "pack/folder/folder.h"

#include <algorithm>
#include <cctype>
#include <system_error>

#include "base/files.h"
#include "pack/folder/fold.h"
#include "pack/folder/installed_files.h"
#include "pack/folder/text_rules.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kMaxPictureBytes = 16 * 1024 * 1024;
constexpr std::size_t kMaxNames = 20'000;

std::string with_plain_line_ends(std::string text) {
    if (text.rfind("\xEF\xBB\xBF", 0) == 0) text.erase(0, 3);
    if (text.find('\r') == std::string::npos) return text;
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 >= text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

void report_fault(const base::Fault& fault, Report& report) {
    using base::FaultKind;
    switch (fault.kind) {
        case FaultKind::not_found:
            return report.error(0, "missing-file", "This file is not there.", "Create it.");
        case FaultKind::too_large:
            return report.error(0, "file-too-large",
                                "This file is too large (" + fault.detail + ").",
                                "Split it into several.");
        case FaultKind::damaged:
            return report.error(
                0, "damaged-file",
                "This file is not the one that was installed (" + fault.detail + ").",
                "Install the same package again.");
        default:
            return report.error(0, "unreadable-file",
                                "This file cannot be read (" + fault.detail + ").",
                                "Check that it is a file and that you may read it.");
    }
}

std::vector<std::string> names_in(const fs::path& folder, auto&& wanted) {
    std::vector<std::string> names;
    const auto entries = base::entries_of(folder);
    if (!entries) return names;
    for (const base::FolderEntry& entry : *entries) {
        std::string name = entry.name();
        if (name.empty() || name.front() == '.' || names.size() >= kMaxNames) continue;
        if (wanted(entry, name)) names.push_back(std::move(name));
    }
    return names;
}

/// A file of the same folder whose name differs in capitals, or in how its accents are made.
std::string file_that_looks_like(const fs::path& missing) {
    const auto entries = base::entries_of(missing.parent_path());
    const std::string wanted = fold(missing.filename().string());
    if (entries)
        for (const base::FolderEntry& entry : *entries)
            if (fold(entry.name()) == wanted) return entry.name();
    return {};
}

}  // namespace

bool is_picture_name(std::string_view name) {
    std::string ending = fs::path(name).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".svg" || ending == ".png" || ending == ".jpg" || ending == ".jpeg";
}

PackFolder::PackFolder(const fs::path& folder, std::shared_ptr<const PackageManifest> manifest)
    : manifest_(std::move(manifest)) {
    std::error_code error;
    root_ = fs::canonical(folder, error);
    if (error) root_.clear();
}

std::optional<fs::path> PackFolder::inside(const std::string& name) const {
    const fs::path relative(name);
    if (root_.empty() || name.empty() || relative.is_absolute() ||
        name.find('\0') != std::string::npos)
        return std::nullopt;
    if (std::find(relative.begin(), relative.end(), "..") != relative.end()) return std::nullopt;
    std::error_code error;
    const fs::path real = fs::weakly_canonical(root_ / relative, error);
    if (error) return std::nullopt;
    const auto [end, _] = std::mismatch(root_.begin(), root_.end(), real.begin(), real.end());
    if (end != root_.end()) return std::nullopt;
    return real;
}

bool PackFolder::has(const std::string& name) const {
    std::error_code error;
    const auto path = inside(name);
    return path && fs::exists(*path, error);
}

std::vector<std::string> PackFolder::folders() const {
    return names_in(root_, [](const base::FolderEntry& entry, const std::string&) {
        return entry.is_folder();
    });
}

std::vector<std::string> PackFolder::files(const std::string& in, const std::string& ending) const {
    const auto folder = inside(in);
    if (!folder) return {};
    return names_in(*folder, [&](const base::FolderEntry& entry, const std::string& name) {
        return name.size() > ending.size() && name.ends_with(ending) && !entry.is_folder();
    });
}

/// The bytes that are parsed are those that were hashed: the file is not read twice.
base::Result<std::string> PackFolder::checked(const std::string& name,
                                              base::Result<std::string> bytes) {
    if (manifest_ == nullptr) return bytes;
    auto good =
        bytes
            ? check_bytes(*manifest_, name, *bytes)
            : base::Result<void>(base::fail(base::FaultKind::damaged, name, bytes.error().detail));
    if (good) return bytes;
    if (!damage_) damage_ = good.error();
    return tl::unexpected(good.error());
}

base::Result<std::string> PackFolder::read_bytes(const std::string& name, std::size_t max_bytes) {
    const auto path = inside(name);
    if (!path)
        return base::fail(base::FaultKind::not_found, name, "it is not inside the pack's folder");
    return checked(name, base::read_file(*path, max_bytes));
}

std::optional<std::string> PackFolder::read_text(const std::string& name, Report& report) {
    const auto path = inside(name);
    if (!path) {
        report.error(0, "outside-pack", "This file is not inside the pack's folder.",
                     "Put the file itself into the folder, not a link to it.");
        return std::nullopt;
    }
    auto bytes =
        checked(name, base::read_file(*path, std::min(kMaxFileBytes, kMaxPackBytes - bytes_read_)));
    if (!bytes) {
        report_fault(bytes.error(), report);
        return std::nullopt;
    }
    bytes_read_ += bytes->size();
    if (bytes->starts_with("\xFF\xFE") || bytes->starts_with("\xFE\xFF")) {
        report.error(1, "bad-encoding", "This file is UTF-16 text, which is not read.",
                     "Save it as UTF-8 (Notepad: “Save as”, encoding UTF-8).");
        return std::nullopt;
    }
    std::string text = with_plain_line_ends(std::move(*bytes));
    if (!check_text(text, 1, report)) return std::nullopt;
    return text;
}

std::optional<fs::path> PackFolder::picture(const std::string& name, int line,
                                            Report& report) const {
    const auto path = inside(name);
    if (!path) {
        report.error(line, "outside-pack",
                     "The picture " + in_quotes(name) + " is not inside the pack's folder.",
                     "Copy it to images/ and write images/ and its name.");
        return std::nullopt;
    }
    if (!is_picture_name(name)) {
        report.error(line, "image-type",
                     in_quotes(name) + " is not a kind of picture that is shown.",
                     "Use an .svg, .png or .jpg file.");
        return std::nullopt;
    }
    std::error_code error;
    if (!fs::is_regular_file(*path, error)) {
        const auto near = file_that_looks_like(*path);
        report.error(line, "missing-image", "There is no picture " + in_quotes(name) + ".",
                     near.empty()
                         ? "Check its name, or put the file into the pack's images/ folder."
                         : "There is a file " + in_quotes(near) +
                               ", spelt with other capitals, or with accents as a Mac writes "
                               "them. Give both the same name.");
        return std::nullopt;
    }
    if (fs::file_size(*path, error) > kMaxPictureBytes) {
        report.error(line, "image-too-large", "The picture " + in_quotes(name) + " is over 16 MiB.",
                     "Save it smaller.");
        return std::nullopt;
    }
    return path;
}

}  // namespace candor::pack
