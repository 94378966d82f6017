#pragma once
#include <memory>
#include <string>

#include "base/stop_signal.h"
#include "consult/store/inbox.h"

namespace candor::fleet {

/// The inbox of one clinic with many kiosks, in the layout of packaging/fleet/schema.sql. The login
/// says which clinic ("desk.CLINIC.NAME"). A lost connection is made anew at the next call. Where
/// two kiosks gave the same reference, row() wants "KIOSK/REFERENCE" (fault refused, which names
/// both). purge() needs a login of candor_keeper (fault refused). `stop` ends a call from another
/// thread. Faults: as read_database_url()'s and Connection's.
base::Result<std::unique_ptr<consult::Inbox>> open_postgres_inbox(
    const std::string& url,
    std::shared_ptr<const base::StopSignal> stop = std::make_shared<base::StopSignal>());

}  // namespace candor::fleet
