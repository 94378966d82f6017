#include "consult/request/fhir.h"

#include <ostream>
#include <streambuf>

namespace candor::consult::fhir {
namespace {

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

base::SecretString to_text(const Json& json, int indent) {
    base::SecretString text(write(json, indent, nullptr));
    write(json, indent, &text);
    return text;
}

void set_progress(Json& bundle, Progress progress) {
    if (!member(bundle, "entry").is_array()) return;
    for (auto& entry : bundle["entry"]) {
        if (text_of(member(entry, "resource"), "resourceType") != "Task") continue;
        Json& task = entry["resource"];
        task["status"] = task_status(progress);
        task["businessStatus"] = {{"text", name_of(progress)}};
    }
}

base::Result<base::SecretString> with_progress(std::string_view bundle, Progress progress,
                                               const std::string& where, int indent) {
    auto json = TRY(parse(bundle, where));
    set_progress(*json, progress);
    return to_text(*json, indent);
}

}  // namespace candor::consult::fhir
