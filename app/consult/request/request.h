#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/secret_string.h"

namespace candor::consult {

enum class BestTime { unsaid, morning, afternoon, evening };

/// "morning", "afternoon", "evening"; "" for unsaid.
const char* name_of(BestTime time);

/// What a person fills in to be called. Nothing is pre-ticked. Move-only; wiped by clear().
struct ContactForm {
    base::SecretString first_name{200};
    base::SecretString phone{64};
    base::SecretString email{320};
    base::SecretString own_words{2000};
    BestTime best_time = BestTime::unsaid;
    std::string language;
    bool send_answers = false, send_questions = false, send_topics = false, send_values = false,
         agreed = false;

    void clear();
};

enum class FormProblem {
    first_name_missing,
    contact_missing,
    phone_odd,
    email_odd,
    agreement_missing
};
/// Empty: it can be sent. Phones of any country: 6-15 digits (E.164) with the usual separators,
/// a leading + or 00; Arabic-Indic digits count. E-mail: something@something.something.
std::vector<FormProblem> check(const ContactForm& form);

/// A text for staff in the clinic's language, beside what the person read in theirs.
struct StaffText {
    StaffText() = default;
    StaffText(std::string staff, std::string read = {})  // NOLINT: most texts have one language
        : text(std::move(staff)), original(std::move(read)) {
        if (original == text) original.clear();
    }
    StaffText(const char* staff) : text(staff) {}  // NOLINT: the same
    bool operator==(const StaffText&) const = default;

    std::string text;
    std::string original;  ///< as the person read it; empty: the same words
    /// What the person read.
    const std::string& read() const { return original.empty() ? text : original; }
};

/// Something that matters to the person.
struct RequestValue {
    std::string id;          ///< "pack/value", the same in every language
    std::string importance;  ///< "somewhat" or "a-lot"
    StaffText title;
};

/// One finding of the self-check.
struct RequestFinding {
    std::string level;  ///< "urgent", "tell-the-doctor", "worth-a-talk", "less-likely"
    std::string id;
    StaffText title;
    std::vector<StaffText> because;  ///< "question: answer", as the screen said it
};

/// What goes with the form. A StaffText's original is in the form's language.
struct RequestContext {
    std::string request_id;  ///< UUID; the same for every try of one request
    std::string authored;    ///< RFC 3339 instant
    std::string consent_text, consent_version;
    std::vector<StaffText> questions;      ///< ticked
    std::string response_json;             ///< FHIR QuestionnaireResponse; empty: none
    std::vector<StaffText> topics;         ///< titles of packs that were read; if `send_topics`
    std::vector<RequestValue> values;      ///< if `send_values`
    std::string level;                     ///< of the self-check's result; empty: none
    std::vector<RequestFinding> findings;  ///< go along with the answers, never without
    bool demonstration = false;
};

/// A FHIR R4 transaction Bundle (Patient, QuestionnaireResponse if `send_answers`, Consent,
/// ServiceRequest `proposal`, Task `requested`) as JSON in memory that is wiped; the same form and
/// context give the same bytes. Questions go along only if `send_questions`.
/// standards.md, FHIR R4. Faults: wrong_format when check() is not empty, or the response is not
/// one; those of read_bundle(), which must be able to read it.
base::Result<base::SecretString> to_bundle(const ContactForm& form, const RequestContext& context);

/// A random (version 4) UUID from libsodium.
std::string new_request_id();

}  // namespace candor::consult
