#pragma once
#include <filesystem>
#include <string_view>

namespace candor::text {

/// Which characters the font set can show, read from the fonts' own tables when it is first asked.
/// Any thread.
class Coverage {
  public:
    explicit Coverage(const std::filesystem::path& root = "/usr/share/fonts");
    ~Coverage();
    Coverage(const Coverage&) = delete;
    Coverage& operator=(const Coverage&) = delete;

    /// No font file is there: nothing can be said of any character.
    bool is_empty() const;
    /// Also true of what needs no glyph: blanks, joiners, marks of direction, selectors, tags.
    bool shows(char32_t character) const;

  private:
    void* characters_;  ///< hb_set_t, so that who asks needs none of HarfBuzz's headers
};

/// The Debian package with a font for this character's script ("fonts-noto-cjk"); empty where we
/// know none. The kiosk does not load it.
std::string_view package_with(char32_t character);

}  // namespace candor::text
