#pragma once
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/places.h"
#include "fleet/fhir_client.h"
#include "loop/command_line.h"

namespace candor::desk {

/// A window of it where nobody says how large.
inline constexpr loop::WindowSize kUsualSize{1366, 768};

/// What the command line decides before the desk starts.
struct Options : base::Places, loop::RunOptions {
    std::string database;         ///< a PostgreSQL URL; empty: consult.db in the state folder
    std::filesystem::path key;    ///< the clinic's secret key; empty: the demonstration's
    fleet::FhirServer record;     ///< where requests can be sent to; of no URL: nowhere
    std::string lp = "lp";        ///< the print spool's program
    std::string who;              ///< who stands in the record
    std::filesystem::path packs;  ///< folders of packs, or one pack's; empty: the content folder
    std::vector<std::filesystem::path> sticks{"/media", "/run/media"};  ///< where they are mounted
    int lock_after_minutes = 15;
};

}  // namespace candor::desk
