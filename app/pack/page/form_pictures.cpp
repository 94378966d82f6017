#include "pack/page/form_pictures.h"

#include <system_error>

#include "pack/folder/fingerprint.h"
#include "screening/reading/load_questionnaire.h"
#include "screening/reading/node.h"

namespace candor::pack {
namespace {

namespace fs = std::filesystem;
using screening::Item;
using screening::Media;

const Media* find_picture(const std::vector<Item>& items, const std::string& name) {
    const auto is_it = [&](const Media& media) {
        return !media.bytes.empty() && fingerprint_of({media.bytes}) == name;
    };
    for (const Item& item : items) {
        if (is_it(item.media)) return &item.media;
        for (const auto& option : item.options)
            if (is_it(option.media)) return &option.media;
        if (const Media* inner = find_picture(item.items, name)) return inner;
    }
    return nullptr;
}

}  // namespace

fs::path path_of_picture(const fs::path& form, const Media& media) {
    if (!media.bytes.empty()) return form / fingerprint_of({media.bytes});
    return media.url.empty() ? fs::path() : form.parent_path() / media.url;
}

std::optional<fs::path> form_of_picture(const fs::path& picture) {
    std::error_code error;
    const fs::path form = picture.parent_path();
    if (form.empty() || !fs::is_regular_file(form, error)) return std::nullopt;
    return form;
}

base::Result<base::OpenFile> picture_in_form(std::string_view form_text, const fs::path& picture,
                                             std::size_t max_bytes) {
    const auto loaded = screening::load_questionnaire(form_text, picture.string());
    const Media* found = loaded.questionnaire ? find_picture(loaded.questionnaire->items,
                                                             picture.filename().string())
                                              : nullptr;
    if (found == nullptr)
        return base::fail(base::FaultKind::not_found, picture.string(), "it is not in the form");
    if (found->bytes.size() > max_bytes)
        return base::fail(base::FaultKind::too_large, picture.string(),
                          "at most " + std::to_string(max_bytes) + " bytes");
    return base::file_in_memory(found->bytes, picture.string());
}

base::Result<base::OpenFile> open_picture(const fs::path& path, std::size_t max_bytes) {
    const auto form = form_of_picture(path);
    if (!form) return base::open_file(path, max_bytes);
    return picture_in_form(TRY(base::read_file(*form, screening::kMaxBytes)), path, max_bytes);
}

}  // namespace candor::pack
