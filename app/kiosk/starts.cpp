#include "kiosk/starts.h"

#include "base/start_count.h"

namespace candor::kiosk {
namespace {

using content::Care;

constexpr int kSafeAfter = 3, kStaffAfter = 6;

Care care_after(int in_vain) {
    if (in_vain >= kStaffAfter) return Care::ask_staff;
    return in_vain >= kSafeAfter ? Care::safe : Care::usual;
}

/// What the next start finds, so that a single one in vain brings this one's care back.
int left_after(Care care) {
    if (care == Care::ask_staff) return kStaffAfter - 1;
    return care == Care::safe ? kSafeAfter - 1 : 0;
}

}  // namespace

Starts::Starts(std::filesystem::path file)
    : file_(std::move(file)), care_(care_after(base::starts_in_vain(file_))) {
    base::count_start(file_);
}

void Starts::went_well() { base::leave_starts(file_, left_after(care_)); }

}  // namespace candor::kiosk
