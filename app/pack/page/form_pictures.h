#pragma once
#include <filesystem>
#include <optional>
#include <string_view>

#include "base/files.h"
#include "screening/model/questionnaire.h"

namespace candor::pack {

/// Where a form's picture is opened: a file of the pack's folder or, for one that stands in the
/// form itself, a name below the form's own, by its bytes. Empty: there is none.
std::filesystem::path path_of_picture(const std::filesystem::path& form,
                                      const screening::Media& media);

/// The form that a picture stands in, by such a path.
std::optional<std::filesystem::path> form_of_picture(const std::filesystem::path& picture);
/// That picture out of the form's text, as a file in memory. Faults: not_found, too_large.
base::Result<base::OpenFile> picture_in_form(std::string_view form_text,
                                             const std::filesystem::path& picture,
                                             std::size_t max_bytes);

/// base::open_file(), for pictures in forms too.
base::Result<base::OpenFile> open_picture(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace candor::pack
