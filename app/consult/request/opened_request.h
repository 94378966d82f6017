#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "consult/request/request.h"
#include "consult/store/queue.h"

namespace candor::consult {

/// One answer: its words, and what tells it apart in any language.
struct OpenedValue {
    StaffText words;
    std::string system, code;  ///< of a Coding; else empty
    std::optional<bool> yes;   ///< of a boolean, which has no words
    bool operator==(const OpenedValue&) const = default;
};

/// Which of the repetitions of a group: "Your medicines 2/3".
struct OpenedRepetition {
    std::string link_id;
    StaffText title;
    int number = 0, of = 0;
};

/// One question of the self-check, and what the person chose.
struct OpenedAnswer {
    std::string link_id;
    StaffText question;
    std::vector<OpenedRepetition> within;  ///< repeated groups around it, outermost first
    std::vector<OpenedValue> values;
    bool declined = false;  ///< "I'd rather not say"
};
/// The question after what it stands in: "Your medicines 2/3: Which?"
StaffText whole_question(const OpenedAnswer& answer);

/// What staff read of a request: to_bundle() the other way. Move-only; zeroed on destruction.
struct OpenedRequest {
    OpenedRequest() = default;
    ~OpenedRequest();
    OpenedRequest(OpenedRequest&&) noexcept = default;
    OpenedRequest& operator=(OpenedRequest&&) noexcept = default;

    std::string id, authored, first_name, phone, email, language, own_words;
    BestTime best_time = BestTime::unsaid;
    std::vector<StaffText> questions;
    std::vector<OpenedAnswer> answers;
    std::string questionnaire;             ///< canonical url, perhaps with "|version"
    std::string level;                     ///< of the self-check's result; empty: not sent
    std::vector<RequestFinding> findings;  ///< urgent ones first
    std::vector<StaffText> topics;
    std::vector<RequestValue> values;  ///< what matters to the person
    std::string consent_text, consent_version;
    bool demonstration = false;
};

/// Is it what was stored in this row? Its id must be the row's, and the row's hour that of its
/// instant (rows of older programs have the instant itself). A row's own digest cannot tell:
/// whoever moves or re-dates a request can make that anew.
bool belongs_to(const OpenedRequest& request, const QueuedRequest& row);

/// Reads a Bundle of to_bundle(). Words are plain_text(). Faults: wrong_format (not JSON, or not
/// such a Bundle) and too_large, as fhir::parse(); too_large for more words than a desk could show.
base::Result<OpenedRequest> read_bundle(std::string_view bundle);

}  // namespace candor::consult
