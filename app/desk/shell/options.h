#pragma once
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/places.h"
#include "fleet/fhir_client.h"

namespace candor::desk {

/// What the command line decides before the desk starts.
struct Options : base::Places {
    std::string database;         ///< a PostgreSQL URL; empty: consult.db in the state folder
    std::filesystem::path key;    ///< the clinic's secret key; empty: the demonstration's
    fleet::FhirServer record;     ///< where requests can be sent to; of no URL: nowhere
    std::string lp = "lp";        ///< the print spool's program
    std::string who;              ///< who stands in the record
    std::filesystem::path packs;  ///< folders of packs, or one pack's; empty: the content folder
    std::vector<std::filesystem::path> sticks{"/media", "/run/media"};  ///< where they are mounted
    std::filesystem::path screens;  ///< render every page to this folder instead of running
    std::filesystem::path observe;  ///< developer builds: a JSON line a settled frame
    int width = 1366, height = 768;
    std::string language = base::kFallbackLanguage;
    int lock_after_minutes = 15;
    bool reduced_motion = false;
};

}  // namespace candor::desk
