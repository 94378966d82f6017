#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <map>

#include "base/files.h"
#include "base/places.h"
#include "pack/checks/check_table.h"
#include "pack/folder/finding_list.h"
#include "pack/package/package_files.h"
#include "pack/package/shrunk_pictures.h"
#include "pack/page/form_pictures.h"
#include "pack/page/self_check.h"
#include "picture/decoder_process.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
constexpr std::uintmax_t kHeavyBytes = 3 * 1024 * 1024;
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
        if (const auto* sequence = std::get_if<Sequence>(&block.body))
            for (const auto& layer : sequence->layers)
                if (!layer.path.empty())
                    all.emplace(layer.path, Use{kSequencesFile, sequence->alt_line, kSharpIcon});
    }
    void of_item(const Subject& subject, const screening::Item& item) {
        const auto media = [&](const screening::Media& picture) {
            const fs::path path =
                path_of_picture(subject.pack.folder / kQuestionnaireFile, picture);
            if (!path.empty()) all.emplace(path, Use{kQuestionnaireFile, 0, kSharpIcon});
        };
        media(item.media);
        for (const auto& option : item.options) media(option.media);
        for (const auto& child : item.items) of_item(subject, child);
    }
};

class PictureCheck {
  public:
    PictureCheck(const fs::path& path, const Use& use, FindingList& list)
        : in_form_(form_of_picture(path).has_value()),
          name_(in_form_ ? "that stands in the form" : in_quotes(path.filename().string())),
          path_(path),
          use_(use),
          list_(list) {}

    void check(picture::DecoderProcess& decoder) const {
        const auto facts = decoder.look(path_);
        if (!facts) return unreadable(facts.error());
        facts->is_drawing ? drawing(*facts) : raster(*facts);
        weight();
        if (use_.cover && facts->width > 0 &&
            std::abs(double(facts->width) / facts->height - 1) > kSquare)
            warning("cover-shape", "The cover " + name_ + " is not square.",
                    "Make it as high as it is wide.");
    }

  private:
    void error(const char* code, std::string message, std::string remedy) const {
        list_.error(use_.file, use_.line, code, std::move(message), std::move(remedy));
    }
    void warning(const char* code, std::string message, std::string remedy) const {
        list_.warning(use_.file, use_.line, code, std::move(message), std::move(remedy));
    }
    void advice(const char* code, std::string message, std::string remedy) const {
        list_.advice(use_.file, use_.line, code, std::move(message), std::move(remedy));
    }

    /// In the decoder's words: it is the one that would draw it.
    void unreadable(const base::Fault& fault) const {
        if (fault.kind == base::FaultKind::not_found && fault.where != path_.string())
            return error("unreadable-image",
                         "The picture " + name_ + " cannot be looked at: candor-decode is missing.",
                         "Install Candor anew.");
        error("unreadable-image",
              "The picture " + name_ + " cannot be drawn: " + showable(fault.detail) + ".",
              fault.kind == base::FaultKind::too_large
                  ? "Make it simpler: fewer parts, or fewer effects."
                  : "Save it as SVG, PNG or JPEG from the program that made it.");
    }

    void drawing(const picture::Facts& facts) const {
        for (const auto& what : facts.outside)
            error("svg-outside",
                  "The drawing " + name_ + " asks for something outside it (" + showable(what) +
                      "), which is never loaded.",
                  "Embed it, or delete it from the drawing.");
        if (facts.has_script)
            advice("svg-script", "The drawing " + name_ + " holds a script, which is never run.",
                   "Save it as a plain SVG.");
        if (facts.has_words)
            advice("svg-text",
                   "The drawing " + name_ +
                       " holds words, which no one translates and which are not drawn.",
                   "Move them into the caption, or turn them into shapes if they are the same in "
                   "every language.");
        if (facts.has_variables)
            advice("svg-variables",
                   "The drawing " + name_ +
                       " takes colours from CSS variables (var()), which are "
                       "not read: look at how it is drawn.",
                   "Save it with plain colours.");
        if (facts.width == 0)
            advice("svg-no-size", "The drawing " + name_ + " has no size and no viewBox.",
                   "Write viewBox=\"0 0 WIDTH HEIGHT\" into its first tag.");
    }

    void raster(const picture::Facts& facts) const {
        const std::string size =
            std::to_string(facts.width) + " × " + std::to_string(facts.height) + " pixels";
        pixels(facts, size);
        if (static_cast<std::uint32_t>(facts.width) < use_.sharp_width)
            warning(
                "image-too-small",
                "The picture " + name_ + " has " + size + " and will look blurred on the screen.",
                "Use one that is " + std::to_string(use_.sharp_width) +
                    " pixels wide or more, or a drawing (SVG).");
        if (!in_form_) name_and_kind(facts);
        if (facts.is_cmyk)
            advice("image-for-print",
                   "The picture " + name_ +
                       " is in the colours of print (CMYK), which a screen "
                       "shows only nearly.",
                   "Save it as RGB.");
        if (facts.bits > 8)
            advice("image-16-bit",
                   "The picture " + name_ + " has 16 bits a colour; 8 of them are shown.",
                   "Save it with 8 bits: it takes half the room.");
    }

    void pixels(const picture::Facts& facts, const std::string& size) const {
        const std::int64_t pixels = std::int64_t{facts.width} * facts.height;
        if (pixels > kMostPixelsToShrink)
            return error("image-too-many-pixels",
                         "The picture " + name_ + " has " + size + ", more than can be read.",
                         "Save it with 2,000 pixels on its longer side.");
        if (facts.has_too_many_pixels)
            return warning("image-too-many-pixels",
                           "The picture " + name_ + " has " + size +
                               ", more than the kiosk draws: a preview shows its words instead. "
                               "“candor pack build” makes it smaller.",
                           "Save it with 2,000 pixels on its longer side.");
        if (is_shrunk(facts.width, facts.height))
            warning("image-too-many-pixels",
                    "The picture " + name_ + " has " + size +
                        ", far more than are shown. “candor pack build” makes it smaller.",
                    "Save it with 2,000 pixels on its longer side.");
    }

    void name_and_kind(const picture::Facts& facts) const {
        std::string ending = path_.extension().string();
        std::transform(ending.begin(), ending.end(), ending.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if ((ending == ".png") != facts.is_png || ending == ".svg")
            advice("image-name",
                   "The picture " + name_ + " is a " + (facts.is_png ? "PNG" : "JPEG") +
                       ", whatever its name ends in. It is shown all the same.",
                   "Rename it, so that other programs open it too.");
    }

    void weight() const {
        std::error_code error;
        const auto bytes = fs::file_size(path_, error);
        if (!error && bytes > kHeavyBytes)
            warning(
                "image-too-heavy",
                "The picture " + name_ + " takes " + std::to_string(bytes / 1024 / 1024) + " MiB.",
                "Save it as a JPEG of less than 3 MiB.");
    }

    const bool in_form_;
    const std::string name_;
    const fs::path& path_;
    const Use& use_;
    FindingList& list_;
};

/// Pictures anywhere in the folder that nothing shows.
void check_unused(const Subject& subject, const Uses& uses, FindingList& list) {
    if (!subject.all_pages_read || (subject.pack.is_self_check && !subject.questionnaire)) return;
    const auto found = files_of_package(subject.pack.folder);
    if (!found) return;
    for (const auto& file : found->files)
        if (is_picture_name(file.path) && !uses.all.contains(subject.pack.folder / file.path))
            list.advice(file.path, 0, "unused-image", "Nothing shows this picture.",
                        "Use it, or delete it.");
}

}  // namespace

/// Pictures that cannot be drawn, are too large, too small or too heavy, or hold what is not drawn.
void check_pictures(const Subject& subject, base::Findings& findings) {
    FindingList list(findings);
    const Uses uses(subject);
    picture::DecoderProcess decoder(base::default_places().decoder, -1, open_picture);
    for (const auto& [path, use] : uses.all) PictureCheck(path, use, list).check(decoder);
    check_unused(subject, uses, list);
}

}  // namespace candor::pack
