#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace candor::screening {

/// A regular expression in RE2's syntax, over Unicode characters. Matching takes time in proportion
/// to the text, whatever the expression, and compiling is bounded in memory.
class Regex {
  public:
    /// Null with `why` for what is no such expression: bad syntax, look-around, back-references,
    /// more than 1,000 repetitions, or too large.
    static std::shared_ptr<const Regex> compile(const std::string& source, std::string& why);
    ~Regex();
    Regex(const Regex&) = delete;
    Regex& operator=(const Regex&) = delete;

    /// Does the whole text match, as if the expression stood between ^ and $? Any thread.
    bool matches(std::string_view text) const;
    const std::string& source() const { return source_; }
    /// How large it is, compiled: what one character of a text may cost.
    int cost() const;
    static constexpr int kDearest = 50'000;  ///< what is refused costs more

  private:
    Regex(std::string source, std::unique_ptr<re2::RE2> compiled);

    std::string source_;
    std::unique_ptr<re2::RE2> compiled_;
};

}  // namespace candor::screening
