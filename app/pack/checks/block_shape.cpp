#include "pack/checks/block_shape.h"

namespace candor::pack {
namespace {

template <typename Number>
std::string count(Number number, const char* one) {
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

/// A drawing whose order follows the reading has a variant for right to left, "NAME-rtl.svg"; both
/// are one picture.
std::string name_of_picture(const std::filesystem::path& path) {
    constexpr std::string_view kMirrored = "-rtl";
    std::string stem = path.stem().string();
    if (stem.ends_with(kMirrored)) stem.resize(stem.size() - kMirrored.size());
    return stem + path.extension().string();
}

/// Words for the block, and what of it must be the same in every language.
struct ShapeWalk {
    std::string operator()(const Heading& body) const {
        return "a heading of level " + std::to_string(body.level);
    }
    std::string operator()(const Prose&) const { return "a paragraph"; }
    std::string operator()(const List& body) const {
        std::string depths;
        for (const auto& item : body.items) depths += static_cast<char>('0' + item.depth);
        const bool flat = depths.find_first_not_of('0') == std::string::npos;
        const bool numbered = !body.items.empty() && body.items.front().number > 0;
        return std::string(numbered ? "a numbered list of " : "a list of ") +
               count(body.items.size(), "item") + (flat ? "" : " (depths " + depths + ")");
    }
    std::string operator()(const Table& body) const {
        return "a table of " + count(body.header.size(), "column") + " and " +
               count(body.rows.size(), "row");
    }
    std::string operator()(const Figure& body) const {
        return "the picture “" + name_of_picture(body.path) + "”" +
               (body.caption.empty() ? " without a caption" : "");
    }
    std::string operator()(const Alert& body) const {
        constexpr const char* kNames[] = {"GOOD-TO-KNOW", "CAUTION", "UNKNOWN"};
        return std::string("a box ") + kNames[static_cast<int>(body.kind)] + " of " +
               count(body.paragraphs.size(), "paragraph") +
               (body.heading.empty() ? "" : " with a heading of its own");
    }
    std::string operator()(const Steps& body) const {
        return count(body.steps.size(), "step") + " (steps)";
    }
    std::string operator()(const Compare& body) const {
        return "a comparison of " + count(body.columns.size(), "column") + " and " +
               count(body.rows.size(), "row");
    }
    std::string operator()(const Timeline& body) const {
        return "a timeline of " + count(body.entries.size(), "moment");
    }
    std::string operator()(const IconArray& body) const {
        std::string groups;
        for (const auto& group : body.groups)
            groups += (groups.empty() ? "" : ", ") + std::to_string(group.count);
        return "an icon-array of " + std::to_string(body.of) + " with " + groups;
    }
    std::string operator()(const Density& body) const {
        std::string hairs;
        for (const auto& patch : body.patches)
            hairs += (hairs.empty() ? "" : ", ") + std::to_string(patch.hairs);
        return "a density of " + hairs + " hairs";
    }
    std::string operator()(const QuickCheck& body) const {
        std::string right;
        for (std::size_t i = 0; i < body.choices.size(); ++i)
            if (body.choices[i].right) right += " " + std::to_string(i + 1);
        return "a quick-check of " + count(body.choices.size(), "choice") + ", right:" + right;
    }
    std::string operator()(const AskList& body) const {
        std::string ids;
        for (const auto& item : body.items) ids += (ids.empty() ? "" : ", ") + item.id;
        return "an ask-list with " + ids;
    }
    std::string operator()(const Faq& body) const {
        return count(body.items.size(), "question") + " (faq)";
    }
    std::string operator()(const Options& body) const {
        constexpr const char* kFaces[] = {"choices", "side-by-side", "values"};
        return "options that show " + std::string(kFaces[static_cast<int>(body.face)]);
    }
    std::string operator()(const Course& body) const {
        std::string days;
        for (const auto& day : body.days) {
            days += (days.empty() ? "" : ", ") + std::to_string(day.first);
            if (day.last > day.first) days += "-" + std::to_string(day.last);
            if (day.not_counted) days += " (not counted)";
        }
        return "a course of days " + days + " with " + count(body.call_now.size(), "sign");
    }
    std::string operator()(const Sequence& body) const { return "the sequence “" + body.id + "”"; }
};

}  // namespace

std::string shape_of(const Block& block) { return std::visit(ShapeWalk{}, block.body); }

}  // namespace candor::pack
