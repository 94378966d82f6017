#pragma once
#include <vector>

#include "pack/checks/subject.h"

namespace candor::pack {

/// Every check of a pack, one a file, in the order in which an author should hear of them.
const std::vector<Check>& check_table();

// Each adds what it finds; the codes stand in content/CHECKS.md.
void check_self_check(const Subject& subject, base::Findings& findings);
void check_proof(const Subject& subject, base::Findings& findings);
void check_references(const Subject& subject, base::Findings& findings);
void check_page_links(const Subject& subject, base::Findings& findings);
void check_captions(const Subject& subject, base::Findings& findings);
void check_pictures(const Subject& subject, base::Findings& findings);
void check_languages(const Subject& subject, base::Findings& findings);
void check_spoken_languages(const Subject& subject, base::Findings& findings);
void check_correspondence(const Subject& subject, base::Findings& findings);
void check_claims(const Subject& subject, base::Findings& findings);
void check_clinic_claims(const Subject& subject, base::Findings& findings);
void check_source_links(const Subject& subject, base::Findings& findings);
void check_strengths(const Subject& subject, base::Findings& findings);
void check_hair_counts(const Subject& subject, base::Findings& findings);
void check_shares(const Subject& subject, base::Findings& findings);
void check_promises(const Subject& subject, base::Findings& findings);
void check_balance(const Subject& subject, base::Findings& findings);
void check_reading(const Subject& subject, base::Findings& findings);
void check_length(const Subject& subject, base::Findings& findings);
void check_numbers(const Subject& subject, base::Findings& findings);
void check_characters(const Subject& subject, base::Findings& findings);
void check_translations(const Subject& subject, base::Findings& findings);
void check_options(const Subject& subject, base::Findings& findings);
void check_narrations(const Subject& subject, base::Findings& findings);
void check_in_short(const Subject& subject, base::Findings& findings);
void check_letters(const Subject& subject, base::Findings& findings);
void check_leftover_marks(const Subject& subject, base::Findings& findings);
void check_names_of_files(const Subject& subject, base::Findings& findings);
void check_dates(const Subject& subject, base::Findings& findings);
void check_version(const Subject& subject, base::Findings& findings);

}  // namespace candor::pack
