#include <cmath>
#include <map>

#include "pack/checks/check_table.h"
#include "pack/checks/picture_file.h"
#include "pack/folder/finding_list.h"
#include "pack/page/picture_size.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kHeavyBytes = 3 * 1024 * 1024;
constexpr std::uint32_t kMostSide = 8192;
constexpr std::uint64_t kMostPixels = 16'000'000, kRefusedPixels = 64'000'000;
constexpr std::uint32_t kSharpWidth = 600, kSharpIcon = 128;
constexpr double kSquare = 0.1;

/// Where a picture is first used, and how wide it is shown.
struct Use {
    std::string file;
    int line = 0;
    std::uint32_t sharp_width = kSharpWidth;
    bool cover = false;
};

/// Every picture of the pack once, with the place that names it first.
class Uses {
  public:
    explicit Uses(const Subject& subject) {
        const Pack& pack = subject.pack;
        if (!pack.cover.empty())
            all.emplace(pack.cover,
                        Use{"pack.yaml", subject.line_of("pack.yaml", "cover"), kSharpIcon, true});
        for (const auto& [_, pages] : pack.pages)
            for (const auto& page : pages)
                for (const auto& block : page.blocks) of_block(page, block);
        if (subject.questionnaire)
            for (const auto& item : subject.questionnaire->items) of_item(subject, item);
    }

    std::map<fs::path, Use> all;

  private:
    void add(const fs::path& path, const Page& page, const Block& block, std::uint32_t sharp) {
        if (!path.empty()) all.emplace(path, Use{Subject::file_of(page), block.line, sharp});
    }
    void of_block(const Page& page, const Block& block) {
        if (const auto* figure = std::get_if<Figure>(&block.body))
            add(figure->path, page, block, kSharpWidth);
        if (const auto* steps = std::get_if<Steps>(&block.body))
            for (const auto& step : steps->steps) add(step.figure.path, page, block, kSharpWidth);
        if (const auto* compare = std::get_if<Compare>(&block.body))
            for (const auto& column : compare->columns) add(column.icon, page, block, kSharpIcon);
    }
    void of_item(const Subject& subject, const screening::Item& item) {
        const auto media = [&](const std::string& name) {
            if (!name.empty())
                all.emplace(subject.pack.folder / name, Use{"questionnaire.yaml", 0, kSharpIcon});
        };
        media(item.media);
        for (const auto& option : item.options) media(option.media);
        for (const auto& child : item.items) of_item(subject, child);
    }
};

class PictureCheck {
  public:
    PictureCheck(const fs::path& path, const Use& use, FindingList& list)
        : name_(in_quotes(path.filename().string())), path_(path), use_(use), list_(list) {}

    void check() const {
        const auto facts = facts_of_picture(path_);
        if (!facts) return;
        if (facts->kind == PictureKind::unknown || !facts->whole)
            return list_.error(
                use_.file, use_.line, "unreadable-image",
                "The picture " + name_ + " cannot be read: " +
                    (facts->kind == PictureKind::unknown ? "it is no PNG, JPEG or SVG."
                                                         : "it is cut off or broken."),
                "Save it again from the program that made it.");
        facts->kind == PictureKind::svg ? drawing(*facts) : raster(*facts);
        weight(*facts);
        if (use_.cover) square();
    }

  private:
    void drawing(const PictureFacts& facts) const {
        for (const auto& what : facts.outside)
            list_.error(use_.file, use_.line, "svg-outside",
                        "The drawing " + name_ + " asks for something outside it (" + what +
                            "), which is never loaded.",
                        "Embed it, or delete it from the drawing.");
        if (facts.has_script)
            list_.error(use_.file, use_.line, "svg-script",
                        "The drawing " + name_ + " holds a script, which is never run.",
                        "Save it as a plain SVG.");
        if (facts.has_text)
            list_.error(use_.file, use_.line, "svg-text",
                        "The drawing " + name_ +
                            " holds words, which no one translates and which are not drawn.",
                        "Move them into the caption, or turn them into shapes if they are the "
                        "same in every language.");
    }

    void raster(const PictureFacts& facts) const {
        const std::string size =
            std::to_string(facts.width) + " × " + std::to_string(facts.height) + " pixels";
        const std::uint64_t pixels = std::uint64_t{facts.width} * facts.height;
        if (pixels > kRefusedPixels || facts.width > 4 * kMostSide || facts.height > 4 * kMostSide)
            list_.error(use_.file, use_.line, "image-too-many-pixels",
                        "The picture " + name_ + " has " + size + ", more than can be shown.",
                        "Save it with 2,000 pixels on its longer side.");
        else if (pixels > kMostPixels || facts.width > kMostSide || facts.height > kMostSide)
            list_.warning(use_.file, use_.line, "image-too-many-pixels",
                          "The picture " + name_ + " has " + size + ", far more than are shown.",
                          "Save it with 2,000 pixels on its longer side.");
        if (facts.width < use_.sharp_width)
            list_.warning(
                use_.file, use_.line, "image-too-small",
                "The picture " + name_ + " has " + size + " and will look blurred on the screen.",
                "Use one that is " + std::to_string(use_.sharp_width) +
                    " pixels wide or more, or a drawing (SVG).");
    }

    void weight(const PictureFacts& facts) const {
        if (facts.bytes > kHeavyBytes)
            list_.warning(use_.file, use_.line, "image-too-heavy",
                          "The picture " + name_ + " takes " +
                              std::to_string(facts.bytes / 1024 / 1024) + " MiB.",
                          "Save it as a JPEG of less than 3 MiB.");
    }

    void square() const {
        const auto aspect = aspect_of_picture(path_);
        if (aspect && std::abs(*aspect - 1) > kSquare)
            list_.warning(use_.file, use_.line, "cover-shape",
                          "The cover " + name_ + " is not square.",
                          "Make it as high as it is wide.");
    }

    std::string name_;
    const fs::path& path_;
    const Use& use_;
    FindingList& list_;
};

/// Files of images/ that nothing shows.
void check_unused(const Subject& subject, const Uses& uses, FindingList& list) {
    if (!subject.all_pages_read || (subject.pack.is_self_check && !subject.questionnaire)) return;
    for (const char* ending : {".svg", ".png", ".jpg", ".jpeg"})
        for (const auto& name : subject.folder.files("images", ending))
            if (!uses.all.contains(subject.pack.folder / "images" / name))
                list.advice("images/" + name, 0, "unused-image", "Nothing shows this picture.",
                            "Use it, or delete it.");
}

}  // namespace

/// Pictures that cannot be read, are too large, too small or too heavy, or hold what they should
/// not.
void check_pictures(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    const Uses uses(subject);
    for (const auto& [path, use] : uses.all) PictureCheck(path, use, list).check();
    check_unused(subject, uses, list);
}

}  // namespace candor::pack
