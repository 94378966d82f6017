#include "consult/request/foreign_json.h"

#include <vector>

#include "base/secret_string.h"

namespace candor::consult::fhir {
namespace {

using base::FaultKind;

const Json& nothing() {
    static const Json kNothing;
    return kNothing;
}

/// Puts the values together as the parser meets them, and ends it at the first that is too much.
/// The parser itself keeps no level on the stack.
class TreeBuilder {
  public:
    explicit TreeBuilder(Json& root) : root_(root) {}

    bool null() { return put(nullptr) != nullptr; }
    bool boolean(bool value) { return put(value) != nullptr; }
    bool number_integer(Json::number_integer_t value) { return put(value) != nullptr; }
    bool number_unsigned(Json::number_unsigned_t value) { return put(value) != nullptr; }
    bool number_float(Json::number_float_t value, const std::string&) {
        return put(value) != nullptr;
    }
    bool string(std::string& value) { return put(std::move(value)) != nullptr; }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        Json& object = *open_.back();
        if (object.contains(name)) return fail(FaultKind::wrong_format, "one name stands twice");
        if (object.size() == kMaxJsonMembers)
            return fail(FaultKind::too_large, "too many names in one place");
        // Its value is the next that is put.
        member_ = &object[name];
        return true;
    }
    bool parse_error(std::size_t byte, const std::string&, const Json::exception& error) {
        constexpr int kNumberOverflow = 406;
        return fail(
            FaultKind::wrong_format,
            (error.id == kNumberOverflow ? "too large a number at byte " : "not JSON at byte ") +
                std::to_string(byte));
    }

    const base::Fault& fault() const { return fault_; }

  private:
    bool fail(FaultKind kind, std::string detail) {
        fault_.kind = kind;
        fault_.detail = std::move(detail);
        return false;
    }

    /// Where it stands now; nullptr: it would be one too many.
    Json* put(Json value) {
        if (++count_ > kMaxJsonValues) {
            fail(FaultKind::too_large, "too many values");
            return nullptr;
        }
        if (open_.empty()) return &(root_ = std::move(value));
        if (Json* place = std::exchange(member_, nullptr)) return &(*place = std::move(value));
        open_.back()->push_back(std::move(value));
        return &open_.back()->back();
    }

    bool open(Json structure) {
        if (open_.size() == kMaxJsonDepth) return fail(FaultKind::too_large, "nested too deeply");
        Json* place = put(std::move(structure));
        if (place == nullptr) return false;
        open_.push_back(place);
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    Json& root_;
    // Only the innermost grows, so that none of these moves while it is open.
    std::vector<Json*> open_;
    Json* member_ = nullptr;
    std::size_t count_ = 0;
    base::Fault fault_;
};

}  // namespace

void WipedJson::wipe(Json& json) {
    if (json.is_string()) base::wipe(json.get_ref<std::string&>());
    if (!json.is_structured()) return;
    for (auto& child : json) wipe(child);
}

base::Result<WipedJson> parse(std::string_view text, const std::string& where) {
    const auto fail = [&](FaultKind kind, std::string detail) {
        return base::fail(kind, where, std::move(detail));
    };
    if (text.size() > kMaxJsonBytes) return fail(FaultKind::too_large, "longer than 1 MiB");
    // The parser takes a NUL for the end, whatever comes after it.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        return fail(FaultKind::wrong_format, "not JSON at byte " + std::to_string(nul + 1));
    WipedJson json;
    TreeBuilder builder(*json);
    try {
        if (Json::sax_parse(text, &builder)) return json;
    } catch (const std::exception&) {  // no memory; the text may be in its words
        return fail(FaultKind::too_large, "more than this program can hold");
    }
    return fail(builder.fault().kind, builder.fault().detail);
}

const Json& member(const Json& json, const char* name) {
    if (!json.is_object()) return nothing();
    const auto found = json.find(name);
    return found == json.end() ? nothing() : *found;
}

const Json& first(const Json& list) {
    return list.is_array() && !list.empty() ? list.front() : nothing();
}

std::string_view text_of(const Json& json) {
    return json.is_string() ? std::string_view(json.get_ref<const std::string&>())
                            : std::string_view();
}

std::string_view text_of(const Json& json, const char* name) { return text_of(member(json, name)); }

}  // namespace candor::consult::fhir
