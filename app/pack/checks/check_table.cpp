#include "pack/checks/check_table.h"

namespace candor::pack {

const std::vector<Check>& check_table() {
    static const std::vector<Check> kTable{
        check_version,        check_dates,         check_self_check,       check_proof,
        check_references,     check_source_links,  check_page_links,       check_captions,
        check_pictures,       check_languages,     check_spoken_languages, check_correspondence,
        check_claims,         check_clinic_claims, check_promises,         check_balance,
        check_reading,        check_length,        check_numbers,          check_hair_counts,
        check_shares,         check_characters,    check_letters,          check_leftover_marks,
        check_names_of_files, check_translations,  check_options,          check_strengths,
        check_in_short,       check_narrations,
    };
    return kTable;
}

}  // namespace candor::pack
