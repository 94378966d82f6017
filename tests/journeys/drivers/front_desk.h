#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "consult/request/opened_request.h"

namespace candor::journeys {

struct Received {
    std::string reference;  ///< as people say it
    consult::OpenedRequest request;
};

/// Every request in the state folder's queue, opened with the demonstration key as staff would.
/// Throws when one of them cannot be opened.
std::vector<Received> received_at(const std::filesystem::path& state);

}  // namespace candor::journeys
