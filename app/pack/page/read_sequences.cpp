#include "pack/page/read_sequences.h"

#include <algorithm>
#include <cmath>

#include "pack/folder/edit_distance.h"
#include "pack/folder/fields.h"
#include "pack/page/localized_file.h"
#include "pack/page/picture_size.h"

namespace candor::pack {
namespace {

constexpr std::size_t kMostLayers = 12, kFewestKeys = 2, kMostKeys = 8;
constexpr int kMostSeconds = 8, kUsualSeconds = 2, kMsASecond = 1'000;
constexpr int kSmallest = 10, kLargest = 400;  // percent
constexpr int kFarthest = 4'000;               // units from the stage's start

class SequenceReader {
  public:
    SequenceReader(const PackFolder& folder, const LanguageReading& as)
        : folder_(folder), as_(as), shape_(as.shape) {}

    Sequence read(const std::string& id, const YamlNode& node) const;

  private:
    struct NamedLayer {
        std::string id;
        int line = 0;
    };
    void layers(const Fields& sequence, Sequence& out) const;
    SequenceLayer layer(const Fields& fields) const;
    LayerPlace place(const Fields& fields, LayerPlace before) const;
    SequenceKey key(const YamlNode& node, const Sequence& sequence,
                    const std::vector<LayerPlace>& before) const;
    void places(const YamlNode& node, const Sequence& sequence, std::vector<LayerPlace>& out) const;
    void count(int line, std::size_t found, std::size_t least, std::size_t most,
               const char* what) const;

    const PackFolder& folder_;
    const LanguageReading& as_;
    Report& shape_;
};

void SequenceReader::count(int line, std::size_t found, std::size_t least, std::size_t most,
                           const char* what) const {
    if (found >= least && found <= most) return;
    shape_.error(line, "sequence-count",
                 "Here are " + std::to_string(found) + " " + what + "; there should be " +
                     std::to_string(least) + " to " + std::to_string(most) + ".",
                 "Add some, or take some away.");
}

Sequence SequenceReader::read(const std::string& id, const YamlNode& node) const {
    const Fields fields(node, "A sequence", {"alt", "still", "follows-reading", "layers", "keys"},
                        shape_);
    Sequence out;
    out.id = id;
    if (!fields.is_map()) return out;
    const SaidWords alt = as_.said(fields, "alt", Need::required);
    out.alt = alt.words;
    out.alt_line = alt.line;
    out.follows_reading = fields.flag("follows-reading");
    layers(fields, out);
    std::vector<LayerPlace> places;
    for (const auto& item : fields.list("layers", Need::optional))
        places.push_back(
            place(Fields(item, "A layer", {"id", "image", "x", "y", "scale", "opacity"}, shape_),
                  {static_cast<int>(out.width) / 2, static_cast<int>(out.height) / 2}));
    for (const auto& item : fields.list("keys", Need::required)) {
        out.keys.push_back(key(item, out, places));
        places = out.keys.back().places;
    }
    count(fields.line_of("keys"), out.keys.size(), kFewestKeys, kMostKeys, "keys");
    if (out.keys.empty()) return out;
    out.keys.front().move_ms = 0;
    const int last = static_cast<int>(out.keys.size());
    out.still =
        static_cast<std::size_t>(fields.whole_number("still", 1, last, last, Need::optional) - 1);
    return out;
}

void SequenceReader::layers(const Fields& sequence, Sequence& out) const {
    std::vector<NamedLayer> named;
    for (const auto& item : sequence.list("layers", Need::required)) {
        const Fields fields(item, "A layer", {"id", "image", "x", "y", "scale", "opacity"}, shape_);
        out.layers.push_back(layer(fields));
        named.push_back({out.layers.back().id, item.line});
    }
    count(sequence.line_of("layers"), out.layers.size(), 1, kMostLayers, "layers");
    tell_unfit_ids(named, "layers", shape_);
    if (out.layers.empty()) return;
    out.width = out.layers.front().width;
    out.height = out.layers.front().height;
}

SequenceLayer SequenceReader::layer(const Fields& fields) const {
    SequenceLayer out;
    if (!fields.is_map()) return out;
    out.id = fields.text("id", Need::required);
    const std::string image = fields.text("image", Need::required);
    if (image.empty()) return out;
    out.path = folder_.picture(image, fields.line_of("image"), shape_).value_or("");
    if (out.path.empty()) return out;
    if (const auto head = head_of_picture(out.path);
        head && head->width >= 1 && head->height >= 1) {
        out.width = static_cast<float>(head->width);
        out.height = static_cast<float>(head->height);
    } else {
        shape_.error(fields.line_of("image"), "no-size",
                     "The picture " + in_quotes(image) + " does not say how large it is.",
                     "Give the drawing a width and a height, in the units of the first layer.");
    }
    return out;
}

LayerPlace SequenceReader::place(const Fields& fields, LayerPlace before) const {
    const auto number = [&](const char* key, int least, int most, int fallback) {
        return fields.is_map() ? fields.whole_number(key, least, most, fallback, Need::optional)
                               : fallback;
    };
    return {number("x", -kFarthest, kFarthest, before.x),
            number("y", -kFarthest, kFarthest, before.y),
            number("scale", kSmallest, kLargest, before.scale),
            number("opacity", 0, 100, before.opacity)};
}

SequenceKey SequenceReader::key(const YamlNode& node, const Sequence& sequence,
                                const std::vector<LayerPlace>& before) const {
    const Fields fields(node, "A key", {"seconds", "caption", "places"}, shape_);
    SequenceKey out;
    out.places = before;
    if (!fields.is_map()) return out;
    const int seconds =
        fields.whole_number("seconds", 1, kMostSeconds, kUsualSeconds, Need::optional);
    const SaidWords caption = as_.said(fields, "caption", Need::required);
    out.caption = as_.rich(caption);
    out.line = caption.line;
    if (const YamlNode* moved = fields.map("places", Need::optional))
        places(*moved, sequence, out.places);
    if (out.places != before) out.move_ms = kMsASecond * seconds;
    return out;
}

void SequenceReader::places(const YamlNode& node, const Sequence& sequence,
                            std::vector<LayerPlace>& out) const {
    std::vector<std::string_view> ids;
    for (const auto& layer : sequence.layers) ids.push_back(layer.id);
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const auto& [id, line] = node.keys[i];
        const auto found = std::find(ids.begin(), ids.end(), id);
        if (found != ids.end()) {
            LayerPlace& moved = out[static_cast<std::size_t>(found - ids.begin())];
            moved = place(Fields(node.items[i], "A place", {"x", "y", "scale", "opacity"}, shape_),
                          moved);
            continue;
        }
        const auto near = nearest(id, ids);
        shape_.error(line, "unknown-layer", "There is no layer " + in_quotes(id) + ".",
                     near.empty() ? "Name one of the layers above."
                                  : "Did you mean “" + std::string(near) + "”?");
    }
}

}  // namespace

std::optional<SequencesByLanguage> read_sequences(PackFolder& folder,
                                                  const std::vector<std::string>& languages,
                                                  Links& links, base::Findings& findings) {
    SequencesByLanguage out;
    const auto read = [&](const YamlNode& file, const LanguageReading& as) {
        if (!file.is(YamlNode::Kind::map))
            return as.shape.error(file.line, "wrong-type", "Here should be sequences by their ids.",
                                  "Write “id:” and the sequence's lines below it, two spaces in.");
        const SequenceReader reader(folder, as);
        for (std::size_t i = 0; i < file.items.size(); ++i) {
            const auto& [id, line] = file.keys[i];
            if (!is_id(id))
                as.shape.error(line, "bad-id", in_quotes(id) + " cannot be an id.",
                               "Use a-z, 0-9 and “-”.");
            out[as.language].emplace(id, reader.read(id, file.items[i]));
        }
    };
    if (!read_in_each_language(folder, kSequencesFile, languages, links, findings, read))
        return std::nullopt;
    return out;
}

}  // namespace candor::pack
