#pragma once

namespace candor::desk {

/// An older desk handed documents over as files; one that was killed meanwhile left them. Removes
/// them from the folders that it used.
void remove_old_documents();

}  // namespace candor::desk
