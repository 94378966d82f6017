#pragma once
#include <string>

#include "base/result.h"
#include "base/secret_string.h"
#include "consult/request/foreign_json.h"
#include "consult/store/inbox.h"

/// What the writer (bundle.cpp) and the reader (opened_request.cpp) of a request's Bundle agree on.
namespace candor::consult::fhir {

/// R4's extension of a text that says it in another language: the person's own words stand in it.
inline constexpr const char* kTranslation = "http://hl7.org/fhir/StructureDefinition/translation";
inline constexpr const char* kUriSystem = "urn:ietf:rfc:3986";
inline constexpr const char* kLanguageSystem = "urn:ietf:bcp:47";
inline constexpr const char* kActReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
/// Code of kActReason for test data: what a kiosk without a clinic's key sends.
inline constexpr const char* kTestData = "HTEST";

// Element ids (R4 §2.24: unique within a resource) tell apart what base R4 has one list for.
inline constexpr const char* kOwnWordsId = "own-words";
inline constexpr const char* kQuestionId = "question-";
inline constexpr const char* kBestTimeId = "best-time";
inline constexpr const char* kTopicId = "topic-";
inline constexpr const char* kBecauseId = "because-";  ///< "because-2-1": the first of finding 2

// What matters to the person: a Task.input of the type kValueType, its value a concept with the
// value's id and how much it matters, its text as the person read it.
inline constexpr const char* kValueId = "value-";
inline constexpr const char* kValueType = "What matters to the person";
inline constexpr const char* kValueSystem = "urn:uuid:0b5d1c0a-5c2e-5f0b-8a37-6d3c52b4e918";
inline constexpr const char* kImportanceSystem = "urn:uuid:a2f1d7c4-1f6e-5b7d-9c83-4e0b7c6a2d55";

// What the self-check led to is why a talk is proposed: ServiceRequest.reasonCode. The first
// concept is the result's level, each other one a finding with its level and its id.
inline constexpr const char* kLevelSystem = "urn:uuid:6d5f0f0e-8f3c-5d0a-9d55-0c2f0b1f7a41";
inline constexpr const char* kFindingSystem = "urn:uuid:3f6b2b8e-64a0-5c9e-8f0d-7c1f5c9d2e10";

inline constexpr const char* kUrgentLevel = "urgent";  ///< the level of a red flag

/// Lets the Task of a Bundle say how far the desk is: status, and businessStatus in our own words.
void set_progress(Json& bundle, Progress progress);

/// The text of a Bundle (`where`: its reference) after set_progress(), for another system. Faults
/// as parse().
base::Result<base::SecretString> with_progress(std::string_view bundle, Progress progress,
                                               const std::string& where, int indent = -1);

/// Writes straight into memory that is wiped; no copy in between.
base::SecretString to_text(const Json& json, int indent = -1);

}  // namespace candor::consult::fhir
