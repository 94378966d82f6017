#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "base/finding.h"

namespace candor::pack {

/// Collects the findings of one file while it is read. An error keeps what the file holds off the
/// kiosk, a warning does not. A file adds at most 300; one more says that there are others.
class Report {
  public:
    /// `file` is relative to the pack's folder; `findings` must outlive the report.
    Report(std::string file, base::Findings& findings)
        : file_(std::move(file)), findings_(findings) {}

    void error(int line, std::string code, std::string message, std::string remedy = {});
    void warning(int line, std::string code, std::string message, std::string remedy = {});
    bool failed() const { return failed_; }
    const std::string& file() const { return file_; }

  private:
    void add(base::Finding finding);

    std::string file_;
    base::Findings& findings_;
    int count_ = 0;
    bool failed_ = false;
};

/// The author's words on one line; what could not be shown, or would act on the terminal that shows
/// it, is U+FFFD.
std::string showable(std::string_view words);

/// The author's words in quotes, cut to 60 bytes, for use in a message; set apart from it (UAX #9)
/// where they go from right to left.
std::string in_quotes(std::string_view words);

}  // namespace candor::pack
