#pragma once
#include <memory>
#include <optional>
#include <string>

#include "fleet/fhir_words.h"
#include "ui/strings.h"

namespace candor::desk {

/// How the sending of one request to the clinic's FHIR server stands. What the server said may
/// repeat what a person typed: it is zeroed on destruction.
struct Sending {
    enum class Stage {
        under_way,
        accepted,
        failed,     ///< the server does not have it, or may not
        not_opened  ///< the inbox did not give it
    };

    Sending() = default;
    ~Sending();
    Sending(const Sending&) = delete;
    Sending& operator=(const Sending&) = delete;

    Stage stage = Stage::under_way;
    int created = 0, there = 0;  ///< of accepted: resources
    bool noted = true;           ///< of accepted: a note in the record says so
    fleet::FhirTrouble trouble = fleet::FhirTrouble::other;  ///< of failed
    fleet::FhirRefused refused;                              ///< what the server said of it
    std::optional<base::Fault> fault;                        ///< of all but a plain success
};
using SendingPtr = std::shared_ptr<const Sending>;

std::shared_ptr<Sending> sending_of(base::Result<fleet::FhirAnswer> answer);
/// The request itself could not be opened for sending.
SendingPtr not_opened(base::Fault fault);

struct SendingWords {
    std::string strong, rest;
};
/// What the page says of it. The server's own words are quoted behind ours: its first few reasons.
SendingWords words_of(const ui::Strings& strings, const Sending& sending);
/// What the record says of one that was accepted.
std::string note_of(const ui::Strings& strings, const Sending& sending, const std::string& server);

}  // namespace candor::desk
