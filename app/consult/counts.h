#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace candor::consult {

/// What is counted, a day at a time.
enum class Counted {
    visit_started,
    self_check_finished,
    page_opened,
    quick_check_right,
    request_sent
};
/// "visit-started", "self-check-finished", "page-opened", "quick-check-right", "request-sent".
const char* name_of(Counted what);

/// How often a thing happened on one local day. Nothing finer is kept: no time of day, no order, no
/// language, no link between two counts.
struct DayCount {
    std::string day;  ///< "2026-11-25"
    Counted what = Counted::visit_started;
    std::string
        page;  ///< "prp/030-what-studies-found" of page_opened and quick_check_right; else empty
    std::int64_t number = 0;
};

/// Below this a count is not shown, so that it cannot speak of one person.
inline constexpr std::int64_t kFewest = 5;

/// counts.db (SQLite, mode 0600): numbers and days alone. A kiosk that cannot write it goes on; it
/// is never worth a person's wait. One thread an object. Faults as Queue's.
class Counts {
  public:
    static base::Result<std::unique_ptr<Counts>> open(const std::filesystem::path& file);
    ~Counts();
    base::Result<void> add(const std::string& day, Counted what, const std::string& page = {});
    /// What staff may see: days before `today` alone (a count that grows while one watches would
    /// tell of a visit), and of those only numbers of kFewest or more. Newest day first.
    base::Result<std::vector<DayCount>> shown(const std::string& today);

  private:
    struct Impl;
    explicit Counts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::consult
