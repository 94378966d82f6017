#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "consult/keys/keys.h"
#include "consult/request/request.h"

namespace candor::desk {

/// A person who asked to be called, as a test wants them.
struct MadeUp {
    std::string name = "Elif", phone = "+90 532 415 50 00", email, language = "tr", own_words;
    consult::BestTime best_time = consult::BestTime::afternoon;
    std::string level = "worth-a-talk";
    std::vector<consult::RequestFinding> findings;
    std::vector<consult::StaffText> questions, topics;
    bool answers = true;
    std::string authored = "2026-11-25T08:00:00Z";
};

/// A FHIR UUID that stands for a number.
std::string id_of(int number);
/// The request of that person, sealed.
std::vector<std::uint8_t> sealed_request(const MadeUp& person, const std::string& id,
                                         const consult::PublicKey& key);
/// The person of that number: of several languages, best times and findings.
MadeUp person_of(int number);
/// An instant so many minutes before 2026-11-25T12:00:00Z.
std::string minutes_before_noon(std::int64_t minutes);

}  // namespace candor::desk
