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
    request_sent,
    found_clear,
    found_unclear
};
/// "visit-started", "self-check-finished", "page-opened", "quick-check-right", "request-sent",
/// "found-clear", "found-unclear".
const char* name_of(Counted what);

/// In how many visits of one local day a thing happened. Nothing finer is kept: no time of day, no
/// order, no language, no link between two counts.
struct DayCount {
    std::string day;  ///< "2026-11-25"
    Counted what = Counted::visit_started;
    std::string page;  ///< "prp/030-what-studies-found" of page_opened and quick_check_right;
                       ///< "prp" of found_clear and found_unclear
    std::int64_t number = 0;
    auto operator<=>(const DayCount&) const = default;
};

/// Below this a count is not shown, so that it cannot speak of one person.
inline constexpr std::int64_t kFewest = 5;

/// counts.db (SQLite, mode 0600): numbers and days alone. One row a day, thing and page, in the
/// order of their names; what is overwritten is zeroed; there is no log that would keep the order
/// in which things came. Several processes may hold it. One thread an object. Faults as Queue's.
///
/// Why it names nobody: a visit adds at most one to each number (the caller sees to it), and staff
/// see a number only once its day is over and five visits or more have made it. So nothing that is
/// shown rests on fewer than five people, and no two numbers can be tied to one visit.
class Counts {
  public:
    /// Makes the file where there is none; its folder must be there.
    static base::Result<std::unique_ptr<Counts>> open(const std::filesystem::path& file);
    /// For staff: changes nothing. Fault not_found where nothing was ever counted.
    static base::Result<std::unique_ptr<Counts>> open_to_read(const std::filesystem::path& file);
    ~Counts();
    /// Adds these numbers to what stands there: all of them, on the disk, or none.
    base::Result<void> add(std::vector<DayCount> counts);
    /// What staff may see: days before `today` alone (a count that grows while one watches would
    /// tell of a visit), and of those only numbers of kFewest or more. Newest day first, then by
    /// what and page.
    base::Result<std::vector<DayCount>> shown(const std::string& today);

  private:
    struct Impl;
    explicit Counts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::consult
