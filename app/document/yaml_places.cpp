#include "document/yaml_places.h"

#include <yaml.h>

#include <optional>
#include <utility>

#include "document/document.h"
#include "document/yaml_text.h"

namespace candor::document {
namespace {

class PlaceReader {
  public:
    explicit PlaceReader(std::string_view text) : text_(text) {
        is_ready_ = yaml_parser_initialize(&parser_) == 1;
        if (!is_ready_) return;
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                     text.size());
    }
    PlaceReader(const PlaceReader&) = delete;
    PlaceReader& operator=(const PlaceReader&) = delete;
    ~PlaceReader() {
        if (is_ready_) yaml_parser_delete(&parser_);
    }

    std::vector<YamlPlace> read() {
        for (bool more = is_ready_; more;) {
            yaml_event_t event;
            if (yaml_parser_parse(&parser_, &event) != 1) return {};
            more = event.type != YAML_STREAM_END_EVENT;
            take(event);
            yaml_event_delete(&event);
        }
        return std::move(places_);
    }

  private:
    struct Open {
        bool is_map = false, in_flow = false;
        std::optional<YamlStep> key;  ///< of a map: the one whose value comes next
        std::size_t count = 0;        ///< of a list
    };

    void take(const yaml_event_t& event) {
        switch (event.type) {
            case YAML_MAPPING_START_EVENT:
                enter();
                open_.push_back({true, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE});
                break;
            case YAML_SEQUENCE_START_EVENT:
                enter();
                open_.push_back(
                    {false, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE});
                break;
            case YAML_MAPPING_END_EVENT:
            case YAML_SEQUENCE_END_EVENT:
                open_.pop_back();
                leave();
                break;
            case YAML_SCALAR_EVENT:
                scalar(event);
                break;
            default:
                break;
        }
    }

    void scalar(const yaml_event_t& event) {
        const auto& words = event.data.scalar;
        std::string text(reinterpret_cast<const char*>(words.value), words.length);
        if (!open_.empty() && open_.back().is_map && !open_.back().key) {
            open_.back().key =
                YamlStep{std::move(text), event.start_mark.column, open_.back().in_flow};
            return;
        }
        enter();
        const auto begin = byte_of(event.start_mark.index);
        auto end = byte_of(event.end_mark.index);
        // A block's end is the next line's start.
        while (end > begin && std::string_view(" \t\r\n").find(text_[end - 1]) != text_.npos) --end;
        places_.push_back(
            {path_, begin, end, static_cast<int>(event.start_mark.line) + 1, std::move(text)});
        leave();
    }

    /// The step to a value that begins.
    void enter() {
        if (open_.empty()) return;
        auto& top = open_.back();
        path_.push_back(top.is_map ? top.key.value_or(YamlStep{})
                                   : YamlStep{std::to_string(top.count++), 0, top.in_flow});
    }
    void leave() {
        if (!path_.empty()) path_.pop_back();
        if (!open_.empty()) open_.back().key.reset();
    }

    /// libyaml counts characters; asked for in order.
    std::size_t byte_of(std::size_t index) {
        for (; characters_ < index && at_ < text_.size(); ++characters_)
            for (++at_; at_ < text_.size() && !starts_character(text_[at_]);) ++at_;
        return at_;
    }

    std::string_view text_;
    yaml_parser_t parser_{};
    bool is_ready_ = false;
    std::vector<Open> open_;
    std::vector<YamlStep> path_;
    std::vector<YamlPlace> places_;
    std::size_t at_ = 0, characters_ = 0;
};

}  // namespace

std::vector<YamlPlace> yaml_places(std::string_view text) {
    // Its limits, and what it refuses, hold here too.
    if (!read(text, Format::yaml).root || text.starts_with("\xEF\xBB\xBF")) return {};
    return PlaceReader(text).read();
}

}  // namespace candor::document
