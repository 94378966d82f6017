#include "consult/fhir.h"

#include <ostream>
#include <streambuf>

namespace candor::consult::fhir {
namespace {

constexpr std::size_t kMaxBytes = 1 << 20;

/// Counts what is written and keeps it if there is room.
class SecretBuffer : public std::streambuf {
  public:
    explicit SecretBuffer(base::SecretString* target) : target_(target) {}
    std::size_t count() const { return count_; }

  protected:
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        keep({text, static_cast<std::size_t>(size)});
        return size;
    }
    int_type overflow(int_type character) override {
        const char c = traits_type::to_char_type(character);
        keep({&c, 1});
        return character;
    }

  private:
    void keep(std::string_view text) {
        count_ += text.size();
        if (target_ != nullptr) target_->insert(target_->size(), text);
    }
    base::SecretString* target_;
    std::size_t count_ = 0;
};

std::size_t write(const Json& json, int indent, base::SecretString* target) {
    SecretBuffer buffer(target);
    std::ostream stream(&buffer);
    if (indent >= 0) stream.width(indent);
    stream << json;
    return buffer.count();
}

}  // namespace

void WipedJson::wipe(Json& json) {
    if (json.is_string()) base::wipe(json.get_ref<std::string&>());
    if (!json.is_structured()) return;
    for (auto& child : json) wipe(child);
}

base::Result<WipedJson> parse(std::string_view text, const std::string& where) {
    const auto wrong = [&](std::string detail) {
        return base::fail(base::FaultKind::wrong_format, where, std::move(detail));
    };
    if (text.size() > kMaxBytes) return wrong("longer than 1 MiB");
    try {
        return WipedJson(Json::parse(text));
    } catch (const Json::parse_error& error) {
        return wrong("not JSON at byte " + std::to_string(error.byte));
    }
}

base::SecretString to_text(const Json& json, int indent) {
    base::SecretString text(write(json, indent, nullptr));
    write(json, indent, &text);
    return text;
}

void set_progress(Json& bundle, Progress progress) {
    if (!bundle.is_object() || !bundle.contains("entry")) return;
    for (auto& entry : bundle["entry"]) {
        if (!entry.is_object() || !entry.contains("resource")) continue;
        Json& resource = entry["resource"];
        if (!resource.is_object() || resource.value("resourceType", "") != "Task") continue;
        resource["status"] = task_status(progress);
        resource["businessStatus"]["text"] = name_of(progress);
    }
}

base::Result<base::SecretString> with_progress(std::string_view bundle, Progress progress,
                                               const std::string& where, int indent) {
    auto json = parse(bundle, where);
    if (!json) return tl::unexpected(json.error());
    set_progress(**json, progress);
    return to_text(**json, indent);
}

}  // namespace candor::consult::fhir
